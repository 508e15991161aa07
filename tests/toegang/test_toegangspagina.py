"""`/beheer/toegang`: links, sessions and keys are made, seen and ended there, within one's own municipality."""

import re
from datetime import timedelta

import httpx
import pytest
from starlette.types import ASGIApp

from meldketen.toegangspagina import router
from shared.profiel import Profielen, laad
from shared.profiel.schema import Rol
from shared.web import Toegang
from tests.shared import deuren
from tests.web import BASIS, bezoeker, csrf_uit, met_sessie, nu, proefsite

PAD = "/beheer/toegang"
CODE = re.compile(r"/aanmelden\?code=([\w-]+)")
HIER = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def app(toegang: Toegang) -> ASGIApp:
    """A site for two municipalities."""
    profielen = Profielen([laad("zoetermeer"), laad("koggenland")])
    return proefsite(
        toegang, apis={"intake": deuren.api()}, paginas=[router(toegang, profielen, nu, BASIS), deuren.paginas()]
    )


async def stuur(client: httpx.AsyncClient, pad: str, **velden: str) -> httpx.Response:
    """Fill in a form of the page."""
    token = csrf_uit((await client.get(PAD)).text)
    return await client.post(f"{PAD}{pad}", data={**velden, "csrf": token})


async def test_een_link_maken_en_gebruiken(app: ASGIApp, toegang: Toegang) -> None:
    """Shown once, for a role and a place; whoever has it gets in, and stands among who is signed in."""
    beheer = await met_sessie(app, toegang, Rol.BEHEER)
    gemaakt = (await stuur(beheer, "/link", rol="coa", plek="gm0637:rokkeveenseweg", uren="24")).text
    assert "COA, Noodopvang Rokkeveenseweg" in gemaakt
    assert "nog 1 dag" in gemaakt
    (link,) = [een for een in toegang.links() if een.rol is Rol.COA]
    assert f"Kenmerk: <strong>{link.kenmerk}</strong>" in gemaakt
    assert 'data-kopieer="nieuwe-link"' in gemaakt
    code = CODE.search(gemaakt)
    assert code
    assert CODE.search((await beheer.get(PAD)).text) is None
    assert (await bezoeker(app, **HIER).post("/aanmelden", data={"code": code[1]})).status_code == 303
    assert [(een.rol, een.locatie) for een in toegang.sessies() if een.rol is Rol.COA] == [(Rol.COA, "rokkeveenseweg")]
    assert toegang.links() == []
    assert f"Link {link.kenmerk}" in (await beheer.get(PAD)).text


async def test_een_link_intrekken(app: ASGIApp, toegang: Toegang) -> None:
    """A link that was withdrawn lets nobody in; once used it cannot be withdrawn."""
    beheer = await met_sessie(app, toegang, Rol.BEHEER)
    code = CODE.search((await stuur(beheer, "/link", rol="oov", uren="1")).text)
    assert code
    assert (await stuur(beheer, f"/link/{toegang.links()[0].id}/trek-in")).status_code == 303
    assert (await bezoeker(app, **HIER).post("/aanmelden", data={"code": code[1]})).status_code == 403
    assert toegang.links() == []


async def test_iemand_afmelden(app: ASGIApp, toegang: Toegang) -> None:
    """All sessions of an account end at once."""
    beheer, oov = await met_sessie(app, toegang, Rol.BEHEER), await met_sessie(app, toegang, Rol.OOV)
    account = next(een.account for een in toegang.sessies() if een.rol is Rol.OOV)
    assert (await oov.get("/meldingen")).status_code == 200
    assert (await stuur(beheer, f"/account/{account}/meld-af")).status_code == 303
    assert (await oov.get("/meldingen")).status_code == 401


async def test_een_sleutel_maken_en_intrekken(app: ASGIApp, toegang: Toegang) -> None:
    """Shown once, with an end; withdrawn it works no more."""
    beheer, tot = await met_sessie(app, toegang, Rol.BEHEER), f"{nu() + timedelta(days=30):%Y-%m-%d}"
    gemaakt = (await stuur(beheer, "/sleutel", sleutelrol="oov", naam="Zaaksysteem", geldig_tot=tot)).text
    sleutel = re.search(r"mk_[\w-]+", gemaakt)
    assert sleutel
    koppen = {"Authorization": f"Bearer {sleutel[0]}"}
    assert (await bezoeker(app, **koppen).get("/intake/v1/dingen")).status_code == 200
    assert sleutel[0] not in (await beheer.get(PAD)).text
    assert (await stuur(beheer, f"/sleutel/{toegang.sleutels()[0].id}/trek-in")).status_code == 303
    assert (await bezoeker(app, **koppen).get("/intake/v1/dingen")).status_code == 401


@pytest.mark.parametrize(
    ("pad", "velden", "reden"),
    [
        ("/link", {"rol": "coa"}, "alleen de eigen locatie"),
        ("/link", {"rol": "niemand"}, "Kies een waarde uit de lijst."),
        ("/link", {"rol": "oov", "plek": "gm9999"}, "Kies een plek"),
        ("/sleutel", {"sleutelrol": "oov", "naam": "x y", "geldig_tot": "2020-01-01"}, "na vandaag"),
        ("/sleutel", {"sleutelrol": "oov", "naam": "x y", "geldig_tot": "2099-01-01"}, "twee jaar"),
    ],
)
async def test_wat_niet_kan_zegt_waarom(
    app: ASGIApp, toegang: Toegang, pad: str, velden: dict[str, str], reden: str
) -> None:
    """In plain words beside the field, and nothing is made."""
    voor = toegang.ledger.last_place()
    beheer = await met_sessie(app, toegang, Rol.BEHEER)
    antwoord = await stuur(beheer, pad, **velden)
    assert antwoord.status_code == 400
    assert reden in antwoord.text
    assert toegang.ledger.last_place() == voor + 2  # the link and the sign-in of beheer


async def test_beheer_van_een_gemeente_gaat_niet_over_een_andere(app: ASGIApp, toegang: Toegang) -> None:
    """Who supervises one municipality neither sees, makes nor ends what is of another or of all."""
    toegang.maak_sleutel(Rol.OOV, label="van Koggenland", gemeente="gm1598")
    toegang.maak_sleutel(Rol.OOV, label="van allen")
    code = toegang.maak_link(Rol.BEHEER, gemeente="gm0637").partition("code=")[2]
    beheer = bezoeker(app, **HIER)
    await beheer.post("/aanmelden", data={"code": code})
    assert "van Koggenland" not in (tekst := (await beheer.get(PAD)).text)
    assert "van allen" not in tekst
    for een in toegang.sleutels():
        assert (await stuur(beheer, f"/sleutel/{een.id}/trek-in")).status_code == 404
    assert (await stuur(beheer, "/link", rol="oov", plek="gm1598")).status_code == 400
    await stuur(beheer, "/link", rol="oov")
    assert [een.gemeente for een in toegang.links()] == ["gm0637"]
    assert all(een.ingetrokken_op is None for een in toegang.sleutels())

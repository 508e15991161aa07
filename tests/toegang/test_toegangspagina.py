"""`/beheer/toegang`: links, sessions and keys are made, seen and ended there, within one's own municipality."""

import re
from datetime import timedelta

import httpx
import pytest
from starlette.types import ASGIApp

from meldketen.beheertaken import delen
from meldketen.toegangspagina import router
from shared.profiel import Profielen, laad
from shared.profiel.schema import Rol
from shared.web import Toegang, Wie
from shared.web.audit.vraag import Vraag
from shared.web.klassen import klas
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


async def test_de_audit_zegt_welke_rol_welke_plek_en_welk_kenmerk(app: ASGIApp, toegang: Toegang) -> None:
    """Of giving and of withdrawing, of a link and of a key: nobody has to guess who could act as the burgemeester."""
    beheer, tot = await met_sessie(app, toegang, Rol.BEHEER), f"{nu() + timedelta(days=30):%Y-%m-%d}"
    await stuur(beheer, "/link", rol="burgemeester", plek="gm0637")
    (link,) = toegang.links()
    await stuur(beheer, "/sleutel", sleutelrol="oov", sleutelplek="alles", naam="Zaaksysteem", geldig_tot=tot)
    (sleutel,) = toegang.sleutels()
    await stuur(beheer, f"/link/{link.id}/trek-in")
    await stuur(beheer, f"/sleutel/{sleutel.id}/trek-in")
    van_link, van_sleutel = (
        f"(rol burgemeester, plek gm0637, kenmerk {link.kenmerk})",
        f"(rol oov, plek alle, kenmerk {sleutel.id})",
    )
    regels = [een.betreft for een in await toegang.audit.regels(Vraag(actie="beheer.sleutels", resultaat="gelukt"))]
    gedaan = [een.removeprefix("POST /beheer/toegang") for een in reversed(regels) if een.startswith("POST")]
    assert gedaan == [
        f"/link {van_link}",
        f"/sleutel {van_sleutel}",
        f"/link/{link.id}/trek-in {van_link}",
        f"/sleutel/{sleutel.id}/trek-in {van_sleutel}",
    ]


async def test_oov_leest_een_dag_lang_dat_er_een_link_is_gemaakt(toegang: Toegang) -> None:
    """For a role that confirms, decides or imposes; not for another, not after a day, only to its OOV."""
    for rol, gemeente in ((Rol.BURGEMEESTER, "gm0637"), (Rol.MELDPUNT, "gm0637"), (Rol.OM, "gm1598")):
        toegang.maak_link(rol, gemeente=gemeente)
    deel = delen([], toegang)[-1]
    assert deel.taken
    (taak,) = await deel.taken(Wie(Rol.OOV, gemeente="gm0637"), nu())
    assert (taak.wat, taak.soort) == ("Er is een aanmeldlink gemaakt voor de rol Burgemeester", "weten")
    assert taak.toelichting.startswith("Vandaag ")
    assert len(await deel.taken(Wie(Rol.OOV), nu())) == 2
    assert not await deel.taken(Wie(Rol.BEHEER), nu())
    assert not await deel.taken(Wie(Rol.OOV), nu() + timedelta(hours=25))


async def test_met_accounts_geen_link_voor_wie_beslist(toegang: Toegang) -> None:
    """Where the municipality's own accounts give a role, no link gives it beside them; other roles keep theirs."""
    profielen = Profielen([laad("zoetermeer")])
    eigen = frozenset({Rol.BURGEMEESTER, Rol.OOV})
    app = proefsite(toegang, apis={"intake": deuren.api()}, paginas=[router(toegang, profielen, nu, BASIS, eigen)])
    beheer = await met_sessie(app, toegang, Rol.BEHEER)
    nee = await stuur(beheer, "/link", rol="burgemeester", plek="alles")
    assert (nee.status_code, "meldt zich aan met een account" in nee.text) == (400, True)
    for rol in ("politie", "oov"):
        assert (await stuur(beheer, "/link", rol=rol, plek="alles")).status_code == 200
    assert {een.rol for een in toegang.links()} == {Rol.POLITIE, Rol.OOV}


async def test_een_sleutel_zonder_einde_valt_op(app: ASGIApp, toegang: Toegang) -> None:
    """One made at the machine may have no end: it stands there in red until it is withdrawn."""
    toegang.maak_sleutel(Rol.OOV, label="oud")
    beheer = await met_sessie(app, toegang, Rol.BEHEER)
    assert f'<span class="{klas("etiket", "fout")}">Geen einde</span>' in (await beheer.get(PAD)).text
    await stuur(beheer, f"/sleutel/{toegang.sleutels()[0].id}/trek-in")
    assert "Geen einde" not in (await beheer.get(PAD)).text


async def test_een_link_intrekken(app: ASGIApp, toegang: Toegang) -> None:
    """A link that was withdrawn lets nobody in; once used it cannot be withdrawn."""
    beheer = await met_sessie(app, toegang, Rol.BEHEER)
    code = CODE.search((await stuur(beheer, "/link", rol="oov", plek="alles", uren="1")).text)
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
    gemaakt = (
        await stuur(beheer, "/sleutel", sleutelrol="oov", sleutelplek="alles", naam="Zaaksysteem", geldig_tot=tot)
    ).text
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
        ("/link", {"rol": "coa", "plek": "alles"}, "alleen de eigen locatie"),
        ("/link", {"rol": "oov"}, "Kies voor welke plek"),
        ("/link", {"rol": "niemand"}, "Kies een waarde uit de lijst."),
        ("/link", {"rol": "oov", "plek": "gm9999"}, "Kies voor welke plek"),
        (
            "/sleutel",
            {"sleutelrol": "oov", "sleutelplek": "alles", "naam": "x y", "geldig_tot": "2020-01-01"},
            "na vandaag",
        ),
        (
            "/sleutel",
            {"sleutelrol": "oov", "sleutelplek": "alles", "naam": "x y", "geldig_tot": "2099-01-01"},
            "twee jaar",
        ),
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
    await stuur(beheer, "/link", rol="oov", plek="alles")
    assert [een.gemeente for een in toegang.links()] == ["gm0637"]
    assert all(een.ingetrokken_op is None for een in toegang.sleutels())

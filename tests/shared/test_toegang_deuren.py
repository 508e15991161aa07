"""Who passes which door: keys, sessions, forms of other sites."""

import pytest
from httpx import ASGITransport, AsyncClient, Response
from starlette.types import ASGIApp

from shared.profiel.schema import Rol
from shared.web import Toegang
from tests.shared import deuren
from tests.web import COOKIE, bezoeker, csrf_uit, met_sessie, met_sleutel, proefsite

API, PAGINA = "/intake/v1/dingen", "/meldingen"
HIER, ELDERS = {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "cross-site"}


@pytest.fixture
def app(toegang: Toegang) -> ASGIApp:
    """A site with an API and pages."""
    return proefsite(toegang, apis={"intake": deuren.api()}, paginas=[deuren.paginas()])


def link(toegang: Toegang, rol: Rol = Rol.OOV) -> dict[str, str]:
    """What the page of a new sign-in link sends."""
    return {"code": toegang.maak_link(rol).partition("code=")[2]}


async def test_zonder_sleutel_401_en_met_de_verkeerde_rol_403(app: ASGIApp, toegang: Toegang) -> None:
    """Unknown is 401 and says how; known and not allowed is 403."""
    anoniem = await bezoeker(app).get(API)
    assert anoniem.status_code == 401
    assert anoniem.headers["www-authenticate"] == "Bearer"
    assert (await met_sleutel(app, toegang, Rol.RAAD).get(API)).status_code == 403
    assert (await met_sleutel(app, toegang, Rol.OOV).get(API)).json()["rol"] == "oov"


async def test_een_weigering_zegt_wat_niet_mag_wie_wel_en_wat_nu(app: ASGIApp, toegang: Toegang) -> None:
    """From the table alone, so the same for what exists and what does not; and that what was sent was not kept."""
    raad = await met_sessie(app, toegang, Rol.RAAD)
    nee = (await raad.get("/beheer/audit")).text
    assert "Uw rol mag dit niet doen of zien. Het gaat om: de audit lezen." in nee
    assert "Dat kan alleen met de rol Beheer. U bent nu aangemeld als Gemeenteraad." in nee
    assert "Vraag het beheer van Meldketen bij de gemeente om een link voor de juiste rol." in nee
    onbekend = bezoeker(app)
    assert "is niet bewaard" not in (gelezen := (await onbekend.get(PAGINA)).text)
    assert "Dan meldt u zich aan met een link van het beheer van Meldketen bij de gemeente." in gelezen
    assert "Wat u net verstuurde, is niet bewaard." in (await onbekend.post("/afmelden/overal")).text


@pytest.mark.parametrize("kop", ["Bearer mk_onzin", "Bearer", "Basic eDp4", "mk_onzin", "Bearer \xff"])
async def test_een_sleutel_die_niet_werkt_wordt_ook_op_een_open_deur_geweigerd(app: ASGIApp, kop: str) -> None:
    """A key that does not work is told, instead of treating its bearer as the public."""
    antwoord = await bezoeker(app).post(
        API, json={"verplicht": "x"}, headers=[(b"Authorization", kop.encode("latin-1"))]
    )
    assert antwoord.status_code == 401


async def test_een_ingetrokken_sleutel_komt_er_meteen_niet_meer_in(app: ASGIApp, toegang: Toegang) -> None:
    """In this process a withdrawn key stops at once, also when it was used a moment ago."""
    client = met_sleutel(app, toegang, Rol.OOV)
    assert (await client.get(API)).status_code == 200
    toegang.trek_in(toegang.sleutels()[0].id)
    assert (await client.get(API)).status_code == 401


async def test_een_sleutel_die_alleen_leest_verandert_niets(app: ASGIApp, toegang: Toegang) -> None:
    """Whatever its role may do, and on a door that is open to everybody; the list says so. Another key does it."""
    alles, leest = (
        bezoeker(app, Authorization=f"Bearer {toegang.maak_sleutel(Rol.OOV, label='x', alleen_lezen=alleen)}")
        for alleen in (False, True)
    )
    for client, mag in ((alles, 201), (leest, 403)):
        assert (await client.get(API)).status_code == 200
        assert (await client.post(API, json={"verplicht": "x"})).status_code == mag
    assert "alleen lezen" in (await leest.post(API, json={"verplicht": "x"})).json()["detail"]
    assert [een.alleen_lezen for een in toegang.sleutels()] == [True, False]


async def test_coa_ziet_alleen_de_eigen_locatie(app: ASGIApp, toegang: Toegang) -> None:
    """A key that is bound to a location opens no other."""
    client = met_sleutel(app, toegang, Rol.COA, "rokkeveenseweg")
    assert (await client.get("/intake/v1/locaties/rokkeveenseweg")).status_code == 200
    assert (await client.get("/intake/v1/locaties/elders")).status_code == 403


async def test_de_code_in_de_link_meldt_nog_niet_aan(app: ASGIApp, toegang: Toegang) -> None:
    """Fetching the link ten times, as a mail scanner does, uses nothing; the button does."""
    client, velden = bezoeker(app, **HIER), link(toegang)
    for _ in range(10):
        antwoord = await client.get("/aanmelden", params=velden)
        assert "Meld mij aan" in antwoord.text
        assert "set-cookie" not in antwoord.headers
    assert (await client.post("/aanmelden", data=velden)).status_code == 303


async def test_de_sessie_zit_in_een_veilige_cookie(app: ASGIApp, toegang: Toegang) -> None:
    """The cookie is tied to this host, to a safe line, and out of reach of scripts."""
    antwoord = await bezoeker(app, **HIER).post("/aanmelden", data=link(toegang))
    cookie = antwoord.headers["set-cookie"]
    assert antwoord.headers["location"] == "/"
    assert cookie.startswith(f"{COOKIE}=")
    assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=lax", "Path=/"))
    assert "Domain" not in cookie


async def test_een_tweede_gebruik_van_de_link_wordt_geweigerd(app: ASGIApp, toegang: Toegang) -> None:
    """The link works once, and the page says what to do."""
    velden = link(toegang)
    await bezoeker(app, **HIER).post("/aanmelden", data=velden)
    antwoord = await bezoeker(app, **HIER).post("/aanmelden", data=velden)
    assert antwoord.status_code == 403
    assert "Vraag een nieuwe aan het beheer van Meldketen" in antwoord.text
    assert "set-cookie" not in antwoord.headers


async def test_een_opgedrongen_sessie_wordt_niet_overgenomen(app: ASGIApp, toegang: Toegang) -> None:
    """Signing in gives a new code, whatever cookie the browser brought (session fixation)."""
    client = bezoeker(app, Cookie=f"{COOKIE}=vooraf-gekozen", **HIER)
    antwoord = await client.post("/aanmelden", data=link(toegang))
    assert antwoord.status_code == 303
    assert "vooraf-gekozen" not in antwoord.headers["set-cookie"]
    assert (await bezoeker(app, Cookie=f"{COOKIE}=vooraf-gekozen").get(PAGINA)).status_code == 401


async def test_opnieuw_aanmelden_beeindigt_de_vorige_sessie(app: ASGIApp, toegang: Toegang) -> None:
    """Whoever signs in over a session leaves nothing behind."""
    client = await met_sessie(app, toegang, Rol.OOV)
    vorige, velden = client.cookies[COOKIE], link(toegang, Rol.BEHEER)
    velden["csrf"] = csrf_uit((await client.get("/aanmelden", params=velden)).text)
    assert (await client.post("/aanmelden", data=velden)).status_code == 303
    assert (await bezoeker(app, Cookie=f"{COOKIE}={vorige}").get(PAGINA)).status_code == 401


async def test_een_sessie_opent_paginas_en_api(app: ASGIApp, toegang: Toegang) -> None:
    """A signed-in browser sees pages, and may read the API behind a download link."""
    client = await met_sessie(app, toegang, Rol.OOV)
    assert (await client.get(PAGINA)).status_code == 200
    assert (await client.get(API)).json()["rol"] == "oov"


async def _stuur(app: ASGIApp, toegang: Toegang, headers: dict[str, str], *, csrf: str | None = "") -> Response:
    client = await met_sessie(app, toegang, Rol.OOV)
    token = csrf_uit((await client.get(PAGINA)).text) if csrf == "" else csrf
    del client.headers["Sec-Fetch-Site"]
    velden = {"aard": "overlast", "leeg": "", **({"csrf": token} if token else {})}
    return await client.post(PAGINA, data=velden, headers=headers)


@pytest.mark.parametrize(
    "headers", [HIER, {"Origin": "https://localhost"}, {}, {"Origin": "null"}, {**HIER, "Origin": "null"}]
)
async def test_een_eigen_formulier_wordt_gelezen(app: ASGIApp, toegang: Toegang, headers: dict[str, str]) -> None:
    """A form of this site with its token passes, however a browser of any age says where it comes from."""
    antwoord = await _stuur(app, toegang, headers)
    assert antwoord.json() == {"aard": "overlast"}


@pytest.mark.parametrize(
    "headers",
    [
        ELDERS,
        {"Origin": "https://kwaad.example"},
        {"Sec-Fetch-Site": "same-site"},
        {**ELDERS, "Origin": "https://localhost"},
    ],
)
async def test_een_formulier_van_elders_wordt_geweigerd(
    app: ASGIApp, toegang: Toegang, headers: dict[str, str]
) -> None:
    """Another site cannot post, even with the right token."""
    assert (await _stuur(app, toegang, headers)).status_code == 403


@pytest.mark.parametrize("csrf", [None, "x", "0" * 64, "é"])
async def test_zonder_het_juiste_teken_wordt_een_formulier_geweigerd(
    app: ASGIApp, toegang: Toegang, csrf: str | None
) -> None:
    """A form without the session's own token does nothing."""
    assert (await _stuur(app, toegang, HIER, csrf=csrf)).status_code == 403


async def test_het_teken_van_een_ander_werkt_niet(app: ASGIApp, toegang: Toegang) -> None:
    """The token belongs to one session."""
    ander = await met_sessie(app, toegang, Rol.OOV)
    token = csrf_uit((await ander.get(PAGINA)).text)
    assert (await _stuur(app, toegang, HIER, csrf=token)).status_code == 403


async def test_een_sessie_schrijft_naar_de_api_alleen_vanaf_deze_site(app: ASGIApp, toegang: Toegang) -> None:
    """With a cookie the API is written to from this site alone, and silence is not enough."""
    client = await met_sessie(app, toegang, Rol.OOV)
    inhoud = {"verplicht": "x"}
    assert (await client.post(API, json=inhoud)).status_code == 201
    assert (await client.post(API, json=inhoud, headers=ELDERS)).status_code == 403
    del client.headers["Sec-Fetch-Site"]
    assert (await client.post(API, json=inhoud)).status_code == 403
    assert (await client.post(API, json=inhoud, headers={"Origin": "https://localhost"})).status_code == 201


async def test_het_publiek_stuurt_een_formulier_zonder_teken(app: ASGIApp) -> None:
    """Who is not signed in has nothing to abuse: a resident's report needs no token, but not from another site."""
    client = bezoeker(app)
    assert (await client.post("/melden", data={"aard": "overlast"})).json() == {"aard": "overlast"}
    assert (await client.post("/melden", data={"aard": "overlast"}, headers=ELDERS)).status_code == 403


async def test_afmelden(app: ASGIApp, toegang: Toegang) -> None:
    """Signing out takes the button, and the cookie is worth nothing after it."""
    client = await met_sessie(app, toegang, Rol.OOV)
    code, token = client.cookies[COOKIE], csrf_uit((await client.get(PAGINA)).text)
    assert (await client.get("/afmelden")).status_code == 405
    af = await client.post("/afmelden", data={"csrf": token})
    assert (af.status_code, af.headers["clear-site-data"]) == (303, '"cache"')
    assert (await bezoeker(app, Cookie=f"{COOKIE}={code}").get(PAGINA)).status_code == 401


async def test_het_menu_toont_alleen_wat_mag(app: ASGIApp, toegang: Toegang) -> None:
    """The navigation has the pages of this installation that this role may open."""
    publiek = (await bezoeker(app).get("/hulp")).text
    oov = (await (await met_sessie(app, toegang, Rol.OOV)).get("/hulp")).text
    raad = (await (await met_sessie(app, toegang, Rol.RAAD)).get("/hulp")).text
    assert 'href="/meldingen"' in oov
    assert 'href="/meldingen"' not in publiek + raad
    assert 'href="/beheer"' not in oov


async def test_vijandige_tekst_blijft_tekst(app: ASGIApp, toegang: Toegang) -> None:
    """What somebody typed is never read as a page."""
    tekst = "\"><script>alert(1)</script>'{{ 7*7 }}"
    antwoord = await (await met_sessie(app, toegang, Rol.OOV)).get(PAGINA, params={"naam": tekst})
    assert "<script" not in antwoord.text
    assert "&lt;script&gt;" in antwoord.text
    assert "{{ 7*7 }}" in antwoord.text


@pytest.mark.parametrize(
    "naar", ["https://kwaad.example", "//kwaad.example", "/\\kwaad.example", "kwaad", "javascript:x"]
)
async def test_een_omleiding_blijft_op_deze_site(app: ASGIApp, naar: str) -> None:
    """Nobody is sent elsewhere, whatever the address says."""
    antwoord = await bezoeker(app).get("/weg", params={"naar": naar})
    assert antwoord.status_code == 500
    assert "location" not in antwoord.headers


async def test_de_metingen_zijn_voor_deze_machine_en_beheer(app: ASGIApp, toegang: Toegang) -> None:
    """From elsewhere the figures need the role beheer."""
    ver = AsyncClient(transport=ASGITransport(app=app, client=("203.0.113.9", 1)), base_url="https://localhost")
    assert (await ver.get("/metrics")).status_code == 403
    sleutel = toegang.maak_sleutel(Rol.BEHEER, label="prometheus")
    metingen = await ver.get("/metrics", headers={"Authorization": f"Bearer {sleutel}"})
    assert "meldketen_http_verzoeken_total" in metingen.text

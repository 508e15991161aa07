"""The pages of intake, as a browser without JavaScript uses them."""

from html import unescape
from re import DOTALL, findall, search, sub
from typing import Any

import pytest

from services.intake import volgcode
from shared.contracts.intake import Aard, MeldingOntvangen
from shared.profiel import Rol
from shared.web import Toegang
from tests.intake.proef import INCIDENT, INCIDENTEN, MELDING, MELDINGEN, Proef, proef_intake
from tests.web import csrf_uit, met_sessie

INGEVULD = {
    "sleutel": "0d3a4a52-3f0b-4c1e-9d55-6d0b2a8f4c11",
    "locatie": "gm0637:rokkeveenseweg",
    "plaats": "buiten-noodopvang",
    "datum": "2026-11-22",
    "tijd": "10:30",
    "toelichting": "Bel 06 12345678",
}


def tekst(html: str) -> str:
    """What a person reads."""
    lijf = search(r"<main.*</main>", html, DOTALL)
    assert lijf
    return unescape(sub(r"\s+", " ", sub(r"<[^>]+>", " ", lijf[0])))


def code_op(html: str) -> str:
    """The code on a page."""
    gevonden = search(r'class="code">([0-9A-Z-]+)<', html)
    assert gevonden, tekst(html)
    return gevonden[1]


async def test_het_formulier_begint_met_112(proef: Proef) -> None:
    """Before anything else: in danger, call. And it works without script."""
    antwoord = await proef.publiek.get("/melden")
    assert tekst(antwoord.text).strip().startswith("Bij direct gevaar: bel 112")
    assert "<script" not in antwoord.text
    assert proef.feiten() == []


async def test_een_ingevuld_formulier_wordt_een_melding(proef: Proef) -> None:
    """The page says that it is received, shows the code once, and the time is that of the municipality."""
    antwoord = await proef.publiek.post("/melden", data=INGEVULD)
    assert antwoord.status_code == 200
    assert volgcode.klopt(volgcode.lees(code_op(antwoord.text)))
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert feit.aard is Aard.NOG_TE_BEPALEN
    assert feit.voorgevallen_op.isoformat() == "2026-11-22T09:30:00+00:00"
    assert proef.rijen("SELECT tekst FROM teksten") == [("Bel [telefoonnummer]",)]


async def test_alles_ingevuld(proef: Proef) -> None:
    """Every field of the form finds its place."""
    alles = {
        "aard": "crimineel",
        "gebied": "dorp",
        "thema": "vernieling",
        "gerichtTegen": "ondernemers",
        "aangifte": "gedaan",
        "publiekeTaak": "true",
    }
    assert (await proef.publiek.post("/melden", data={**INGEVULD, **alles})).status_code == 200
    (feit,) = proef.feiten()
    genoemd = feit.model_dump(mode="json")
    assert {veld: genoemd[veld] for veld in alles} == {**alles, "publiekeTaak": True}


@pytest.mark.parametrize(
    ("anders", "bij"),
    [
        ({"locatie": ""}, "locatie"),
        ({"locatie": "gm0637:weg"}, "locatie"),
        ({"plaats": ""}, "plaats"),
        ({"datum": "", "tijd": ""}, "datum"),
        ({"tijd": ""}, "datum"),
        ({"datum": "22-11"}, "datum"),
        ({"datum": "2026-11-23"}, "datum"),
        ({"datum": "2026-03-29", "tijd": "02:30"}, "datum"),
        ({"aard": "iets"}, "aard"),
        ({"thema": "politiek"}, "thema"),
        ({"toelichting": "x" * 4001}, "toelichting"),
    ],
)
async def test_een_fout_staat_bij_het_veld(proef: Proef, anders: dict[str, str], bij: str) -> None:
    """The objection stands beside its field and in the list, what was filled in is kept, nothing is stored."""
    antwoord = await proef.publiek.post("/melden", data={**INGEVULD, **anders})
    assert antwoord.status_code == 400
    assert f'id="{bij}-fout"' in antwoord.text
    assert f'href="#{bij}"' in antwoord.text
    assert antwoord.text.index("Fout: ") < antwoord.text.index("<body>")
    assert INGEVULD["sleutel"] in antwoord.text
    assert "toelichting" in anders or "Bel 06 12345678" in antwoord.text
    assert proef.feiten() == []


async def test_een_leeg_formulier_praat_gewone_taal(proef: Proef) -> None:
    """Who sends an empty form reads what to do, without codes."""
    gelezen = tekst((await proef.publiek.post("/melden", data={"sleutel": INGEVULD["sleutel"]})).text)
    for zin in ("Kies een locatie.", "Kies waar het gebeurde.", "Vul datum en tijd in."):
        assert gelezen.count(zin) == 2
    assert "rokkeveenseweg," not in gelezen
    assert "LVS" not in gelezen


async def test_een_veld_dat_er_niet_is(proef: Proef) -> None:
    """Nobody slips in a nationality by a form of his own."""
    antwoord = await proef.publiek.post("/melden", data={**INGEVULD, "nationaliteit": "x"})
    assert antwoord.status_code == 400
    assert "Onbekend veld" in tekst(antwoord.text)


async def test_twee_keer_drukken_is_een_melding(proef: Proef) -> None:
    """The same form sent twice counts once, and the code is not shown again."""
    eerste = await proef.publiek.post("/melden", data=INGEVULD)
    tweede = await proef.publiek.post("/melden", data=INGEVULD)
    assert code_op(eerste.text) not in tweede.text
    assert "Deze melding hadden wij al" in tekst(tweede.text)
    assert len(proef.feiten()) == 1


async def test_terug_en_iets_anders_sturen(proef: Proef) -> None:
    """Who goes back and changes an answer is asked, keeps what was filled in, and can send it as a new one."""
    await proef.publiek.post("/melden", data=INGEVULD)
    gevraagd = await proef.publiek.post("/melden", data={**INGEVULD, "tijd": "11:45"})
    assert gevraagd.status_code == 409
    assert 'value="11:45"' in gevraagd.text
    (sleutel,) = findall(r'name="sleutel" value="([0-9a-f-]+)"', gevraagd.text)
    assert sleutel != INGEVULD["sleutel"]
    nieuw = await proef.publiek.post("/melden", data={**INGEVULD, "tijd": "11:45", "sleutel": sleutel})
    assert nieuw.status_code == 200
    assert len(proef.feiten()) == 2


async def test_zonder_sleutel_van_het_formulier(proef: Proef) -> None:
    """A form that is not ours is asked to be filled in again."""
    for sleutel in ("", "1"):
        antwoord = await proef.publiek.post("/melden", data={**INGEVULD, "sleutel": sleutel})
        assert antwoord.status_code == 400
        assert "Open het formulier opnieuw" in tekst(antwoord.text)


async def test_het_meldpunt_vult_in(proef: Proef) -> None:
    """Staff say how it came in and must name the kind; a role that registers nothing has no form."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    formulier = (await meldpunt.get("/melden")).text
    assert 'name="kanaal"' in formulier
    assert 'name="kanaal"' not in (await proef.publiek.get("/melden")).text
    ingevuld = {**INGEVULD, "kanaal": "telefoon", "csrf": csrf_uit(formulier)}
    assert (await meldpunt.post("/melden", data=ingevuld)).status_code == 400
    assert (await meldpunt.post("/melden", data={**ingevuld, "aard": "ggz"})).status_code == 200
    zonder_csrf = {veld: waarde for veld, waarde in ingevuld.items() if veld != "csrf"}
    assert (await meldpunt.post("/melden", data={**zonder_csrf, "aard": "ggz"})).status_code == 403
    raad = await met_sessie(proef.app, proef.omgeving.toegang, Rol.RAAD)
    assert (await raad.get("/melden")).status_code == 403


async def test_volgen(proef: Proef) -> None:
    """With the code, however typed, the reporter sees what was done; the code stands in no address."""
    code = code_op((await proef.publiek.post("/melden", data=INGEVULD)).text)
    assert (await proef.publiek.get("/volgen")).status_code == 200
    antwoord = await proef.publiek.post("/volgen", data={"volgcode": f" {code.lower()} "})
    assert antwoord.status_code == 200
    assert "uw melding is ontvangen" in tekst(antwoord.text)
    assert "Noodopvang Rokkeveenseweg" in tekst(antwoord.text)
    assert "12345678" not in antwoord.text
    assert code not in str(antwoord.url)


@pytest.mark.parametrize(
    ("getypt", "status", "woorden"),
    [
        ("", 400, "Vul uw volgcode in"),
        ("x" * 65, 400, "Vul uw volgcode in"),
        ("FEVSC-WT4VW", 404, "alle 20 tekens"),
        (volgcode.maak(b"nergens voor"), 404, "hoort geen melding"),
    ],
)
async def test_een_verkeerde_code(proef: Proef, getypt: str, status: int, woorden: str) -> None:
    """What is wrong with the code, beside the field."""
    antwoord = await proef.publiek.post("/volgen", data={"volgcode": getypt})
    assert antwoord.status_code == status
    assert woorden in tekst(antwoord.text)


async def test_de_lijst(proef: Proef) -> None:
    """Staff see meldingen and incidents in words, and filter them."""
    await proef.publiek.post(MELDINGEN, json=MELDING)
    await proef.als(Rol.COA, "rokkeveenseweg").post(INCIDENTEN, json=INCIDENT)
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    lijst = tekst((await meldpunt.get("/meldingen")).text)
    for woorden in ("Incident (COA)", "Strafbaar gedrag", "Noodopvang Rokkeveenseweg", "Buiten de noodopvang", "10.30"):
        assert woorden in lijst
    vraag: dict[str, Any] = {"plek": "gm0637:rokkeveenseweg", "aard": "overlast", "soort": "", "vanaf": "2026-11-22"}
    gefilterd = (await meldpunt.get("/meldingen", params=vraag)).text
    assert gefilterd.count('<th scope="row">') == 1
    assert '<option value="overlast" selected>' in gefilterd
    tot_en_met = [(await meldpunt.get("/meldingen", params={"tm": dag})).text for dag in ("2026-11-22", "2026-11-21")]
    assert tot_en_met[0].count('<th scope="row">') == 2
    assert "geen meldingen die hierbij passen" in tekst(tot_en_met[1])


@pytest.mark.parametrize(("naam", "waarde"), [("vanaf", "gisteren"), ("tm", "x"), ("plek", "a b")])
async def test_een_verkeerd_filter(proef: Proef, naam: str, waarde: str) -> None:
    """A filter that cannot be read is named, and the page still works."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    antwoord = await meldpunt.get("/meldingen", params={naam: waarde, "aard": "ggz"})
    assert antwoord.status_code == 400
    assert f'id="{naam}-fout"' in antwoord.text
    assert (await meldpunt.get("/meldingen", params={"tm": "9999-12-31"})).status_code == 200


async def test_bladeren(proef: Proef) -> None:
    """Fifty on a page, and a link to the next that keeps the filter."""
    for _ in range(51):
        await proef.publiek.post(MELDINGEN, json=MELDING)
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    eerste = (await meldpunt.get("/meldingen", params={"aard": "overlast"})).text
    (volgende,) = findall(r'<a href="([^"]+)" rel="next">', eerste)
    assert "aard=overlast" in volgende
    tweede = (await meldpunt.get(unescape(volgende))).text
    assert (eerste.count('<th scope="row">'), tweede.count('<th scope="row">')) == (50, 1)


async def test_een_melding(proef: Proef) -> None:
    """The meldpunt reads the masked text; the police sees the melding without it; another location sees nothing."""
    bon = (await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "<b>Bel 06 12345678</b>"})).json()
    pad = f"/meldingen/{bon['meldingId']}"
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    antwoord = (await meldpunt.get(pad)).text
    assert "&lt;b&gt;Bel [telefoonnummer]&lt;/b&gt;" in antwoord
    politie = await met_sessie(proef.app, proef.omgeving.toegang, Rol.POLITIE)
    zonder_tekst = (await politie.get(pad)).text
    assert "Toelichting" not in zonder_tekst
    assert "telefoonnummer" not in zonder_tekst
    elders = await met_sessie(proef.app, proef.omgeving.toegang, Rol.COA, "zoetermeer")
    assert (await elders.get(pad)).status_code == 404
    assert (await proef.publiek.get(pad)).status_code in (303, 401)


async def test_een_incident(proef: Proef) -> None:
    """An incident shows its weight and when the police was called."""
    coa = proef.als(Rol.COA, "rokkeveenseweg")
    incident = {**INCIDENT, "politieGebeldOp": "2026-11-22T11:00:00Z"}
    bon = (await coa.post(INCIDENTEN, json=incident)).json()
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    gelezen = tekst((await meldpunt.get(f"/meldingen/{bon['meldingId']}")).text)
    assert "Gevolgen voor de openbare orde Ja" in gelezen
    assert "Politie gebeld zondag 22 november 2026 12.00 uur" in gelezen


async def test_meer_gemeenten(toegang: Toegang, proef: Proef) -> None:
    """With two municipalities the location says which, and both are to choose from."""
    data = proef.omgeving.instellingen.data / "samen"
    samen = proef_intake(data, toegang, gemeenten=("zoetermeer", "leidschendam-voorburg"))
    formulier = (await samen.publiek.get("/melden")).text
    assert 'value="gm0637:rokkeveenseweg"' in formulier
    assert 'value="gm1916:' in formulier
    assert (await samen.publiek.post("/melden", data=INGEVULD)).status_code == 200
    samen.sluit()

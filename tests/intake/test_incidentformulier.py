"""The form of the COA: an incident, not a melding; what the API takes, this takes by the same use case."""

from re import search

import httpx
import pytest

from shared.contracts.intake import IncidentGemeld, MeldingGecorrigeerd, MeldingOntvangen
from shared.profiel import Rol
from tests.intake.bezoek import VOLLEDIG, tekst
from tests.intake.proef import Proef
from tests.web import csrf_uit, met_sessie

SLEUTEL = "0d3a4a52-3f0b-4c1e-9d55-6d0b2a8f4c12"
INGEVULD = {
    **VOLLEDIG,
    "sleutel": SLEUTEL,
    "gevolgenOpenbareOrde": "true",
    "ernst": "3",
    "thema": "geweld",
    "plaats": "in-noodopvang",
}


async def coa(proef: Proef, locatie: str = "rokkeveenseweg") -> tuple[httpx.AsyncClient, str]:
    """Somebody of a location, with the token of its form."""
    client = await met_sessie(proef.app, proef.omgeving.toegang, Rol.COA, locatie)
    return client, csrf_uit((await client.get("/melden")).text)


@pytest.mark.parametrize("vraag", ["", "?kanaal=coa", "?kanaal=telefoon"])
async def test_waar_het_coa_ook_vandaan_komt(proef: Proef, vraag: str) -> None:
    """From the start page, the guide and an old bookmark: the form asks for consequences, and has its own location."""
    client, _ = await coa(proef)
    html = (await client.get(f"/melden{vraag}")).text
    assert 'action="/melden/incident"' in html
    assert 'name="gevolgenOpenbareOrde" value="true" required' in html
    assert '<input type="hidden" name="locatie" value="gm0637:rokkeveenseweg">' in html
    assert "kanaal" not in tekst(html)


async def test_een_incident_met_gevolgen(proef: Proef) -> None:
    """It is an incident, with when the police was called; the page says who is warned, and gives no code to pass on."""
    client, csrf = await coa(proef)
    velden = {**INGEVULD, "publiekeTaak": "true", "politieDatum": "2026-11-22", "politieTijd": "10:40"}
    antwoord = await client.post("/melden/incident", data={**velden, "csrf": csrf, "toelichting": "Bel 06 12345678."})
    (feit,) = proef.feiten()
    assert isinstance(feit, IncidentGemeld)
    assert (feit.gevolgen_openbare_orde, feit.ernst, feit.kanaal, feit.publieke_taak) == (True, 3, "coa", True)
    assert str(feit.politie_gebeld_op) == "2026-11-22 09:40:00+00:00"
    gelezen = tekst(antwoord.text)
    assert "Er gaat nu een waarschuwing naar de politie" in gelezen
    assert "Bel [telefoonnummer]" in gelezen
    assert "Bel de politie ook zelf" not in gelezen
    assert "de politie, de burgemeester en het piket" in gelezen
    assert "volgcode" not in gelezen
    assert proef.rijen("SELECT * FROM volgcodes") == []


async def test_een_wapen_en_nog_gaande_zijn_vragen_die_open_mogen_blijven(proef: Proef) -> None:
    """What is not answered is not said; the page of the incident has what was answered; nonsense is asked again."""
    client, csrf = await coa(proef)
    velden = {**INGEVULD, "csrf": csrf}
    onzin = await client.post("/melden/incident", data={**velden, "wapen": "misschien", "nogGaande": "true"})
    assert (onzin.status_code, onzin.text.count("Kies Ja, Nee of Dat weet ik niet.") >= 2) == (400, True)
    await client.post("/melden/incident", data={**velden, "wapen": "ja", "nogGaande": "onbekend"})
    (feit,) = proef.feiten()
    assert isinstance(feit, IncidentGemeld)
    assert (feit.wapen, feit.nog_gaande) == ("ja", "onbekend")
    detail = tekst((await client.get(f"/meldingen/{feit.melding_id}")).text)
    assert "Wapen gezien of genoemd Ja" in detail
    assert "Nog gaande volgens het COA" not in detail


async def test_een_incident_zonder_gevolgen(proef: Proef) -> None:
    """LVS-0.4: it counts, and the page does not claim that the police hears of it."""
    client, csrf = await coa(proef)
    velden = {**INGEVULD, "gevolgenOpenbareOrde": "false", "csrf": csrf}
    gelezen = tekst((await client.post("/melden/incident", data=velden)).text)
    assert "De politie krijgt hierover geen waarschuwing" in gelezen
    assert "meteen een waarschuwing" not in gelezen
    assert "de burgemeester en het piket" not in gelezen
    (feit,) = proef.feiten()
    assert isinstance(feit, IncidentGemeld)
    assert (feit.gevolgen_openbare_orde, feit.politie_gebeld_op) == (False, None)
    detail = tekst((await client.get(f"/meldingen/{feit.melding_id}")).text)
    assert "Tegen iemand met een publieke taak Nee, of niet bekend" in detail


@pytest.mark.parametrize(("gevolgen", "vooraf"), [("true", False), ("false", True)])
async def test_woorden_over_afkomst_houden_de_politie_niet_op(proef: Proef, gevolgen: str, *, vooraf: bool) -> None:
    """LVS-0.3 comes first: with consequences they are pointed out after it, without them before anything is stored."""
    client, csrf = await coa(proef)
    velden = {**INGEVULD, "gevolgenOpenbareOrde": gevolgen, "csrf": csrf, "toelichting": "Een Eritrese man viel."}
    gelezen = tekst((await client.post("/melden/incident", data=velden)).text)
    assert ("U schrijft ‘Eritrese’" in gelezen) is vooraf
    assert len(proef.feiten()) == (not vooraf)
    gelezen = tekst((await client.post("/melden/incident", data={**velden, "gezien": "eritrese"})).text)
    assert "Vraag het meldpunt om het weg te halen" in gelezen
    assert len(proef.feiten()) == 1


ZONDER = {**INGEVULD, "gevolgenOpenbareOrde": "false", "wapen": "nee", "nogGaande": "nee", "ernst": "2"}
WAPEN, GAANDE = "er is een wapen gezien of genoemd", "het is nog gaande"


@pytest.mark.parametrize(
    ("anders", "redenen"),
    [
        ({"wapen": "ja", "ernst": "1"}, [WAPEN]),
        ({"nogGaande": "ja", "ernst": "3"}, [GAANDE, "de ernst is 3 van 4 (ernstig)"]),
        ({"ernst": "4"}, ["de ernst is 4 van 4 (calamiteit)"]),
        ({"nogGaande": "ja", "ernst": "2"}, []),
        ({"nogGaande": "onbekend", "wapen": "onbekend", "ernst": "3"}, []),
        ({"wapen": "ja", "nogGaande": "ja", "ernst": "4", "gevolgenOpenbareOrde": "true"}, []),
        ({"wapen": "ja", "ernst": "4", "datum": "2026-10-01"}, []),
    ],
)
async def test_geen_gevolgen_maar_wel_gevaar_wordt_nog_eens_gevraagd(
    proef: Proef, anders: dict[str, str], redenen: list[str]
) -> None:
    """LVS-0.3: one wrong circle must not keep the police out; nothing is stored before the answer."""
    client, csrf = await coa(proef)
    html = (await client.post("/melden/incident", data={**ZONDER, **anders, "csrf": csrf})).text
    assert ("Moet de politie dit weten?" in html) is bool(redenen)
    assert ('name="politie" value="ja"' in html) is bool(redenen)
    assert all(f"<li>{reden}</li>" in html for reden in redenen)
    assert len(proef.feiten()) == (not redenen)
    assert "112" in tekst(html)


@pytest.mark.parametrize(("antwoord", "gevolgen"), [("politie", True), ("nagevraagd", False)])
async def test_het_antwoord_op_die_vraag_telt(proef: Proef, antwoord: str, *, gevolgen: bool) -> None:
    """Yes warns the police, no does not; all that was filled in goes along, and both pages say 112."""
    client, csrf = await coa(proef)
    velden = {**ZONDER, "wapen": "ja", "csrf": csrf, "toelichting": "Iemand hield een mes vast."}
    gevraagd = (await client.post("/melden/incident", data=velden)).text
    assert "Iemand hield een mes vast." in gevraagd
    knop = search(rf'name="{antwoord}" value="([^"]+)"', gevraagd)
    assert knop
    gemeld = tekst((await client.post("/melden/incident", data={**velden, antwoord: knop[1]})).text)
    assert ("Er gaat nu een waarschuwing naar de politie" in gemeld) is gevolgen
    assert "112" in gemeld
    (feit,) = proef.feiten()
    assert isinstance(feit, IncidentGemeld)
    assert (feit.gevolgen_openbare_orde, feit.wapen, feit.ernst) == (gevolgen, "ja", 2)


async def test_wie_daarna_iets_ergers_kiest_krijgt_de_vraag_opnieuw(proef: Proef) -> None:
    """The answer goes along where a field is wrong, and holds for what was asked, not for what comes on top of it."""
    client, csrf = await coa(proef)
    velden = {**ZONDER, "wapen": "ja", "csrf": csrf, "nagevraagd": "wapen"}
    fout = await client.post("/melden/incident", data={**velden, "thema": ""})
    assert (fout.status_code, "Moet de politie dit weten?" in fout.text) == (400, False)
    assert '<input type="hidden" name="nagevraagd" value="wapen">' in fout.text
    erger = (await client.post("/melden/incident", data={**velden, "ernst": "4"})).text
    assert 'name="nagevraagd" value="wapen ernst-4"' in erger
    assert proef.feiten() == []


async def test_een_wapen_kan_worden_verbeterd_en_dan_hoort_de_politie_het(proef: Proef) -> None:
    """LVS-0.3: after all a weapon, and over: both stand on the page, which says that a notice goes out."""
    client, csrf = await coa(proef)
    await client.post("/melden/incident", data={**INGEVULD, "wapen": "nee", "nogGaande": "ja", "csrf": csrf})
    pad = f"/meldingen/{proef.feiten()[0].melding_id}"  # type: ignore[attr-defined]
    anders = {"wapen": "ja", "nogGaande": "nee", "thema": "intimidatie", "reden": "Er lag een mes.", "csrf": csrf}
    blad = tekst((await client.post(f"{pad}/corrigeer", data=anders, follow_redirects=True)).text)
    for zin in (
        "Wapen gezien of genoemd Ja",
        "Nog gaande volgens het COA Nee",
        "of er een wapen is gezien of genoemd, of het nog gaande is",
        "Er gaat nu een waarschuwing naar de politie.",
    ):
        assert zin in blad
    feit = proef.feiten()[-1]
    assert isinstance(feit, MeldingGecorrigeerd)
    assert (feit.wapen, feit.nog_gaande, feit.thema, feit.door) == ("ja", "nee", "intimidatie", "coa")


async def test_een_wapen_zonder_gevolgen_vraagt_ook_bij_verbeteren_naar_de_politie(proef: Proef) -> None:
    """Nobody would hear of it: who corrects says so, one way or the other; what was filled in stays."""
    client, csrf = await coa(proef)
    await client.post("/melden/incident", data={**ZONDER, "csrf": csrf})
    pad = f"/meldingen/{proef.feiten()[0].melding_id}"  # type: ignore[attr-defined]
    anders = {"wapen": "ja", "reden": "Er lag een mes.", "csrf": csrf}
    gevraagd = await client.post(f"{pad}/corrigeer", data=anders)
    assert (gevraagd.status_code, len(proef.feiten())) == (400, 1)
    assert "Moet de politie dit weten?" in gevraagd.text
    assert "Er lag een mes." in gevraagd.text
    await client.post(f"{pad}/corrigeer", data={**anders, "gevolgenOpenbareOrde": "false"})
    feit = proef.feiten()[-1]
    assert isinstance(feit, MeldingGecorrigeerd)
    assert (feit.wapen, feit.gevolgen_openbare_orde) == ("ja", None)


async def test_wat_gevolgen_zijn_staat_bij_de_vraag(proef: Proef) -> None:
    """Examples at each answer, and what to do in doubt."""
    client, _ = await coa(proef)
    html = tekst((await client.get("/melden")).text)
    assert "Ja, bijvoorbeeld een steekpartij" in html
    assert "Nee, bijvoorbeeld harde muziek" in html
    assert "Twijfelt u? Kies Ja." in html


async def test_wat_lang_geleden_is_geeft_geen_alarm_en_dat_staat_er(proef: Proef) -> None:
    """Older than the profile's `historisch_na` nobody is warned: the page must not say otherwise."""
    client, csrf = await coa(proef)
    antwoord = await client.post("/melden/incident", data={**INGEVULD, "datum": "2026-10-01", "csrf": csrf})
    assert "Er gaat geen waarschuwing uit" in tekst(antwoord.text)
    assert "meteen een waarschuwing" not in tekst(antwoord.text)


async def test_elk_gebrek_in_woorden_en_alles_blijft_staan(proef: Proef) -> None:
    """What is required is asked in the order of the form, in words of the page; a call of tomorrow is refused."""
    client, csrf = await coa(proef)
    half = {"sleutel": SLEUTEL, "csrf": csrf, "datum": "2026-11-22", "toelichting": "Blijft staan." * 400}
    gebeld = {"politieDatum": "2026-11-23", "politieTijd": "10:00"}
    antwoord = await client.post("/melden/incident", data={**half, **gebeld})
    assert antwoord.status_code == 400
    namen = ("gevolgenOpenbareOrde", "ernst", "politieDatum", "aard", "thema", "locatie", "plaats", "tijd")
    plekken = [antwoord.text.index(f'href="#{veld}"') for veld in namen]
    assert plekken == sorted(plekken)
    assert "Kies Ja of Nee" in antwoord.text
    assert "Kies waar het over ging" in antwoord.text
    assert "true als" not in antwoord.text
    assert "deel van de dag" not in antwoord.text, "this form has no such field"
    assert "Blijft staan." * 400 in antwoord.text
    assert "U gebruikte 5.200 tekens. Er passen er 4.000." in antwoord.text
    assert proef.feiten() == []


@pytest.mark.parametrize("ernst", ["5", "²", "9" * 5_000, ["1", "2"]])
async def test_een_ernst_die_er_niet_is(proef: Proef, ernst: str | list[str]) -> None:
    """Whatever is sent for the severity, the page asks for it again."""
    client, csrf = await coa(proef)
    antwoord = await client.post("/melden/incident", data={**INGEVULD, "ernst": ernst, "csrf": csrf})
    assert antwoord.status_code == 400
    assert "Kies hoe ernstig het was." in antwoord.text


async def test_vooraf_en_twee_keer(proef: Proef) -> None:
    """Looking first stores nothing; sent twice it is one incident; the same form with another answer asks again."""
    client, csrf = await coa(proef)
    velden = {**INGEVULD, "csrf": csrf, "toelichting": "Bel 06 12345678"}
    bekeken = await client.post("/melden/incident", data={**velden, "ga": "bekijk"})
    assert "Bel <mark>[telefoonnummer]</mark>" in bekeken.text
    assert proef.feiten() == []
    await client.post("/melden/incident", data=velden)
    assert "telt één keer" in (await client.post("/melden/incident", data=velden)).text
    anders = await client.post("/melden/incident", data={**velden, "ernst": "4"})
    assert anders.status_code == 409
    nieuw = search(r'name="sleutel" value="([0-9a-f-]+)"', anders.text)
    assert nieuw
    assert nieuw[1] != SLEUTEL
    assert len(proef.feiten()) == 1
    assert (await client.get("/melden/incident")).headers["location"] == "/melden"


@pytest.mark.parametrize("rol", [Rol.OOV, Rol.POLITIE, Rol.MELDPUNT])
async def test_alleen_het_coa(proef: Proef, rol: Rol) -> None:
    """LVS-0.3 is of the COA: another role registers meldingen; another location is not theirs; a token is needed."""
    client = await met_sessie(proef.app, proef.omgeving.toegang, rol)
    html = (await client.get("/melden")).text
    assert 'action="/melden"' in html
    velden = {**INGEVULD, "csrf": csrf_uit(html)}
    assert (await client.post("/melden/incident", data=velden)).status_code == 403
    elders, csrf = await coa(proef, "zoetermeer")
    assert (await elders.post("/melden/incident", data={**INGEVULD, "csrf": csrf})).status_code == 403
    assert (await elders.post("/melden/incident", data=INGEVULD)).status_code == 403
    assert proef.feiten() == []


async def test_een_klacht_van_een_ander(proef: Proef) -> None:
    """LVS-3.5: what somebody told the COA is a melding, by its own channel whatever is sent, with a code for them."""
    client, _ = await coa(proef)
    html = (await client.get("/melden?soort=melding&kanaal=telefoon")).text
    assert "Hoe kwam de melding binnen?" not in html
    data = {**VOLLEDIG, "sleutel": SLEUTEL, "kanaal": "telefoon", "csrf": csrf_uit(html)}
    antwoord = await client.post("/melden", data=data)
    assert "De volgcode voor de melder is" in tekst(antwoord.text)
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert feit.kanaal == "coa"

"""The form of the desks: one page, and ready for the next melding."""

from re import DOTALL, search

from shared.contracts.intake import MeldingOntvangen
from shared.profiel import Rol
from tests.intake.bezoek import VOLLEDIG, tekst
from tests.intake.proef import Proef
from tests.web import csrf_uit, met_sessie

SLEUTEL = "0d3a4a52-3f0b-4c1e-9d55-6d0b2a8f4c11"
INGEVULD = {**VOLLEDIG, "sleutel": SLEUTEL, "kanaal": "telefoon"}


async def test_een_bureau_vult_in(proef: Proef) -> None:
    """What the desk set by its address stands there, the code is shown, and the next form keeps desk and location."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    formulier = (await meldpunt.get("/melden", params={"kanaal": "meldpunt-bezorgd"})).text
    assert '<option value="meldpunt-bezorgd" selected>' in formulier
    assert 'name="datum" value="2026-11-22"' in formulier
    antwoord = await meldpunt.post("/melden", data={**INGEVULD, "csrf": csrf_uit(formulier)})
    assert antwoord.status_code == 200
    assert "De volgcode voor de melder is" in tekst(antwoord.text)
    assert '<option value="telefoon" selected>' in antwoord.text
    assert '<option value="gm0637:rokkeveenseweg" selected>' in antwoord.text
    assert SLEUTEL not in antwoord.text
    assert 'value="10:30"' not in antwoord.text
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert feit.kanaal == "telefoon"


async def test_een_fout_noemt_elk_veld_in_de_volgorde_van_het_formulier(proef: Proef) -> None:
    """A missing time is marked at the time; the list at the top goes down the page; everything stays filled in."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    csrf = csrf_uit((await meldpunt.get("/melden")).text)
    half = {"sleutel": SLEUTEL, "csrf": csrf, "datum": "2026-11-22", "toelichting": "Blijft staan." * 400}
    antwoord = await meldpunt.post("/melden", data=half)
    assert antwoord.status_code == 400
    plekken = [antwoord.text.index(f'href="#{veld}"') for veld in ("aard", "locatie", "plaats", "tijd")]
    assert plekken == sorted(plekken)
    assert 'href="#datum"' not in antwoord.text
    assert "Blijft staan." * 400 in antwoord.text
    assert "Uw tekst is te lang. U gebruikte 5.200 tekens. Er passen er 4.000." in antwoord.text
    assert "LVS" not in tekst(antwoord.text)


async def test_hoe_de_melding_binnenkwam_is_een_keuze(proef: Proef) -> None:
    """Nothing is chosen beforehand; a desk cannot leave it out, nor say that it was the public form or the COA."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    formulier = (await meldpunt.get("/melden")).text
    lijst = search(r'<select id="kanaal" name="kanaal" required.*?</select>', formulier, DOTALL)
    assert lijst
    assert not any(anders in lijst[0] for anders in ('value="coa"', 'value="webformulier"', " selected"))
    for kanaal in ("", "webformulier", "coa"):
        velden = {**INGEVULD, "kanaal": kanaal, "tijd": "", "csrf": csrf_uit(formulier)}
        antwoord = await meldpunt.post("/melden", data=velden)
        assert (antwoord.status_code, "Kies hoe de melding binnenkwam." in antwoord.text) == (400, True)
        assert 'id="tijd-fout"' in antwoord.text
    assert proef.feiten() == []


async def test_vooraf_zien_wat_onherkenbaar_wordt(proef: Proef) -> None:
    """The second button shows the text as it will be stored, and stores nothing."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    csrf = csrf_uit((await meldpunt.get("/melden")).text)
    antwoord = await meldpunt.post("/melden", data={"csrf": csrf, "ga": "bekijk", "toelichting": "Bel 06 12345678"})
    assert "Bel <mark>[telefoonnummer]</mark>" in antwoord.text
    assert "Bel 06 12345678</textarea>" in antwoord.text
    assert proef.feiten() == []


async def test_woorden_over_afkomst_komen_een_keer_langs(proef: Proef) -> None:
    """Nothing is stored before they were shown; then a tick takes one out, and what is left standing is stored."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    velden = {**INGEVULD, "toelichting": "Een Syrische man, dronken en verslaafd."}
    velden |= {"csrf": csrf_uit((await meldpunt.get("/melden")).text)}
    gewezen = await meldpunt.post("/melden", data=velden)
    assert "U schrijft ‘Syrische’. Zegt dat iets over het gedrag? Zo niet, haal het weg." in tekst(gewezen.text)
    assert "Uw tekst is nog niet bewaard." in tekst(gewezen.text)
    assert 'name="gezien" value="syrische|verslaafd"' in gewezen.text
    assert proef.feiten() == []
    erbij = {**velden, "gezien": "verslaafd", "ga": "bekijk"}
    assert "‘Syrische’" in (await meldpunt.post("/melden", data=erbij)).text
    klaar = await meldpunt.post("/melden", data={**velden, "gezien": "syrische|verslaafd", "weg": "Syrische"})
    assert "De volgcode voor de melder is" in tekst(klaar.text)
    assert "Kijk nog even" not in klaar.text
    assert proef.rijen("SELECT tekst FROM teksten") == [("Een [weggehaald] man, dronken en verslaafd.",)]


async def test_is_het_al_eens_gemeld(proef: Proef) -> None:
    """Looking beforehand also shows what may be about the same event, with the reasons; not to who does not treat."""
    toegang = proef.omgeving.toegang
    velden = {**INGEVULD, "thema": "geluid"}
    meldpunt = await met_sessie(proef.app, toegang, Rol.MELDPUNT)
    csrf = csrf_uit((await meldpunt.get("/melden")).text)
    await meldpunt.post("/melden", data={**velden, "csrf": csrf})
    bekeken = (await meldpunt.post("/melden", data={**velden, "csrf": csrf, "ga": "bekijk"})).text
    assert "Is dit al eens gemeld?" in bekeken
    assert len(proef.feiten()) == 1
    politie = await met_sessie(proef.app, toegang, Rol.POLITIE)
    csrf = csrf_uit((await politie.get("/melden")).text)
    bekeken = (await politie.post("/melden", data={**velden, "csrf": csrf, "ga": "bekijk"})).text
    assert "al eens gemeld" not in bekeken


async def test_twee_keer_en_anders(proef: Proef) -> None:
    """Sent twice it is one melding; with another answer it asks, and can be sent as a new one."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    velden = {**INGEVULD, "csrf": csrf_uit((await meldpunt.get("/melden")).text)}
    eerste, tweede = [(await meldpunt.post("/melden", data=velden)).text for _ in range(2)]
    assert "De melding telt één keer. De volgcode is dezelfde als de eerste keer." in tweede
    assert search(r'class="code"[^>]*>[^<]+', eerste)[0] == search(r'class="code"[^>]*>[^<]+', tweede)[0]  # type: ignore[index]
    anders = await meldpunt.post("/melden", data={**velden, "tijd": "11:00"})
    assert anders.status_code == 409
    nieuw = search(r'name="sleutel" value="([0-9a-f-]+)"', anders.text)
    assert nieuw
    assert (await meldpunt.post("/melden", data={**velden, "tijd": "11:00", "sleutel": nieuw[1]})).status_code == 200
    assert len(proef.feiten()) == 2


async def test_wie_mag(proef: Proef) -> None:
    """A role that registers nothing has no form, the token is needed, and a location stays with its own."""
    toegang = proef.omgeving.toegang
    assert (await (await met_sessie(proef.app, toegang, Rol.RAAD)).get("/melden")).status_code == 403
    meldpunt = await met_sessie(proef.app, toegang, Rol.MELDPUNT)
    assert (await meldpunt.post("/melden", data=INGEVULD)).status_code == 403
    elders = await met_sessie(proef.app, toegang, Rol.COA, "zoetermeer")
    csrf = csrf_uit((await elders.get("/melden")).text)
    assert (await elders.post("/melden", data={**INGEVULD, "csrf": csrf})).status_code == 403
    assert proef.feiten() == []

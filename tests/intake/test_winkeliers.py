"""Shopkeepers of one area share one channel (TB-2.6): a code that is shown once, and can be withdrawn."""

from pathlib import Path
from re import search

import httpx
import pytest

from services.intake import volgcode
from shared.contracts.intake import Aard, GroepscodeGemaakt, GroepscodeIngetrokken, MeldingOntvangen
from shared.profiel import Rol
from shared.web import Toegang
from tests.intake.bezoek import tekst
from tests.intake.proef import Proef, proef_intake
from tests.web import csrf_uit, met_sessie

OPZET = {"naam": "Winkels Dorp", "locatie": "gm0637:rokkeveenseweg", "gebied": "dorp", "plaats": "buiten-noodopvang"}
SLEUTEL = "0d3a4a52-3f0b-4c1e-9d55-6d0b2a8f4c11"
ANTWOORDEN = {
    "sleutel": SLEUTEL,
    "thema": "winkeldiefstal",
    "datum": "2026-11-22",
    "tijd": "10:30",
    "aangifte": "gedaan",
}
INGEVULD = {**ANTWOORDEN, "ga": "verstuur"}
REDEN = {"opvang": "ja", "toelichting": "Hij liep daarna de opvang in."}


async def beheer(proef: Proef) -> tuple[httpx.AsyncClient, str]:
    """Who supervises, and the token of their forms."""
    client = await met_sessie(proef.app, proef.omgeving.toegang, Rol.BEHEER)
    return client, csrf_uit((await client.get("/beheer/winkeliers")).text)


async def nieuwe_code(proef: Proef) -> str:
    """A code, made on the page."""
    client, csrf = await beheer(proef)
    gemaakt = await client.post("/beheer/winkeliers", data={**OPZET, "csrf": csrf})
    code = search(r'id="nieuwe-code" value="([0-9A-Z-]+)" readonly', gemaakt.text)
    assert code, tekst(gemaakt.text)
    assert f"/winkeliers?code={code[1]}" in gemaakt.text
    return code[1]


def alles_in(folder: Path) -> bytes:
    """Everything that stands in a folder."""
    return b"".join(pad.read_bytes() for pad in folder.rglob("*") if pad.is_file())


async def test_een_winkelier_meldt(proef: Proef) -> None:
    """The link shows a short form; what it sends says everything that the group always says."""
    code = await nieuwe_code(proef)
    formulier = await proef.publiek.get("/winkeliers", params={"code": code})
    assert "Winkels Dorp" in formulier.text
    assert 'name="locatie"' not in formulier.text
    assert tekst(formulier.text).startswith("Bij direct gevaar")
    antwoord = await proef.publiek.post("/winkeliers", data={**INGEVULD, **REDEN, "code": code.lower()})
    assert "Uw melding is ontvangen" in antwoord.text
    feit = next(feit for feit in proef.feiten() if isinstance(feit, MeldingOntvangen))
    assert (feit.kanaal, feit.aard, feit.thema, feit.gebied) == ("winkeliers", Aard.CRIMINEEL, "winkeldiefstal", "dorp")
    assert feit.gericht_tegen == "ondernemers"


async def test_zonder_reden_gaat_een_melding_niet_over_de_opvang(proef: Proef) -> None:
    """Nothing is chosen beforehand; who gives no reason reports about the municipality, outside the location."""
    code = await nieuwe_code(proef)
    formulier = (await proef.publiek.get("/winkeliers", params={"code": code})).text
    assert not search(r"<option value=\"[a-z].* selected|checked", formulier)
    assert all(f'name="{veld}" value=""' in formulier for veld in ("datum", "tijd"))
    for nummer, opvang in enumerate(({}, {"opvang": "nee"})):
        sleutel = f"0d3a4a52-3f0b-4c1e-9d55-6d0b2a8f4c2{nummer}"
        await proef.publiek.post("/winkeliers", data={**INGEVULD, **opvang, "sleutel": sleutel, "code": code})
    plekken = [
        (feit.locatie, feit.plaats, feit.gebied) for feit in proef.feiten() if isinstance(feit, MeldingOntvangen)
    ]
    assert plekken == [("zoetermeer", "buiten-noodopvang", None)] * 2


async def test_een_lege_melding_of_een_reden_zonder_woorden(proef: Proef) -> None:
    """What is empty is refused at its fields; who thinks of the reception location says why."""
    code = await nieuwe_code(proef)
    leeg = await proef.publiek.post("/winkeliers", data={"sleutel": SLEUTEL, "code": code, "ga": "verstuur"})
    assert (leeg.status_code, [f'id="{veld}-fout"' in leeg.text for veld in ("thema", "datum", "tijd")]) == (
        400,
        [True] * 3,
    )
    assert "deel van de dag" not in leeg.text, "this form has no such field"
    kaal = await proef.publiek.post("/winkeliers", data={**INGEVULD, "opvang": "ja", "code": code})
    assert (kaal.status_code, "Schrijf hier waarom u aan de opvang denkt" in kaal.text) == (400, True)
    vreemd = await proef.publiek.post("/winkeliers", data={**INGEVULD, "opvang": "zeker", "code": code})
    assert (vreemd.status_code, 'id="opvang-fout"' in vreemd.text) == (400, True)
    assert [type(feit) for feit in proef.feiten()] == [GroepscodeGemaakt]


async def test_nog_een_keer_nakijken(proef: Proef) -> None:
    """Before it is sent a shopkeeper reads what becomes unrecognisable, takes more out, and can go back."""
    code = await nieuwe_code(proef)
    gegeven = {**ANTWOORDEN, "code": code, "toelichting": "Bel 06 12345678 of vraag het Piet."}
    nakijken = await proef.publiek.post("/winkeliers", data=gegeven)
    assert "Dit maken wij onherkenbaar" in nakijken.text
    assert "Gemeente Zoetermeer" in tekst(nakijken.text)
    assert not any(isinstance(feit, MeldingOntvangen) for feit in proef.feiten())
    mis = await proef.publiek.post("/winkeliers", data={**gegeven, "verberg": "Kees", "ga": "verstuur"})
    assert (mis.status_code, 'id="verberg-fout"' in mis.text) == (400, True)
    zonder = await proef.publiek.post("/winkeliers", data={**gegeven, "toelichting": "Turk", "ga": "weg:Turk"})
    assert '<mark dir="ltr">[weggehaald]</mark></p>' in zonder.text
    terug = await proef.publiek.post("/winkeliers", data={**gegeven, "ga": "wijzig"})
    assert "vraag het Piet.</textarea>" in terug.text
    await proef.publiek.post("/winkeliers", data={**gegeven, "verberg": "vraag", "ga": "verstuur"})
    (bewaard,), *_ = proef.rijen("SELECT tekst FROM teksten")
    assert "[weggehaald]" in bewaard
    assert "12345678" not in bewaard


async def test_een_groep_meldt_niet_te_vaak(toegang: Toegang, tmp_path: Path) -> None:
    """Four an hour: whoever has the code cannot fill a threshold by pressing a button; nothing typed is lost."""
    proef = proef_intake(tmp_path / "groep", toegang, snelheidslimiet=True)
    code = await nieuwe_code(proef)
    for nummer in range(5):
        anders = {**INGEVULD, "sleutel": f"0d3a4a52-3f0b-4c1e-9d55-6d0b2a8f4c2{nummer}", "tijd": f"10:3{nummer}"}
        antwoord = await proef.publiek.post("/winkeliers", data={**anders, "code": code})
    assert (antwoord.status_code, int(antwoord.headers["Retry-After"]) > 3000) == (429, True)
    assert "Van uw groep kwamen dit uur al 4 meldingen binnen." in tekst(antwoord.text)
    assert 'name="tijd" value="10:34"' in antwoord.text
    assert sum(isinstance(feit, MeldingOntvangen) for feit in proef.feiten()) == 4
    proef.sluit()


async def test_de_naam_van_een_groep(proef: Proef) -> None:
    """The name stands on a public page: letters, digits, spaces and a few signs."""
    client, csrf = await beheer(proef)
    nee = await client.post("/beheer/winkeliers", data={**OPZET, "csrf": csrf, "naam": "<script>alert(1)</script> W"})
    assert (nee.status_code, "gebruik alleen letters" in nee.text.lower()) == (400, True)
    ja = await client.post(
        "/beheer/winkeliers", data={**OPZET, "csrf": csrf, "naam": "Café's & Co. (’t Dörp-Zuid) 2/3"}
    )
    assert 'id="nieuwe-code"' in ja.text


async def test_de_code_typen(proef: Proef) -> None:
    """Who has no link types the code, in any writing, and gets the same form."""
    code = await nieuwe_code(proef)
    assert 'name="code"' in (await proef.publiek.get("/winkeliers")).text
    antwoord = await proef.publiek.post("/winkeliers", data={"code": code.replace("-", " ").lower()})
    assert "Winkels Dorp" in antwoord.text


async def test_een_verkeerde_code(proef: Proef) -> None:
    """A code that nobody has, or too long a one, opens nothing and stores nothing."""
    for code in ("x", "x" * 65, volgcode.maak(b"nergens voor mensen")):
        assert (await proef.publiek.get("/winkeliers", params={"code": code})).status_code == 404
        antwoord = await proef.publiek.post("/winkeliers", data={**INGEVULD, "code": code})
        assert (antwoord.status_code, f'value="{code}"' in antwoord.text) == (404, True)
    assert proef.feiten() == []


async def test_intrekken(proef: Proef) -> None:
    """A withdrawn code works no longer, from the next request; the list says so; twice changes nothing."""
    code = await nieuwe_code(proef)
    client, csrf = await beheer(proef)
    (groep_id, *_), *_ = proef.rijen("SELECT id FROM groepen")
    for _ in range(2):
        assert (await client.post(f"/beheer/winkeliers/{groep_id}/trek-in", data={"csrf": csrf})).status_code == 303
    assert (await proef.publiek.post("/winkeliers", data={**INGEVULD, "code": code})).status_code == 404
    assert "Ingetrokken op" in (await client.get("/beheer/winkeliers")).text
    assert [type(feit) for feit in proef.feiten()] == [GroepscodeGemaakt, GroepscodeIngetrokken]


async def test_de_code_staat_nergens(
    proef: Proef, tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """In no file and in no line that is logged, written either way, after making, using, mistyping and withdrawing."""
    caplog.set_level("WARNING", logger="httpx")  # the test's own client logs where it goes
    code = await nieuwe_code(proef)
    await proef.publiek.get("/winkeliers", params={"code": code})
    await proef.publiek.post("/winkeliers", data={**INGEVULD, "code": code})
    await proef.publiek.post("/winkeliers", data={**INGEVULD, "code": code, "tijd": ""})
    gelogd = "".join((*capfd.readouterr(), caplog.text)).encode()
    inhoud = alles_in(tmp_path)
    assert len(inhoud) > 10_000
    for geschreven in (code, volgcode.lees(code)):
        assert geschreven.encode() not in inhoud + gelogd


async def test_een_fout_staat_bij_het_veld(proef: Proef) -> None:
    """A missing time is marked at the time; nothing typed is lost; a field of his own is refused; files too."""
    code = await nieuwe_code(proef)
    antwoord = await proef.publiek.post("/winkeliers", data={**INGEVULD, "code": code, "tijd": "", "toelichting": "Ik"})
    assert antwoord.status_code == 400
    assert 'id="tijd-fout"' in antwoord.text
    assert ">Ik</textarea>" in antwoord.text
    anders = {**INGEVULD, "code": code, "nationaliteit": "x"}
    assert (await proef.publiek.post("/winkeliers", data=anders)).status_code == 400


async def test_een_groep_kan_niet_elders_melden(proef: Proef) -> None:
    """What the group always says cannot be changed by the form."""
    code = await nieuwe_code(proef)
    elders = {**INGEVULD, **REDEN, "code": code, "locatie": "gm0637:zoetermeer", "kanaal": "telefoon", "aard": "ggz"}
    await proef.publiek.post("/winkeliers", data=elders)
    feit = next(feit for feit in proef.feiten() if isinstance(feit, MeldingOntvangen))
    assert (feit.locatie, feit.kanaal, feit.aard) == ("rokkeveenseweg", "winkeliers", Aard.CRIMINEEL)


async def test_wie_codes_maakt(proef: Proef) -> None:
    """Only beheer; and a group that could never report is refused with every field that must change."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    assert (await meldpunt.get("/beheer/winkeliers")).status_code == 403
    client, csrf = await beheer(proef)
    antwoord = await client.post("/beheer/winkeliers", data={"csrf": csrf, "locatie": "gm0637:zoetermeer"})
    assert antwoord.status_code == 400
    assert all(f'id="{veld}-fout"' in antwoord.text for veld in ("naam", "plaats"))
    assert "Kies waar de winkels zijn." in antwoord.text
    nergens = await client.post("/beheer/winkeliers", data={"csrf": csrf, "naam": "x"})
    assert (nergens.status_code, "Kies bij welke locatie de groep hoort." in nergens.text) == (400, True)
    assert proef.feiten() == []


async def test_niet_te_vaak(toegang: Toegang, tmp_path: Path) -> None:
    """Guessing is slowed down for each address."""
    proef = proef_intake(tmp_path / "streng", toegang, snelheidslimiet=True)
    antwoorden = [(await proef.publiek.post("/winkeliers", data={"code": "x"})).status_code for _ in range(31)]
    assert antwoorden == [404] * 30 + [429]
    proef.sluit()

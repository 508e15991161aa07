"""The public form, as a browser without JavaScript uses it: one question a page, nothing kept until it is sent."""

from re import findall

import pytest

from services.intake import volgcode
from shared.contracts.intake import Aard, MeldingOntvangen
from tests.intake.bezoek import VOLLEDIG, Bezoek, code_op, ingevuld, tekst
from tests.intake.proef import Proef

TELEFOON = "Bel 06 12345678"


async def test_de_eerste_bladzijde(proef: Proef) -> None:
    """Before anything else: in danger, call 112. Then what it is for, aangifte, no files, and privacy. No script."""
    bezoek = Bezoek(proef.publiek)
    bezoek.pagina = await proef.publiek.get("/melden")
    assert bezoek.leest.startswith("Bij direct gevaar: bel 112.")
    assert bezoek.html.count('href="tel:112"') == 2, "in the box and at the foot"
    assert bezoek.html.count('href="tel:09008844"') == 2, "in the box and where it says how to report a crime"
    for woorden in ("geen aangifte", "politie.nl", "geen foto’s", "openbare orde", "bewaartermijnen", "Gemeente"):
        assert woorden.lower() in bezoek.leest.lower()
    assert "<script" not in bezoek.html
    assert "cookie" not in str(bezoek.pagina.headers).lower()


async def test_een_vraag_op_elke_bladzijde(proef: Proef) -> None:
    """Every page has one heading, which is its title too; the questions come in order and nothing is stored."""
    bezoek, koppen = await Bezoek(proef.publiek).begin(), list[str]()
    while "/melden/versturen" not in bezoek.html:
        koppen.append(bezoek.kop)
        assert bezoek.html.count("<h1") == 1
        assert f"<title>{bezoek.kop} –" in bezoek.html
        await bezoek.druk(**{naam: waarde for naam, waarde in VOLLEDIG.items() if naam in bezoek.form.velden})
    assert len(koppen) == len(set(koppen)) == 10
    assert koppen[0] == "Wat voor gedrag was het?"
    assert proef.feiten() == []


async def test_de_antwoorden_worden_een_melding(proef: Proef) -> None:
    """The code is shown once, the time is that of the municipality, and the text is masked."""
    bezoek = await ingevuld(proef, toelichting=TELEFOON)
    assert "22-11-2026 10.30" in bezoek.leest
    await bezoek.verstuur()
    assert volgcode.klopt(volgcode.lees(code_op(bezoek.html)))
    volgt = await proef.publiek.post("/volgen", data={"volgcode": bezoek.form.waarden["volgcode"]})
    assert "Uw melding is ontvangen" in tekst(volgt.text)
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert (feit.aard, feit.kanaal) == (Aard.CRIMINEEL, "webformulier")
    assert feit.voorgevallen_op.isoformat() == "2026-11-22T09:30:00+00:00"
    assert proef.rijen("SELECT tekst FROM teksten") == [("Bel [telefoonnummer]",)]


async def test_alles_ingevuld(proef: Proef) -> None:
    """Every question finds its field."""
    alles = {
        "aard": "crimineel",
        "gebied": "dorp",
        "thema": "vernieling",
        "gerichtTegen": "ondernemers",
        "aangifte": "gedaan",
        "publiekeTaak": "true",
    }
    await (await ingevuld(proef, **alles)).verstuur()
    (feit,) = proef.feiten()
    genoemd = feit.model_dump(mode="json")
    assert {veld: genoemd[veld] for veld in alles} == {**alles, "publiekeTaak": True}


async def test_overslaan_mag(proef: Proef) -> None:
    """Only place and moment are asked for; the meldpunt classifies what the resident leaves open (LVS-2.3)."""
    await (await ingevuld(proef, aard="")).verstuur()
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert feit.aard is Aard.NOG_TE_BEPALEN


@pytest.mark.parametrize(
    ("anders", "bij"),
    [
        ({"locatie": ""}, ["locatie"]),
        ({"locatie": "gm0637:weg"}, ["locatie"]),
        ({"plaats": ""}, ["plaats"]),
        ({"datum": "", "tijd": ""}, ["datum", "tijd"]),
        ({"tijd": ""}, ["tijd"]),
        ({"datum": "22-11"}, ["datum"]),
        ({"datum": "2026-11-23"}, ["datum"]),
        ({"tijd": "23:59"}, ["tijd"]),
        ({"datum": "1026-11-22"}, ["datum"]),
        ({"datum": "2026-03-29", "tijd": "02:30"}, ["tijd"]),
        ({"aard": "iets"}, ["aard"]),
        ({"thema": "politiek"}, ["thema"]),
        ({"toelichting": "x" * 4001}, ["toelichting"]),
    ],
)
async def test_een_fout_staat_bij_het_veld(proef: Proef, anders: dict[str, str], bij: list[str]) -> None:
    """On its own page, beside its own field, in the order of the fields; what was filled in stays."""
    bezoek = await Bezoek(proef.publiek).tot_controle(**{**VOLLEDIG, **anders})
    assert bezoek.pagina.status_code == 400
    assert findall(r'id="(\w+)-fout"', bezoek.html) == bij
    assert findall(r'<li><a href="#(\w+)">', bezoek.html) == bij
    assert bezoek.html.index("<title>Fout: ") < bezoek.html.index("<body")
    for veld in set(bij) & anders.keys() - {"aard", "locatie", "plaats", "thema"}:
        assert anders[veld] in bezoek.form.waarden[veld]


async def test_terug_en_vooruit(proef: Proef) -> None:
    """The button to the question before keeps what was typed, also what cannot be taken."""
    bezoek = await Bezoek(proef.publiek).begin()
    await bezoek.druk(aard="ggz")
    assert bezoek.kop == "Waar ging het over?"
    await bezoek.druk(ga="vorige", thema="drugs")
    assert bezoek.form.waarden["aard"] == "ggz"
    await bezoek.druk()
    assert bezoek.form.waarden["thema"] == "drugs"
    await bezoek.druk(ga="vorige")
    await bezoek.druk(ga="vorige")
    assert bezoek.kop == "Melding doen"


async def test_wijzigen_bij_de_controle(proef: Proef) -> None:
    """From the check page to a question and back; an answer that no longer fits the others falls away."""
    bezoek = await ingevuld(proef, gebied="dorp", aangifte="gedaan")
    await bezoek.druk(ga="naar:aard")
    await bezoek.druk(aard="overlast")
    assert bezoek.kop == "Controleer uw antwoorden"
    assert "Aangifte gedaan" not in bezoek.leest
    await bezoek.druk(ga="naar:locatie")
    await bezoek.druk(locatie="gm0637:zoetermeer")
    assert "Dorp" not in bezoek.leest
    await bezoek.verstuur()
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert (feit.locatie, feit.gebied, feit.aangifte) == ("zoetermeer", None, "onbekend")


async def test_wat_onherkenbaar_wordt(proef: Proef) -> None:
    """The check page shows what the masker takes out; the reporter takes out more, and so it is stored."""
    bezoek = await ingevuld(proef, toelichting="Hij met de groene  pet belt 06 12345678, groene pet ook.")
    assert "06 12345678 wordt [telefoonnummer]" in bezoek.leest
    await bezoek.druk(ga="maskeer", verberg="Groene pet\nhij")
    assert "belt [telefoonnummer]" in bezoek.leest
    await bezoek.verstuur()
    bewaard = "[weggehaald] met de [weggehaald] belt [telefoonnummer], [weggehaald] ook."
    assert proef.rijen("SELECT tekst FROM teksten") == [(bewaard,)]


async def test_een_woord_over_afkomst_kan_weg(proef: Proef) -> None:
    """It is pointed out before sending, and one button takes it out; the page after says what was taken out and not."""
    bezoek = await ingevuld(proef, toelichting="Een Syrische man riep, Karin ook. De syrische man liep weg.")
    assert "U schrijft ‘Syrische’. Zegt dat iets over het gedrag? Zo niet, haal het weg." in bezoek.leest
    assert "U kunt altijd versturen." in bezoek.leest
    await bezoek.druk(ga="weg:Syrische")
    assert "U schrijft" not in bezoek.leest
    await bezoek.verstuur()
    bewaard = "Een [weggehaald] man riep, [naam] ook. De [weggehaald] man liep weg."
    assert proef.rijen("SELECT tekst FROM teksten") == [(bewaard,)]
    assert "ook wat u schreef over afkomst, geloof of gezondheid" in bezoek.leest


async def test_wie_discriminatie_meldt_mag_het_noemen(proef: Proef) -> None:
    """Never a refusal: sent as it stands, it is stored so. Without a text nothing is said about one."""
    bezoek = await ingevuld(proef, toelichting="Zij werd geweigerd om haar hoofddoek.")
    assert "Laat het woord dan staan" in bezoek.leest
    await bezoek.verstuur()
    assert bezoek.pagina.status_code == 200
    assert proef.rijen("SELECT tekst FROM teksten") == [("Zij werd geweigerd om haar hoofddoek.",)]
    kaal = await ingevuld(proef)
    await kaal.verstuur()
    assert "afkomst" not in kaal.leest


async def test_een_nummer_in_de_tekst_mag_ergens_anders_wel(proef: Proef) -> None:
    """Who writes a number in the text reads where it can be given; who has no question for it, does not."""
    bezoek = await ingevuld(proef, toelichting=TELEFOON)
    assert "Vul uw e-mailadres of telefoonnummer dan in bij ‘Bericht per e-mail of sms’" in bezoek.leest
    await bezoek.druk(ga="naar:bericht")
    assert bezoek.kop == "Wilt u bericht krijgen over uw melding?"
    assert "14 dagen nadat uw melding is afgesloten, en uiterlijk 180 dagen na uw melding" in bezoek.leest
    for anders in ({"toelichting": "Groene pet."}, {"toelichting": TELEFOON, "telefoon": "0612345678"}):
        assert "kunnen bereiken" not in (await ingevuld(proef, **anders)).leest


async def test_zelf_een_deel_van_een_nummer_verbergen(proef: Proef) -> None:
    """Hiding a part of what the masker would find leaves no other part of it standing."""
    bezoek = await ingevuld(proef, toelichting=TELEFOON)
    await bezoek.verstuur(verberg="06")
    assert proef.rijen("SELECT tekst FROM teksten") == [("Bel [telefoonnummer]",)]


async def test_een_verkeerd_overgetypt_woord(proef: Proef) -> None:
    """A name that is not in the text would stay in it: it is named, and nothing is sent."""
    bezoek = await ingevuld(proef, toelichting="Piet de Vries riep.")
    await bezoek.verstuur(verberg="Pjet")
    assert bezoek.pagina.status_code == 400
    assert "Deze woorden staan niet in uw tekst: Pjet" in bezoek.leest
    assert proef.feiten() == []


async def test_wat_niet_gevraagd_wordt(proef: Proef) -> None:
    """Nobody slips in a nationality by a form of his own, nor a field twice."""
    bezoek = await ingevuld(proef)
    for velden in ({"nationaliteit": "x"}, {"aard": ["ggz", "overlast"]}):
        await bezoek.verstuur(**velden)
        assert bezoek.pagina.status_code == 400
        assert "niet goed overgekomen" in bezoek.leest
        bezoek = await ingevuld(proef)
    assert proef.feiten() == []

"""The public form, as a browser without JavaScript uses it: one question a page, nothing kept until it is sent."""

from pathlib import Path
from re import findall, search
from uuid import UUID

import pytest

from services.intake import volgcode
from services.intake.application.dienst import OPENBAAR
from services.intake.geheim import Geheim
from shared.contracts.intake import Aard, MeldingOntvangen
from shared.web import Toegang
from tests.intake.bezoek import VOLLEDIG, Bezoek, tekst
from tests.intake.proef import Proef, proef_intake
from tests.intake.test_winkeliers import alles_in

TELEFOON = "Bel 06 12345678"


def code_op(html: str) -> str:
    """The code on a page."""
    gevonden = search(r'class="code"[^>]*>([0-9A-Z-]+)<', html)
    assert gevonden
    return gevonden[1]


async def ingevuld(proef: Proef, **anders: str) -> Bezoek:
    """Somebody who answered everything, and looks at the answers."""
    return await Bezoek(proef.publiek).tot_controle(**{**VOLLEDIG, **anders})


async def test_de_eerste_bladzijde(proef: Proef) -> None:
    """Before anything else: in danger, call 112. Then what it is for, aangifte, no files, and privacy. No script."""
    bezoek = Bezoek(proef.publiek)
    bezoek.pagina = await proef.publiek.get("/melden")
    assert bezoek.leest.startswith("Bij direct gevaar: bel 112.")
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


async def test_een_bestand_wordt_geweigerd(proef: Proef) -> None:
    """A file is refused with the reason, whatever its name; people stand on photographs."""
    bezoek = await ingevuld(proef)
    antwoord = await proef.publiek.post(
        "/melden/versturen", data=bezoek.form.waarden, files={"foto": ("foto.jpg", b"\xff\xd8", "image/jpeg")}
    )
    assert antwoord.status_code == 400
    assert "Op foto’s en in bestanden staan vaak mensen" in antwoord.text
    assert proef.feiten() == []


async def test_twee_keer_drukken_is_een_melding(overal: Proef) -> None:
    """The same form sent again counts once; within the hour it shows the same code, for who lost the connection."""
    proef, bezoek = overal, await ingevuld(overal)
    gestuurd = bezoek.form.waarden
    code = code_op((await proef.publiek.post("/melden/versturen", data=gestuurd)).text)
    proef.klok.verder(minutes=59)
    tweede = await proef.publiek.post("/melden/versturen", data=gestuurd)
    assert "Deze melding is al bewaard" in tweede.text
    assert code_op(tweede.text) == code
    assert "Uw melding is ontvangen" in (await proef.publiek.post("/volgen", data={"volgcode": code})).text
    anders = await proef.publiek.post("/melden/versturen", data={**gestuurd, "tijd": "11:45"})
    assert (anders.status_code, code in anders.text) == (409, False), "with the key alone, without the answers"
    ander = await ingevuld(proef)
    assert code_op((await proef.publiek.post("/melden/versturen", data=ander.form.waarden)).text) != code
    proef.klok.verder(minutes=1)
    later = await proef.publiek.post("/melden/versturen", data=gestuurd)
    assert ("Na een uur tonen wij hem niet meer." in later.text, 'class="code"' in later.text) == (True, False)
    assert len(proef.feiten()) == 2


async def test_de_code_en_de_sleutel_van_het_formulier_staan_nergens(
    proef: Proef, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither stands in a file or in what is logged; with what is stored and without the secret there is no code."""
    gestuurd = (await ingevuld(proef)).form.waarden
    codes = {code_op((await proef.publiek.post("/melden/versturen", data=gestuurd)).text) for _ in range(2)}
    (code,), inhoud = codes, alles_in(tmp_path) + "".join(capfd.readouterr()).encode()
    assert len(inhoud) > 10_000
    for geheim in (code, volgcode.lees(code), gestuurd["sleutel"], UUID(gestuurd["sleutel"]).hex):
        assert geheim.encode() not in inhoud
    ander = Geheim(b"een andere installatie").toeval_van_formulier(OPENBAAR, gestuurd["sleutel"], volgcode.TOEVAL)
    assert volgcode.maak(ander) != code


async def test_een_code_van_voor_een_nieuwe_versie_wordt_niet_verzonnen(proef: Proef) -> None:
    """A code that is not the one that was kept is never shown: nobody could follow a melding with it."""
    gestuurd = (await ingevuld(proef)).form.waarden
    await proef.publiek.post("/melden/versturen", data=gestuurd)
    await proef.dienst.ledger.run(lambda tx: tx.execute("UPDATE volgcodes SET zegel = 'x'"), proef.context())
    assert 'class="code"' not in (await proef.publiek.post("/melden/versturen", data=gestuurd)).text


async def test_terug_en_iets_anders_sturen(proef: Proef) -> None:
    """Who goes back after sending and changes an answer is asked, and can send it as a new one."""
    bezoek = await ingevuld(proef)
    await proef.publiek.post("/melden/versturen", data=bezoek.form.waarden)
    sleutel = bezoek.form.waarden["sleutel"]
    await bezoek.verstuur(tijd="11:45")
    assert bezoek.pagina.status_code == 409
    assert bezoek.form.waarden["sleutel"] != sleutel
    assert bezoek.form.waarden["tijd"] == "11:45"
    await bezoek.verstuur()
    assert len(proef.feiten()) == 2


async def test_zonder_sleutel_van_het_formulier(proef: Proef) -> None:
    """A form that is not ours is asked to begin again; opening the last address by itself leads to the first."""
    for sleutel in ("", "1"):
        antwoord = await proef.publiek.post("/melden", data={**VOLLEDIG, "sleutel": sleutel})
        assert antwoord.status_code == 400
        assert "Begin opnieuw" in antwoord.text
    assert (await proef.publiek.get("/melden/versturen")).headers["location"] == "/melden"


async def test_een_omweg_om_de_vragen(proef: Proef) -> None:
    """Who sends the last page without the others gets the first question that has no good answer."""
    bezoek = await Bezoek(proef.publiek).begin()
    await bezoek.verstuur(aard="ggz")
    assert bezoek.pagina.status_code == 400
    assert bezoek.kop == "Bij welke locatie gebeurde het?"
    await bezoek.druk(locatie="gm0637:rokkeveenseweg")
    assert bezoek.kop == "Controleer uw antwoorden"


async def test_wie_bericht_wil(proef: Proef) -> None:
    """An address goes into the vault alone; a wrong one is named in its own field, in words of the form."""
    bezoek = await Bezoek(proef.publiek).tot_controle(**VOLLEDIG, email="fout", telefoon="0612345678")
    assert bezoek.kop == "Wilt u bericht krijgen over uw melding?"
    assert "Vul een e-mailadres in zoals naam@voorbeeld.nl" in bezoek.leest
    await bezoek.druk(email="kanarie@voorbeeld.nl")
    assert "kanarie@voorbeeld.nl" in bezoek.leest
    await bezoek.verstuur()
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert feit.terugkoppeling_gewenst
    assert "kanarie" not in feit.model_dump_json()


async def test_een_te_lange_tekst_wordt_niet_stil_afgekapt(proef: Proef) -> None:
    """The page says how many characters fit; too many come back whole, with how many there were."""
    bezoek = await Bezoek(proef.publiek).tot_controle(**VOLLEDIG)
    assert "Er is nog niets verstuurd" not in bezoek.html
    sleutel = {"sleutel": "0d3a4a52-3f0b-4c1e-9d55-6d0b2a8f4c11"}
    te_lang = {**VOLLEDIG, **sleutel, "stap": "toelichting", "toelichting": "a" * 5210}
    antwoord = await proef.publiek.post("/melden", data=te_lang)
    assert (antwoord.status_code, "a" * 5210 in antwoord.text) == (400, True)
    assert "U gebruikte 5.210 tekens. Er passen er 4.000." in antwoord.text
    assert "Er passen 4.000 tekens." in antwoord.text
    assert "maxlength" not in antwoord.text
    veel_te_lang = await proef.publiek.post("/melden", data={**te_lang, "toelichting": "a" * 70_000})
    assert (veel_te_lang.status_code, "Ga terug en maak hem korter." in veel_te_lang.text) == (413, True)


async def test_privacy(proef: Proef) -> None:
    """Purpose, legal ground, terms of the profile, rights and where to complain."""
    gelezen = tekst((await proef.publiek.get("/privacy")).text)
    for woorden in (
        "artikel 172",
        "AVG",
        "dagen nadat uw melding is afgesloten",
        "bezwaar",
        "Autoriteit",
        "Bel 14 079.",
        "Schrijft iemand dat toch in een tekst? Dan halen wij het niet vanzelf weg",
        "Wij herkennen niet elk woord. Wat u laat staan, bewaren wij.",
        "Een medewerker kan achteraf iets uit de tekst halen.",
    ):
        assert woorden in gelezen
    assert "niet vragen en niet bewaren" not in gelezen


async def test_meer_gemeenten(toegang: Toegang, proef: Proef) -> None:
    """With two municipalities the location says which; each asks what its own profile asks."""
    data = proef.omgeving.instellingen.data / "samen"
    samen = proef_intake(data, toegang, gemeenten=("zoetermeer", "koggenland"))
    bezoek = await Bezoek(samen.publiek).tot_controle(**{**VOLLEDIG, "locatie": "gm1598:koggenland"})
    assert "Plaats" not in bezoek.leest
    assert "Koggenland" in bezoek.leest
    await bezoek.verstuur()
    assert {feit.gemeente for feit in samen.feiten()} == {"gm1598"}
    samen.sluit()

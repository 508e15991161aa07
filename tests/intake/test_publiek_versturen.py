"""Sending the public form: once, with its code, and what is refused."""

from pathlib import Path
from uuid import UUID

import pytest

from services.intake import volgcode
from services.intake.application.dienst import OPENBAAR
from services.intake.geheim import Geheim
from shared.contracts.intake import MeldingOntvangen
from shared.web import Toegang
from tests.intake.bezoek import VOLLEDIG, Bezoek, code_op, ingevuld, tekst
from tests.intake.proef import Proef, proef_intake
from tests.intake.test_winkeliers import alles_in


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


async def test_wie_nog_niet_verstuurde_leest_niet_dat_het_al_kan(proef: Proef) -> None:
    """Only below the button stands what to do when no confirmation came; above it, where the button is."""
    leest = (await ingevuld(proef)).leest
    assert "Verstuur dan uw melding met de knop onderaan." in leest
    knop, nog_een_keer = (leest.index(zin) for zin in ("Verstuur melding", "kwam er geen bevestiging?"))
    assert knop < nog_een_keer


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
    assert bezoek.kop == "In de buurt van welke locatie gebeurde het?"
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

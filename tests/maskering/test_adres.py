"""Where somebody lives goes: street and number in every notation, and the postcode. The street alone stays."""

from itertools import product

import pytest

from shared.maskering import masker

STRAAT = ["straat", "laan", "gracht", "kade", "singel", "steeg", "dreef", "plantsoen", "plein"]
_MET_HOOFDLETTER = """
weg hof dijk pad park baan rode ring hove veld burg gaarde gang werf hoek tuin zand geel bos land zicht einde
zijde zoom akker
"""
MET_HOOFDLETTER = _MET_HOOFDLETTER.split()
NUMMERS = [
    *[
        "12",
        "12a",
        "12 a",
        "12-a",
        "12 - 3",
        "12-14",
        "12 bis",
        "12 hs",
        "12 huis",
        "12 boven",
        "12 beneden",
        "12 zwart",
    ],
    *[
        "12 rood",
        "12345",
        "nr 12",
        "nr. 12",
        "nummer 12",
        "huisnummer 12",
        "huisnr. 12",
        "huisnr 12",
        "no 12",
        "no. 12",
    ],
    *["Nummer 12", "NR 12", "nr12", "nr.12", "NR12", "no.12"],
]
VOORAAN = [
    *["Plein van ", "Plein van der ", "Plein van de ", "Plein van den ", "Plein de ", "Plein den ", "Plein der "],
    *["Plein ten ", "Plein ter ", "Plein 't ", "J.W. ", "Dr. J.W. ", "’s ", "'t ", "Burgemeester van de "],
]
WOONT = [
    "woon",
    "woont",
    "wonen",
    "woonachtig",
    "woonde",
    "adres",
    "verblijft",
    "gehuisvest",
    "address",
    "live",
    "lives",
]
VOORZETSEL = ["op", "aan", "at", "in", "uit", "van", "bij"]
ACHTERSTEVOREN = ["nummer 12 {} de", "nr 12 {} het", "nr. 12a {}", "huisnummer 12 {} de", "huisnr 12 {} de"]
_EENHEID = """
uur jaar jr keer maal weken week dagen dag maanden minuten min meter km euro man mannen mensen personen
jongens meisjes kinderen bewoners meldingen incidenten auto's scooters graden procent % years times people
hours KEER
"""
EENHEID = _EENHEID.split()
_GEEN_STRAAT = """
blok gebouw lijn bus tram groep artikel week nummer casus fase deel stap punt dag etage verdieping
januari maart mei maandag zondag rond de het een route snelweg euro leeftijd ongeveer circa minstens zeker
versie pagina zaal afdeling vak perron spoor halte
"""
GEEN_STRAAT = _GEEN_STRAAT.split()
POSTCODES = [
    "2718 SS",
    "2718SS",
    "2718ss",
    "2718 ss 12",
    "2718 OP 12",
    "2718ss, nr. 12",
    "2718 ss",
    "2718-SS",
    "2718.SS",
    "2718SS12",
]
GEEN = [
    *["Verzonnenlaan 12:30", "Verzonnenlaan 12.5", "Verzonnenlaan 123456", "nummer 12345 in de Verzonnenlaan"],
    *["gewoont op marsgeel 9", "wij wonen in amsterdam 9", "in Amsterdam 9", "het park 3", "de snelweg 12"],
    *[
        "2718 en",
        "2718 op 12",
        "2718 OP",
        "12718 SS",
        "a2718 SS",
        "0718 SS",
        "1.718 SS",
        "op zilver 9",
        "stop zilver 9",
    ],
]


@pytest.mark.parametrize("eind", [*STRAAT, *MET_HOOFDLETTER])
def test_waar_een_straatnaam_op_eindigt(eind: str) -> None:
    """With a capital each of these makes a street; some make one without."""
    assert masker(f"Het is Verzonnen{eind} 12.") == "Het is [adres]."
    if eind in STRAAT:
        assert masker(f"het is verzonnen{eind} 12") == "het is [adres]"


@pytest.mark.parametrize("nummer", NUMMERS)
def test_het_huisnummer(nummer: str) -> None:
    """With what belongs to it, and with a word between."""
    assert masker(f"Verzonnenlaan {nummer}, daar") == "[adres], daar"


@pytest.mark.parametrize("nummer", [nummer for nummer in NUMMERS if not nummer[0].isdigit()])
def test_een_komma_voor_het_huisnummer(nummer: str) -> None:
    """A comma may stand before the word for a number."""
    assert masker(f"Verzonnenlaan, {nummer}, daar") == "[adres], daar"


@pytest.mark.parametrize("voor", VOORAAN)
def test_de_naam_van_de_straat_gaat_heel_weg(voor: str) -> None:
    """Also what stands before its last word; an article before it stays."""
    assert masker(f"het is {voor}Verzonnenlaan 12") == "het is [adres]"
    assert masker("op de Verzonnenlaan 12") == "op de [adres]"


@pytest.mark.parametrize("woord", WOONT)
def test_waar_iemand_zegt_te_wonen(woord: str) -> None:
    """There a street may sound like nothing, and have no capital."""
    for tussen in (" op ", ": ", " is ", " aan de ", " in het ", " at the "):
        assert masker(f"{woord}{tussen}marsgeel 9.") == f"{woord}{tussen}[adres]."
        assert masker(f"{woord.title()}{tussen}marsgeel 9.") == f"{woord.title()}{tussen}[adres]."


@pytest.mark.parametrize(("woord", "lidwoord"), product(VOORZETSEL, ["", "de ", "het "]))
def test_een_straat_die_niet_zo_klinkt(woord: str, lidwoord: str) -> None:
    """A capital after one of these and before a number; or no word at all before a number."""
    assert masker(f"dat is {woord} {lidwoord}Zilver 9.") == f"dat is {woord} {lidwoord}[adres]."
    assert masker("daar, qwrtpl 9") == "daar, [adres]"


@pytest.mark.parametrize(("vorm", "woord"), product(ACHTERSTEVOREN, ["in", "op", "aan", "van"]))
def test_het_nummer_voorop(vorm: str, woord: str) -> None:
    """The number first, then the street."""
    assert masker(f"op {vorm.format(woord)} Verzonnenplein is het") == "op [adres] is het"


@pytest.mark.parametrize("eenheid", EENHEID)
def test_een_aantal_is_geen_huisnummer(eenheid: str) -> None:
    """So many times, people or minutes."""
    assert "[adres]" not in masker(f"dat is bij Zilver 9 {eenheid} dus")
    assert "[adres]" not in masker(f"woont op marsgeel 9 {eenheid}")


@pytest.mark.parametrize("woord", GEEN_STRAAT)
def test_wat_een_nummer_heeft_en_geen_straat_is(woord: str) -> None:
    """A room, a bus, an article, a month."""
    assert "[adres]" not in masker(f"dat is in {woord.title()} 9 dus")
    if woord != "nummer":  # `op nummer 9` is a house
        assert "[adres]" not in masker(f"woont op {woord} 9")


@pytest.mark.parametrize("postcode", POSTCODES)
def test_een_postcode(postcode: str) -> None:
    """With or without a house number."""
    assert masker(f"op {postcode} daar") == "op [adres] daar"


@pytest.mark.parametrize("tekst", GEEN)
def test_wat_geen_adres_is(tekst: str) -> None:
    """Times, amounts, years, and a place with a number."""
    assert masker(f"dat is {tekst} dus") == f"dat is {tekst} dus"


@pytest.mark.parametrize("kamer", ["kamer 214", "Kamer 3b", "kamernummer: 12", "kmr 7", "room is 12B", "Unit 4"])
def test_een_kamernummer(kamer: str) -> None:
    """With an hour it is one person, for who knows the building."""
    assert masker(f"Er was ruzie in {kamer}, om 23.10 uur") == "Er was ruzie in [adres], om 23.10 uur"


@pytest.mark.parametrize(
    "zin", ["kamer C boven", "In de Tweede Kamer 12 partijen", "kamers 12 en 14", "kamer 12.30 uur"]
)
def test_wat_geen_kamernummer_is(zin: str) -> None:
    """A letter alone, parliament, several at once, an hour."""
    assert masker(zin) == zin

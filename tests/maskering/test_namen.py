"""Names of people are out of a text, and what only resembles one stays.

Every person here is invented.
"""

import pytest

from shared.maskering import laat_staan, masker, vind

NAMEN = {
    "op een lijst": ["Fatima", "Jan", "Yonas", "Oksana", "Mohamed Amrani", "Cheng Wu", "Şükrü Yılmaz", "Hodan Warsame"],
    "op geen lijst": ["Zwiebertje Quakkelaar", "Tsegezeab", "Ouwathik", "Brzęczyszczykiewicz", "Xhulfiqar"],
    "met voorvoegsel": ["Van der Plas", "Marieke van der Plas", "Samir el Hamdaoui", "J. de Boer", "P.J. van 't Hof"],
    "met streepje": ["Zoë-Lynn", "Al-Masri", "Osman-Yusuf", "Jan-Willem"],
}
ZINNEN = [
    "Gisteren heeft {} het gezien.",
    "Het was volgens mij {}!",
    "Ik sprak met {} over het lawaai.",
    "buurman {} belde mij",
    "Met vriendelijke groet,\n{}",
]
AANGEKONDIGD = [
    ("ik heet zwiebert", "ik heet [naam]"),
    ("mijn naam is zwiebert van quakkel", "mijn naam is [naam]"),
    ("meneer de wit van hiernaast", "meneer [naam] van hiernaast"),
    ("mevrouw van der plas belt", "mevrouw [naam] belt"),
    ("zijn zoon kevin gooit vuurwerk", "zijn zoon [naam] gooit vuurwerk"),
    ("buurvrouw roos heeft het gezien", "buurvrouw [naam] heeft het gezien"),
    ("mvg t. quakkel", "mvg [naam]"),
    ("zeg tegen roos dat het stopt", "zeg tegen [naam] dat het stopt"),
    ("fatima en zwiebert zagen het", "[naam] en [naam] zagen het"),
    ("de fiets van bilal is weg", "de fiets van [naam] is weg"),
    ("Mevrouw Kraai, de heer Steen", "Mevrouw [naam], de heer [naam]"),
    ("de vriend van Dennis K. was er ook", "de vriend van [naam]. was er ook"),
    ("My name is Zwiebert", "My name is [naam]"),
    ("FATIMA VAN BLOK 12 BELT", "[naam] VAN BLOK 12 BELT"),
]
WEL_EN_NIET = [
    ("Vos van hiernaast roept", "[naam] van hiernaast roept"),
    ("Een vos heeft de containers omgegooid", None),
    ("Bakker heeft het gezien", "[naam] heeft het gezien"),
    ("Bakkers en slagers klagen ook", None),
    ("volgens Storm was het laat", "volgens [naam] was het laat"),
    ("Er was storm op zee", None),
    ("De roos bloeit", None),
    ("op 3 mei en in Mei", None),
]
GEWOON = [
    "Gisteren stond er weer een groep jongeren te schreeuwen bij de bushalte.",
    "De politie, het COA, de IND en de GGD zijn gebeld. Handhaving kwam om 22.40 uur.",
    "In Den Haag, Delft, Ter Apel en Nootdorp gaat het anders, en in Syrië en Oekraïne ook.",
    "Bij de Albert Heijn en de Lidl, tegenover het Burgemeester Verzonnenpark.",
    "Op de hoek van de Karel Kwispelbergerlaan en de Kerklaan.",
    "Syrische, Eritrese en Nederlandse jongens, Oekraïners en Zoetermeerders door elkaar.",
    "Op dinsdag, in november, met Kerst en op Koningsdag is het drukker.",
    "Ik zag een Volkswagen Golf en een jas van Nike. Het filmpje staat op Facebook.",
    "IK BEN HET ZAT. ELKE NACHT HETZELFDE LAWAAI.",
    "Please send somebody, the neighbours are shouting every night.",
    "Buurtbemiddelingsgesprek gehad. Hangjongerenoverlast neemt af.",
    "snachts is het onrustig, savonds ook, geinformeerd door de wijkagent",
]


@pytest.mark.parametrize("naam", [naam for namen in NAMEN.values() for naam in namen])
@pytest.mark.parametrize("zin", ZINNEN)
def test_een_naam_gaat_weg(naam: str, zin: str) -> None:
    """Whole, wherever it stands, and a second time changes nothing."""
    gemaskeerd = masker(zin.format(naam))
    assert gemaskeerd == zin.format("[naam]")
    assert masker(gemaskeerd) == gemaskeerd


@pytest.mark.parametrize(("tekst", "gemaskeerd"), AANGEKONDIGD)
def test_een_naam_zonder_hoofdletter(tekst: str, gemaskeerd: str) -> None:
    """What announces a name makes one of what follows; so do lists, and what stands beside a name."""
    assert masker(tekst) == gemaskeerd


@pytest.mark.parametrize(("tekst", "gemaskeerd"), WEL_EN_NIET)
def test_een_naam_die_ook_een_woord_is(tekst: str, gemaskeerd: str | None) -> None:
    """Where it stands tells the name from the word."""
    assert masker(tekst) == (gemaskeerd or tekst)


@pytest.mark.parametrize("tekst", GEWOON)
def test_gewone_woorden_blijven(tekst: str) -> None:
    """Ordinary words, places, organisations, peoples, months and feasts stay, also with a capital."""
    assert masker(tekst) == tekst


def test_wat_deze_tekst_mag_houden() -> None:
    """A name of a place that nobody else knows stays when it is given, and only then."""
    tekst = "In Verzonnerveen en bij het Zwiebertplantsoen, zei Fatima."
    assert masker(tekst, behoud=["Verzonnerveen"]) == tekst.replace("Fatima", "[naam]")
    assert masker(tekst) == "In [naam] en bij het Zwiebertplantsoen, zei [naam]."


def test_wat_de_installatie_laat_staan() -> None:
    """Said once where it is wired, it counts for every text."""
    assert masker("Het was in Quakkelburg Noord.") == "Het was in [naam] Noord."
    laat_staan(["Quakkelburg Noord"])
    assert masker("Het was in Quakkelburg Noord.") == "Het was in Quakkelburg Noord."


def test_de_soort_en_de_plek() -> None:
    """A page shows what will be taken out: the places are those of the text as it was typed."""
    tekst = "😀 Hé, Żaneta Zwiebert belde 06-12345678."
    assert [(tekst[v.begin : v.eind], v.soort) for v in vind(tekst)] == [
        ("Żaneta Zwiebert", "naam"),
        ("06-12345678", "telefoonnummer"),
    ]

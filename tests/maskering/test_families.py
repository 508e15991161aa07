"""What identifies somebody, by the family of ways in which people write it; and its ordinary neighbours, which stay.

Every number here is nobody's; plates and postcodes have letters that are never issued.
"""

from itertools import product

import pytest

from shared.maskering import masker

GEHEEL: dict[str, list[str]] = {
    "telefoonnummer": [
        *["nul zes twaalf vierendertig zesenvijftig achtenzeventig", "06 twaalf 34 56 78", "06 en dan 12345678"],
        *[
            "zes een twee drie vier vijf zes zeven acht",
            "zero six 12 34 56 78",
            "06 one two three four five six seven eight",
        ],
        *["O6-12345678", "o6 12 34 56 78", "06123O5678", "06-1234567O", "06-\n12345678", "0612\n345678"],
        *["31 6 12345678", "31612345678", "06 / 0012 7733"],
    ],
    "iban": [
        *[
            "NL 91 ABNA 0417 1643 00",
            "N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0",
            "NL91/ABNA/0417164300",
            "NL91 ABNA 041716430",
        ],
        *["NL91 INGB\n0417 1643 00", "NL91-ABNA-0417-1643-00"],
    ],
    "e-mail": [
        *[
            "q_wie at post.example",
            "q.wie@post,com",
            "q.wie @ post . com",
            "q.wie(a)post.com",
            "q.wie[@]post.com",
            "q.wie{at}post.com",
        ],
        *[
            "q.wie@\npost.example",
            "q.wie op gmail punt com",
            "qwie22 gmail.com",
            "q.wie*gmail.com",
            "mailto:q.wie@post.example",
        ],
        *["qwie laag streepje zm apenstaartje post punt example", "qwie at-teken post punt example"],
    ],
    "v-nummer": ["2840 77 12 90", "V281 5550 123", "28 40 77 12 90"],
    "geboortedatum": ["15/7/52", "8 sept. '49", "12-3-88"],
    "kenteken": ["CB 1234 AB", "B-XX 1002", "KLE-SD 481"],
    "adres": [
        *[
            "Verzonnenlaan 203-II",
            "Verzonnenlaan 12-hs",
            "Verzonnenlaan 12 zw",
            "Verzonnenlaan 12 kamer 3",
            "Verzonnenlaan 44 K12",
        ],
        *[
            "Verzonnenlaan 12/14",
            "Verzonnenlaan 12 3hoog",
            "Verzonnenlaan 12 3e etage",
            "Verzonnenlaan 12 tot en met 16",
            "Verzonnenlaan 12 en 14",
        ],
        *[
            "Verzonnenlaan12",
            "Verzonnenlaan twaalf",
            "verzonnenlaan op nummer 12",
            "Verzonnenlaan #12",
            "Verzonnenlaan (nummer 12",
            "verzonnenstr 12",
        ],
        *[
            "tweede Verzonnenlaan 8",
            "bisschop verzonnenstraat 3",
            "prins verzonnenkade 3",
            "laan van meerzicht 8",
            "verzonnenweg 12",
        ],
        *["221B Baker Street", "12 High Street", "12, rue de la Gare", "Rua Augusta 12", "Verzonnenstrasse 12"],
        *["2718-SS", "2718.SS", "2718SS12", "nr 8 in de verzonnenlaan", "huisnummer 8, Verzonnenlaan"],
    ],
    "gebruikersnaam": [
        *[
            "boefje079",
            "killah22",
            "serg1o.zm",
            "d3n.zwijger",
            "instagram.com / boefje",
            "instagram punt com slash boefje",
        ],
        *[
            "https://vk.example/id/zenya_shev.11",
            "https://site.example/albums/boefje",
            "https://site.example/foto/jan-smit",
        ],
        *[
            "https://site.example/member.php?u=boefje",
            "https://site.example/profiel?id=boefje",
            "https://boefje.tumblr.com",
        ],
        *["boefje.wordpress.com/2026/foto", "https://linktr.ee/boefje", "paypal.me/boefje", "tikkie.me/pay/boefje"],
    ],
}
NUMMER_ERNA = ["123456789", "123.456.789", "123/456/789", "1 2 3 4 5 6 7 8 9"]
BSN_ERVOOR = [
    "bsn van mijn oudste dochter is",
    "bsn (van de moeder):",
    "burger service nr.",
    "bsn is volgens mij",
    "persoonsnummer",
    "bsn vd vader",
]
V_ERVOOR = [
    "V nr",
    "vnr",
    "v-nummer van hem:",
    "vreemdelingennr",
    "vreemdelingnummer",
    "IND-nummer",
    "v nummer is volgens de pas",
]
PLAAT_ERVOOR = [
    "kenteken eh",
    "kenteken begint met",
    "kenteken van de scooter is",
    "een Poolse auto met kenteken",
    "license plate",
    "nummerplaat van die bus:",
]
PLATEN = ["SS-123-D", "ss 123 d", "12 sss 3", "wx 12345", "S-123-SS", "1-SSS-234"]
GEBOREN = [
    *[
        "geboren twaalf maart negentienachtentachtig",
        "jarig op 12 maart",
        "haar verjaardag is 3 mei",
        "geboren in 1988",
        "geboortejaar 1988",
    ],
    *[
        "hij is van maart 1988",
        "geboren op de twaalfde van maart 1988",
        "born 12th of March 1988",
        "geboren op maandag 12 maart 2018",
    ],
    *[
        "geboortedatum van het kind is 1-1-2017",
        "geb dd 12031988",
        "wordt op 12 december achttien",
        "geboren in het ziekenhuis op 1-1-2017",
    ],
]
OP_NETWERK = [
    ("op tiktok heet hij zwartepanter", "op tiktok heet hij [gebruikersnaam]"),
    ("hij noemt zich killah op telegram", "hij noemt zich [gebruikersnaam] op telegram"),
    ("snapchat naam: Lil Boef", "snapchat naam: [gebruikersnaam]"),
    ("te vinden als boefje op snap", "te vinden als [gebruikersnaam] op snap"),
    ("boefje.zm is zijn instagram", "[gebruikersnaam] is zijn instagram"),
    ("ig: boefje", "ig: [gebruikersnaam]"),
    ("gebruikersnaam boefje", "gebruikersnaam [gebruikersnaam]"),
    ("kanaal 'boeftv' op youtube", "kanaal '[gebruikersnaam]' op youtube"),
    ('op insta heet ze "koningin van de flat"', 'op insta heet ze "[gebruikersnaam]"'),
    ("hotmail: boefje88", "hotmail: [gebruikersnaam]"),
    ("apenstaart boefje", "apenstaart [gebruikersnaam]"),
]
NAMEN = [
    ("Amina (02.12.2018) en", "[naam] ([geboortedatum]) en"),
    ("mvg a. vd berg", "mvg [naam]"),
    ("Hoogachtend, mr. E.M. Aardenburg-Stins, Singel 3, daar", "Hoogachtend, mr. [naam], [adres], daar"),
    ("Was getekend, H. Scholte in 't Hof", "Was getekend, [naam]"),
    ("ja met wil van de snackbar", "ja met [naam] van de snackbar"),
    ("roos petra en joke hebben", "[naam] en [naam] hebben"),
    ("mei uit mijn klas staat erop", "[naam] uit mijn klas staat erop"),
    ("ik heb winter gesproken", "ik heb [naam] gesproken"),
    ("Haven en Fikadu delen een kamer", "[naam] en [naam] delen een kamer"),
    ("Farid en Jinan uit de klas", "[naam] en [naam] uit de klas"),
    ("getekend, Bets van Sluijs.", "getekend, [naam]."),
    ("lijst: Marloes v/d Ploeg, ja", "lijst: [naam], ja"),
    ("mijn collega Bakker weet het", "mijn collega [naam] weet het"),
    ("op facebook is q.wie.officieel en", "op facebook is [gebruikersnaam] en"),
    ("Mw Jansen (82) belt. Woont Steegoven 7. Dag", "Mw [naam] (82) belt. Woont [adres]. Dag"),
    ("op nummer 0612345678 / Ton", "op nummer [telefoonnummer] / [naam]"),
]
BLIJFT = [
    *[
        "in groep 8 is het druk",
        "op pagina 12.",
        "op zaterdag 12 oktober",
        "in de zomer van 2025",
        "melding 2025-331",
    ],
    *[
        "zes of zeven jongens",
        "om zes, zeven of acht uur",
        "een twee drie, start",
        "tien tot twintig mensen",
        "06 december 2026",
    ],
    *[
        "de trein van 12.15 uur",
        "windkracht 8, code rood",
        "een foto op insta gezet",
        "op snap staat een filmpje",
        "via facebook gehoord",
    ],
    *[
        "A12, N470 en de A4",
        "covid19",
        "iPhone 12",
        "fase12 en blok3",
        "ticketnr 88214",
        "Camera 4 defect",
        "formule 1",
        "een auto uit 2019",
    ],
    *[
        "de boete is betaald op 12 maart",
        "hij woont hier sinds 2019",
        "geboren en getogen",
        "de plaat voor het raam is stuk",
        "geplaatst op 3 juni",
    ],
    *[
        "Dorpsstraat, 3 jongens stonden daar",
        "in de dorpsstraat staan 3 auto's",
        "er zijn 8 straten dicht",
        "https://www.zoetermeer.example/nieuws/opvang",
    ],
    *["ik ken hem niet", "op 22-11-26 en 1/2/25", "https://www.zoetermeer.example/melden", "mail is doorgestuurd"],
    *["het waait van zee", "een roos van de markt", "de hoop van de mensen", "in Rotterdam en Delft"],
]


@pytest.mark.parametrize(("soort", "tekst"), [(soort, tekst) for soort, teksten in GEHEEL.items() for tekst in teksten])
def test_hoe_mensen_het_schrijven(soort: str, tekst: str) -> None:
    """Taken out whole wherever it stands; a second time changes nothing."""
    for zin in ("{}", "ik zag {}, echt", "Zie: {}.", "eerst dit,\n{}\nen dan dat"):
        gemaskeerd = masker(zin.format(tekst))
        assert gemaskeerd == zin.format(f"[{soort}]")
        assert masker(gemaskeerd) == gemaskeerd


@pytest.mark.parametrize(("voor", "nummer"), list(product(BSN_ERVOOR, NUMMER_ERNA)))
def test_een_bsn_met_woorden_ertussen(voor: str, nummer: str) -> None:
    """What is called so is one, whatever stands between and in whatever groups."""
    assert masker(f"zijn {voor} {nummer} dus").endswith(" [bsn] dus")


@pytest.mark.parametrize(
    ("voor", "nummer"), list(product(V_ERVOOR, ["2841234567", "284 123 4567", "12-34-56-78-90", "284123457"]))
)
def test_een_v_nummer_met_woorden_ertussen(voor: str, nummer: str) -> None:
    """Also with a digit forgotten."""
    assert masker(f"zijn {voor} {nummer} dus") == f"zijn {voor} [v-nummer] dus"


@pytest.mark.parametrize(("voor", "plaat"), list(product(PLAAT_ERVOOR, PLATEN)))
def test_een_kenteken_met_woorden_ertussen(voor: str, plaat: str) -> None:
    """In any case, of any country, with what somebody says first."""
    assert masker(f"{voor} {plaat}, weg") == f"{voor} [kenteken], weg"


@pytest.mark.parametrize("tekst", GEBOREN)
def test_een_geboortedatum_met_woorden_ertussen(tekst: str) -> None:
    """Without a year, the year alone, and in words."""
    gemaskeerd = masker(f"zij, {tekst}, zegt")
    assert "[geboortedatum]" in gemaskeerd
    assert not any(teken.isdigit() for teken in gemaskeerd)
    assert "maart" not in gemaskeerd


@pytest.mark.parametrize(("tekst", "gemaskeerd"), [*OP_NETWERK, *NAMEN])
def test_wat_de_woorden_ernaast_zeggen(tekst: str, gemaskeerd: str) -> None:
    """An ordinary word is somebody's name where it stands as one."""
    assert masker(tekst) == gemaskeerd


@pytest.mark.parametrize("tekst", BLIJFT)
def test_wat_er_naast_zit(tekst: str) -> None:
    """Amounts, days, rooms, roads and pages stay."""
    assert masker(tekst) == tekst

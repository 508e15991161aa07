"""What identifies somebody, in the ways that people write it besides the proper one; and what only resembles it.

Every number here is nobody's; plates and postcodes have letters that are never issued.
"""

from itertools import product

import pytest
from phonenumbers import PhoneNumberType, number_type, parse

from shared.maskering import masker

WEG = {
    "e-mail": [
        *[
            "jan punt smit apenstaart post punt example",
            "jan apestaartje post punt example",
            "jan at post punt example",
        ],
        *[
            "info [at] post [punt] example",
            "info(at)post(dot)example",
            "jan @ post.example",
            "JAN ( AT ) post.example",
            "https://jan:geheim@site.example/foto",
        ],
        *["jan AT post DOT example", "jan<at>post.example", "jan -at- post.example", "jan *at* post.example"],
        *["jan {at} post [dot] example", "jan at sign post dot com", "jan bij gmail punt com", "jan@gmail"],
        *["jan apestaart gmail", "jan apestaart post puntnl"],
    ],
    "gebruikersnaam": [
        *["zm_jan_99", "jan_de.klusser", "jan_x#4471", "Jan.4#4471", "u/klager079", "live:jan.z_4"],
        *["github.com/jan-smit", "twitch.tv/jan", "https://nl-nl.facebook.com/profile.php?id=1000", "vk.com/jan"],
        *["site.example/u/jan/48123", "https://site.example/athletes/48123", "site.example/nl/profile/jan"],
        *["site.example/zoek?user=jan"],
    ],
    "telefoonnummer": [
        *["nul zes 12 34 56 78", "nul zes een twee dubbel drie vier vijf", "Nul zes, 12, 34, 56, 78"],
        *["nulzes 12 34 56 78", "06|1234|5678", "06~12345678", "vier vijf zes zeven acht negen een twee"],
    ],
    "kenteken": ["SS.48.SD", "SS-ST-48", "12-MB-SS", "NR-SS-12"],
    "iban": ["NL91ABNA0417164300"],
    "adres": [
        *["Nieuwe Weg 1", "Lange Gracht 3a", "1e Verzonnenstraat 88", "Verzonnenlaan 88 II", "Verzonnenlaan 8 IV"],
        *[
            "Verzonnenlaan 200 t/m 214",
            "Verzonnenlaan 200 tm 214",
            "Postbus 481",
            "antwoordnummer 12",
            "'t Verzonnenhof 8",
        ],
    ],
}
IN_EEN_ZIN = [
    ("zijn Poolse nummer is 512 345 678", "zijn Poolse nummer is [telefoonnummer]"),
    ("bsn is een een een twee twee twee drie drie drie", "bsn is [telefoonnummer]"),
    ("mijn bsn: 111,222,334", "mijn bsn: [bsn]"),
    ("v-nummer 28_4077_1290", "v-nummer [v-nummer]"),
    ("kenteken SS-12-.. gezien", "kenteken [kenteken] gezien"),
    ("kenteken ??-SS-12. Gezien", "kenteken [kenteken]. Gezien"),
    ("geboren in 53, zegt hij", "geboren in [geboortedatum], zegt hij"),
    ("geboortejaar: '88.", "geboortejaar: [geboortedatum]."),
    ("geboren in 12 uur tijd", "geboren in 12 uur tijd"),
    ("op Verzonnenlaan twaalf hoog", "op [adres] hoog"),
    ("op Verzonnenlaan honderdtwaalf.", "op [adres]."),
    ("hij at daar een broodje", "hij at daar een broodje"),
    ("snap saartjuhh zegt iets", "snap [gebruikersnaam] zegt iets"),
    ("via signal, jan.1988, of later", "via signal, [gebruikersnaam], of later"),
    ("gebruiker jan1988 en zo", "gebruiker [gebruikersnaam] en zo"),
    ("stond WX 4821K (Pools kenteken) daar", "stond [kenteken] (Pools kenteken) daar"),
    ("met Bulgaarse platen, CA 6032 PK.", "met Bulgaarse platen, [kenteken]."),
    ("naar Slinger 5, daar", "naar [adres], daar"),
    ("kaas, Slinger 5, melk", "kaas, [adres], melk"),
    ("(Slinger 5)", "([adres])"),
    ("ik woon Kwikstaart 14 en hij niet", "ik woon [adres] en hij niet"),
    ("postadres: Kwikstaart 14.", "postadres: [adres]."),
    ("Op de Verzonnenhout 19 is het", "Op de [adres] is het"),
    ("pakket, 2700 AL want", "pakket, [adres] want"),
    ("postcode 2719 SS en het nummer is 9, meer niet", "postcode [adres] en het nummer is [adres], meer niet"),
    ("NL91ABNA0417164300 en NL91ABNA0417164300 zijn het", "[iban] en [iban] zijn het"),
]
BLIJFT = [
    *["staat op facebook Zoetermeer", "op insta gezet", "op snap een filmpje", "https://www.zoetermeer.nl/melden"],
    *["en/of, ja/nee, w/m", "kijk live: 20 uur", "punt uit", "om 01.00 02.00 03.00 rondes", "10:00 - 11:30"],
    *["nul op het rekest", "nul een keer", "om 12.30.aa", "1-MEI-23", "12.345.a", "zij at een punt taart"],
    *[
        "de Weg 1",
        "het nummer is 9",
        "kaas, slinger 5, melk",
        "kaas en slinger 5 stuks",
        "in 2023, 2024 IS het erger",
    ],
    *["kaas, Blok 12, melk", "pakket, 1500 KG want", "via facebook, 12.30 uur", "gooi ___ weg", "2026_11"],
]


@pytest.mark.parametrize(("soort", "tekst"), [(soort, tekst) for soort, teksten in WEG.items() for tekst in teksten])
def test_wat_iemand_herkenbaar_maakt_hoe_het_ook_staat(soort: str, tekst: str) -> None:
    """Taken out whole, in a sentence and by itself; a second time changes nothing."""
    assert masker(tekst) == f"[{soort}]"
    gemaskeerd = masker(f"ik zag ({tekst}), echt")
    assert gemaskeerd == f"ik zag ([{soort}]), echt"
    assert masker(gemaskeerd) == gemaskeerd


@pytest.mark.parametrize(("tekst", "gemaskeerd"), IN_EEN_ZIN)
def test_wat_om_een_gegeven_heen_staat(tekst: str, gemaskeerd: str) -> None:
    """The words around tell what it is, and stay."""
    assert masker(tekst) == gemaskeerd


@pytest.mark.parametrize("tekst", BLIJFT)
def test_wat_er_alleen_op_lijkt(tekst: str) -> None:
    """Ordinary words, times, dates, amounts and pages of nobody stay."""
    assert masker(tekst) == tekst


def test_een_letter_die_langer_wordt_verschuift_niets() -> None:
    """`İ` is two characters without a capital; what is found after it keeps its place."""
    assert masker("İİİ insta jan.123, dag") == "İİİ insta [gebruikersnaam], dag"


@pytest.mark.parametrize(("voor", "cijfer"), list(product(["06", "+316", "00316", "6"], "123458")))
def test_wat_zonder_de_bibliotheek_gevonden_wordt_zegt_zij_ook(voor: str, cijfer: str) -> None:
    """A mobile number is known without asking the library, and it says the same."""
    nummer = f"{voor}{cijfer}2345678"
    assert number_type(parse(nummer, "NL")) == PhoneNumberType.MOBILE
    assert masker(f"bel {nummer} eens") == "bel [telefoonnummer] eens"

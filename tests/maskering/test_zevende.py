"""Kinds of writing that the seventh set showed, each by its family; and its ordinary neighbours, which stay.

Every number here is nobody's; plates and postcodes have letters that are never issued.
"""

import pytest

from shared.maskering import masker
from tests.maskering.rekentijd import groeit_recht

GEHEEL = {
    "adres": [
        *[
            "Verzonnenlaan 12, 2718 SS Warga",
            "Verzonnenlaan 12 te 2718 GB Warga",
            "Verzonnenlaan 12 in 2718 SS Den Bosch",
        ],
        *[
            "2718 SS Sint Annaland",
            "2718 SS Bergen op Zoom",
            "2718ss warga",
            "Verzonnenlaan 12 te Warga",
            "2718 SS Leer",
        ],
        *[
            "Verzonnenlaan 12 Haaksbergen",
            "Am Bahndamm 14, 26789 Leer",
            "Verzonnenlaan 14, B-2000 Antwerpen",
            "301, 2718 SS",
        ],
        *["Verzonnenlaan 12hs", "Verzonnenlaan 12bis", "Verzonnenlaan 12, 2 hoog", "Verzonnenlaan 12 (2e verdieping)"],
        *["Verzonnenlaan 12 drie hoog achter", "Verzonnenlaan 12 begane grond", "Verzonnenlaan 12 - bus 2"],
        *[
            "Verzonnenlaan 12 II-links",
            "Verzonnenlaan 12 bovenwoning",
            "Verzonnenlaan 12 (boven)",
            "Verzonnenlaan N° 3",
        ],
        *["Camping De Heide, chalet 17", "recreatiepark De Bosrand huisje 12", "chalet 4 op camping De Heide"],
        *["boerderij Welgelegen 3", "P.O. Box 1234", "Plein 1944 12", "Laan 1940-1945 12", "huisnummer 12"],
    ],
    "telefoonnummer": [
        *["06: 12345678", "06... 12345678", "06,12345678", "06, 12 34 56 78", "(06) 12345678", "[06] 12345678"],
        *["06-12xx5678", "020-1234567 toestel 12", "020-1234567 (tst. 412)"],
    ],
    "iban": ["ABNA 0417 1643 00", "DE89 3704 0044 0532 0130 01", "NL91 ABNA 0417 16"],
    "geboortedatum": ["3-XI-1994", "3nov94"],
    "e-mail": [
        *["q.wie@gmail com", "q.wie@ziggo nl", "q.wie@gmailcom", "q.wie@@post.example", "q.wie@post..example"],
        *[
            "q.wie@mijnbedrijf",
            "q.wie-at-post-dot-example",
            "q.wie 'at' post.example",
            'q.wie "apenstaartje" post.example',
        ],
        *["q.wie #gmail.com", "q.o'wie@post.example"],
    ],
    "gebruikersnaam": ["azc.safari.bbl", "filmon.asmara.09", "prince.of.homs1", "m.me/boze"],
}
IN_EEN_ZIN = [
    ("ik woon op nummer 61 al jaren", "ik woon op [adres] al jaren"),
    ("tegenover nr 12 staat hij", "tegenover [adres] staat hij"),
    ("de buren van 14 hebben last", "de buren van [adres] hebben last"),
    ("wij wonen op 23 dus", "wij wonen op [adres] dus"),
    ("mijn adres is de Kamp 16 achterom", "mijn adres is [adres] achterom"),
    ("bij, Hoge Esch 4, toen", "bij, [adres], toen"),
    ("aan de Oosterend 64, 2718 SS", "aan de [adres]"),
    ("Adres: Es 21 Haaksbergen", "Adres: [adres]"),
    ("I live at 61 Molenstraat", "I live at [adres]"),
    ("verhuisd naar kievit 33.", "verhuisd naar [adres]."),
    ("in de bosrand 12 woont hij", "in de [adres] woont hij"),
    ("Jansen\nVerzonnenlaan 12", "[naam]\n[adres]"),
    ("whatsapp 963944123456 maar", "whatsapp [telefoonnummer] maar"),
    ("nr 06-1234567 was het", "nr [telefoonnummer] was het"),
    ("op toestel 4123 dus", "op toestel [telefoonnummer] dus"),
    ("b.s.n. 123456789 dus", "b.s.n. [bsn] dus"),
    ("cliëntnummer 176098 dus", "cliëntnummer [v-nummer] dus"),
    ("paspoort NP1234567 dus", "paspoort [v-nummer] dus"),
    ("rek.nr. 417164300 dus", "rek.nr. [iban] dus"),
    ("jongen zou Meraf heten, uit 2012.", "jongen zou [naam] heten, uit [geboortedatum]."),
    ("een meisje van 2010, zegt hij", "een meisje van [geboortedatum], zegt hij"),
    ("mijn zoon (2015) en", "mijn zoon ([geboortedatum]) en"),
    ("ik ben van bouwjaar 66, dus", "ik ben van bouwjaar [geboortedatum], dus"),
    ("hij is van 87, zegt hij", "hij is van [geboortedatum], zegt hij"),
    ("geb. '94 dus", "geb. [geboortedatum] dus"),
    ("kind geboren juni '19 hier", "kind geboren [geboortedatum] hier"),
    ("gebd. 031194 dus", "gebd. [geboortedatum] dus"),
    ("d.o.b. 03-11-2018 dus", "d.o.b. [geboortedatum] dus"),
    ("op 4 december om 03.50 uur is het geboren", "op [geboortedatum] om 03.50 uur is het geboren"),
    ("op 3 november wordt ze 18", "op [geboortedatum] wordt ze 18"),
    ("is van negentien drieënvijftig, zes april", "is van [geboortedatum]"),
    ('zijn facebookaccount "Boze Burger" dus', 'zijn facebookaccount "[gebruikersnaam]" dus'),
    ("het account azc-nee-warga dus", "het account [gebruikersnaam] dus"),
    ("Mr. J.W.F. baron van Wijckenhorst tot Eldersloo", "Mr. [naam]"),
    ("Geachte meneer Van 't Hof, ik", "Geachte meneer [naam], ik"),
    ('dat is Elisabeth "Bep" Koolhaas, zegt', 'dat is [naam] "[naam]" [naam], zegt'),
    ("lijst:\nAbdi, H. - klopt", "lijst:\n[naam] - klopt"),
    ("sinds Erik weg is", "sinds [naam] weg is"),
    ("en Carla Duits, tolk", "en [naam], tolk"),
    ("met Iris Vonk. Iris koppelt terug", "met [naam]. [naam] koppelt terug"),
    ("drie kinderen: Ava (geb. 30-12-2016)", "drie kinderen: [naam] (geb. [geboortedatum])"),
]
BLIJFT = [
    *[
        "de wijk telt 12 straten",
        "op nummer 112 gebeld",
        "wonen op 3 hoog",
        "bewoners van 18 jaar",
        "een verslag uit 2019",
    ],
    *["een auto, bouwjaar 2014", "de buren van 14 jaar oud", "mensen van 2 kanten", "op 4 december was het druk"],
    *["i.v.m. het weer", "www.zoetermeer.nl en foto.van.jpg", "a.u.b. bellen", "een e-mail ontvangen van iemand"],
    *["om 06:00, 07:30 en 08:00", "de Weg 1", "in Amsterdam 9", "camping De Heide is dicht", "voor 7 uur, 12 mensen"],
    *["klantnummer onbekend", "de pas is kwijt", "rekening 123456789", "op 3 november wordt het 18 graden"],
]


@pytest.mark.parametrize(("soort", "tekst"), [(soort, tekst) for soort, teksten in GEHEEL.items() for tekst in teksten])
def test_hoe_mensen_het_ook_schrijven(soort: str, tekst: str) -> None:
    """Taken out whole wherever it stands; a second time changes nothing."""
    for zin in ("{}", "ik zag {}, echt", "eerst dit,\n{}\nen dan dat"):
        gemaskeerd = masker(zin.format(tekst))
        assert gemaskeerd == zin.format(f"[{soort}]")
        assert masker(gemaskeerd) == gemaskeerd


@pytest.mark.parametrize(("tekst", "gemaskeerd"), IN_EEN_ZIN)
def test_wat_de_woorden_eromheen_zeggen(tekst: str, gemaskeerd: str) -> None:
    """An announcement before it or after it, and what stays beside it."""
    assert masker(tekst) == gemaskeerd


@pytest.mark.parametrize("tekst", BLIJFT)
def test_wat_er_naast_zit(tekst: str) -> None:
    """Amounts, ages, years of things, sites and the like stay."""
    assert masker(tekst) == tekst


def test_de_woonplaats_van_deze_installatie_blijft() -> None:
    """The town goes with the address, unless it is one of the municipality's own."""
    assert masker("op Verzonnenlaan 12, 8011 AB Zwolle") == "op [adres]"
    assert masker("op Verzonnenlaan 12, 8011 AB Zwolle", behoud=["Zwolle"]) == "op [adres] Zwolle"


@pytest.mark.parametrize(
    "stuk",
    ["a.b", "ab.", "06 ", "op nummer 1 ", "chalet 1 ", "geb 1 ", "2718 SS te ", '" A ', "geboren 1 mei ", "van 1 te "],
)
def test_de_tijd_groeit_met_de_lengte(stuk: str) -> None:
    """Each looks like the beginning of something that is masked, over and over: nothing is done again for each."""
    assert groeit_recht(*((stuk * lengte)[:lengte] for lengte in (1000, 10_000)))

"""Kinds of writing that the eighth to tenth set showed, each by its family; and ordinary neighbours, which stay.

Every number here is nobody's; plates have letters that are kept free or forms that no country issues whole.
"""

import pytest

from shared.maskering import masker
from tests.maskering.rekentijd import groeit_recht

IN_EEN_ZIN = [
    ("voor de deur westerdiep 211. zaterdag", "voor de deur [adres]. zaterdag"),
    ("ophalen westerdiep 211 niet voor 10 uur", "ophalen [adres] niet voor 10 uur"),
    ("geparkeerd voor Molenhoek 55. Buren", "geparkeerd voor [adres]. Buren"),
    ("dennis, sleedoorn 3 westerveen", "[naam], [adres]"),
    ("Sanne\nAchter de Wieken 77\n", "[naam]\n[adres]\n"),
    ("ik woon Achter de Wieken 77 dus", "ik woon [adres] dus"),
    ("van nummer 53 op De Wending, nou", "van [adres], nou"),
    ("nu Boslaan 1, blok H, kamer 6. Dag", "nu [adres]. Dag"),
    ("ons adres Boslaan 118 k. 6. Ik", "ons adres [adres]. Ik"),
    ("zijn Boslaan 18 C 02. Zaak", "zijn [adres]. Zaak"),
    ("is Boslaan 23 in Bunschoten, mail", "is [adres], mail"),
    ("naar Boslaan 2-05, 8252 KM Dronten, heeft", "naar [adres], heeft"),
    ("daar. WPR 6V812 wit busje", "daar. [kenteken] wit busje"),
    ("niet van mij, ERA 55KP is van", "niet van mij, [kenteken] is van"),
    ("een bus met 2-BFA-118 erop", "een bus met [kenteken] erop"),
    ("SA-123-SS stond hier", "[kenteken] stond hier"),
    ("CJ-12-SSD in de straat", "[kenteken] in de straat"),
    ("XB12 SSD stond hier", "[kenteken] stond hier"),
    ("1S2 3456 stond hier", "[kenteken] stond hier"),
    ("reed weg, AC XY 123, blauwe auto", "reed weg, [kenteken], blauwe auto"),
    ("zwarte golf WX 12345 daar", "zwarte golf [kenteken] daar"),
    ("geboren 1375/06/12, dat is", "geboren [geboortedatum], dat is"),
    ("geb. 12-06-1375 dus", "geb. [geboortedatum] dus"),
    ("geboren in 1375, zegt ze", "geboren in [geboortedatum], zegt ze"),
    ("van zes juni negenennegentig. Kan", "van [geboortedatum]. Kan"),
    ("van drie maart 2004, ik", "van [geboortedatum], ik"),
    ("hij is van drie maart tweeduizend twintig, ja", "hij is van [geboortedatum], ja"),
    ("is oud, 1946 geboren, zij", "is oud, [geboortedatum] geboren, zij"),
    ("in 1988 is hij geboren", "in [geboortedatum] is hij geboren"),
    ("bestaat niet (06-6588050, er mist", "bestaat niet ([telefoonnummer], er mist"),
    ("hij zei 06-123456789 en", "hij zei [telefoonnummer] en"),
    ("messenger merhawi.kiflom.1. Dank", "messenger [gebruikersnaam]. Dank"),
    ("zijn account (luukieee.fifa) is weg", "zijn account ([gebruikersnaam]) is weg"),
    ("van 'bigboss.hw' via", "van '[gebruikersnaam]' via"),
    ("ik zag sjoerd.hw lopen", "ik zag [naam] lopen"),
    ("– Mw. Blokland biedt aan", "– Mw. [naam] biedt aan"),
    ("melding Dhr Stikker, chauffeur", "melding Dhr [naam], chauffeur"),
    ("druk. Mw van Rossum, wil", "druk. Mw van [naam], wil"),
    ("MELDER: DHR. VD HEIJDEN TEL", "MELDER: DHR. [naam] TEL"),
    ("MEVR VAN DER HEIJDEN BELT", "MEVR [naam] BELT"),
    ("ja met Van Beuningen, het is", "ja met [naam], het is"),
    ("vraag bij schuring op Boslaan 2 en", "vraag bij [naam] op [adres] en"),
    ("Tot in december! Riet", "Tot in december! [naam]"),
    ("Zoek maar uit. Tuinman.", "Zoek maar uit. [naam]."),
    ("ligt daar. Lammert Hut", "ligt daar. [naam]"),
    ("hallo met nagelhout ik heb", "hallo met [naam] ik heb"),
    ("bij de telefoon bertus nagelhout", "bij de telefoon [naam]"),
    ("op naam van l nagelhout en oh", "op naam [naam] en oh"),
    ("naam j de weerd en bellen", "naam [naam] en bellen"),
    ("bij agent merel (fijn mens)", "bij agent [naam] (fijn mens)"),
    ("linde.vos@post.example (Linde). Zie", "[e-mail] ([naam]). Zie"),
    ("staat klaar. Jan en Wietske Heeringa, ja", "staat klaar. [naam], ja"),
    ("onder alias Adel Ben Amor, geb", "onder alias [naam], geb"),
    ("ik ben toos van veldhoven, dag", "ik ben [naam], dag"),
    ("Ik ben Ben van der Wal, dag", "Ik ben [naam], dag"),
]
BLIJFT = [
    *[
        "speelhoek 2 is vies",
        "in zomerkamp 3 was het druk",
        "een bak met tulp 3 of 4",
        "merel 12 jaar",
        "op de hei 3 jongens",
    ],
    *["wedstrijd Apeldoorn 12, Zwolle 14", "in Molenhoek 55 meldingen", "in de wijk Voorburg 12 november"],
    *["2000 KM gereden", "Achter de school stond 1 man", "nummer 53 op de lijst"],
    *[
        "AZC 123 is vol en KVK 12345",
        "BMW 320D met schade",
        "OM 20UUR WAS HET RAAK",
        "zaak 2025-OMG-077",
        "NEN 1010 en ISO 9001",
    ],
    *["AUTO VAN DE BUREN IN 2026", "DE AUTO STOND OP P 12"],
    *[
        "schade 1375 euro en 1400 km",
        "vergadering op drie maart 2027, dus",
        "op tien juni twintig mensen",
        "de dijk is uit 1990",
    ],
    *["06-11-2026 en 06-12 2026", "kijk op 'foto.jpg' en 'zoetermeer.nl'", "mijn account (gehackt) is weg"],
    *[
        "Ben van mening dat het stinkt. Ben je thuis?",
        "Ik Ben boos",
        "Bedankt! Dag",
        "Dag, ik heb een vraag",
        "Dan is het stil",
    ],
    *["dag met mooi weer, ja met de auto", "de agent wil niet", "ik was bij school", "Schandalig. Einde."],
]


@pytest.mark.parametrize(("tekst", "gemaskeerd"), IN_EEN_ZIN)
def test_hoe_mensen_het_ook_schrijven(tekst: str, gemaskeerd: str) -> None:
    """Taken out with all that belongs to it, and what stands beside it stays."""
    assert masker(tekst) == gemaskeerd


@pytest.mark.parametrize("tekst", BLIJFT)
def test_wat_er_naast_zit(tekst: str) -> None:
    """Amounts, codes, dates of events and words that begin or end a text stay."""
    assert masker(tekst) == tekst


@pytest.mark.parametrize(
    "stuk", ["AB 12 ", "A-1-", "diep 1 ", "geb 1375 ", "zes juni ", "1946 ", "'a.b ", "06-12 ", "met de ", "Jan en "]
)
def test_de_tijd_groeit_met_de_lengte(stuk: str) -> None:
    """Each looks like the beginning of something that is masked, over and over: nothing is done again for each."""
    assert groeit_recht(*((stuk * lengte)[:lengte] for lengte in (1000, 10_000)))

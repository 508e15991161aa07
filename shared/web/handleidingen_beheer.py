"""The words of the guides for who runs Meldketen at the municipality. Dutch at level B1."""

from collections.abc import Sequence

from shared.profiel.schema import Rol
from shared.web.handleiding import Handleiding

BEHEER = frozenset({str(Rol.BEHEER)})

VAN_BEHEER: Sequence[Handleiding] = (
    Handleiding(
        "beheer",
        "Zo ziet u of alles werkt",
        (
            "Kies 'Beheer'. Elke dienst hoort 'Gereed' te zijn.",
            "Is een COA-bericht niet verwerkt? Lag dat aan Meldketen, kies dan bij COA-berichten 'Verwerk opnieuw'. "
            "Anders stuurt het COA het opnieuw, en handelt het piket het af.",
            "Onder 'Profiel' staat welke regels gelden. Onder 'Gezondheid' staat wat er wacht.",
        ),
        BEHEER,
        "/beheer",
        "beheer",
        "De pagina Beheer, met de stand van elke dienst.",
    ),
    Handleiding(
        "toegang",
        "Zo geeft u iemand toegang",
        (
            "Kies 'Toegang' onder Beheer. Kies een rol, een plek en hoe lang de link werkt.",
            "Kies 'Maak een link'. U ziet de link één keer: kopieer hem en geef hem aan één persoon.",
            "Schrijf het kenmerk op, en aan wie u de link gaf. Meldketen kent geen namen.",
            "De link werkt één keer. Wie hem gebruikt, is aangemeld met die rol.",
            "Meldt een rol zich aan met een account van de gemeente? Dan maakt u voor die rol geen link.",
        ),
        BEHEER,
        "/beheer/toegang",
    ),
    Handleiding(
        "toegang-intrekken",
        "Zo beëindigt u een toegang",
        (
            "Is een link nog niet gebruikt? Zoek het kenmerk bij de links en kies 'Trek in'.",
            "Is iemand al aangemeld? Zoek het kenmerk onder 'Wie nu is aangemeld' en kies 'Meld af'.",
            "Een ander systeem beëindigt u bij de sleutels met 'Trek in'.",
            "Wat u deed, staat in de audit. Wie weg is, kan niet meer binnenkomen met dezelfde link of sleutel.",
        ),
        BEHEER,
        "/beheer/toegang",
    ),
    Handleiding(
        "sleutel",
        "Zo maakt u een sleutel voor een ander systeem",
        (
            "Kies 'Toegang' onder Beheer en ga naar 'Een ander systeem'.",
            "Schrijf waarvoor de sleutel is, en kies een rol en een plek. Neem de kleinste die genoeg is.",
            "Kies tot welke dag de sleutel werkt, hoogstens twee jaar. Hoeft het systeem niets te veranderen? "
            "Kruis dan 'alleen lezen' aan.",
            "U ziet de sleutel één keer. Zet hem in het andere systeem, niet in een mail.",
        ),
        BEHEER,
        "/beheer/toegang",
    ),
    Handleiding(
        "winkelcode",
        "Zo geeft u winkeliers een code",
        (
            "Kies 'Winkeliers' onder Beheer. Geef de groep een naam en kies bij welke locatie zij hoort.",
            "Kies 'Maak een code'. U ziet de code en een link één keer. Geef ze aan de winkeliers van de groep.",
            "Wie de code heeft, kan op de pagina voor winkeliers melden. Een groep meldt hoogstens vier keer per uur.",
            "Is de code bij een ander terechtgekomen? Trek hem in en maak een nieuwe.",
        ),
        BEHEER,
        "/beheer/winkeliers",
    ),
    Handleiding(
        "bewaren",
        "Zo ziet u wat er wordt bewaard en gewist",
        (
            "Kies 'Bewaren' onder Beheer. U ziet elke bewaartermijn en hoeveel er al is gewist.",
            "De gemeente kiest de termijnen in haar profiel. Na de termijn wist Meldketen vanzelf.",
            "Wilt u een termijn veranderen? Laat de gemeente dat beslissen en pas dan het profiel aan.",
        ),
        BEHEER,
        "/beheer/bewaren",
    ),
    Handleiding(
        "quarantaine",
        "Zo verwerkt u een bericht dat bleef liggen",
        (
            "Kies 'Beheer'. Onder 'Quarantaine' staat wat een dienst niet kon verwerken, en waarom.",
            "Los eerst de oorzaak op. Kies daarna 'Verwerk opnieuw'. Er gaat geen bericht verloren.",
            "Lukt het weer niet? Geef het nummer en de reden door aan wie Meldketen voor u onderhoudt.",
        ),
        BEHEER,
        "/beheer",
    ),
    Handleiding(
        "audit",
        "Zo ziet u wie wat deed",
        (
            "Kies 'Audit' onder Beheer. U ziet wie iets bekeek of deed, ook als het werd geweigerd.",
            "Kies een periode, een rol of een actie. U ziet geen namen maar vaste nummers.",
            "Gaat het om één melding? Vul bij 'Wat' haar nummer in, zoals 4K7M-20RX.",
            "Boven de tabel bewaart u alles als bestand. Ook dat u kijkt, staat in de audit.",
        ),
        BEHEER,
        "/beheer/audit",
    ),
    Handleiding(
        "kanalen",
        "Zo ziet u of waarschuwingen aankomen",
        (
            "Kies 'Kanalen' onder Beheer. U ziet wat er aankomt en bij wie niets aankomt.",
            "Kies 'Stuur een proefbericht' om een kanaal te proberen.",
            "Komt het niet aan? In de handleiding voor beheer staat hoe u een adres instelt.",
        ),
        BEHEER,
        "/kanalen",
    ),
)

"""The words of the guides: what somebody comes to do, in steps. Dutch at level B1."""

from collections.abc import Sequence

from shared.profiel.schema import Rol
from shared.web.handleiding import Handleiding
from shared.web.handleidingen_beheer import VAN_BEHEER

INWONER = frozenset({"inwoner"})
PARTNERS = frozenset(map(str, (Rol.POLITIE, Rol.HANDHAVING, Rol.JONGERENWERK, Rol.ZORG)))
GEWAARSCHUWD = frozenset(map(str, (Rol.POLITIE, Rol.PIKET, Rol.OM, Rol.BURGEMEESTER, Rol.OOV, Rol.COA)))
AAN_TAFEL = PARTNERS | frozenset(map(str, (Rol.COA, Rol.BURGEMEESTER, Rol.OM, Rol.MELDPUNT)))
ALLEN = frozenset(map(str, Rol))


HANDLEIDINGEN: Sequence[Handleiding] = (
    Handleiding(
        "melden",
        "Zo doet u een melding",
        (
            "Is er nu gevaar? Bel 112. Een melding hier vervangt dat niet.",
            "Kies 'Doe een melding'. U krijgt steeds één vraag.",
            "Uw naam vragen wij niet. Schrijf ook geen namen van anderen op.",
            "Controleer uw antwoorden en kies 'Verstuur melding'.",
            "U krijgt een volgcode. Schrijf die op: wij kunnen hem later niet nog eens tonen.",
        ),
        INWONER,
        "/melden",
        "melden",
        "De eerste pagina van het formulier om te melden.",
    ),
    Handleiding(
        "volgen",
        "Zo ziet u wat er met uw melding is gedaan",
        (
            "Kies 'Volgen' en vul uw volgcode in.",
            "U ziet de stappen tot nu toe. Heeft de gemeente een vraag? Dan kunt u daar antwoorden.",
        ),
        INWONER,
        "/volgen",
    ),
    Handleiding(
        "bevestigen",
        "Zo bevestigt u een waarschuwing",
        (
            "In het bericht staat een link. Open die. U hoeft zich niet aan te melden.",
            "Lees bovenaan wat er is gebeurd en waar.",
            "Druk op de grote knop. Pas dan is de waarschuwing bevestigd. Alleen de link openen is niet genoeg.",
            "Doe wat er staat bij 'Doe nu'. Bevestigt niemand op tijd, dan gaat de waarschuwing naar de volgende.",
            "Zonder bericht bij de hand: meld u aan. Op Vandaag staat wat u moet bevestigen bovenaan.",
        ),
        GEWAARSCHUWD,
        "/escalaties",
        "bevestigen",
        "De pagina achter de link: wat er is gebeurd, en één grote knop.",
    ),
    Handleiding(
        "lvos",
        "Zo bereidt u het LVOS voor",
        (
            "Kies op Vandaag 'Bereid voor: LVOS'. Of kies Overleg en dan het eerste LVOS.",
            "De agenda vult zichzelf: elke melding, elk incident en elke escalatie staat er al op.",
            "Lees de punten, en bij 'Wat de melders schreven' de meldingen zelf. Klopt er een niet? Verander die.",
            "Kies 'Zet de punten op volgorde' als iets eerst moet. Kies 'Verzet of annuleer' als de dag niet past.",
            "Kies 'Open het overleg' als het begint. Nieuwe meldingen gaan dan naar het volgende overleg.",
            "Schrijf bij elk punt op wat u besluit, en maak afspraken: wie doet wat, en wanneer.",
            "Kies 'Sluit het overleg'. Zeg of alles is besproken, of kruis aan wat wel; de rest schuift door.",
        ),
        frozenset({str(Rol.OOV)}),
        "/overleg",
        "lvos",
        "De agenda van een LVOS, met de punten die er al op staan.",
    ),
    Handleiding(
        "registreren",
        "Zo registreert u een melding van een ander",
        (
            "Kies 'Melden'. Vul in wat u hoort: wat voor gedrag, waar en wanneer.",
            "Schrijf geen namen op. Telefoonnummers en adressen worden vanzelf weggelaten.",
            "Na het versturen ziet u een volgcode. Geef die aan de melder.",
            "Lijkt een andere melding hetzelfde? Dan ziet u dat meteen en kunt u ze koppelen.",
        ),
        frozenset(map(str, (Rol.MELDPUNT, Rol.OOV, Rol.HANDHAVING, Rol.JONGERENWERK, Rol.POLITIE))),
        "/melden",
    ),
    Handleiding(
        "beoordelen",
        "Zo beoordeelt u een nieuwe melding",
        (
            "Kies op Vandaag 'Bekijk nieuwe meldingen' en open er een.",
            "Is de aard nog niet bepaald? Kies 'Bepaal aard en thema' en zeg waarom.",
            "Moet een partner iets doen? Zet de melding door. De partner krijgt bericht en leest de toelichting.",
            "Weet u te weinig? Stel de melder een vraag. Dat blijft anoniem.",
            "Is het klaar? Sluit de melding af, met de reden.",
        ),
        frozenset(map(str, (Rol.MELDPUNT, Rol.OOV))),
        "/meldingen",
        "melding",
        "Een melding, met wat u ermee kunt doen.",
    ),
    Handleiding(
        "onleesbaar",
        "Zo maakt u achteraf iets onleesbaar",
        (
            "Geen programma vindt alle namen. Let op namen, adressen, kleding en familie.",
            "Open de melding. Kies bij 'Wat u kunt doen': 'Maak het achteraf onleesbaar'.",
            "Kies in welke tekst, en vul de woorden in: een woord of stukje tekst per regel. Of kies de hele tekst.",
            "Kruis aan dat u het zeker weet, en kies 'Maak onleesbaar'. Dat is niet terug te draaien.",
            "Dat het is gebeurd, is vastgelegd. De woorden zelf zijn weg, ook voor de melder.",
        ),
        frozenset(map(str, (Rol.MELDPUNT, Rol.OOV))),
        "/meldingen",
    ),
    Handleiding(
        "incident",
        "Zo meldt u een incident",
        (
            "Is er nu gevaar? Bel 112. U belt de politie zelf; dit systeem doet dat niet voor u.",
            "Kies 'Meld een incident' en geef aan of het gevolgen heeft voor de openbare orde.",
            "Gevolgen heeft bijvoorbeeld een steekpartij, een grote brand of een vechtpartij die buiten verdergaat. "
            "Geen gevolgen heeft bijvoorbeeld harde muziek of een ruzie die voorbij is. Twijfelt u? Kies Ja.",
            "Kiest u Ja? Dan krijgt de politie meteen een waarschuwing.",
            "U ziet alleen uw eigen locatie.",
        ),
        frozenset({str(Rol.COA)}),
        "/melden",
    ),
    Handleiding(
        "doorgezet",
        "Zo pakt u op wat aan u is doorgezet",
        (
            "Kies op Vandaag 'Lees wat aan u is doorgezet'.",
            "Open de melding. U leest daar ook de toelichting; namen zijn weggelaten.",
            "Spreek in het overleg af wat u doet, of bel de gemeente als het niet kan wachten.",
        ),
        PARTNERS,
        "/aan-mij",
    ),
    Handleiding(
        "agenda",
        "Zo leest u de agenda van uw overleg",
        (
            "Op Vandaag staat uw volgende overleg. Open het om de agenda te lezen.",
            "U ziet de meldingen die besproken worden, en na afloop het verslag.",
            "Kies 'In uw eigen agenda' om de overleggen in uw eigen agenda te zetten.",
        ),
        AAN_TAFEL,
        "/overleg",
    ),
    Handleiding(
        "afspraak",
        "Zo komt u een afspraak na",
        (
            "Op Vandaag staan uw afspraken van deze week, en bovenaan wat te laat is.",
            "Open de afspraak. Schrijf op wat eruit kwam en kies 'Deze afspraak is nagekomen'.",
        ),
        AAN_TAFEL | {str(Rol.OOV)},
        "/afspraken",
    ),
    Handleiding(
        "maatregel",
        "Zo legt u een maatregel op",
        (
            "Ga naar Maatregelen en kies onderaan welke maatregel.",
            "Vul in wat deze maatregel nodig heeft. Noem geen namen: een zaaknummer is genoeg.",
            "Mag het niet, dan staat er welke regel dat zegt. Er is dan niets vastgelegd.",
            "Een maatregel die afloopt, staat op Vandaag. Dan kunt u hem verlengen of laten aflopen.",
        ),
        frozenset(map(str, (Rol.BURGEMEESTER, Rol.OM))),
        "/maatregelen#nieuw",
        "maatregel",
        "Het formulier voor een gebiedsverbod.",
    ),
    Handleiding(
        "bericht",
        "Zo brengt u een bericht naar buiten",
        (
            "Ga naar Berichten en stel een bericht op.",
            "Leg het voor. Het COA en de politie zeggen dan of het zo kan.",
            "Openbare orde en veiligheid of de burgemeester keurt het goed. Daarna publiceert u het.",
        ),
        frozenset(map(str, (Rol.COMMUNICATIE, Rol.OOV))),
        "/berichten",
    ),
    Handleiding(
        "cijfers",
        "Zo publiceert u de cijfers van een kwartaal",
        (
            "Is een kwartaal voorbij, dan staat dat op Vandaag. Open het.",
            "Bekijk de tabel zoals iedereen hem ziet. Kleine getallen zijn weggelaten.",
            "Publiceer pas als u het zeker weet: dat kan één keer en is niet terug te draaien.",
        ),
        frozenset(map(str, (Rol.COMMUNICATIE, Rol.OOV))),
        "/open-data/publiceren",
    ),
    Handleiding(
        "raad",
        "Zo leest u het verslag voor de raad",
        (
            "Kies 'Voor de raad'. U ziet hoeveel meldingen er waren, per kwartaal en per soort gedrag.",
            "Staat er een doel in het beleid, dan ziet u hoe het ervoor staat. Anders staat er wat nog ontbreekt.",
            "Van vóór de opening van de opvang staat dat erbij. Vergelijk die cijfers niet met die van daarna.",
            "Een x tonen wij niet: het is een klein getal, of het verraadt er een. Zo is niemand te herkennen.",
            "Onder 'Openbare cijfers' staan alle tabellen, ook als bestand.",
        ),
        frozenset({str(Rol.RAAD)}),
        "/raadsverslag",
        "raad",
        "Het verslag voor de raad.",
    ),
    Handleiding(
        "piket",
        "Zo ruilt u een dienst",
        (
            "Kies 'Piket' onder Escalaties. U ziet wie nu dienst heeft en wie daarna.",
            "Vul in wie wanneer vervangt. Dat geldt meteen.",
            "Een gat in het rooster staat op Vandaag.",
        ),
        frozenset({str(Rol.PIKET)}),
        "/piket",
    ),
    Handleiding(
        "sluiten",
        "Zo sluit u een escalatie",
        (
            "Open de escalatie. Onder 'Dit moet nog gebeuren' staat wat er eerst moet gebeuren.",
            "Is dat gedaan? Zeg dan onder 'Sluiten' hoe het is afgelopen.",
            "Kies 'Sluit de escalatie'. Daarna waarschuwen wij hierover niemand meer: het is niet terug te draaien.",
        ),
        frozenset(map(str, (Rol.PIKET, Rol.OOV, Rol.BURGEMEESTER))),
        "/escalaties",
    ),
    Handleiding(
        "coa-bericht",
        "Zo handelt u een bericht van het COA af",
        (
            "Een bericht van het COA dat niet is verwerkt, staat op Vandaag bij 'Doe dit eerst'.",
            "Lees het bericht. Wat op een naam of nummer lijkt, is onleesbaar gemaakt.",
            "Weet u niet wat er speelt? Bel de locatie. Vraag het COA het incident opnieuw te sturen.",
            "Zeg wat er is gebeurd, kruis aan dat u het zeker weet en kies 'Handel dit bericht af'.",
        ),
        frozenset(map(str, (Rol.PIKET, Rol.OOV))),
        "/coa-berichten",
    ),
    Handleiding(
        "melder-inlichten",
        "Zo laat u de melder iets lezen",
        (
            "Open eerst het overleg. Kies dan bij een punt 'Laat de melder iets lezen'.",
            "Kies een zin. Er staan alleen zinnen waarover het COA en de politie zijn geraadpleegd.",
            "De melder leest de zin met de volgcode zodra u het overleg sluit. Er gaat geen bericht uit.",
            "Tot het sluiten kiest u een andere zin, of geen. Daarna is het niet terug te draaien.",
        ),
        frozenset({str(Rol.OOV)}),
        "/overleg",
    ),
    *VAN_BEHEER,
    Handleiding(
        "zoeken",
        "Zo zoekt u iets",
        (
            "Kies 'Zoeken' en typ een woord. U vindt alleen wat u met uw rol mag zien.",
            "Leest u meldingen? Dan vindt u er een ook met haar korte nummer, zoals 4K7M-20RX.",
        ),
        ALLEN,
        "/zoeken",
    ),
)

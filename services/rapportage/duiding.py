"""What a number of meldingen does not say: it stands beside every number that is published, and in its files."""

from shared.profiel import Locatie
from shared.web.opmaak import datum

DUIDING = (
    "Een melding is wat iemand aan de gemeente vertelde. Of het klopt is niet onderzocht, en een melding zegt niet wie "
    "iets deed.",
    "Ook meldingen over gedrag tegen bewoners van de opvang tellen mee, en meldingen met een vraag of een zorg. Het "
    "aantal meldingen is dus niet het aantal keren dat bewoners overlast gaven.",
    "Meer of minder meldingen kan ook komen doordat mensen vaker of minder vaak iets melden.",
)


def sinds(locatie: Locatie) -> list[str]:
    """Since when there was something to report about; of a place that was always there nothing."""
    if locatie.geopend_op is None:
        return []
    dag = datum(locatie.geopend_op)
    return [f"Deze opvang is open sinds {dag}. Vergelijk een maand of kwartaal daarvoor niet met een daarna."]


def noten(locatie: Locatie, *, kleinste_getal: int, afgerond_op: int | None) -> list[str]:
    """What a published table does not say, in the words of its page: for whoever has the file alone."""
    klein = f"kleiner dan {kleinste_getal}" if kleinste_getal else "een klein getal"
    niet = f"Een x is een getal dat wij niet tonen: {klein}, of nodig om zo'n getal niet te laten uitrekenen."
    rond = f"De getallen zijn afgerond op veelvouden van {afgerond_op}. Daardoor tellen zij niet precies op."
    return [*DUIDING, niet, *([rond] if afgerond_op else []), *sinds(locatie)]

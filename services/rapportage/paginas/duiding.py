"""What a number of meldingen does not say: it stands beside every number that the public or the council reads."""

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

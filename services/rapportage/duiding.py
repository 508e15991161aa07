"""What a number of meldingen does not say: it stands beside every number that is published, and in its files."""

from services.rapportage.openbaar.opening import ligging
from shared.profiel import Locatie
from shared.web.opmaak import datum

DUIDING = (
    "Een melding is wat iemand aan de gemeente vertelde. Of het klopt is niet onderzocht, en een melding zegt niet wie "
    "iets deed.",
    "Ook meldingen over gedrag tegen bewoners van de opvang tellen mee, en meldingen met een vraag of een zorg. Het "
    "aantal meldingen is dus niet het aantal keren dat bewoners overlast gaven.",
    "Meer mensen kunnen over hetzelfde voorval melden. Elke melding telt dan mee: het aantal meldingen is niet het "
    "aantal voorvallen.",
    "Incidenten die het COA zelf aan de gemeente meldt, tellen in deze tabellen niet mee.",
    "Meer of minder meldingen kan ook komen doordat mensen vaker of minder vaak iets melden.",
)


def niet_getoond(kleinste_getal: int) -> str:
    """What an x stands for: who takes every x for a small number concludes that little happened."""
    klein = f"kleiner dan {kleinste_getal}" if kleinste_getal else "klein"
    return (
        f"Een x is een getal dat wij niet tonen. Het is {klein}, of iemand kan er zo'n klein getal mee uitrekenen. "
        "Een x kan dus ook een groot getal zijn."
    )


def sinds(locatie: Locatie) -> list[str]:
    """Since when there was something to report about; of a place that was always there nothing."""
    if locatie.geopend_op is None:
        return []
    dag = datum(locatie.geopend_op)
    return [f"Deze opvang is open sinds {dag}. Vergelijk een maand of kwartaal daarvoor niet met een daarna."]


def bijnaam(locatie: Locatie, periode: str) -> str:
    """What stands behind the name of a period (`2026-K2`) so that nobody takes it for one of the open location."""
    namen = {"voor": ", vóór de opening van de opvang", "over": ", met de opening van de opvang", "na": ""}
    return namen[ligging(periode, locatie.geopend_op)]


def rond_opening(locatie: Locatie, periode: str, welke: str = "deze periode") -> list[str]:
    """What a table of this period is not about, where the location was not open all of it."""
    hoe = ligging(periode, locatie.geopend_op)
    if locatie.geopend_op is None or hoe == "na":
        return []
    dag = datum(locatie.geopend_op)
    if hoe == "voor":
        return [f"De cijfers van {welke} zijn van vóór de opening op {dag}. De opvang was er toen nog niet."]
    return [
        f"In {welke} ging de opvang open, op {dag}. Een totaal over de hele periode telt meldingen van vóór en "
        "van na de opening bij elkaar op. Gebruik dat totaal niet als cijfer over de opvang."
    ]


def noten(locatie: Locatie, periode: str, *, kleinste_getal: int, afgerond_op: int | None) -> list[str]:
    """What a published table does not say, in the words of its page: for whoever has the file alone."""
    rond = f"De getallen zijn afgerond op veelvouden van {afgerond_op}. Daardoor tellen zij niet precies op."
    return [
        *DUIDING,
        niet_getoond(kleinste_getal),
        *([rond] if afgerond_op else []),
        *rond_opening(locatie, periode),
        *sinds(locatie),
    ]

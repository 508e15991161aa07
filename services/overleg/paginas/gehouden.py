"""When a meeting was really held: as it was opened and closed, beside the moment that it was planned for."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from services.overleg.beelden import Overlegbeeld
from shared.web.opmaak import ZONE, tijdstip

ZOALS_GEPLAND = timedelta(minutes=15)
"""So near its hour a meeting was held when it was planned: that needs no second line."""
NIET_GEOPEND = "Niet vastgelegd: dit overleg is alleen gesloten, niet geopend"


def gehouden(overleg: Overlegbeeld) -> list[tuple[str, str]]:
    """Lines for a page or a paper: label and words. The planned moment alone where nobody opened it yet."""
    gepland = ("Gepland", tijdstip(overleg.aanvang))
    begin, einde = overleg.geopend_op, overleg.gesloten_op
    if begin is None:
        return [gepland]
    if begin == einde:
        return [gepland, ("Gehouden", NIET_GEOPEND)]
    anders = abs(begin - overleg.aanvang) > ZOALS_GEPLAND
    return [*([gepland] if anders else []), ("Gehouden", _van_tot(begin, einde))]


def _van_tot(begin: datetime, einde: datetime | None) -> str:
    if einde is None:
        return f"{tijdstip(begin)} geopend"
    zelfde_dag = begin.astimezone(ZONE).date() == einde.astimezone(ZONE).date()
    tot = f"{einde.astimezone(ZONE):%H.%M} uur" if zelfde_dag else tijdstip(einde)
    return f"{tijdstip(begin)} tot {tot}"


def zonder_notitie(punten: Iterable[Mapping[str, Any]]) -> str:
    """Say of how many discussed items the record holds no word; empty where none was discussed, or all have some."""
    besproken = [punt for punt in punten if punt["status"] == "Besproken"]
    zonder = sum(not (punt["bevinding"] or punt["besluit"]) for punt in besproken)
    if zonder and len(besproken) == 1:
        return "Het enige besproken punt"
    return f"{zonder} van de {len(besproken)} besproken punten" if zonder else ""

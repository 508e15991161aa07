"""What the views keep of imported figures: pure, from one event alone."""

from collections.abc import Iterator

from services.rapportage.store.behandelrijen import Rij
from services.rapportage.store.tabellen import KERNCIJFERS
from shared.bus import Event
from shared.contracts.escalatie import CijfersIngevoerd


def _cijfers(event: Event, fact: CijfersIngevoerd) -> Iterator[Rij]:
    """One row for each stretch of days; said twice in one import, the last holds."""
    tellingen = [(deel.van, deel.tot, float(deel.aantal)) for deel in fact.perioden]
    metingen = [(deel.van, deel.tot, deel.waarde) for deel in fact.metingen]
    laatste = {(van, tot): waarde for van, tot, waarde in (*tellingen, *metingen)}
    for (van, tot), waarde in laatste.items():
        wanneer = (van.isoformat(), tot.isoformat())
        wat = (fact.gemeente, fact.reeks, fact.eenheid)
        yield KERNCIJFERS, (*wat, *wanneer, waarde, fact.bron, event.moment)


CIJFERS = ((_cijfers, (CijfersIngevoerd,)),)

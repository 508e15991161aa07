"""Quiet hours, on the clock on the wall: nobody is disturbed for what can wait. Pure."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shared.contracts.escalatie import VasteStilte
from shared.profiel.schema import Ladder, Profiel

DAG = timedelta(days=1)


def vaste_stilte(profiel: Profiel, ladder: Ladder) -> VasteStilte | None:
    """Give the quiet hours that hold for a ladder; never for one of the highest importance."""
    stilte = profiel.stilte
    if stilte is None or ladder.belang == "hoogste":
        return None
    return VasteStilte(van=f"{stilte.van:%H:%M}", tot=f"{stilte.tot:%H:%M}", tijdzone=profiel.gemeente.tijdzone)


def na_stilte(moment: datetime, stilte: VasteStilte | None) -> datetime:
    """Give the first moment from `moment` on at which people may be disturbed."""
    if stilte is None:
        return moment
    zone = ZoneInfo(stilte.tijdzone)
    van, tot = time.fromisoformat(stilte.van), time.fromisoformat(stilte.tot)
    vandaag = moment.astimezone(zone).date()
    for dag in (vandaag - DAG, vandaag):
        begin = datetime.combine(dag, van, zone).astimezone(UTC)
        einde = datetime.combine(dag if van < tot else dag + DAG, tot, zone).astimezone(UTC)
        if begin <= moment < einde:
            return einde
    return moment

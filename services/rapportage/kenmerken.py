"""What a melding or incident is counted by, as one text: alike are those of which the text is the same. Pure."""

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import lru_cache

from services.rapportage.tellen import Cel, Geteld, Weektelling, binnen, per, weken_ervoor
from services.rapportage.week import Week

VELDEN = ("incident", "aard", "plaats", "kanaal", "gericht_tegen", "thema", "ernst", "gevolgen", "gebied", "historisch")
_NIETS = Cel(False, datetime.min.replace(tzinfo=UTC), "", "", "", "", "", 0, False, "", False, 0)
Uren = Counter[str]
"""How many, by the hour in which it happened (`2026-11-22T09`, UTC) with the kenmerken right behind it."""
TOT = len("2026-11-22T09")


def kenmerken(**velden: object) -> str:
    """Write them, all of `VELDEN`."""
    return json.dumps([velden[veld] for veld in VELDEN], separators=(",", ":"), ensure_ascii=False)


@lru_cache(maxsize=50_000)
def lees(tekst: str) -> Cel:
    """Read them, as a cell that counts nothing."""
    velden = dict(zip(VELDEN, json.loads(tekst), strict=True))
    vlaggen = {veld: bool(velden[veld]) for veld in ("incident", "gevolgen", "historisch")}
    return _NIETS._replace(**velden | vlaggen)


def cellen(uren: Uren, grenzen: Iterable[datetime] = ()) -> list[Cel]:
    """Return a cell for all that is alike within an hour; with `grenzen` within each stretch from one to the next.

    What lies before the first is left out. A moment within an hour stands for the whole hour.
    """
    per = _per_vak(uren, grenzen)
    return [_cel(tekst, begin, aantal) for begin, soorten in per.items() for tekst, aantal in soorten.items()]


def verdeel(week: Week, uren: Uren, sinds: datetime | None) -> Geteld:
    """Count by week; by the hour only how many, since by everything at once hardly two are alike."""
    weken = [week, *weken_ervoor(week), week.jaar_eerder()]
    per_week = _per_vak(uren, [moment for een in weken for moment in (een.van, een.tot)])
    per_uur = klok(uren)

    def tel(een: Week) -> Weektelling:
        soorten = ((lees(tekst), aantal) for tekst, aantal in per_week[een.van].items())
        return Weektelling(per(soorten), binnen(per_uur, een))

    deze, *ervoor, toen = map(tel, weken)
    return Geteld(week, deze, tuple(ervoor), toen, sinds)


def klok(uren: Uren) -> list[Cel]:
    """Return a cell for all meldingen, and one for all incidents, of each hour: without what they are."""
    is_incident = {tekst: lees(tekst).incident for tekst in {sleutel[TOT:] for sleutel in uren}}
    per = Counter[tuple[str, bool]]()
    for sleutel, aantal in uren.items():
        per[sleutel[:TOT], is_incident[sleutel[TOT:]]] += aantal
    return [_NIETS._replace(incident=incident, uur=_uur(uur), aantal=aantal) for (uur, incident), aantal in per.items()]


def waar(uren: Uren, past: Callable[[Cel], bool]) -> Uren:
    """Keep what is as asked."""
    goed = {tekst for tekst in {sleutel[TOT:] for sleutel in uren} if past(lees(tekst))}
    return Counter({sleutel: aantal for sleutel, aantal in uren.items() if sleutel[TOT:] in goed})


def _cel(tekst: str, begin: datetime, aantal: int) -> Cel:
    soort = lees(tekst)
    return Cel(soort[0], begin, *soort[2:11], aantal)


def _per_vak(uren: Uren, grenzen: Iterable[datetime]) -> defaultdict[datetime, Counter[str]]:
    vak = _vakken(uren, grenzen)
    per: defaultdict[datetime, Counter[str]] = defaultdict(Counter)
    for sleutel, aantal in uren.items():
        if (begin := vak[sleutel[:TOT]]) is not None:
            per[begin][sleutel[TOT:]] += aantal
    return per


def _vakken(uren: Uren, grenzen: Iterable[datetime]) -> dict[str, datetime | None]:
    """Say of each hour in which stretch it lies."""
    op_volgorde = sorted({grens.replace(minute=0, second=0, microsecond=0) for grens in grenzen})
    alle = sorted({sleutel[:TOT] for sleutel in uren})
    if not op_volgorde:
        return {uur: _uur(uur) for uur in alle}
    teksten = [_tekst(grens) for grens in op_volgorde]
    plekken = ((uur, bisect_right(teksten, uur)) for uur in alle)
    return {uur: op_volgorde[plek - 1] if plek else None for uur, plek in plekken}


def _tekst(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H}"


@lru_cache(maxsize=50_000)
def _uur(tekst: str) -> datetime:
    return datetime.fromisoformat(f"{tekst}:00:00+00:00")

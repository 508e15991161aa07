"""What a melding or incident is counted by, as one text: alike are those of which the text is the same. Pure.

Ten weeks of a busy place are twenty thousand texts: each is cut, looked up and counted by what runs in C (`map`,
`Counter`, `itemgetter`), and where a stretch of time ends is searched, because they are in order.
"""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

from services.rapportage.tellen import WAARNAAR, Cel, Geteld, Weektelling, per, weken_ervoor
from services.rapportage.week import Week

VELDEN = ("incident", "aard", "plaats", "kanaal", "gericht_tegen", "thema", "ernst", "gevolgen", "gebied", "historisch")
_NIETS = Cel(False, datetime.min.replace(tzinfo=UTC), "", "", "", "", "", 0, False, "", False, 0)
_LEEG = _NIETS[2:-1]
"""What lies between when and how many."""
Uren = Sequence[str]
"""What happened, a text each: the hour (`2026-11-22T09`, UTC) with the kenmerken right behind it. In order of hours."""
TOT = len("2026-11-22T09")
_alle = itemgetter(*VELDEN)
schrijf = lru_cache(maxsize=50_000, typed=True)(json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode)
"""Write the values of `VELDEN`, in that order."""
_uurtekst, _kenmerken = itemgetter(slice(TOT)), itemgetter(slice(TOT, None))
_met_soort = itemgetter(slice(TOT + len("[true")))
"""The hour, and whether it is an incident: that is what kenmerken begin with."""
_GEEN_UUR = '"]'
"""How they end where only a part of the day is known: the last of `VELDEN` is a number."""


def kenmerken(*, dagdeel: str = "", **velden: object) -> str:
    """Write them, all of `VELDEN`; behind those the part of the day, where no more is known of the time."""
    return schrijf((*_alle(velden), dagdeel) if dagdeel else _alle(velden))


@lru_cache(maxsize=50_000)
def lees(tekst: str) -> Cel:
    """Read them, as a cell that counts one, at no time."""
    velden = dict(zip(VELDEN, json.loads(tekst)[: len(VELDEN)], strict=True))
    vlaggen = {veld: bool(velden[veld]) for veld in ("incident", "gevolgen", "historisch")}
    return _NIETS._replace(**velden | vlaggen, aantal=1)


def cellen(uren: Uren, grenzen: Iterable[datetime] = (), velden: Sequence[str] = WAARNAAR) -> list[Cel]:
    """Return a cell for all that is alike in `velden` within an hour; with `grenzen` from one to the next.

    What lies before the first is left out. A moment within an hour stands for the whole hour. What is not in
    `velden` is left empty.
    """
    soorten = _soorten_naar(("incident", *velden))
    return [
        soort._replace(uur=begin, aantal=aantal)
        for begin, deel in _vakken(uren, grenzen)
        for soort, aantal in soorten.tel(deel)
    ]


class _Soorten:
    """What is alike in some properties, by a number: numbers are counted four times as fast as what they stand for."""

    def __init__(self, namen: Sequence[str]) -> None:
        self._namen, self._kies = namen, itemgetter(*map(Cel._fields.index, namen))
        self._nummers: dict[tuple[Any, ...], int] = {}
        self._cellen: list[Cel] = []
        self._nummer = lru_cache(maxsize=50_000)(self._nieuw)

    def tel(self, uren: Uren) -> Iterator[tuple[Cel, int]]:
        """Give each kind, at no time, with how many there are."""
        geteld = Counter(map(self._nummer, map(_kenmerken, uren)))
        return ((self._cellen[nummer], aantal) for nummer, aantal in geteld.items())

    def _nieuw(self, tekst: str) -> int:
        waarden = self._kies(lees(tekst))
        nummer = self._nummers.setdefault(waarden, len(self._cellen))
        if nummer == len(self._cellen):
            self._cellen.append(_NIETS._replace(**dict(zip(self._namen, waarden, strict=True))))
        return nummer


_soorten_naar = lru_cache(maxsize=20)(_Soorten)
"""One for each choice of properties: a profile asks for the same again and again."""


def verdeel(week: Week, uren: Uren, sinds: datetime | None = None) -> Geteld:
    """Count by week."""

    def tel(een: Week) -> Weektelling:
        return _weektelling(tuple(uren[_plek(uren, een.van) : _plek(uren, een.tot)]))

    return Geteld(week, tel(week), tuple(map(tel, weken_ervoor(week))), tel(week.jaar_eerder()), sinds)


def klok(uren: Uren) -> list[Cel]:
    """Return a cell for all meldingen, and one for all incidents, of each hour: without what they are."""
    return [
        Cel(tekst.endswith("true"), _uur(_uurtekst(tekst)), *_LEEG, aantal)
        for tekst, aantal in Counter(map(_met_soort, uren)).items()
    ]


def waar(uren: Uren, past: Callable[[Cel], bool]) -> Uren:
    """Keep what is as asked."""
    goed = {tekst for tekst in set(map(_kenmerken, uren)) if past(lees(tekst))}
    return [tekst for tekst in uren if _kenmerken(tekst) in goed]


@lru_cache(maxsize=100)
def _weektelling(uren: tuple[str, ...]) -> Weektelling:
    """Count one week; by the hour only how many, since by everything at once hardly two are alike.

    Nine weeks of ten are the same as when the page was last opened. Whether they are is asked of every text (0.1 ms a
    week of two thousand), so nothing can be told of a week that has changed; counting takes forty times as long.
    """
    op_klok, zonder = klok(uren), [tekst for tekst in uren if tekst.endswith(_GEEN_UUR)]
    if not zonder:  # nearly always
        return Weektelling(per(_soorten(uren)), op_klok, op_klok)
    precies = klok([tekst for tekst in uren if not tekst.endswith(_GEEN_UUR)])
    return Weektelling(per(_soorten(uren)), op_klok, precies)


def _soorten(uren: Uren) -> Iterator[Cel]:
    return map(lees, map(_kenmerken, uren))


def _vakken(uren: Uren, grenzen: Iterable[datetime]) -> Iterator[tuple[datetime, Uren]]:
    """Cut them where a stretch of time begins."""
    beginnen = sorted({grens.replace(minute=0, second=0, microsecond=0) for grens in grenzen})
    if not beginnen:
        return ((_uur(uur), list(deel)) for uur, deel in groupby(uren, _uurtekst))
    plekken = [*(_plek(uren, begin) for begin in beginnen), len(uren)]
    return ((begin, uren[van:tot]) for begin, (van, tot) in zip(beginnen, pairwise(plekken), strict=True))


def _plek(uren: Uren, moment: datetime) -> int:
    """Say how many happened before the hour of a moment."""
    return bisect_left(uren, f"{moment.astimezone(UTC):%Y-%m-%dT%H}")


@lru_cache(maxsize=50_000)
def _uur(tekst: str) -> datetime:
    return datetime.fromisoformat(f"{tekst}:00:00+00:00")

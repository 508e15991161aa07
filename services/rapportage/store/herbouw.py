"""The views again from the log: built beside the live ones and swapped at once, or only compared (promise 5)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from services.rapportage.store.behandelrijen import Rij
from services.rapportage.store.logboek import Keten, Query, hoeveel, ketens, stapels
from services.rapportage.store.rijen import rijen
from services.rapportage.store.standen import alle_standen, bijgewerkt
from services.rapportage.store.tabellen import FEIT, PER_NAAM, STANDEN, VIEWS, Tabel
from shared.bus import Event
from shared.facts import Context
from shared.ledger import Ledger, Row, Transaction, uncollected
from shared.voortgang import Voortgang, stil

NAAM = "rapportage-views"
ERNAAST, VORIG = "_nieuw", "_vorig"
RIJEN_TEGELIJK = 100


class Bereikt(NamedTuple):
    """How far one chain was built from: the last place, and how many events."""

    place: int
    aantal: int


NIETS = Bereikt(0, 0)
Plaatsen = dict[Keten, Bereikt]
Inhoud = dict[str, set[tuple[object, ...]]]
Bereik = tuple[str, str, int, int]
"""A stretch of one chain: source, chain, the place before it, and its last one."""


def herbouw(ledger: Ledger, voortgang: Voortgang = stil) -> int:
    """Build every view again; return how many events they were built from. Taking events goes on meanwhile.

    Two at once would build in the same tables: the second waits for the first.
    """
    with ledger.alone(NAAM):
        return bouw(ledger, voortgang)


def bouw(ledger: Ledger, voortgang: Voortgang = stil) -> int:
    """Do it, for who is alone."""
    return wissel(ledger, bouw_ernaast(ledger, voortgang))


def bouw_ernaast(ledger: Ledger, voortgang: Voortgang = stil) -> Plaatsen:
    """Build the views beside the live ones, batch by batch; return up to where."""
    _gooi_weg(ledger, ERNAAST, VORIG)
    ledger.run_sync(_begin, context())
    gehad: Plaatsen = {}
    alles = hoeveel(ledger.query_sync)
    for keten, events in _rest(ledger.query_sync, gehad):
        with uncollected():
            ledger.run_sync(partial(_bouw, gemaakt=_rijen(events)), context())
        gehad[keten] = Bereikt(events[-1].place, gehad.get(keten, NIETS).aantal + len(events))
        voortgang(sum(een.aantal for een in gehad.values()), alles)
    return gehad


def wissel(ledger: Ledger, gehad: Plaatsen) -> int:
    """Add what arrived since, and put the new views in place of the live ones, in one transaction.

    The writer's lock is held there: nothing can arrive between the last event and the swap.
    """
    sinds = ledger.run_sync(partial(_wissel, gehad=gehad), context())
    _gooi_weg(ledger, VORIG)
    return sinds + sum(een.aantal for een in gehad.values())


def verschillen(ledger: Ledger) -> list[str]:
    """Say, in Dutch, where a view is not what the log makes of it; reads only, also beside a running system."""
    gevonden = []
    for (source, keten), events in _rest(ledger.query_sync, {}):
        bereik = (source, keten, events[0].place - 1, events[-1].place)
        verwacht, echt = _verwacht(ledger.query_sync, events, bereik), _echt(ledger.query_sync, bereik)
        gevonden += [_zin(naam, rij) for naam in PER_NAAM for rij in sorted(verwacht[naam] ^ echt[naam], key=_sleutel)]
    return [*dict.fromkeys(gevonden), *_wezen(ledger.query_sync)]


def _rest(query: Query, gehad: Plaatsen) -> Iterator[tuple[Keten, list[Event]]]:
    for keten in ketens(query):
        for events in stapels(query, keten, gehad.get(keten, NIETS).place):
            yield keten, events


def context() -> Context:
    """Return in whose name the views are changed."""
    return Context(op=datetime.now(UTC), correlatie="herbouw")


def _gooi_weg(ledger: Ledger, *achtervoegsels: str) -> None:
    ledger.drop(*(f"{tabel.naam}{achtervoegsel}" for tabel in VIEWS for achtervoegsel in achtervoegsels))


def _begin(tx: Transaction) -> None:
    for tabel in VIEWS:
        tx.execute(tabel.maak())  # one that this version is the first to have
        tx.execute(tabel.maak(ERNAAST))


def _wissel(tx: Transaction, gehad: Plaatsen) -> int:
    aantal = 0
    for _, events in _rest(tx.query, gehad):
        _bouw(tx, _rijen(events))
        tx.settle()  # the next ones must find these
        aantal += len(events)
    for tabel in VIEWS:
        tx.execute(f"ALTER TABLE {tabel.naam} RENAME TO {tabel.naam}{VORIG}")
        tx.execute(f"ALTER TABLE {tabel.naam}{ERNAAST} RENAME TO {tabel.naam}")
    return aantal


def _rijen(events: Iterable[Event]) -> list[Rij]:
    return [rij for event in events for rij in rijen(event)]


def _bouw(tx: Transaction, gemaakt: Sequence[Rij]) -> None:
    for sql, waarden in (*_invoegen(gemaakt), *bijgewerkt(tx.query, gemaakt, ERNAAST)):
        tx.execute(sql, waarden)


def _invoegen(gemaakt: Iterable[Rij]) -> Iterator[Row]:
    per_tabel: dict[str, list[tuple[object, ...]]] = {}
    for tabel, waarden in gemaakt:
        per_tabel.setdefault(tabel.naam, []).append(waarden)
    for naam, alle in per_tabel.items():
        for begin in range(0, len(alle), RIJEN_TEGELIJK):
            yield _samen(PER_NAAM[naam], alle[begin : begin + RIJEN_TEGELIJK])


def _samen(tabel: Tabel, alle: list[tuple[object, ...]]) -> Row:
    return tabel.voeg_toe(len(alle), ERNAAST), tuple(chain.from_iterable(alle))


def _verwacht(query: Query, events: Iterable[Event], bereik: Bereik) -> Inhoud:
    inhoud: Inhoud = {naam: set() for naam in PER_NAAM}
    gemaakt = _rijen(events)
    for tabel, waarden in gemaakt:
        inhoud[tabel.naam].add(waarden)
    inhoud[STANDEN.naam] = {rij for rij in alle_standen(query, gemaakt, _van(bereik)) if _van(bereik)(rij)}
    return inhoud


def _van(bereik: Bereik) -> Callable[[Sequence[Any]], bool]:
    """Say whether a row comes from an event of this stretch."""
    return lambda rij: rij[:2] == bereik[:2] and bereik[2] < rij[2] <= bereik[3]


def _echt(query: Query, bereik: Bereik) -> Inhoud:
    return {
        tabel.naam: set(query(f"{_kies(tabel)} WHERE source = ? AND keten = ? AND place > ? AND place <= ?", bereik))
        for tabel in VIEWS
    }


def _wezen(query: Query) -> list[str]:
    """Rows of an event that was never received."""
    zonder = (
        "NOT EXISTS (SELECT 1 FROM ontvangen o WHERE o.source = v.source AND o.keten = v.keten AND o.place = v.place)"
    )
    gevonden = [(tabel, rij) for tabel in VIEWS for rij in query(f"{_kies(tabel)} v WHERE {zonder}", ())]
    return [
        _zin(tabel.naam, rij) for tabel, rij in sorted(gevonden, key=lambda paar: (paar[0].naam, _sleutel(paar[1])))
    ]


def _kies(tabel: Tabel) -> str:
    return f"SELECT {', '.join(tabel.namen)} FROM {tabel.naam}"  # noqa: S608


def _sleutel(rij: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(str(waarde).zfill(20) for waarde in rij[: len(FEIT)])


def _zin(tabel: str, rij: tuple[object, ...]) -> str:
    return f"rapportage: tabel {tabel} klopt niet met het logboek bij {rij[0]}, plaats {rij[2]}"

"""Build the views again from the facts, beside the live ones, and swap; or only compare (promise 5)."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from shared.facts import Recorded
from shared.ledger import timers
from shared.ledger.codec import Codec
from shared.ledger.rows import Row, View
from shared.ledger.store import Store
from shared.ledger.uncollected import uncollected
from shared.voortgang import Voortgang, stil

BATCH = 2_000


def rebuild(store: Store, codec: Codec, views: Sequence[View], voortgang: Voortgang = stil) -> None:
    """Replace the rows of every view by what the facts say, without a moment in which they are missing."""
    with _beside(store, views) as other:
        place = _replay(store, other, codec, views, after=0, voortgang=voortgang)
        with store.write_beside(other) as session:
            session.execute([_delete(name) for name in _names(views)])  # from here nobody else appends
            _replay(store, other, codec, views, after=place)
            for name in _names(views):
                session.copy(name, _condition(name))


def differences(store: Store, codec: Codec, views: Sequence[View]) -> list[str]:
    """Return the tables whose rows are not what the facts say."""
    with _beside(store, views) as other, store.write() as session:
        _replay(store, other, codec, views, after=0)
        return [name for name in _names(views) if set(session.query(_select(name))) != set(other.query(_select(name)))]


def _names(views: Sequence[View]) -> list[str]:
    return [*(name for view in views for name in view.names), "timers"]


def _condition(name: str) -> str:
    return " WHERE afgeleid = 1" if name == "timers" else ""


def _select(name: str) -> str:
    return f"SELECT * FROM {name}{_condition(name)}"  # noqa: S608


def _delete(name: str) -> Row:
    return f"DELETE FROM {name}{_condition(name)}", ()  # noqa: S608


@contextmanager
def _beside(store: Store, views: Sequence[View]) -> Iterator[Store]:
    other = store.beside()
    try:
        other.create([*(statement for view in views for statement in view.tables), *timers.STATEMENTS])
        yield other
    finally:
        other.discard()


def _replay(
    store: Store, other: Store, codec: Codec, views: Sequence[View], *, after: int, voortgang: Voortgang = stil
) -> int:
    place, more, last = after, True, store.last_place()
    while more:
        place, more = _batch(store, other, codec, views, after=place)
        voortgang(place, last)
    return place


def _batch(store: Store, other: Store, codec: Codec, views: Sequence[View], *, after: int) -> tuple[int, bool]:
    """Return up to where it is now, and whether there may be more."""
    with uncollected():
        found = store.read(after, BATCH)
        rows = _rows(map(codec.recorded, found), views)
        with other.write() as session:
            session.execute(rows)
        return found[-1].place if found else after, len(found) == BATCH


def _rows(facts: Iterable[Recorded], views: Sequence[View]) -> list[Row]:
    """Return the rows of each view together: equal statements go to the database as one."""
    per_view: list[list[Row]] = [[] for _ in views]
    for fact in facts:
        for rows, view in zip(per_view, views, strict=True):
            rows += view.apply(fact)
    return [*chain.from_iterable(per_view)]

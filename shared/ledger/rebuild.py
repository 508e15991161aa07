"""Build the views again from the facts, beside the live ones, and swap; or only compare (promise 5)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from shared.ledger import timers
from shared.ledger.codec import Codec
from shared.ledger.rows import Row, View
from shared.ledger.store import Session, Store

BATCH = 2_000


def rebuild(store: Store, codec: Codec, views: Sequence[View]) -> None:
    """Replace the rows of every view by what the facts say, without a moment in which they are missing."""
    with _beside(store, views) as other:
        place = _replay(store, other, codec, views, after=0)
        with store.write() as session:  # the write lock: nobody appends between the last fact and the swap
            _replay(store, other, codec, views, after=place)
            for name in _names(views):
                session.execute([_delete(name)])
                _copy(other, session, name)


def differences(store: Store, codec: Codec, views: Sequence[View]) -> list[str]:
    """Return the tables whose rows are not what the facts say."""
    with _beside(store, views) as other, store.write() as session:
        _replay(store, other, codec, views, after=0)
        return [name for name in _names(views) if set(session.query(_select(name))) != set(other.query(_select(name)))]


def _names(views: Sequence[View]) -> list[str]:
    return [*(name for view in views for name in view.names), "timers"]


def _select(name: str) -> str:
    return f"SELECT * FROM {name}" + (" WHERE afgeleid = 1" if name == "timers" else "")  # noqa: S608


def _delete(name: str) -> Row:
    return f"DELETE FROM {name}" + (" WHERE afgeleid = 1" if name == "timers" else ""), ()  # noqa: S608


@contextmanager
def _beside(store: Store, views: Sequence[View]) -> Iterator[Store]:
    other = store.beside()
    try:
        other.create([*(statement for view in views for statement in view.tables), *timers.STATEMENTS])
        yield other
    finally:
        other.discard()


def _replay(store: Store, other: Store, codec: Codec, views: Sequence[View], *, after: int) -> int:
    place = after
    while found := store.read(place, BATCH):
        facts = [codec.recorded(placed) for placed in found]  # read once, however many views follow them
        rows = [row for view in views for fact in facts for row in view.apply(fact)]  # equal statements together
        with other.write() as session:
            session.execute(rows)
        place = found[-1].place
    return place


def _copy(other: Store, session: Session, name: str) -> None:
    rows = other.query(_select(name))
    if rows:
        places = ", ".join("?" * len(rows[0]))
        session.execute([(f"INSERT INTO {name} VALUES ({places})", row) for row in rows])  # noqa: S608

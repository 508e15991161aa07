"""The shape of the tables beside the facts, across versions of this software.

A view whose tables changed is thrown away and built again from the facts. A table that no fact can rebuild is
changed step by step. Both happen once, at the start, and only forward.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256

import structlog

from shared.ledger import rebuild, timers
from shared.ledger.codec import Codec
from shared.ledger.errors import UnknownStore
from shared.ledger.rows import Row, Table, View
from shared.ledger.store import Session, Store
from shared.voortgang import Voortgang, in_het_log, samen, stil

log = structlog.get_logger(__name__)

SHAPES = "CREATE TABLE IF NOT EXISTS vormen (naam TEXT PRIMARY KEY, vorm TEXT NOT NULL)"
KEEP = "INSERT INTO vormen (naam, vorm) VALUES (?, ?) ON CONFLICT (naam) DO UPDATE SET vorm = excluded.vorm"


def arrange_views(store: Store, codec: Codec, views: Sequence[View], voortgang: Voortgang = stil) -> None:
    """Make the tables of the views; build them from the facts where the store knows them in another shape."""
    with store.write() as session:  # the write lock: two that start at once do not drop each other's tables
        changed = _changed(session, views)
        for view in changed:
            session.execute([(f"DROP TABLE IF EXISTS {name}", ()) for name in view.names])
            session.execute([(statement, ()) for statement in view.tables])
        if not (changed and session.head()[0]):
            return session.execute(_kept(changed))
    rebuild.rebuild(store, codec, views, samen(in_het_log(log, "overzichten opbouwen"), voortgang))
    with store.write() as session:
        session.execute(_kept(changed))
    return None


def _changed(session: Session, views: Sequence[View]) -> list[View]:
    known = dict(session.query("SELECT naam, vorm FROM vormen"))
    return [view for view in views if known.get(view.name) != _print(view)]


def _kept(views: Sequence[View]) -> list[Row]:
    return [(KEEP, (view.name, _print(view))) for view in views]


def arrange_table(store: Store, table: Table) -> None:
    """Make a table, or bring the one that is there up to date.

    Raises:
        UnknownStore: a newer version of this software changed it already.
    """
    with store.write() as session:
        session.execute(list(_steps(session, table)))


def _steps(session: Session, table: Table) -> Iterator[Row]:
    found = session.query("SELECT vorm FROM vormen WHERE naam = ?", (table.name,))
    done = int(found[0][0]) if found else 0
    if done > len(table.changes):
        raise UnknownStore(
            f"de tabel '{table.name}' is door een nieuwere versie van deze software gemaakt; start die versie"
        )
    yield from ((statement, ()) for statement in (table.changes[done:] if found else table.statements))
    if not found or done < len(table.changes):
        yield KEEP, (table.name, str(len(table.changes)))


def _print(view: View) -> str:
    """Return what tells two shapes of a view apart: its tables, and those of the timers that it sets."""
    return sha256("\n".join((*view.tables, *timers.STATEMENTS)).encode()).hexdigest()

"""A new id for every ledger of a database that was put back: PostgreSQL makes its own copies, so that comes after."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from uuid import uuid4

import psycopg
from psycopg.sql import SQL, Identifier

from meldketen.kopie.bestanden import KopieFout
from shared.ledger.postgres_claim import PostgresClaim

SCHEMAS = "SELECT table_schema FROM information_schema.tables WHERE table_name = 'boek' ORDER BY 1"
Nummers = Mapping[str, tuple[str, str]]
"""Of each ledger its id, and the new one."""


def ander_nummer(oud: str) -> str:
    """Return a new id: what stands before the point is what its chain begins with, and stays."""
    return f"{oud.partition('.')[0]}.{uuid4().hex[:16]}"


def nummers_in(database: str) -> dict[str, str]:
    """Return the id of each ledger in this database.

    Raises:
        KopieFout: there are none.
    """
    with psycopg.connect(database) as verbinding:
        return {schema: oud for schema, (oud, _) in _nummers(verbinding).items()}


def geef_andere_nummers(database: str) -> Nummers:
    """Give every ledger here a new id, and write it where others say how far they applied it: all or nothing.

    Raises:
        KopieFout: there are no ledgers, or something still runs on them.
    """
    with psycopg.connect(database) as verbinding:
        nieuw = _nummers(verbinding)
        with _alleen(database, nieuw):
            for schema in nieuw:
                _hernoem(verbinding, schema, nieuw)
            verbinding.commit()
    return nieuw


@contextmanager
def _alleen(database: str, schemas: Mapping[str, object]) -> Iterator[None]:
    """Hold what a process holds that works on these ledgers.

    Raises:
        KopieFout: another holds it.
    """
    with ExitStack() as stack:
        for schema in schemas:
            slot = PostgresClaim(partial(psycopg.connect, database, autocommit=True), f"{schema}/dienst")
            stack.callback(slot.release)
            if not slot.held():
                raise KopieFout(f"Op deze database draait nog een proces van Meldketen ({schema}). Stop dat eerst.")
        yield


def _nummers(verbinding: psycopg.Connection[tuple[object, ...]]) -> dict[str, tuple[str, str]]:
    gevonden = {}
    for (schema,) in verbinding.execute(SCHEMAS).fetchall():
        rij = verbinding.execute(SQL("SELECT id FROM {}").format(Identifier(str(schema), "boek"))).fetchone()
        if rij is None:
            raise KopieFout(f"Het grootboek '{schema}' heeft geen nummer: de kopie is niet heel.")
        gevonden[str(schema)] = str(rij[0]), ander_nummer(str(rij[0]))
    if not gevonden:
        raise KopieFout("In deze database staan geen grootboeken van Meldketen.")
    return gevonden


def _hernoem(verbinding: psycopg.Connection[tuple[object, ...]], schema: str, nieuw: Nummers) -> None:
    verbinding.execute(SQL("UPDATE {} SET id = %s").format(Identifier(schema, "boek")), (nieuw[schema][1],))
    zet = SQL("UPDATE {} SET keten = %s WHERE bron = %s AND keten = %s").format(Identifier(schema, "posities"))
    for bron, (was, wordt) in nieuw.items():
        verbinding.execute(zet, (wordt, bron, was))

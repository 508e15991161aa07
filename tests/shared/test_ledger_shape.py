"""A store of an earlier version: views are built again, other tables changed step by step; a newer one is refused."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import uuid4

import pytest

from shared.facts import Recorded
from shared.ledger import Row, Table, UnknownStore, View
from tests.fixtures.opslag import MakeLedger
from tests.shared.test_ledger import CONTEXT, Gestopt, Geteld, add


def telling(recorded: Recorded) -> Iterable[Row]:
    """Keep each number."""
    yield "INSERT INTO telling (getal) VALUES (?)", (recorded.fact.getal,)


def dubbel(recorded: Recorded) -> Iterable[Row]:
    """Keep each number, and twice that."""
    yield "INSERT INTO telling (getal, dubbel) VALUES (?, ?)", (recorded.fact.getal, 2 * recorded.fact.getal)


EERST = View("telling", ("telling",), ("CREATE TABLE IF NOT EXISTS telling (getal BIGINT)",), telling)
LATER = View("telling", ("telling",), ("CREATE TABLE IF NOT EXISTS telling (getal BIGINT, dubbel BIGINT)",), dubbel)
KLUIS = Table("kluis", ("CREATE TABLE IF NOT EXISTS kluis (sleutel TEXT PRIMARY KEY)",))
RUIMER = replace(
    KLUIS,
    statements=("CREATE TABLE IF NOT EXISTS kluis (sleutel TEXT PRIMARY KEY, tot TEXT)",),
    changes=("ALTER TABLE kluis ADD COLUMN tot TEXT",),
)


async def test_a_view_of_another_shape_is_built_again(make_ledger: MakeLedger, database: str) -> None:
    """What the facts say stands in the new tables at once; opening it again changes nothing."""
    old = make_ledger("proef", [Geteld], views=[EERST], database=database)
    await old.run(add(uuid4(), 1), CONTEXT)
    await old.run(add(uuid4(), 2), CONTEXT)
    old.close()
    for _ in range(2):
        new = make_ledger("proef", [Geteld], views=[LATER], database=database)
        assert new.query_sync("SELECT getal, dubbel FROM telling ORDER BY getal") == [(1, 2), (2, 4)]
        assert new.views_differ() == []
        new.close()


def test_a_view_of_the_same_shape_is_left_alone(make_ledger: MakeLedger, database: str) -> None:
    """Starting does not read the whole history again."""
    old = make_ledger("proef", [Geteld], views=[EERST], database=database)
    old.run_sync(add(uuid4(), 1), CONTEXT)
    old.run_sync(lambda tx: tx.execute("UPDATE telling SET getal = 7"), CONTEXT)
    old.close()
    new = make_ledger("proef", [Geteld], views=[EERST], database=database)
    assert new.query_sync("SELECT getal FROM telling") == [(7,)]


def test_a_table_is_changed_once_and_keeps_its_rows(make_ledger: MakeLedger, database: str) -> None:
    """No fact could bring its rows back."""
    old = make_ledger("proef", [Geteld], tables=[KLUIS], database=database)
    old.run_sync(lambda tx: tx.execute("INSERT INTO kluis (sleutel) VALUES (?)", ("a",)), CONTEXT)
    old.close()
    for _ in range(2):
        new = make_ledger("proef", [Geteld], tables=[RUIMER], database=database)
        assert new.query_sync("SELECT sleutel, tot FROM kluis") == [("a", None)]
        new.close()


def test_a_new_table_is_made_as_it_is_now(make_ledger: MakeLedger, database: str) -> None:
    """The changes are for tables of before."""
    ledger = make_ledger("proef", [Geteld], tables=[RUIMER], database=database)
    assert ledger.query_sync("SELECT sleutel, tot FROM kluis") == []


def test_a_table_of_a_newer_version_is_refused(make_ledger: MakeLedger, database: str) -> None:
    """Older software would write rows that the newer one does not expect."""
    make_ledger("proef", [Geteld], tables=[RUIMER], database=database).close()
    with pytest.raises(UnknownStore, match="nieuwere versie"):
        make_ledger("proef", [Geteld], tables=[KLUIS], database=database)


def test_a_ledger_of_a_newer_version_is_refused(make_ledger: MakeLedger, database: str) -> None:
    """Older code says which version it found and which it knows, and leaves the ledger as it is."""
    new = make_ledger("proef", [Geteld], database=database)
    new.run_sync(lambda tx: tx.execute("UPDATE boek SET versie = 2"), CONTEXT)
    new.close()
    with pytest.raises(UnknownStore, match="van versie 2; deze software kent tot en met 1"):
        make_ledger("proef", [Geteld], database=database)


def test_a_fact_of_a_newer_version_is_named(make_ledger: MakeLedger, database: str) -> None:
    """Older code does not pass over a kind of fact that it does not know: it says which, and where it stands."""
    new = make_ledger("proef", [Geteld, Gestopt], database=database)
    new.run_sync(add(uuid4(), 1), CONTEXT)
    new.run_sync(lambda tx: tx.append(uuid4(), Gestopt(gemeente="gm0637")), CONTEXT)
    new.close()
    old = make_ledger("proef", [Geteld], database=database)
    with pytest.raises(UnknownStore, match="feit 'Gestopt' op plaats 2 is van een nieuwere versie"):
        old.read(0, 10)

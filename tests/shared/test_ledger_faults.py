"""What the writer does when the database or its own queue is in trouble."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from structlog.testing import capture_logs

from shared.facts import Rejected
from shared.ledger import Ledger, Overloaded, StoreUnavailable, Transaction
from shared.ledger.codec import Codec
from shared.ledger.ledger import BOOK
from shared.ledger.sqlite import SQLiteSession, SQLiteStore
from shared.ledger.writer import PULSE, QUEUE
from tests.fixtures.opslag import MakeLedger
from tests.shared.test_ledger import CONTEXT, Gestopt, Geteld, add


class HaperendeOpslag(SQLiteStore):
    """A store that fails before or after its commit, as a database does whose connection breaks."""

    breekt = ""

    @contextmanager
    def write(self) -> Iterator[SQLiteSession]:
        """Break once, at the moment that `breekt` names."""
        breekt, self.breekt = self.breekt, ""
        with super().write() as session:
            yield session
            if breekt == "voor":
                raise StoreUnavailable("weg voor de commit")
        if breekt == "na":
            raise StoreUnavailable("weg na de commit")


@pytest.fixture
def opslag(tmp_path: Path) -> HaperendeOpslag:
    opslag = HaperendeOpslag(tmp_path / "proef.db")
    opslag.create([BOOK, PULSE, "CREATE TABLE IF NOT EXISTS los (sleutel TEXT PRIMARY KEY)"])
    return opslag


@pytest.fixture
def ledger(opslag: HaperendeOpslag) -> Iterator[Ledger]:
    ledger = Ledger(opslag, "proef", Codec([Geteld, Gestopt]), [])
    yield ledger
    ledger.close()


async def test_a_commit_whose_answer_was_lost_is_found_back(ledger: Ledger, opslag: HaperendeOpslag) -> None:
    """The connection broke after the commit: the callers hear that it is stored, and it stands there once."""
    opslag.breekt = "na"
    await asyncio.gather(*(ledger.run(add(uuid4(), n), CONTEXT) for n in range(10)))
    assert sorted(r.fact.getal for r in ledger.read(0, 99)) == list(range(10))
    assert ledger.verify() is None


async def test_a_commit_that_did_not_happen_is_reported(ledger: Ledger, opslag: HaperendeOpslag) -> None:
    """The connection broke before the commit: every caller hears it, nothing is stored, and the next try works."""
    opslag.breekt = "voor"
    with pytest.raises(StoreUnavailable):
        await ledger.run(add(uuid4(), 1), CONTEXT)
    assert ledger.last_place() == 0
    await ledger.run(add(uuid4(), 2), CONTEXT)
    assert ledger.last_place() == 1


async def test_rows_without_facts_are_not_taken_for_stored(ledger: Ledger, opslag: HaperendeOpslag) -> None:
    """Where nothing proves that the commit happened, it is not claimed."""
    await ledger.run(add(uuid4(), 1), CONTEXT)
    opslag.breekt = "na"
    with pytest.raises(StoreUnavailable):
        await ledger.run(lambda tx: tx.execute("INSERT INTO los VALUES (?)", ("x",)), CONTEXT)


async def test_a_full_queue_refuses_and_loses_nothing(make_ledger: MakeLedger) -> None:
    """Beyond the queue's length a unit is refused at once; all that were accepted are stored."""
    ledger = make_ledger("vol", [Geteld, Gestopt])
    bezig, verder = threading.Event(), threading.Event()

    def hold(tx: Transaction) -> None:
        bezig.set()
        verder.wait(10)

    first = asyncio.ensure_future(ledger.run(hold, CONTEXT))
    await asyncio.to_thread(bezig.wait, 10)
    waiting = [asyncio.ensure_future(ledger.run(add(uuid4(), n), CONTEXT)) for n in range(QUEUE + 5)]
    await asyncio.sleep(0)
    verder.set()
    outcomes = await asyncio.gather(first, *waiting, return_exceptions=True)
    assert sum(isinstance(outcome, Overloaded) for outcome in outcomes) == 5
    assert ledger.last_place() == QUEUE


async def test_a_mistake_in_a_use_case_does_not_stop_the_writer(ledger: Ledger) -> None:
    """An unexpected error reaches its own caller only."""
    outcomes = await asyncio.gather(
        ledger.run(lambda tx: 1 / 0, CONTEXT),
        ledger.run(lambda tx: tx.query("SELECT onzin FROM nergens"), CONTEXT),
        ledger.run(add(uuid4(), 1), CONTEXT),
        return_exceptions=True,
    )
    assert isinstance(outcomes[0], ZeroDivisionError)
    assert isinstance(outcomes[1], Exception)
    assert outcomes[2] is None
    assert ledger.last_place() == 1
    with pytest.raises(Rejected):
        await ledger.run(_refuse, CONTEXT)


def _refuse(tx: Transaction) -> None:
    raise Rejected("nee")


def test_trouble_is_said_once_and_ends_when_storing_works(ledger: Ledger, opslag: HaperendeOpslag) -> None:
    """A full disk leaves one line in the log, not one for each request; the next success takes it back."""
    with capture_logs() as regels:
        for _ in range(3):
            opslag.breekt = "voor"
            with pytest.raises(StoreUnavailable):
                ledger.run_sync(add(uuid4(), 1), CONTEXT)
    assert ledger.trouble() == "weg voor de commit"
    assert [regel["event"] for regel in regels].count("opslaan lukt niet") == 1
    ledger.run_sync(add(uuid4(), 1), CONTEXT)
    assert ledger.trouble() == ""


def test_a_probe_finds_out_without_a_request(ledger: Ledger, opslag: HaperendeOpslag) -> None:
    """An installation that nobody writes to because it is not ready becomes ready again."""
    opslag.breekt = "voor"
    ledger.probe()
    assert ledger.trouble() == "weg voor de commit"
    ledger.probe()
    assert ledger.trouble() == ""
    assert ledger.last_place() == 0

"""A database that goes away in the middle of a unit: nobody hears that something is stored that is not."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from eventsourcing.persistence import DataError

from shared.bus import QUARANTAINE, Event, Inbox, count_quarantined
from shared.ledger import Ledger, StoreUnavailable, Transaction
from tests.fixtures.opslag import MakeLedger
from tests.shared.busproef import LUISTERAAR, NU, VERTELLER, Gezien, als_event, gezien, kijk, tel
from tests.shared.busproef import Geteld as Verteld
from tests.shared.test_ledger import CONTEXT, Gestopt, Geteld, add

BREEK_AF, AFGEBROKEN = "SELECT pg_terminate_backend(pg_backend_pid())", "SELECT 1 / 0"
"""The connection is lost, as when the server is killed; or it stays, and the server gives the transaction up."""


def breek_af(tx: Transaction, sql: str = BREEK_AF) -> None:
    """Lose the transaction, and go on as if nothing happened."""
    with suppress(psycopg.Error):
        tx.query(sql)


def geef_op(tx: Transaction) -> None:
    """Do the same without losing the connection."""
    breek_af(tx, AFGEBROKEN)


Eenheid = Callable[[Transaction], None]


@pytest.fixture
def ledger(make_ledger: MakeLedger, postgres: str) -> Ledger:
    return make_ledger("proef", [Geteld, Gestopt], database=postgres)


@pytest.mark.parametrize(("unit", "fout"), [(breek_af, StoreUnavailable), (geef_op, DataError)])
async def test_what_is_not_committed_is_not_stored(ledger: Ledger, unit: Eenheid, fout: type[Exception]) -> None:
    """Leaving a transaction that is gone commits nothing and says nothing, neither psycopg nor the server: we must."""
    with pytest.raises(fout):
        await ledger.run(unit, CONTEXT)
    await ledger.run(add(uuid4(), 1), CONTEXT)
    assert ledger.last_place() == 1


@pytest.mark.parametrize(("unit", "fout"), [(breek_af, StoreUnavailable), (geef_op, DataError)])
async def test_who_shares_a_group_with_it_is_stored_or_hears_it(
    ledger: Ledger, unit: Eenheid, fout: type[Exception]
) -> None:
    """A unit that was written already when the connection broke is written again, alone."""
    bezig, verder = threading.Event(), threading.Event()

    def hold(_: Transaction) -> None:
        bezig.set()
        verder.wait(10)

    eerst = asyncio.ensure_future(ledger.run(hold, CONTEXT))
    await asyncio.to_thread(bezig.wait, 10)
    samen = [asyncio.ensure_future(ledger.run(een, CONTEXT)) for een in (add(uuid4(), 1), unit, add(uuid4(), 2))]
    await asyncio.sleep(0)
    verder.set()
    uitkomsten = await asyncio.gather(eerst, *samen, return_exceptions=True)
    assert [type(uitkomst) for uitkomst in uitkomsten] == [type(None), type(None), fout, type(None)]
    assert [recorded.fact for recorded in ledger.read(0, 9)] == [Geteld(getal=1), Geteld(getal=2)]


async def test_a_message_is_no_victim_of_the_database(
    make_ledger: Callable[..., Ledger], postgres: str, tmp_path: Path
) -> None:
    """However often the database goes away while one is handled: it is not set apart, for nothing is wrong with it."""
    verteller = make_ledger(VERTELLER, [Verteld], database=str(tmp_path))
    luisteraar = make_ledger(LUISTERAAR, [Gezien], tables=[QUARANTAINE], database=postgres)
    tel(verteller, 1)
    keren = iter(range(5))

    def handler(tx: Transaction, fact: Verteld, event: Event) -> None:
        if next(keren, None) is not None:
            tx.query(BREEK_AF)
        kijk(tx, fact, event)

    inbox = Inbox(luisteraar, klok=lambda: NU, handlers={Verteld: handler})
    for _ in range(5):
        await inbox.load()
        with pytest.raises(StoreUnavailable):
            await inbox.take([als_event(verteller, verteller.read(0, 1)[0])])
    await inbox.take([als_event(verteller, verteller.read(0, 1)[0])])
    assert gezien(luisteraar) == [1]
    assert await count_quarantined(luisteraar) == 0

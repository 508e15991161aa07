"""Appending to a stream without reading it, and who hears of a commit: on both databases."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from uuid import UUID, uuid4

import pytest

from shared.ledger import Change, Conflict, Ledger, Position, Transaction, open_ledger, timer_cancel, timer_set
from shared.ledger.sqlite import SQLiteSession
from shared.ledger.store import Session
from tests.fixtures.opslag import MakeLedger
from tests.shared.test_ledger import CONTEXT, OP, Geteld, add


@pytest.fixture
def ledger(make_ledger: MakeLedger, database: str) -> Ledger:
    return make_ledger("proef", [Geteld], database=database)


def volg(stream: UUID, *getallen: int) -> Callable[[Transaction], None]:
    def use_case(tx: Transaction) -> None:
        tx.follow(stream)
        add(stream, *getallen)(tx)

    return use_case


def getallen(ledger: Ledger, stream: UUID) -> list[tuple[int, int]]:
    """Version and number of each fact."""
    return [(r.version, r.fact.getal) for r in ledger.facts(stream) if isinstance(r.fact, Geteld)]


async def samen(ledger: Ledger, *eenheden: Callable[[Transaction], None]) -> int:
    """Run units in one group; return how often the store was opened for them: more than once, and they collided."""
    los, begonnen, geopend, open_ = threading.Event(), asyncio.Event(), [0], ledger._store.write
    loop = asyncio.get_running_loop()

    def houd_op(_: Transaction) -> None:
        loop.call_soon_threadsafe(begonnen.set)
        los.wait(20)

    def telt_open() -> AbstractContextManager[Session]:
        geopend[0] += 1
        return open_()

    eerst = asyncio.create_task(ledger.run(houd_op, CONTEXT))
    await begonnen.wait()
    rest = [asyncio.create_task(ledger.run(eenheid, CONTEXT)) for eenheid in eenheden]
    await asyncio.sleep(0)  # each of them stands in line now
    assert ledger.waiting() == len(eenheden)
    ledger._store.write = telt_open  # type: ignore[method-assign]
    los.set()
    await asyncio.gather(eerst, *rest)
    ledger._store.write = open_  # type: ignore[method-assign]
    return geopend[0]


async def test_what_follows_comes_after_what_stands(ledger: Ledger) -> None:
    """In the same unit, in another of the same group, and in a later commit; on a new stream it begins at one."""
    oud, nieuw = uuid4(), uuid4()
    await ledger.run(add(oud, 1, 2), CONTEXT)
    assert await samen(ledger, volg(oud, 3), volg(nieuw, 7), volg(oud, 4, 5), volg(nieuw, 8)) == 1
    await ledger.run(volg(oud, 6), CONTEXT)
    assert getallen(ledger, oud) == [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 6)]
    assert getallen(ledger, nieuw) == [(1, 7), (2, 8)]
    assert ledger.verify() is None


@pytest.mark.parametrize("eerst_gelezen", [False, True])
async def test_who_reads_after_following_misses_nothing(ledger: Ledger, *, eerst_gelezen: bool) -> None:
    """What another unit of the group added is not stored yet, and counts all the same."""
    stream, gezien = uuid4(), list[int]()
    await ledger.run(add(stream, 1), CONTEXT)

    def lees(tx: Transaction) -> None:
        gezien.extend(feit.getal for feit in tx.facts(stream) if isinstance(feit, Geteld))
        add(stream, 3)(tx)

    def kijk(tx: Transaction) -> None:
        assert tx.facts(stream)

    eerst = [kijk] if eerst_gelezen else []
    assert await samen(ledger, *eerst, volg(stream, 2), lees, volg(stream, 4)) == 1
    assert gezien == [1, 2]
    assert getallen(ledger, stream) == [(1, 1), (2, 2), (3, 3), (4, 4)]


async def test_following_reads_nothing(make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the stream is: that is what it is for."""
    ledger, stream, gelezen = make_ledger("proef", [Geteld]), uuid4(), list[UUID]()
    await ledger.run(add(stream, 1), CONTEXT)
    lees = SQLiteSession.stream
    monkeypatch.setattr(SQLiteSession, "stream", lambda sessie, welke: (gelezen.append(welke), lees(sessie, welke))[1])
    await ledger.run(volg(stream, 2), CONTEXT)
    assert gelezen == []


async def test_of_two_processes_that_follow_nothing_is_lost(make_ledger: MakeLedger, database: str) -> None:
    """Each finds what the other stored; who claims a new stream that is there is refused as always."""
    een, twee = (make_ledger("proef", [Geteld], database=database) for _ in range(2))
    stream = uuid4()
    await asyncio.gather(*(ledger.run(volg(stream, n), CONTEXT) for n in range(10) for ledger in (een, twee)))
    assert [versie for versie, _ in getallen(een, stream)] == list(range(1, 21))
    with pytest.raises(Conflict):
        await een.run(add(stream, 99), CONTEXT)


async def test_only_who_asked_for_it_hears_of_a_commit(ledger: Ledger) -> None:
    """Facts, deadlines, anything: a row of its own wakes neither the relay nor the clock."""
    gehoord: list[Change] = []
    for change in Change:
        ledger.on_commit(lambda change=change: gehoord.append(change), change)

    async def na(use_case: Callable[[Transaction], None]) -> set[Change]:
        gehoord.clear()
        await ledger.run(use_case, CONTEXT)
        return set(gehoord)

    assert await na(add(uuid4(), 1)) == {Change.ROWS, Change.FACTS}
    assert await na(lambda tx: tx.execute(*timer_set("t", "proef", OP, {}))) == {Change.ROWS, Change.TIMERS}
    assert await na(lambda tx: tx.execute(*timer_cancel("t"))) == {Change.ROWS, Change.TIMERS}
    assert await na(lambda tx: tx.move("bron", 0, Position(1, "keten", b"hash"))) == {Change.ROWS}


def test_wie_samen_een_nieuw_grootboek_opent_krijgt_het_allemaal(database: str) -> None:
    """Four services start at once on a fresh folder, and share what is not there yet: nobody is refused."""
    with ThreadPoolExecutor(4) as tegelijk:
        for ronde in range(12):
            start = threading.Barrier(4)
            boeken = list(tegelijk.map(lambda _, ronde=ronde, start=start: _open(database, ronde, start), range(4)))
            assert len({boek.chain_id for boek in boeken}) == 1
            for boek in boeken:
                boek.close()


def _open(database: str, ronde: int, start: threading.Barrier) -> Ledger:
    start.wait(10)
    return open_ledger(database, f"samen{ronde}", [Geteld])

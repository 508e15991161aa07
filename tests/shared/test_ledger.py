"""What every ledger promises, on SQLite and on PostgreSQL."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID, uuid4, uuid5

import pytest

from shared.contracts import Fact
from shared.facts import Context, Recorded, Rejected
from shared.ledger import (
    Conflict,
    FactTooLarge,
    Ledger,
    Position,
    Row,
    Table,
    Transaction,
    View,
    timer_cancel,
    timer_set,
)
from tests.fixtures.opslag import MakeLedger

OP = datetime(2026, 2, 2, 9, 30, tzinfo=UTC)
CONTEXT = Context(op=OP, correlatie="c0ffee")


class Geteld(Fact):
    """Something was counted."""

    gemeente: str = "gm0637"
    getal: int


class Gestopt(Fact):
    """Counting ended."""

    gemeente: str = "gm0637"


def tel(recorded: Recorded) -> Iterable[Row]:
    if isinstance(recorded.fact, Geteld):
        yield (
            "INSERT INTO standen (stroom, som) VALUES (?, ?) ON CONFLICT (stroom) DO UPDATE SET som = standen.som + ?",
            (str(recorded.stream), recorded.fact.getal, recorded.fact.getal),
        )
        yield timer_set(f"herinner:{recorded.stream}", "herinner", OP, {"stroom": str(recorded.stream)})
    else:
        yield timer_cancel(f"herinner:{recorded.stream}")


STANDEN = View(
    "standen", ("standen",), ("CREATE TABLE IF NOT EXISTS standen (stroom TEXT PRIMARY KEY, som BIGINT)",), tel
)
LOS = Table("los", ("CREATE TABLE IF NOT EXISTS los (sleutel TEXT PRIMARY KEY, waarde BYTEA)",))


@pytest.fixture
def ledger(make_ledger: MakeLedger, database: str) -> Ledger:
    return make_ledger("proef", [Geteld, Gestopt], views=[STANDEN], tables=[LOS], database=database)


def add(stream: UUID, *getallen: int):
    return lambda tx: tx.append(stream, *(Geteld(getal=getal) for getal in getallen))


async def test_facts_come_back_in_order_with_their_places(ledger: Ledger) -> None:
    """Facts are numbered 1, 2, 3 … over all streams, and each keeps its own version."""
    een, twee = uuid4(), uuid4()
    await ledger.run(add(een, 1, 2), CONTEXT)
    await ledger.run(add(twee, 3), CONTEXT)
    found = ledger.read(0, 10)
    assert [(r.place, r.stream, r.version, r.fact) for r in found] == [
        (1, een, 1, Geteld(getal=1)),
        (2, een, 2, Geteld(getal=2)),
        (3, twee, 1, Geteld(getal=3)),
    ]
    assert [r.place for r in ledger.read(2, 10)] == [3]
    assert ledger.last_place() == 3
    assert ledger.verify() is None
    assert {(r.tijd, r.correlatie) for r in found} == {(OP, "c0ffee")}
    assert len({r.id for r in found}) == 3


async def test_a_refused_unit_leaves_nothing(ledger: Ledger) -> None:
    """What a use case wrote before it refused is not stored, and its neighbours in the group are."""
    goed, fout = uuid4(), uuid4()

    def refuse(tx: Transaction) -> None:
        tx.append(fout, Geteld(getal=1))
        tx.execute("INSERT INTO los VALUES (?, ?)", ("fout", b"x"))
        raise Rejected("nee")

    outcomes = await asyncio.gather(
        ledger.run(add(goed, 1), CONTEXT),
        ledger.run(refuse, CONTEXT),
        ledger.run(add(uuid4(), 2), CONTEXT),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes] == [type(None), Rejected, type(None)]
    assert ledger.facts(fout) == []
    assert await ledger.query("SELECT * FROM los") == []
    assert ledger.last_place() == 2
    assert ledger.verify() is None


async def test_a_fact_that_fits_on_no_message_is_refused(ledger: Ledger) -> None:
    """It would stop the outbox for ever; what came with it goes too, what comes after it stands."""
    reus = Geteld(gemeente="x" * 1_000_000, getal=1)
    with pytest.raises(FactTooLarge):
        await ledger.run(lambda tx: tx.append(uuid4(), Geteld(getal=1), reus), CONTEXT)
    await ledger.run(add(uuid4(), 2), CONTEXT)
    assert [recorded.fact for recorded in ledger.read(0, 10)] == [Geteld(getal=2)]


async def test_a_new_stream_is_new_only_once(ledger: Ledger) -> None:
    """Two units that both claim a new stream: one is stored, the other hears of the conflict, others do not suffer."""
    stream, ander = uuid4(), uuid4()
    outcomes = await asyncio.gather(
        *(ledger.run(add(stream, n), CONTEXT) for n in (1, 2)),
        ledger.run(add(ander, 3), CONTEXT),
        return_exceptions=True,
    )
    assert sum(isinstance(outcome, Conflict) for outcome in outcomes) in {0, 1}
    await asyncio.gather(ledger.run(add(uuid4(), 4), CONTEXT))
    with pytest.raises(Conflict):
        await ledger.run(add(ander, 5), CONTEXT)
    assert len(ledger.facts(ander)) == 1
    assert ledger.verify() is None


async def test_a_conflict_in_a_group_hits_only_the_one_to_blame(ledger: Ledger) -> None:
    """A unit that collides with what was stored before falls out; the hundred beside it stand."""
    stream = uuid4()
    await ledger.run(add(stream, 1), CONTEXT)
    outcomes = await asyncio.gather(
        *(ledger.run(add(uuid4(), n), CONTEXT) for n in range(50)),
        ledger.run(add(stream, 99), CONTEXT),
        *(ledger.run(add(uuid4(), n), CONTEXT) for n in range(50)),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes if outcome is not None] == [Conflict]
    assert ledger.last_place() == 101
    assert ledger.verify() is None


async def test_units_of_one_group_see_each_other(ledger: Ledger) -> None:
    """A hundred concurrent read-decide-append units on one stream: none is lost, none decides on old facts."""
    stream = uuid4()

    def next_number(tx: Transaction) -> int:
        getal = len(tx.facts(stream)) + 1
        tx.append(stream, Geteld(getal=getal))
        return getal

    numbers = await asyncio.gather(*(ledger.run(next_number, CONTEXT) for _ in range(100)))
    assert sorted(numbers) == list(range(1, 101))
    assert [r.version for r in ledger.facts(stream)] == list(range(1, 101))


async def test_rows_are_stored_with_their_facts(ledger: Ledger) -> None:
    """View rows, own rows and timers stand in the same transaction, and a later unit reads them."""
    stream = uuid4()
    await ledger.run(add(stream, 4, 5), CONTEXT)
    await ledger.run(lambda tx: tx.execute("INSERT INTO los VALUES (?, ?)", ("een", b"\x00\xff")), CONTEXT)
    som = await ledger.run(lambda tx: tx.query("SELECT som FROM standen WHERE stroom = ?", (str(stream),)), CONTEXT)
    assert som == [(9,)]
    assert await ledger.query("SELECT sleutel, waarde FROM los") == [("een", b"\x00\xff")]
    assert [timer.soort for timer in ledger.due(OP)] == ["herinner"]
    await ledger.run(lambda tx: (tx.facts(stream), tx.append(stream, Gestopt())), CONTEXT)
    assert ledger.due(OP) == []


async def test_a_part_that_fails_is_dropped_alone(ledger: Ledger) -> None:
    """Of three parts in one unit the failing one leaves nothing; the others see each other."""
    stroom = [uuid5(UUID(int=1), str(n)) for n in range(3)]

    def parts(tx: Transaction) -> list[tuple]:
        for n in range(3):
            try:
                with tx.part(Context(op=OP, correlatie=f"deel{n}", oorzaak=f"o{n}")):
                    add(stroom[n], n)(tx)
                    if n == 1:
                        raise ValueError("stuk")
            except ValueError:
                tx.execute("INSERT INTO los VALUES (?, ?)", ("stuk", b""))
        return tx.query("SELECT stroom FROM standen")

    seen = await ledger.run(parts, CONTEXT)
    assert {row[0] for row in seen} == {str(stroom[0]), str(stroom[2])}
    assert [(r.stream, r.correlatie, r.oorzaak) for r in ledger.read(0, 9)] == [
        (stroom[0], "deel0", "o0"),
        (stroom[2], "deel2", "o2"),
    ]
    assert await ledger.query("SELECT sleutel FROM los") == [("stuk",)]
    assert ledger.verify() is None


async def test_a_unit_that_fails_after_a_part_undoes_the_part_too(ledger: Ledger) -> None:
    """All or nothing holds for the unit as a whole, and the neighbours are stored all the same."""

    def half(tx: Transaction) -> None:
        with tx.part(CONTEXT):
            add(uuid4(), 1)(tx)
        raise Rejected("toch niet")

    outcomes = await asyncio.gather(
        ledger.run(add(uuid4(), 7), CONTEXT),
        ledger.run(half, CONTEXT),
        ledger.run(add(uuid4(), 8), CONTEXT),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes] == [type(None), Rejected, type(None)]
    assert sorted(r.fact.getal for r in ledger.read(0, 9)) == [7, 8]
    assert ledger.verify() is None


async def test_a_place_moves_by_compare_and_set(ledger: Ledger) -> None:
    """A second consumer of the same source is refused, and its effect with it (promise 3)."""
    position = Position(5, "keten", b"\x01" * 32)

    def effect(expected: int, place: int):
        def use_case(tx: Transaction) -> None:
            tx.append(uuid4(), Geteld(getal=place))
            tx.move("intake", expected, Position(place, "keten", position.hash))

        return use_case

    await ledger.run(effect(0, 5), CONTEXT)
    with pytest.raises(Conflict):
        await ledger.run(effect(0, 5), CONTEXT)
    assert ledger.positions() == {"intake": position}
    assert ledger.last_place() == 1


async def test_the_same_chain_after_reopening(make_ledger: MakeLedger, database: str) -> None:
    """A reopened ledger goes on where it was: same id, next place, chain whole."""
    first = make_ledger("proef", [Geteld, Gestopt], views=[STANDEN], database=database)
    await first.run(add(uuid4(), 1), CONTEXT)
    second = make_ledger("proef", [Geteld, Gestopt], views=[STANDEN], database=database)
    await second.run(add(uuid4(), 2), CONTEXT)
    await first.run(add(uuid4(), 3), CONTEXT)
    assert second.chain_id == first.chain_id
    assert [r.place for r in second.read(0, 9)] == [1, 2, 3]
    assert second.verify() is None


async def test_two_processes_worth_of_writers_do_not_skip_or_repeat_a_place(
    make_ledger: MakeLedger, database: str
) -> None:
    """Two writers on one store hand out every place once."""
    ledgers = [make_ledger("proef", [Geteld, Gestopt], views=[STANDEN], database=database) for _ in range(2)]
    await asyncio.gather(*(ledger.run(add(uuid4(), n), CONTEXT) for n in range(100) for ledger in ledgers))
    assert [r.place for r in ledgers[0].read(0, 999)] == list(range(1, 201))
    assert ledgers[0].verify() is None

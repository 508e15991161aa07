"""What follows from the facts: views that are built again, and a byte that was changed."""

from collections.abc import Iterable
from uuid import uuid4

import pytest

from shared.facts import Recorded
from shared.ledger import (
    Ledger,
    Row,
    View,
    timer_cancel,
    timer_set,
)
from tests.fixtures.opslag import MakeLedger
from tests.shared.test_ledger import CONTEXT, LOS, OP, STANDEN, Gestopt, Geteld, add, tel


@pytest.fixture
def ledger(make_ledger: MakeLedger, database: str) -> Ledger:
    return make_ledger("proef", [Geteld, Gestopt], views=[STANDEN], tables=[LOS], database=database)


async def test_views_are_rebuilt_from_the_facts(ledger: Ledger) -> None:
    """A row that no fact explains is found, and gone after a rebuild; a loose timer stays (promise 5)."""
    stream = uuid4()
    await ledger.run(add(stream, 4, 5), CONTEXT)
    await ledger.run(lambda tx: tx.execute(*timer_set("los", "los", OP, {}, los=True)), CONTEXT)
    assert ledger.views_differ() == []
    await ledger.run(lambda tx: tx.execute("UPDATE standen SET som = 100"), CONTEXT)
    await ledger.run(lambda tx: tx.execute(*timer_cancel(f"herinner:{stream}")), CONTEXT)
    assert ledger.views_differ() == ["standen", "timers"]
    ledger.rebuild()
    assert ledger.views_differ() == []
    assert await ledger.query("SELECT som FROM standen") == [(9,)]
    assert [timer.id for timer in ledger.due(OP)] == [f"herinner:{stream}", "los"]


def test_what_is_recorded_during_a_rebuild_is_in_the_views(make_ledger: MakeLedger, database: str) -> None:
    """A fact between the last that was read beside and the swap: neither lost nor counted twice (promise 5)."""
    tijdens: list[Ledger] = []

    def meetellen(recorded: Recorded) -> Iterable[Row]:
        while tijdens:  # once, from the rebuild itself
            tijdens.pop().run_sync(add(laat, 7), CONTEXT)
        return tel(recorded)

    een, laat = uuid4(), uuid4()
    view = View(STANDEN.name, STANDEN.names, STANDEN.tables, meetellen)
    ledger = make_ledger("proef", [Geteld, Gestopt], views=[view], database=database)
    ledger.run_sync(add(een, 4, 5), CONTEXT)
    tijdens.append(ledger)
    ledger.rebuild()
    assert dict(ledger.query_sync("SELECT stroom, som FROM standen")) == {str(een): 9, str(laat): 7}
    assert ledger.views_differ() == []


async def test_one_changed_byte_is_named(ledger: Ledger) -> None:
    """A fact that was changed in the database is found, with its place (promise 9)."""
    for n in range(5):
        await ledger.run(add(uuid4(), n), CONTEXT)
    [(state,)] = await ledger.query("SELECT state FROM stored_events WHERE topic = 'Geteld' ORDER BY state LIMIT 1")
    changed = state[:-3] + bytes([state[-3] ^ 1]) + state[-2:]
    await ledger.run(
        lambda tx: tx.execute("UPDATE stored_events SET state = ? WHERE state = ?", (changed, state)), CONTEXT
    )
    broken = ledger.verify()
    assert broken is not None
    assert ledger.read(broken.place - 1, 1)[0].data in changed

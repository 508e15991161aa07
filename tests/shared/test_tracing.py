"""Traces: what is told of a step, of which traces, and of a fact only once it is on disk."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from threading import Event
from uuid import uuid4

import pytest

from meldketen.sporen import GeenSporen, sporen
from shared.facts import Context
from shared.klok import echte_klok
from shared.ledger import Ledger, Transaction
from shared.tracing import TRACING, Kind, Span
from shared.tracing.span import span_id
from shared.tracing.steps import STORED
from shared.tracing.w3c import continued, parent_of
from tests.fixtures.opslag import MakeLedger
from tests.shared.busproef import Geteld

SPOOR = "4bf92f3577b34da6a3ce929d0e0e4736"
STAP = Span("proef", "doen", SPOOR, "00f067aa0ba902b7", "", Kind.INTERNAL, 1, 2)


@pytest.fixture
def gezien() -> Iterator[list[Span]]:
    stappen: list[Span] = []
    with TRACING.to(stappen.append):
        yield stappen


@pytest.fixture
def ledger(make_ledger: MakeLedger) -> Ledger:
    return make_ledger("verteller", [Geteld])


def test_only_what_is_on_the_list_is_told(gezien: list[Span]) -> None:
    """A step tells codes under names that were decided on: no other name, and no words under a good one."""
    TRACING.record(replace(STAP, attributes={"meldketen.rol": "politie", "melding": "x", "meldketen.feit": "mw. Vos"}))
    assert [stap.attributes for stap in gezien] == [{"meldketen.rol": "politie"}]


def test_what_belongs_to_no_trace_is_not_told(gezien: list[Span]) -> None:
    """A rebuild records under a word instead of a trace."""
    TRACING.record(replace(STAP, trace="herbouw"))
    assert gezien == []


def test_of_a_part_of_the_traces_every_step_is_told() -> None:
    """Whether a trace is told follows from its id: every process decides the same."""
    stappen: list[Span] = []
    laag, hoog = f"{SPOOR[:16]}{1:016x}", f"{SPOOR[:16]}{'f' * 16}"
    with TRACING.to(stappen.append, 0.5):
        for spoor in (laag, hoog, laag, hoog):
            TRACING.record(replace(STAP, trace=spoor))
    TRACING.record(STAP)
    assert [stap.trace for stap in stappen] == [laag, laag]


async def test_a_fact_is_told_when_it_is_stored_and_only_then(ledger: Ledger, gezien: list[Span]) -> None:
    """Of units that refuse or break off nothing is told; of those in the same commit, tried again, each fact once."""
    vrij = Event()

    def goed(tx: Transaction) -> None:
        tx.append(uuid4(), Geteld(gemeente="gm0637", nr=1))

    def weigert(tx: Transaction) -> None:
        tx.append(uuid4(), Geteld(gemeente="gm0637", nr=3))
        raise ZeroDivisionError

    def breekt_af(tx: Transaction) -> None:
        with tx.part(tx.context):
            tx.append(uuid4(), Geteld(gemeente="gm0637", nr=2))
        raise ZeroDivisionError

    nu, samen = Context(echte_klok(), SPOOR), (lambda _: vrij.wait(10), goed, weigert, goed)
    for een in (samen, (*samen, breekt_af)):
        vrij.clear()
        taken = [asyncio.create_task(ledger.run(use_case, nu)) for use_case in een]
        await asyncio.sleep(0)
        vrij.set()
        await asyncio.gather(*taken, return_exceptions=True)
    assert [stap.id for stap in gezien] == [span_id(STORED, feit.id) for feit in ledger.read(0, 10)]
    assert len(gezien) == 4


def test_a_fact_follows_from_the_step_that_recorded_it_or_else_from_its_cause(
    ledger: Ledger, gezien: list[Span]
) -> None:
    """After a restart the step is gone; the fact that was the cause still tells which one that was."""

    def use_case(tx: Transaction) -> None:
        tx.append(uuid4(), Geteld(gemeente="gm0637", nr=1))

    ledger.run_sync(use_case, Context(echte_klok(), SPOOR, span="00f067aa0ba902b7"))
    eerste = ledger.read(0, 1)[0]
    ledger.run_sync(use_case, Context(echte_klok(), SPOOR, eerste.id))
    assert [stap.parent for stap in gezien] == ["00f067aa0ba902b7", gezien[0].id]
    assert {stap.trace for stap in gezien} == {SPOOR}


@pytest.mark.parametrize("verkeerd", ["", "onzin", f"00-{'0' * 32}-{'1' * 16}-01", f"00-{SPOOR}-{'0' * 16}-01"])
def test_an_unreadable_traceparent_begins_a_trace(verkeerd: str) -> None:
    """Whatever a caller sends, there is a trace, and no step before ours."""
    assert continued(verkeerd.encode()) not in {SPOOR, "0" * 32}
    assert parent_of(verkeerd.encode()) == ""


def test_a_readable_one_is_continued() -> None:
    """Its trace goes on, behind the step that it names."""
    kop = f"00-{SPOOR}-00f067aa0ba902b7-01".encode()
    assert (continued(kop), parent_of(kop)) == (SPOOR, "00f067aa0ba902b7")


def test_an_address_that_is_none_is_refused_at_the_start() -> None:
    """The operator hears which setting is wrong, and what it should look like."""
    with pytest.raises(GeenSporen, match="MELDKETEN_SPOREN"):
        sporen("collector:4318", 1.0)

"""Who warns people has an event first; the others wait a moment, and never for good."""

import asyncio
from collections.abc import Sequence

import pytest

from shared.bus import precedence as p
from shared.bus.chain_rule import after
from shared.bus.consumer import Consumer
from shared.bus.event import Event
from shared.bus.precedence import Precedence
from tests.shared.busproef import VERTELLER, Keten, als_event, tel
from tests.wachten import wacht_tot_async


class Eerste:
    """Somebody who goes first, and is not done before the test says so."""

    def __init__(self, precedence: Precedence) -> None:
        self.gevraagd, self.klaar = asyncio.Event(), False
        precedence.lead(self._behind)

    def _behind(self, events: Sequence[Event]) -> bool:
        self.gevraagd.set()
        return not self.klaar


async def test_een_ander_wacht_tot_de_eerste_klaar_is(keten: Keten, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is applied while the first has still to do it; as soon as it did, the others go on."""
    monkeypatch.setattr(p, "PATIENCE_SECONDS", 3_600)
    precedence = Precedence()
    eerste = Eerste(precedence)
    keten.begin(keten.outbox, Consumer(keten.nc, keten.inbox, [VERTELLER], precedence=precedence))
    tel(keten.verteller, 1)
    await asyncio.wait_for(eerste.gevraagd.wait(), 20)
    precedence.moved()
    assert keten.gezien() == []
    eerste.klaar = True
    precedence.moved()
    await wacht_tot_async(lambda: keten.gezien() == [1])


async def test_niemand_wacht_voor_altijd(keten: Keten) -> None:
    """When the first never gets there, the others go on all the same."""
    precedence = Precedence()
    Eerste(precedence)
    keten.begin(keten.outbox, Consumer(keten.nc, keten.inbox, [VERTELLER], precedence=precedence))
    tel(keten.verteller, 1)
    await wacht_tot_async(lambda: keten.gezien() == [1])


async def test_wat_nog_niet_is_toegepast(keten: Keten) -> None:
    """An inbox lacks what comes behind its place, and nothing else; it tells when it came further."""
    verteld = []
    keten.inbox.on_applied = lambda: verteld.append(dict(keten.inbox.positions))
    tel(keten.verteller, 1, 2)
    een, twee = (als_event(keten.verteller, feit) for feit in keten.verteller.read(0, 10))
    await keten.inbox.load()
    assert keten.inbox.lacks([een])
    await keten.inbox.take([een])
    assert not keten.inbox.lacks([een])
    assert verteld == [{VERTELLER: after(een)}]
    assert keten.inbox.lacks([een, twee])
    assert not keten.inbox.lacks([])

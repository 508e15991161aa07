"""Who warns people has an event first; the others wait a moment, and never for good."""

import asyncio
from collections.abc import Sequence

import pytest

from shared.bus import precedence as p
from shared.bus.consumer import Consumer
from shared.bus.event import Event
from shared.bus.inbox import Inbox
from shared.bus.precedence import Precedence
from tests.shared.busproef import NU, VERTELLER, Keten, als_event, tel
from tests.wachten import wacht_tot_async


class Eerste:
    """Somebody who goes first, and is not done before the test says so."""

    def __init__(self, precedence: Precedence) -> None:
        self.gevraagd, self.klaar, self.bezig = asyncio.Event(), False, False
        precedence.lead(self._behind, lambda: self.bezig)

    def _behind(self, events: Sequence[Event]) -> bool:
        self.gevraagd.set()
        return not self.klaar


async def test_een_ander_wacht_tot_de_eerste_klaar_is(keten: Keten, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is applied while the first has still to do it; as soon as it did, the others go on."""
    monkeypatch.setattr(p, "BEHIND_SECONDS", 3_600)
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


@pytest.mark.parametrize("klaar", [False, True])
async def test_niemand_wacht_voor_altijd(keten: Keten, klaar: bool) -> None:
    """When the first never gets there, or never stops acting, the others go on all the same: a few at a time."""
    precedence = Precedence()
    eerste = Eerste(precedence)
    eerste.klaar, eerste.bezig = klaar, klaar
    tel(keten.verteller, *range(30))
    keten.begin(keten.outbox, Consumer(keten.nc, keten.inbox, [VERTELLER], precedence=precedence))
    await wacht_tot_async(lambda: keten.gezien() == list(range(30)))


async def test_wie_voor_moet_laten_gaan_neemt_weinig_tegelijk(keten: Keten) -> None:
    """A hundred in one go, and 25 as long as the first is behind; who lets nobody go first takes all.

    Who is far behind itself takes a hundred all the same: under a steady flow the first is hardly ever done.
    """
    precedence = Precedence()
    eerste = Eerste(precedence)
    tel(keten.verteller, *range(120))
    events = [als_event(keten.verteller, feit) for feit in keten.verteller.read(0, 120)]
    assert await _delen(keten, events[:60], precedence, achter=1_000) == [25, 25, 10]
    assert await _delen(keten, events, precedence, achter=1_001) == [100, 20]
    eerste.klaar = True
    assert await _delen(keten, events, precedence) == [100, 20]
    assert await _delen(keten, events, None) == [120]


async def _delen(keten: Keten, events: Sequence[Event], precedence: Precedence | None, *, achter: int = 0) -> list[int]:
    """How many were taken at a time."""
    delen = list[int]()

    class Telbak(Inbox):
        async def take(self, events: Sequence[Event]) -> None:
            delen.append(len(events))

    inbox = Telbak(keten.luisteraar, klok=lambda: NU)
    consumer = Consumer(keten.nc, inbox, [VERTELLER], precedence=precedence)
    consumer.state.achter = achter
    await consumer.apply(events)
    return delen


async def test_een_afnemer_die_eindigt_heeft_niets_liggen(keten: Keten, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something lies there from the moment that it comes in; not with who stopped half way."""
    monkeypatch.setattr(p, "BEHIND_SECONDS", 3_600)
    precedence = Precedence()
    eerste, consumer = Eerste(precedence), Consumer(keten.nc, keten.inbox, [VERTELLER], precedence=precedence)
    assert not consumer.at_work
    keten.begin(keten.outbox, consumer)
    tel(keten.verteller, 1)
    await asyncio.wait_for(eerste.gevraagd.wait(), 20)
    assert consumer.at_work
    await keten.eindig()
    assert not consumer.at_work


async def test_een_afnemer_vertelt_dat_er_niets_meer_ligt(keten: Keten) -> None:
    """Who waits for it hears when all of it was applied."""
    keten.begin()
    await wacht_tot_async(lambda: keten.consumer.state.bij)
    gezien = list[tuple[bool, list[int]]]()
    keten.consumer.on_advance = lambda: gezien.append((keten.consumer.at_work, keten.gezien()))
    tel(keten.verteller, 1)
    await wacht_tot_async(lambda: (False, [1]) in gezien)


async def test_wat_nog_niet_is_toegepast(keten: Keten) -> None:
    """An inbox lacks what comes behind its place, and nothing else."""
    tel(keten.verteller, 1, 2)
    een, twee = (als_event(keten.verteller, feit) for feit in keten.verteller.read(0, 10))
    await keten.inbox.load()
    assert keten.inbox.lacks([een])
    await keten.inbox.take([een])
    assert not keten.inbox.lacks([een])
    assert keten.inbox.lacks([een, twee])
    assert not keten.inbox.lacks([])

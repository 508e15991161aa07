"""Mistakes that somebody could make, each planted alone, by a subclass: the simulation must find every one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shared.bus import Consumer, Event, Inbox
from shared.bus.api import AWAY
from shared.bus.chain_rule import Foreign, Gap, after, before, is_next
from shared.bus.pull import Pull
from shared.facts import Context, Recorded
from shared.ledger import Transaction
from shared.ledger.positions import position_set
from shared.ledger.writer import Unit
from shared.outbox import Outbox
from tests.simulatie.dienst import Bouw
from tests.simulatie.opslag import StapWriter


class ZonderHek(Outbox):
    """Publishes without saying behind which message."""

    async def _fence(self, seq: int) -> dict[str, str]:
        return {}


class HekAlleenEigen(Outbox):
    """Takes any stream on which it has nothing for the one that it looked at."""

    async def _fence(self, seq: int) -> dict[str, str]:
        fence = await super()._fence(seq)
        fence.pop("Nats-Expected-Last-Sequence", None)
        return fence


class StuurtNogEens(Outbox):
    """Sends again what was not confirmed, behind whatever is there now, without looking whether it is there."""

    async def _publish(self, facts: Sequence[Recorded], seq: int) -> int:
        try:
            return await super()._publish(facts, seq)
        except AWAY:
            was = self.state.place
            seq = await self._locate()
            self.state.place = was
            return await super()._publish(facts, seq)


class KijktNietOm(Outbox):
    """Never looks whether the stream is still the one that it knew, unless something fails."""

    async def _idle(self) -> bool:
        await super()._idle()
        return False


class KentGeenKeten(Outbox):
    """Takes whatever stands last on the stream for its own."""

    def _place_of(self, found: Any) -> int:
        return int(found.headers["ce-sequence"])


class SlaatOver(Inbox):
    """Takes an event behind a gap for the next one."""

    def _coming(self, events: Sequence[Event]) -> tuple[list[Event], Exception | None]:
        reached, coming = dict(self.positions), list[Event]()
        for event in events:
            try:
                fresh = is_next(event, reached.get(event.source) or before(event))
            except Gap:
                fresh = True
            except Foreign as trouble:
                return coming, trouble
            if fresh:
                reached[event.source] = after(event)
                coming.append(event)
        return coming, None


class SlaatStilOver(Inbox):
    """Passes over what does not follow, without a word."""

    def _coming(self, events: Sequence[Event]) -> tuple[list[Event], Exception | None]:
        coming, _ = super()._coming(events)
        return coming, None


class TweemaalIsGoed(Inbox):
    """Applies what was applied already, when it comes again."""

    def _coming(self, events: Sequence[Event]) -> tuple[list[Event], Exception | None]:
        coming, trouble = super()._coming(events)
        return [each for each in events if each in coming or _is_oud(each, self)], trouble


class EerstDePlaats(Inbox):
    """Stores how far it is, and then what it did."""

    async def _apply(self, events: Sequence[Event]) -> None:
        await self._ledger.run(lambda tx: super(EerstDePlaats, self)._move(tx, events), Context(self._klok(), ""))
        await super()._apply(events)

    def _move(self, tx: Transaction, events: Sequence[Event]) -> None:
        """It stands there already."""


class EerstHetEffect(Inbox):
    """Stores what it did, and then how far it is."""

    async def _apply(self, events: Sequence[Event]) -> None:
        voor = dict(self.positions)
        await super()._apply(events)
        na, self.positions = self.positions, voor
        await self._ledger.run(lambda tx: super(EerstHetEffect, self)._move(tx, events), Context(self._klok(), ""))
        self.positions = na

    def _move(self, tx: Transaction, events: Sequence[Event]) -> None:
        """That comes later."""


class ZonderVergelijking(Inbox):
    """Moves its place without looking where it is: another consumer of the same service may have been first."""

    def _move(self, tx: Transaction, events: Sequence[Event]) -> None:
        for event in events:
            tx.execute(*position_set(event.source, after(event)))


class OnthoudtZelf(Inbox):
    """Trusts its memory after a failure, where the ledger knows better."""

    async def load(self) -> None:
        """Look up how far the ledger is, the first time."""
        if not self.positions:
            await super().load()


class GeenQuarantaine(Inbox):
    """Passes over what keeps failing, and keeps nothing of it."""

    def _one(self, tx: Transaction, event: Event) -> None:
        if len(self._failures.get(event.id, [])) < self._most:
            super()._one(tx, event)


class BegintAchteraan(Consumer):
    """Starts with what comes from now on, as a plain subscription does."""

    def _from(self, start: int) -> dict[str, object]:
        return {**super()._from(start), "opt_start_seq": start + 1}


class ZietNietOm(Consumer):
    """Takes silence for the end of the stream (what the product did until the simulation found it)."""

    async def _look(self, *, quiet: bool) -> None:
        pass


class VergeetHetGat(Consumer):
    """Counts anything that comes in for progress (what the product did until the simulation found it)."""

    async def _advance(self, pull: Pull) -> bool:
        await super()._advance(pull)
        return True


class BevestigtTeVroeg(StapWriter):
    """Says that it is stored when it is in the queue."""

    def submit(self, unit: Unit) -> None:
        """Queue a unit, and confirm it."""
        super().submit(unit)
        if unit.context.correlatie == "spoor":
            unit.waiter.set_result(None)


def _is_oud(event: Event, inbox: Inbox) -> bool:
    known = inbox.positions.get(event.source)
    return known is not None and event.place <= known.place


@dataclass(frozen=True)
class Plant:
    """One mistake, and what has to happen more often than usual for it to be met soon."""

    bouw: Bouw
    vaker: tuple[str, ...] = ()
    vanaf: int = 0
    """The first seed to try: what needs several rare things one after another is not met soon."""


TERUG = ("maak_kopie", "zet_terug", "wis", "traag")
"""What shows that something fits a stream for which it was not meant, or never arrives."""

PLANTEN = {
    "zonder hek publiceren": Plant(Bouw(outbox=ZonderHek)),
    "voor het eerste bericht niet kijken welke stroom het is": Plant(Bouw(outbox=HekAlleenEigen), TERUG, 113),
    "na een verloren antwoord hetzelfde nog eens sturen": Plant(Bouw(outbox=StuurtNogEens)),
    "nooit kijken of de stroom er nog is": Plant(Bouw(outbox=KijktNietOm)),
    "een vreemde stroom voor de eigen houden": Plant(Bouw(outbox=KentGeenKeten), ("maak_kopie", "zet_terug")),
    "wat na een gat komt voor het volgende houden": Plant(Bouw(inbox=SlaatOver), ("gat",)),
    "wat niet aansluit stil overslaan": Plant(Bouw(inbox=SlaatStilOver), ("gat",)),
    "wat dubbel komt nog eens toepassen": Plant(Bouw(inbox=TweemaalIsGoed)),
    "eerst de plaats, dan het effect": Plant(Bouw(inbox=EerstDePlaats)),
    "eerst het effect, dan de plaats": Plant(Bouw(inbox=EerstHetEffect)),
    "de plaats verzetten zonder te vergelijken": Plant(Bouw(inbox=ZonderVergelijking)),
    "na een fout op het geheugen vertrouwen": Plant(Bouw(inbox=OnthoudtZelf), ("opslag_weg",)),
    "niet bewaren wat nooit lukt": Plant(Bouw(inbox=GeenQuarantaine)),
    "een bericht te laat beginnen": Plant(Bouw(consumer=BegintAchteraan)),
    "stilte voor het einde van de stroom houden": Plant(Bouw(consumer=ZietNietOm), TERUG, 31),
    "een gat telkens voor een nieuw houden": Plant(Bouw(consumer=VergeetHetGat), ("gat",)),
    "bevestigen voor het vastligt": Plant(Bouw(writer=BevestigtTeVroeg)),
    "een kopie terugzetten met het oude nummer": Plant(Bouw(vergeet_keten=True), ("maak_kopie", "zet_intake_terug")),
}
"""What is planted, in words."""

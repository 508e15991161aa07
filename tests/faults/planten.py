"""Mistakes planted in the running product, each alone, to see that the comparison after the kills finds it.

`tests/warm.py` plants what the environment names (`PROEF_PLANT`) in the process that it forked.
"""

import asyncio
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Any, Literal
from uuid import uuid4


def _wacht(seconden: float) -> None:
    """Hold up everything, so that a kill may come in between."""
    Event().wait(seconden)


def bevestig_te_vroeg() -> None:
    """Answer 'ontvangen' a moment before the commit."""
    from shared.ledger import writer

    def opslaan(self: writer.Writer, units: list[writer.Unit]) -> None:
        with self._store.write() as session:
            group = writer.Group(session, chain_id=self._chain_id, codec=self._codec, views=self._views)
            for unit in units:
                writer._run(unit, group)
            group.flush()
            self._tell(units)
            _wacht(0.02)
        self._note(group)

    writer.Writer._store_group = opslaan  # type: ignore[method-assign]


def eerst_de_plaats() -> None:
    """Store how far a consumer is, and a moment later what it did."""
    from shared.bus.inbox import Inbox
    from shared.facts import Context

    pas_toe, verzet = Inbox._apply, Inbox._move

    async def toegepast(self: Inbox, events: Sequence[Any]) -> None:
        await self._ledger.run(lambda tx: verzet(self, tx, events), Context(self._klok(), ""))
        await asyncio.to_thread(_wacht, 0.1)
        await pas_toe(self, events)

    Inbox._apply = toegepast  # type: ignore[method-assign]
    Inbox._move = lambda self, tx, events: None  # type: ignore[method-assign]


def tweemaal_openen() -> None:
    """Open two escalations for one incident."""
    from services.escalatie.application.openen import Zaken

    open_ = Zaken._open

    def geopend(self: Zaken, *wat: Any) -> Any:
        *begin, waarvan, vorige = wat
        open_(self, *begin, f"{waarvan}/nog eens", vorige)
        return open_(self, *wat)

    Zaken._open = geopend  # type: ignore[method-assign]


def stuur_het_laatste_nog_eens() -> None:
    """Go on, after a start, with what stands last on the stream instead of with what follows it; and no fence."""
    from shared.outbox import Outbox

    zoek = Outbox._locate

    async def gezocht(self: Outbox) -> int:
        seq = await zoek(self)
        self.state.place = max(0, self.state.place - (not self.state.batches))
        return seq

    Outbox._locate = gezocht  # type: ignore[method-assign]

    async def zonder_hek(_: Outbox, _seq: int) -> dict[str, str]:
        return {}

    Outbox._fence = zonder_hek  # type: ignore[method-assign]


def achterstevoren() -> None:
    """Publish reports that are committed together in the opposite order; what is told at a start is left alone."""
    from shared.outbox import Outbox

    publiceer = Outbox._publish

    async def gepubliceerd(self: Outbox, facts: Sequence[Any], seq: int) -> int:
        gemeld = all(fact.naam == "MeldingOntvangen" for fact in facts[-2:])
        omgekeerd = [*facts[:-2], *facts[-2:][::-1]] if gemeld else facts
        stored = await publiceer(self, omgekeerd, seq)
        self.state.place = max(fact.place for fact in facts)
        return stored

    Outbox._publish = gepubliceerd  # type: ignore[method-assign]


def twee_nummers_voor_een_verzoek() -> None:
    """Take what is reported again with the same key for another report."""
    from services.intake.geheim import Geheim

    Geheim.melding_id = lambda *_: uuid4()  # type: ignore[method-assign]


def eerst_vastleggen_dan_bellen() -> None:
    """Record that a notice was sent, and then send it."""
    from services.escalatie.bezorging import Poging
    from services.escalatie.klok.verzender import Verzender

    bezorg = Verzender._samen

    async def samen(self: Verzender, posten: Sequence[Any]) -> None:
        postbode = self._postbode
        gedaan = (Poging("json", ""),)

        class Doet:
            async def bezorg(self, *_: object) -> Any:
                return gedaan

        self._postbode = Doet()  # type: ignore[assignment]
        await bezorg(self, posten)
        self._postbode = postbode
        _wacht(0.05)
        await postbode.bezorg(posten[0].route, [een.post for een in posten])

    Verzender._samen = samen  # type: ignore[method-assign]


@dataclass(frozen=True)
class Plant:
    """One mistake: how it is made, under which kills it shows, and as what."""

    maak: Callable[[], None]
    soort: str
    gezien_als: Literal["verloren", "dubbel", "volgorde"]
    sneden: int = 8
    """How many kills; 0 for what nobody could start with again, because it is refused aloud."""


DIENST = "dienst, op SQLite"
PLANTEN: Mapping[str, Plant] = {
    "bevestigen voor het vastligt": Plant(bevestig_te_vroeg, DIENST, "verloren"),
    "eerst de plaats, dan het effect": Plant(eerst_de_plaats, DIENST, "verloren"),
    "tweemaal openen": Plant(tweemaal_openen, DIENST, "dubbel", sneden=2),
    "na een start het laatste nog eens publiceren": Plant(stuur_het_laatste_nog_eens, DIENST, "dubbel"),
    "achterstevoren publiceren": Plant(achterstevoren, DIENST, "volgorde", sneden=0),
    "een herhaald verzoek voor een nieuw houden": Plant(twee_nummers_voor_een_verzoek, DIENST, "dubbel"),
    "vastleggen dat er is gebeld, en dan bellen": Plant(eerst_vastleggen_dan_bellen, DIENST, "verloren"),
}


def plant() -> None:
    """Make the mistake that the environment names, if it names one."""
    if naam := os.environ.get("PROEF_PLANT"):
        PLANTEN[naam].maak()

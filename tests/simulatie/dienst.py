"""The services of the simulation, of real parts: ledger, outbox, inbox, consumer. A process of one can be killed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from shared.bus import QUARANTAINE, Consumer, Event, Inbox, Later
from shared.contracts import Fact
from shared.facts import Context
from shared.ledger import Ledger, Overloaded, StoreUnavailable, Table, Transaction, open_ledger
from shared.outbox import Outbox
from tests.shared.busproef import NU, OIN, Geteld, Gezien, kijk
from tests.simulatie.lus import VirtueleLus
from tests.simulatie.opslag import HaperendeStore, StapWriter
from tests.simulatie.server import Server

BRONNEN = {"intake": (), "overleg": ("intake",), "rapportage": ("intake", "overleg")}
"""Every service and whom it listens to."""
LOGBOEK = Table(
    "logboek", ("CREATE TABLE IF NOT EXISTS logboek (nr INTEGER PRIMARY KEY, bron TEXT, plaats BIGINT, id TEXT)",)
)
_FEITEN: dict[str, list[type[Fact]]] = {"intake": [Geteld], "overleg": [Gezien], "rapportage": []}
GIF = 13
"""Numbers that can be divided by it fail every time: they end in quarantine."""


class Onmogelijk(Exception):
    """What a handler raises that can never work."""


@dataclass
class Haperingen:
    """What goes wrong in handlers, for all services together."""

    even: int = 0
    """So many times a handler says: not now."""
    fout: int = 0
    """So many times a handler fails as by a mistake."""

    def misschien(self) -> None:
        """Fail, if it is time."""
        if self.even:
            self.even -= 1
            raise Later("even niet")
        if self.fout:
            self.fout -= 1
            raise RuntimeError("een fout")


@dataclass(frozen=True)
class Bouw:
    """Which classes the services are built of: the product's, or one with a planted bug."""

    outbox: type[Outbox] = Outbox
    inbox: type[Inbox] = Inbox
    consumer: type[Consumer] = Consumer
    writer: type[StapWriter] = StapWriter
    vergeet_keten: bool = False
    """A copy is put back without a new id."""


class Proces:
    """One process of one service. Several may run on one ledger."""

    def __init__(self, dienst: str, map_: Path, server: Server, bouw: Bouw, haper: Haperingen, batch: int) -> None:
        self.dienst, self._lus, self._haper = dienst, server.lus, haper
        self.nc = server.verbind(dienst)
        self.ledger = open_ledger(str(map_), dienst, _FEITEN[dienst], tables=[QUARANTAINE, LOGBOEK])
        self.store = _hapert(self.ledger, server.lus, bouw)
        nc: Any = self.nc
        self.outbox = bouw.outbox(nc, self.ledger, dienst=dienst, oin=OIN, batch=batch)
        wat: dict[str, Any] = {"raw": self._log} if dienst == "rapportage" else {"handlers": {Geteld: self._kijk}}
        self.inbox = bouw.inbox(self.ledger, klok=self._klok, **wat)
        self.consumer = bouw.consumer(nc, self.inbox, BRONNEN[dienst], batch=batch)
        self.taken = [self._lus.create_task(self.outbox.run()), self._lus.create_task(self.consumer.run())]

    def tel(self, nummers: range, bevestig: Callable[[range], None]) -> None:
        """Commit one fact for each number, together, and say so when it is done."""
        self.taken.append(self._lus.create_task(self._tel(nummers, bevestig)))

    async def _tel(self, nummers: range, bevestig: Callable[[range], None]) -> None:
        def use_case(tx: Transaction) -> None:
            for nr in nummers:
                tx.append(uuid4(), Geteld(gemeente="gm0637", locatie="rokkeveenseweg", nr=nr))

        with suppress(StoreUnavailable, Overloaded):  # then nothing was promised
            await self.ledger.run(use_case, Context(self._klok(), "spoor"))
            bevestig(nummers)

    def dood(self, *, komt_nog: bool) -> None:
        """Kill it: nothing of it does anything any more, only what it sent may still arrive."""
        self.nc.sluit(komt_nog=komt_nog)
        self.nc.abonnementen.clear()
        self.store.writer.dood = True
        for taak in self.taken:
            taak.cancel()

    def omgevallen(self) -> list[BaseException]:
        """Return what ended a part that should run for ever."""
        klaar = [taak for taak in self.taken if taak.done() and not taak.cancelled()]
        return [fout for taak in klaar if (fout := taak.exception()) is not None]

    def _klok(self) -> Any:
        return NU + timedelta(seconds=self._lus.time())

    def _kijk(self, tx: Transaction, fact: Geteld, event: Event) -> None:
        kijk(tx, fact, event)
        self._haper.misschien()
        if fact.nr % GIF == 0:
            raise Onmogelijk

    def _log(self, tx: Transaction, event: Event) -> None:
        tx.execute("INSERT INTO logboek (bron, plaats, id) VALUES (?, ?, ?)", (event.source, event.place, event.id))
        self._haper.misschien()


class _Opslag:
    """Store and writer of one process, as the simulation handles them."""

    def __init__(self, store: HaperendeStore, writer: StapWriter) -> None:
        self.store, self.writer = store, writer


def _hapert(ledger: Ledger, lus: VirtueleLus, bouw: Bouw) -> _Opslag:
    """Put the steps of the simulation in the place of the writer's thread, and faults in the way of the store."""
    store = HaperendeStore(ledger._store)
    writer = bouw.writer(lus, ledger._writer, store)
    ledger._store, ledger._writer = store, writer  # type: ignore[assignment]
    return _Opslag(store, writer)

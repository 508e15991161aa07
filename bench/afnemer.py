"""What is committed here, applied there: how much keeps up, how fast a backlog goes, and in how much memory."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import perf_counter

from bench.bus import Bus, bus
from bench.feiten import NU, OIN, melding, vul
from bench.geheugen import rss
from bench.grootboek import eenheden, schrijf, schrijf_samen
from bench.outbox import geef_door
from bench.ronden import Paar, Rij, rij_van_duren, vergelijk
from bench.wachten import lopend, tot
from shared.bus import QUARANTAINE, Consumer, Event, Inbox
from shared.contracts.intake import MeldingOntvangen
from shared.ledger import Ledger, Table, Transaction, open_ledger
from shared.outbox import Outbox

SCHRIJVERS, ELK = 64, 50
ACHTERSTAND, RONDEN = 60_000, 5
GEZIEN = Table("gezien", ("CREATE TABLE IF NOT EXISTS gezien (feit TEXT PRIMARY KEY, melding TEXT NOT NULL)",))
BRON = "intake"


def meet() -> list[Rij]:
    """Hold both against the ledger alone, in the same run."""
    with (
        bus() as bij,
        _grootboek(bij.folder, BRON) as verteller,
        _grootboek(bij.folder / "los", BRON) as alleen,
    ):
        proef = _Proef(bij, verteller, alleen)
        proef.gelijk_op()  # a first round, not counted
        return [_gelijk_op(proef), *_achterstand(proef)]


def _gelijk_op(proef: "_Proef") -> Rij:
    return vergelijk(
        f"vastgelegd tot verwerkt door een ander, {SCHRIJVERS} schrijvers (per seconde)",
        doel=0.35,
        waarde=proef.gelijk_op,
        basis=proef.alleen,
        ronden=RONDEN,
    )


def _achterstand(proef: "_Proef") -> list[Rij]:
    proef.stapel_op()
    snel = vergelijk(
        f"een achterstand van {ACHTERSTAND} verwerken (per seconde; basis: grootboek alleen)",
        doel=0.5,
        waarde=proef.haal_in,
        basis=proef.alleen,
        ronden=RONDEN,
    )
    return [snel, rij_van_duren("geheugen tijdens een achterstand (MB; basis: ervoor)", proef.geheugen, hoogstens=1.25)]


class _Proef:
    def __init__(self, bij: Bus, verteller: Ledger, alleen: Ledger) -> None:
        self._bij, self._verteller, self._los, self._nummer = bij, verteller, alleen, count()
        self.geheugen: list[Paar] = []

    def alleen(self) -> float:
        """Commit and do nothing else."""
        return schrijf(self._los, SCHRIJVERS, ELK)

    def gelijk_op(self) -> float:
        """Commit, publish and apply at the same time; the clock stops when the last fact is applied."""
        with self._luisteraar() as luisteraar:
            return self._bij.runner.run(self._gelijk_op(luisteraar))

    def stapel_op(self) -> None:
        """Put a backlog on the stream, with what stands there already."""
        begin = self._verteller.last_place()
        vul(self._verteller, begin, ACHTERSTAND)
        self._bij.runner.run(geef_door(self._bij, self._verteller, ACHTERSTAND - begin))

    def haal_in(self) -> float:
        """Apply all that is on the stream, from the first fact, with a store of its own."""
        with self._luisteraar() as luisteraar:
            return self._bij.runner.run(self._haal_in(luisteraar))

    @contextmanager
    def _luisteraar(self) -> Iterator[Ledger]:
        with _grootboek(self._bij.folder, f"overleg{next(self._nummer)}") as ledger:
            yield ledger

    async def _gelijk_op(self, luisteraar: Ledger) -> float:
        consumer, outbox = self._consumer(luisteraar), Outbox(self._bij.nc, self._verteller, dienst=BRON, oin=OIN)
        async with lopend(consumer.run(), outbox.run()):
            await tot(lambda: _plaats(consumer) >= self._verteller.last_place())
            werk, begin = eenheden(SCHRIJVERS, ELK), perf_counter()
            await schrijf_samen(self._verteller, werk)
            laatste = self._verteller.last_place()
            await tot(lambda: _plaats(consumer) >= laatste)
            return SCHRIJVERS * ELK / (perf_counter() - begin)

    async def _haal_in(self, luisteraar: Ledger) -> float:
        consumer, laatste = self._consumer(luisteraar), self._verteller.last_place()
        begin, geheugen = perf_counter(), [rss()]
        async with lopend(consumer.run(), _kijk(geheugen)):
            await tot(lambda: _plaats(consumer) >= laatste)
            duur = perf_counter() - begin
        self.geheugen.append((max(geheugen), geheugen[0]))
        return laatste / duur

    def _consumer(self, luisteraar: Ledger) -> Consumer:
        return Consumer(self._bij.nc, Inbox(luisteraar, klok=lambda: NU, handlers={MeldingOntvangen: _onthoud}), [BRON])


def _onthoud(tx: Transaction, feit: MeldingOntvangen, event: Event) -> None:
    tx.execute("INSERT INTO gezien (feit, melding) VALUES (?, ?)", (event.id, str(feit.melding_id)))


def _plaats(consumer: Consumer) -> int:
    positie = consumer.inbox.positions.get(BRON)
    return positie.place if positie else 0


async def _kijk(geheugen: list[float]) -> None:
    while True:
        await asyncio.sleep(0.05)
        geheugen.append(rss())


@contextmanager
def _grootboek(folder: Path, naam: str) -> Iterator[Ledger]:
    ledger = open_ledger(str(folder), naam, [type(melding(0))], tables=[GEZIEN, QUARANTAINE])
    try:
        yield ledger
    finally:
        ledger.close()

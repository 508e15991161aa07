"""From the commit of a melding to the moment that a page of rapportage shows it: at rest, and under 500 a second."""

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import count
from statistics import median
from time import perf_counter

from nats.aio.msg import Msg

from bench.bus import Bus, bus
from bench.feiten import OIN, melding
from bench.grootboek import inhoud, voeg_toe
from bench.ronden import RONDEN, Rij, grens, om_en_om, rij_van_duren
from bench.sqlite import commit_ms, kaal
from bench.wachten import lopend, tot
from meldketen.loop import Loop
from meldketen.winkel import nu, open_winkel
from shared.klok import echte_klok
from shared.profiel import Profielen, laad
from shared.settings import Settings

KEER, RUST, TREKKEN_P99 = 30, 0.01, 20.0
SECONDEN, TEGELIJK, ELKE, DRUK_P99 = 5, 5, 0.01, 1_000.0
"""So many at once, so often: 500 a second."""
BRON, BASIS = "intake", "gebeurtenis.basis.gm0637.rokkeveenseweg.MeldingOntvangen"


def meet() -> list[Rij]:
    """Hold it against two round trips to the broker, the first synced to disk, and two commits."""
    with bus() as bij, ExitStack() as stapel:
        instellingen = Settings(data=bij.folder / "gegevens")
        winkel = stapel.enter_context(
            open_winkel(instellingen, Profielen([laad("zoetermeer")]), ["intake", "rapportage"], nieuw=True)
        )
        een, ander = (Loop(dienst, bij.nc, echte_klok, oin=OIN) for dienst in winkel.diensten)
        db = stapel.enter_context(kaal(bij.folder / "kaal.db"))
        proef = _Proef(bij, een, ander)

        def basis() -> float:
            return bij.runner.run(_rondjes(bij)) + 2 * commit_ms(db, inhoud(0), KEER)

        proef.duur()  # a first round, not counted
        proef.alle.clear()
        paren = om_en_om(proef.duur, basis)
        druk = [_p99(proef.onder_druk()) for _ in range(RONDEN)]
        return [
            rij_van_duren(
                "vastgelegd tot zichtbaar, in rust (ms; basis: twee keer broker + commit)", paren, hoogstens=3
            ),
            grens("vastgelegd tot zichtbaar, in rust, p99 (ms; basis: hoogstens)", [_p99(proef.alle)], TREKKEN_P99),
            grens("vastgelegd tot zichtbaar, onder 500 per seconde, p99 (ms; basis: hoogstens)", druk, DRUK_P99),
        ]


def _p99(duren: Sequence[float]) -> float:
    return sorted(duren)[int(len(duren) * 0.99)]


class _Proef:
    def __init__(self, bij: Bus, intake: Loop, rapportage: Loop) -> None:
        self._bij, self._intake, self._rapportage = bij, intake, rapportage
        self._nummer = count()
        self.alle: list[float] = []

    def duur(self) -> float:
        """Return the milliseconds in which half of the meldingen are visible."""
        duren = self._bij.runner.run(self._meet())
        self.alle += duren
        return median(duren)

    def onder_druk(self) -> list[float]:
        """Return the milliseconds of each melding while more keep coming."""
        return self._bij.runner.run(self._meet_onder_druk())

    async def _meet_onder_druk(self) -> list[float]:
        async with lopend(self._intake.outbox.run(), self._rapportage.consumer.run()):
            await tot(lambda: self._rapportage.consumer.state.bij)
            schrijft = asyncio.create_task(self._schrijf())
            return await self._kijk(self._plaats(), schrijft)

    async def _schrijf(self) -> dict[int, float]:
        """Say of each place since when it is committed."""
        sinds, begin, taken = dict[int, float](), perf_counter(), list[asyncio.Task[None]]()
        for beurt in range(int(SECONDEN / ELKE)):
            taken += [asyncio.create_task(self._vast(sinds)) for _ in range(TEGELIJK)]
            await asyncio.sleep(max(0.0, begin + (beurt + 1) * ELKE - perf_counter()))
        await asyncio.gather(*taken)
        return sinds

    async def _vast(self, sinds: dict[int, float]) -> None:
        ledger = self._intake.dienst.ledger
        await ledger.run(voeg_toe(melding(next(self._nummer))), nu())
        sinds.setdefault(ledger.last_place(), perf_counter())

    async def _kijk(self, gezien: int, schrijft: asyncio.Task[dict[int, float]]) -> list[float]:
        """Note when each place is shown, until all of them are."""
        getoond = dict[int, float]()
        while not schrijft.done() or self._plaats() < self._intake.dienst.ledger.last_place():
            getoond |= dict.fromkeys(range(gezien + 1, self._plaats() + 1), perf_counter())
            gezien = max([gezien, *getoond])
            await asyncio.sleep(0.001)
        getoond |= dict.fromkeys(range(gezien + 1, self._plaats() + 1), perf_counter())
        return [(getoond[plaats] - sinds) * 1_000 for plaats, sinds in schrijft.result().items()]

    async def _meet(self) -> list[float]:
        async with lopend(self._intake.outbox.run(), self._rapportage.consumer.run()):
            await tot(lambda: self._rapportage.consumer.state.bij)
            return [await self._een() for _ in range(KEER)]

    async def _een(self) -> float:
        await asyncio.sleep(RUST)
        ledger = self._intake.dienst.ledger
        await ledger.run(voeg_toe(melding(next(self._nummer))), nu())
        begin, plaats = perf_counter(), ledger.last_place()
        await tot(lambda: self._plaats() >= plaats, elke=0.0002)
        return (perf_counter() - begin) * 1_000

    def _plaats(self) -> int:
        positie = self._rapportage.consumer.inbox.positions.get(BRON)
        return positie.place if positie else 0


async def _rondjes(bij: Bus) -> float:
    """Return the milliseconds of a publish that is acknowledged, and of a message that comes back."""
    js, duren = bij.nc.jetstream(), list[float]()

    async def terug(bericht: Msg) -> None:
        await bericht.respond(b"")

    sub = await bij.nc.subscribe("bench.terug", cb=terug)
    for _ in range(KEER):
        begin = perf_counter()
        await js.publish(BASIS, inhoud(0))
        await bij.nc.request("bench.terug", inhoud(0))
        duren.append(perf_counter() - begin)
    await sub.unsubscribe()
    return median(duren) * 1_000

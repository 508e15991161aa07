"""From an incident on the subject of a COA system to the webhook of the police, with nothing else going on."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import uuid4

import nats
from nats.aio.client import Client

from bench.alertmanager import PAKKET, alertmanager, programma, stuur
from bench.keten import gestart
from bench.ronden import Paar, Rij, rij_van_duren
from bench.webhook import Webhook, webhook
from shared.natsserver import lees_verbinding

SUBJECT = "coa.gm0637.rokkeveenseweg.incident"
PER_RONDE, RONDEN, RUST = 20, 5, 0.05
DOELEN = ((0.50, 25.0), (0.99, 100.0))
"""Which part must be within how many milliseconds."""
HOOGSTENS = 8


def meet() -> list[Rij]:
    """Measure, and hold the median and the slowest percent against what was aimed for, and against Alertmanager."""
    return rijen(*asyncio.run(_meet()))


def rijen(duren: Sequence[float], paren: Sequence[Paar]) -> list[Rij]:
    """Make the lines; without a baseline of Alertmanager, say which package is missing."""
    eigen = [_rij(sorted(duren), deel, doel) for deel, doel in DOELEN]
    if not paren:
        print(f"  (Alertmanager overgeslagen: het Debian-pakket {PAKKET} is niet geïnstalleerd)")
        return eigen
    return [*eigen, rij_van_duren("incident tot webhook (ms; basis: Alertmanager)", paren, hoogstens=HOOGSTENS)]


def _rij(duren: Sequence[float], deel: float, doel: float) -> Rij:
    waarde = duren[min(len(duren) - 1, int(len(duren) * deel))]
    return Rij(
        f"incident op NATS tot webhook, p{deel * 100:.0f} van {len(duren)} (ms; basis = doel)",
        waarde=round(waarde, 1),
        basis=doel,
        verhouding=round(doel / waarde, 3),
        spreiding=(round(doel / duren[-1], 3), round(doel / duren[0], 3)),
        doel=1.0,
        gehaald=waarde <= doel,
    )


async def _meet() -> tuple[list[float], list[Paar]]:
    """Return every duration, and per round the median beside that of Alertmanager where it is installed."""
    async with AsyncExitStack() as stapel:
        folder = Path(stapel.enter_context(TemporaryDirectory(prefix="meldketen-bench-")))
        hook = await stapel.enter_async_context(webhook())
        nc = await stapel.enter_async_context(_keten(folder / "gegevens", hook.poort))
        meld = partial(_ronde, hook, lambda: nc.publish(SUBJECT, json.dumps(incident()).encode()))
        await meld()  # a first round, not counted
        binary = programma()
        if binary is None:
            return [duur for _ in range(RONDEN) for duur in await meld()], []
        ander = await stapel.enter_async_context(alertmanager(binary, folder, hook.poort))
        basis = partial(_ronde, hook, lambda: stuur(ander))
        await basis()
        rondes = [(await meld(), await basis()) for _ in range(RONDEN)]
        return [duur for een, _ in rondes for duur in een], [(median(een), median(twee)) for een, twee in rondes]


async def _ronde(hook: Webhook, stuur_een: Callable[[], Awaitable[None]]) -> list[float]:
    duren = []
    for _ in range(PER_RONDE):
        await asyncio.sleep(RUST)
        begin = time.perf_counter()
        await stuur_een()
        duren.append((await hook.volgende() - begin) * 1_000)
    return duren


@asynccontextmanager
async def _keten(folder: Path, poort: int) -> AsyncIterator[Client]:
    with gestart(folder, MELDKETEN_KANAAL_POLITIE=f"json://127.0.0.1:{poort}/alarm"):
        verbinding = lees_verbinding(folder / "nats")
        assert verbinding is not None  # noqa: S101 - it runs
        nc = await nats.connect(verbinding.url)
        try:
            yield nc
        finally:
            await nc.close()


def incident() -> dict[str, object]:
    """Return an incident as a COA system sends it, with an id of its own."""
    data = {
        "aard": "overlast",
        "plaats": "buiten-noodopvang",
        "locatie": "rokkeveenseweg",
        "voorgevallenOp": datetime.now(UTC).isoformat(),
        "gerichtTegen": "onbekend",
        "thema": "overig",
        "gevolgenOpenbareOrde": True,
        "ernst": 3,
    }
    kop = {"specversion": "1.0", "id": uuid4().hex, "source": "urn:bench", "type": "nl.coa.incident.v1"}
    return {**kop, "data": data}

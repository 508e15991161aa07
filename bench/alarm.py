"""From an incident on the subject of a COA system to the webhook of the police, at rest."""

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
Melder = Callable[[], Awaitable[list[float]]]


def meet() -> list[Rij]:
    """Measure, and hold it against what was aimed for and against Alertmanager."""
    return rijen(*asyncio.run(_meet()))


def rijen(duren: Sequence[float], paren: Sequence[Paar]) -> list[Rij]:
    """Make the lines; without a baseline of Alertmanager, say which package is missing."""
    eigen = [rij(sorted(duren), deel, doel) for deel, doel in DOELEN]
    if not paren:
        print(f"  (Alertmanager overgeslagen: het Debian-pakket {PAKKET} is niet geïnstalleerd)")
        return eigen
    return [*eigen, rij_van_duren("incident tot webhook (ms; basis: Alertmanager)", paren, hoogstens=HOOGSTENS)]


def rij(duren: Sequence[float], deel: float, doel: float, erbij: str = "") -> Rij:
    """Make the line of a part of sorted durations, in ms, beside what was aimed for."""
    waarde = duren[min(len(duren) - 1, int(len(duren) * deel))]
    return Rij(
        f"incident op NATS tot webhook{erbij}, p{deel * 100:.0f} van {len(duren)} (ms; basis = doel)",
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
        stapel.enter_context(gestart(folder / "gegevens", **kanaal(hook)))
        meld = await stapel.enter_async_context(melder(folder / "gegevens", hook))
        await meld()  # a first round, not counted
        binary = programma()
        if binary is None:
            return [duur for _ in range(RONDEN) for duur in await meld()], []
        ander = await stapel.enter_async_context(alertmanager(binary, folder, hook.poort))
        basis = partial(_ronde, hook, lambda: stuur(ander))
        await basis()
        rondes = [(await meld(), await basis()) for _ in range(RONDEN)]
        return [duur for een, _ in rondes for duur in een], [(median(een), median(twee)) for een, twee in rondes]


async def _ronde(hook: Webhook, stuur_een: Callable[[], Awaitable[None]], keer: int = PER_RONDE) -> list[float]:
    duren = []
    for _ in range(keer):
        await asyncio.sleep(RUST)
        begin = time.perf_counter()
        await stuur_een()
        duren.append((await hook.volgende() - begin) * 1_000)
    return duren


def kanaal(hook: Webhook) -> dict[str, str]:
    """Return the settings with which notices for the police go to a webhook, and nobody is held back."""
    politie = f"json://127.0.0.1:{hook.poort}/alarm"
    return {"MELDKETEN_KANAAL_POLITIE": politie, "MELDKETEN_SNELHEIDSLIMIET": "false"}


@asynccontextmanager
async def melder(folder: Path, hook: Webhook, keer: int = PER_RONDE) -> AsyncIterator[Melder]:
    """Be a COA system: each call sends so many incidents one by one, and gives the ms until the webhook heard of it."""
    verbinding = lees_verbinding(folder / "nats")
    assert verbinding is not None  # noqa: S101 - it runs
    nc = await nats.connect(verbinding.url)
    try:
        yield partial(_ronde, hook, lambda: nc.publish(SUBJECT, json.dumps(incident()).encode()), keer)
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

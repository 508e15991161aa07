"""From an incident on the subject of a COA system to the webhook of the police, at rest and with reports flowing."""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import uuid4

import nats
from nats.aio.client import Client

from bench.alertmanager import PAKKET, alertmanager, programma, stuur
from bench.belasting import Opdracht
from bench.intake import lichamen
from bench.keten import Keten, gestart, sleutel
from bench.overvraag import Uitslag, uitslag_van, vraag
from bench.ronden import Paar, Rij, rij_van_duren
from bench.webhook import Webhook, webhook
from shared.natsserver import lees_verbinding

SUBJECT = "coa.gm0637.rokkeveenseweg.incident"
PER_RONDE, RONDEN, RUST = 20, 5, 0.05
DOELEN = ((0.50, 25.0), (0.99, 100.0))
"""Which part must be within how many milliseconds."""
PER_SECONDE, SECONDEN, VERBINDINGEN, ONDER_LAST_MS = 500, 20.0, 256, 500.0
REGEL, PAD = "LVS-0.3", "/intake/v1/meldingen"
"""Reports cross thresholds of their own: what counts is the notice of the incident."""
HOOGSTENS = 8


def meet() -> list[Rij]:
    """Measure at rest and with reports flowing; hold it against what was aimed for, and against Alertmanager."""
    rust = rijen(*asyncio.run(_meet()))
    return [*rust, _rij(sorted(asyncio.run(_onder_last())), 0.99, ONDER_LAST_MS, f" bij {PER_SECONDE} meldingen/s")]


def rijen(duren: Sequence[float], paren: Sequence[Paar]) -> list[Rij]:
    """Make the lines; without a baseline of Alertmanager, say which package is missing."""
    eigen = [_rij(sorted(duren), deel, doel) for deel, doel in DOELEN]
    if not paren:
        print(f"  (Alertmanager overgeslagen: het Debian-pakket {PAKKET} is niet geïnstalleerd)")
        return eigen
    return [*eigen, rij_van_duren("incident tot webhook (ms; basis: Alertmanager)", paren, hoogstens=HOOGSTENS)]


def _rij(duren: Sequence[float], deel: float, doel: float, erbij: str = "") -> Rij:
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
        stapel.enter_context(_gestart(folder / "gegevens", hook.poort))
        nc = await stapel.enter_async_context(_verbonden(folder / "gegevens"))
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


async def _onder_last() -> list[float]:
    """Return every duration while reports come in at a steady pace; each of them is answered with 201."""
    async with AsyncExitStack() as stapel:
        folder = Path(stapel.enter_context(TemporaryDirectory(prefix="meldketen-bench-"))) / "gegevens"
        hook = await stapel.enter_async_context(webhook(REGEL))
        keten = stapel.enter_context(_gestart(folder, hook.poort))
        nc = await stapel.enter_async_context(_verbonden(folder))
        meld = partial(_ronde, hook, lambda: nc.publish(SUBJECT, json.dumps(incident()).encode()), 1)
        await meld()  # a first one, not counted
        stroom = asyncio.create_task(_stroom(Opdracht(keten.poort, PAD, lichamen(), sleutel=sleutel(folder))))
        duren: list[float] = []
        while not stroom.done():
            duren += await meld()
        uitslag = await stroom
    if set(uitslag.codes) != {201} or uitslag.onbeantwoord:
        raise RuntimeError(f"not every report was taken: {uitslag}")
    return duren


async def _stroom(opdracht: Opdracht) -> Uitslag:
    opdracht = replace(opdracht, verbindingen=VERBINDINGEN, seconden=SECONDEN)
    proces = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.overvraag"), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    uitvoer, _ = await proces.communicate(vraag(opdracht, PER_SECONDE))
    return uitslag_van(uitvoer)


async def _ronde(hook: Webhook, stuur_een: Callable[[], Awaitable[None]], keer: int = PER_RONDE) -> list[float]:
    duren = []
    for _ in range(keer):
        await asyncio.sleep(RUST)
        begin = time.perf_counter()
        await stuur_een()
        duren.append((await hook.volgende() - begin) * 1_000)
    return duren


def _gestart(folder: Path, poort: int) -> AbstractContextManager[Keten]:
    kanaal = f"json://127.0.0.1:{poort}/alarm"
    return gestart(folder, MELDKETEN_KANAAL_POLITIE=kanaal, MELDKETEN_SNELHEIDSLIMIET="false")


@asynccontextmanager
async def _verbonden(folder: Path) -> AsyncIterator[Client]:
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

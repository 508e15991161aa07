"""From an incident on the subject of a COA system to the webhook of the police, with nothing else going on."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast
from uuid import uuid4

import nats
from nats.aio.client import Client

from bench.ronden import Rij
from shared.natsserver import lees_verbinding

SUBJECT = "coa.gm0637.rokkeveenseweg.incident"
INCIDENTEN, WARM, RUST = 100, 10, 0.05
DOELEN = ((0.50, 25.0), (0.99, 100.0))
"""Which part must be within how many milliseconds."""


class Webhook:
    """Notes when each notice arrives."""

    def __init__(self) -> None:
        self._aangekomen: asyncio.Queue[float] = asyncio.Queue()

    async def antwoord(self, lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        """Take one request."""
        kop = (await lezer.readuntil(b"\r\n\r\n")).decode().lower()
        await lezer.readexactly(int(kop.partition("content-length:")[2].split("\r\n")[0]))
        self._aangekomen.put_nowait(time.perf_counter())
        schrijver.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await schrijver.drain()
        schrijver.close()

    async def volgende(self) -> float:
        """Wait for the next notice."""
        return await asyncio.wait_for(self._aangekomen.get(), 10)


def meet() -> list[Rij]:
    """Measure, and hold the median and the slowest percent against what was aimed for."""
    duren = sorted(asyncio.run(_meet()))
    return [_rij(duren, deel, doel) for deel, doel in DOELEN]


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


async def _meet() -> list[float]:
    webhook = Webhook()
    server = await asyncio.start_server(webhook.antwoord, "127.0.0.1", 0)
    poort = server.sockets[0].getsockname()[1]
    with TemporaryDirectory() as folder:
        async with _keten(Path(folder), poort) as nc:
            duren = [await _een(nc, webhook) for _ in range(WARM + INCIDENTEN)]
    server.close()
    return duren[WARM:]


async def _een(nc: Client, webhook: Webhook) -> float:
    await asyncio.sleep(RUST)
    begin = time.perf_counter()
    await nc.publish(SUBJECT, json.dumps(incident()).encode())
    return (await webhook.volgende() - begin) * 1_000


@asynccontextmanager
async def _keten(folder: Path, poort: int) -> AsyncIterator[Client]:
    env = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("MELDKETEN_")}
    env["MELDKETEN_KANAAL_POLITIE"] = f"json://127.0.0.1:{poort}/alarm"
    meldketen = Path(sys.executable).with_name("meldketen")
    proces = await asyncio.create_subprocess_exec(
        meldketen, "start", "--data", folder, "--poort", "0", env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    uitvoer = cast(asyncio.StreamReader, proces.stdout)
    while not (regel := await uitvoer.readline()).startswith(b"gereed"):
        if not regel:
            raise RuntimeError("meldketen did not start")
    verbinding = lees_verbinding(folder / "nats")
    assert verbinding is not None  # noqa: S101 - it runs
    nc = await nats.connect(verbinding.url)
    try:
        yield nc
    finally:
        await nc.close()
        proces.terminate()
        await proces.wait()


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

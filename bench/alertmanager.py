"""Prometheus Alertmanager, where Debian's package is installed: what an alert takes when that is all one does."""

import asyncio
import json
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from uuid import uuid4

PAKKET = "prometheus-alertmanager"
WACHT = 20.0
REGELS = """
route:
  receiver: webhook
  group_by: ['...']
  group_wait: 0s
receivers:
  - name: webhook
    webhook_configs:
      - url: http://127.0.0.1:{poort}/alarm
        send_resolved: false
"""


def programma() -> str | None:
    """Return where it is; None where it is not installed."""
    return shutil.which(PAKKET)


@asynccontextmanager
async def alertmanager(binary: str, folder: Path, webhook: int) -> AsyncIterator[int]:
    """Run it with one receiver; give its port."""
    (folder / "alertmanager.yml").write_text(REGELS.format(poort=webhook), encoding="utf-8")
    poort = _vrije_poort()
    proces = await asyncio.create_subprocess_exec(
        binary,
        f"--config.file={folder / 'alertmanager.yml'}",
        f"--storage.path={folder}",
        f"--web.listen-address=127.0.0.1:{poort}",
        "--cluster.listen-address=",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(WACHT):
            while not await _gereed(poort):  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(0.05)
        yield poort
    finally:
        if proces.returncode is None:
            proces.terminate()
        await proces.wait()


async def stuur(poort: int) -> None:
    """Send one alert, unlike any other."""
    labels = {"alertname": "incident", "locatie": "rokkeveenseweg", "id": uuid4().hex}
    await _vraag(poort, "POST /api/v2/alerts", json.dumps([{"labels": labels}]))


async def _gereed(poort: int) -> bool:
    with suppress(OSError):
        return await _vraag(poort, "GET /-/ready", "")
    return False


async def _vraag(poort: int, wat: str, lichaam: str) -> bool:
    lezer, schrijver = await asyncio.open_connection("127.0.0.1", poort)
    kop = f"{wat} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nConnection: close\r\n"
    schrijver.write(f"{kop}Content-Length: {len(lichaam)}\r\n\r\n{lichaam}".encode())
    regel = await lezer.readline()
    schrijver.close()
    return b" 200 " in regel


def _vrije_poort() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])

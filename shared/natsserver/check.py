"""Is what the server acknowledges really on disk? The default of NATS is not (`sync_interval` of two minutes)."""

import asyncio
import json
import urllib.request
from collections.abc import Sequence
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

MONITOR_PORT = 8222
SECONDS = 3


class OnveiligeServer(Exception):
    """This server may lose what it acknowledged, or it cannot be found out (promise 1). The text is for the user."""


def monitors_for(urls: str, setting: str = "") -> list[str]:
    """Return the monitoring addresses of a server or cluster.

    `setting`: comma-separated, `MELDKETEN_NATS_MONITOR`. Without it the usual port 8222 on each host of `urls`:
    what `/varz` tells is hidden from a client connection without access to the system account.
    """
    if setting:
        return [address.strip().rstrip("/") for address in setting.split(",") if address.strip()]
    hosts = (urlsplit(url if "://" in url else f"nats://{url}").hostname for url in urls.split(","))
    return [f"http://{host}:{MONITOR_PORT}" for host in hosts]


async def check_server(monitors: Sequence[str], server_id: str = "") -> None:
    """Ask every server of the cluster whether it syncs before it acknowledges.

    `server_id`: of the server that the client is connected to; it must be among them.

    Raises:
        OnveiligeServer: it does not, or does not say.
    """
    found = await asyncio.gather(*(asyncio.to_thread(_varz, monitor) for monitor in monitors))
    for monitor, varz in zip(monitors, found, strict=True):
        _refuse_unsafe(monitor, varz)
    if server_id and server_id not in {varz.get("server_id") for varz in found}:
        raise OnveiligeServer(
            f"De verbonden NATS-server is niet een van {', '.join(monitors)}. "
            "Noem met MELDKETEN_NATS_MONITOR het monitoradres van elke server."
        )


def _varz(monitor: str) -> dict[str, Any]:
    try:
        with urllib.request.urlopen(f"{monitor}/varz", timeout=SECONDS) as answer:  # noqa: S310
            found: dict[str, Any] = json.load(answer)
    except (OSError, HTTPException, ValueError) as error:
        raise OnveiligeServer(
            f"Op {monitor} is niet te zien of de NATS-server veilig opslaat ({type(error).__name__}). "
            "Zet de monitorpoort aan (http: …) en noem hem met MELDKETEN_NATS_MONITOR, "
            "bijvoorbeeld http://nats.intern:8222."
        ) from None
    return found


def _refuse_unsafe(monitor: str, varz: dict[str, Any]) -> None:
    config = (varz.get("jetstream") or {}).get("config")
    if not config:
        raise OnveiligeServer(f"De NATS-server bij {monitor} heeft geen JetStream. Zet jetstream aan en start opnieuw.")
    if config.get("sync_always") is not True:
        raise OnveiligeServer(
            f"De NATS-server bij {monitor} bevestigt berichten voordat ze op schijf staan: bij stroomuitval gaan ze "
            "verloren. Zet 'sync_interval: always' onder jetstream en start de server opnieuw."
        )

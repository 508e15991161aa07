"""Opens the services; where that takes long, who comes meanwhile is told how far it is."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace

from starlette.types import ASGIApp

from meldketen.diensten import bouw
from meldketen.gezondheid import Standen
from meldketen.webserver import serveer
from shared.dienst import Dienst, Omgeving
from shared.voortgang import Meter
from shared.web.wachtkamer import wachtkamer

GEDULD_SECONDS = 1.0
"""An opening that is over by then has nothing to say."""


async def open_diensten(
    namen: Sequence[str], omgeving: Omgeving, standen: Standen, sock: socket.socket, neem: Callable[[Dienst], None]
) -> None:
    """Open these services and give each to `neem`. Views of an earlier version are built again here: minutes, at times.

    Beside the loop: it answers who comes, and keeps the line to the bus alive.
    """
    meter = Meter()
    gehoord = replace(omgeving, voortgang=meter)
    eerste = omgeving.profielen.alle()[0]
    wacht = wachtkamer(
        lambda: meter.stand,
        toegang=omgeving.toegang,
        instellingen=omgeving.instellingen,
        naam=eerste.gemeente.naam,
        huisstijl=eerste.huisstijl,
    )
    async with _intussen(wacht, sock):
        for naam in namen:
            neem(await asyncio.to_thread(bouw, naam, gehoord, standen))


@contextlib.asynccontextmanager
async def _intussen(app: ASGIApp, sock: socket.socket) -> AsyncIterator[None]:
    """Serve this after a while, until what is done inside is over. The door itself stays open for who comes after."""
    einde = asyncio.Event()
    task = asyncio.create_task(_na_een_poos(app, sock, einde), name="wachtkamer")
    try:
        yield
    finally:
        einde.set()
        await task


async def _na_een_poos(app: ASGIApp, sock: socket.socket, einde: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(GEDULD_SECONDS):
            await einde.wait()
    if not einde.is_set():
        async with serveer(app, sock.dup()):
            await einde.wait()

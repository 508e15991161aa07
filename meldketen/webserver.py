"""uvicorn inside our own loop: we bind the port before anything starts, and we decide when it stops."""

import asyncio
import contextlib
import errno
import gc
import socket
from collections.abc import AsyncIterator, Iterator
from functools import partial

import uvicorn
from starlette.types import ASGIApp

from meldketen.grenzen import BoundedProtocol, NoRoom, always_room, watch

DOORMEN = 32
"""uvloop accepts one connection in a round of the loop for each socket that listens, and under load a round takes long:
measured, a new visitor waited 25 seconds for a first answer. As many copies of our socket let in as many in a round."""


class PoortBezet(Exception):
    """The port is taken by another program."""


def bind(adres: str, poort: int) -> socket.socket:
    """Take the port. 0 takes a free one.

    Raises:
        PoortBezet: another program listens there.
    """
    family = socket.AF_INET6 if ":" in adres else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((adres, poort))
    except OSError as error:
        sock.close()
        raise PoortBezet(f"Poort {poort} op {adres} is niet te gebruiken: {_reden(error)}") from error
    return sock


class _Server(uvicorn.Server):
    """Leaves the signals to the one who runs the whole chain."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def serveer(app: ASGIApp, sock: socket.socket, no_room: NoRoom = always_room) -> AsyncIterator[None]:
    """Serve as long as the context lasts. No access log: an address or a code in a URL could identify a person."""
    config = uvicorn.Config(
        app,
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        date_header=False,
        http=partial(BoundedProtocol, no_room=no_room),  # type: ignore[arg-type]  # it only calls it
        timeout_keep_alive=15,
        timeout_graceful_shutdown=5,
    )
    server = _Server(config)
    doors = [sock, *(sock.dup() for _ in range(DOORMEN - 1))]
    task = asyncio.create_task(server.serve(sockets=doors))
    watching = asyncio.create_task(watch(server.server_state.connections))  # type: ignore[arg-type]  # all are ours
    try:
        while not server.started and not task.done():  # noqa: ASYNC110  uvicorn offers no event for it
            await asyncio.sleep(0.005)
        gc.collect()
        gc.freeze()  # what was loaded stays: the collector need not walk over it again and again
        yield
    finally:
        server.should_exit = True
        await task
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching  # had it stopped by itself, that is told here


def _reden(error: OSError) -> str:
    redenen = {
        errno.EADDRINUSE: "een ander programma gebruikt hem al",
        errno.EACCES: "dit account mag deze poort niet gebruiken",
        errno.EADDRNOTAVAIL: "deze machine heeft dit adres niet",
    }
    return redenen.get(error.errno or 0, "het systeem weigert hem")

"""Serving an application in a process of its own, until the one who asked for it lets go."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

import uvloop
from starlette.types import ASGIApp

from meldketen.webserver import bind, serveer


def bedien(app: ASGIApp, *woorden: str) -> None:
    """Serve on a free port, print the port and `woorden`, and stop when standard input ends."""
    uvloop.run(_bedien(app, *woorden))


async def _bedien(app: ASGIApp, *woorden: str) -> None:
    sock = bind("127.0.0.1", 0)
    async with serveer(app, sock):
        print(sock.getsockname()[1], *woorden, flush=True)
        await asyncio.to_thread(sys.stdin.read)


@contextmanager
def draaiend(module: str, *argumenten: str) -> Iterator[list[str]]:
    """Run such a process; give the words of the line that it printed, its port first."""
    command = [sys.executable, "-m", module, *argumenten]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        invoer, uitvoer = cast(IO[str], server.stdin), cast(IO[str], server.stdout)
        gezegd = uitvoer.readline().split()
        if not gezegd:
            raise RuntimeError(f"{module} did not start")
        try:
            yield gezegd
        finally:
            invoer.close()
            server.wait(30)

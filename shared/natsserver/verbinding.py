"""How to reach the server of this installation: kept in its folder for commands beside a running `start`."""

import json
import os
import secrets
import socket
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

BESTAND = "verbinding.json"
ADRES = "127.0.0.1"


@dataclass(frozen=True)
class Verbinding:
    """Ports and credentials of the embedded server. `url` holds the password: never log it."""

    poort: int
    monitor_poort: int
    gebruiker: str
    wachtwoord: str

    @property
    def url(self) -> str:
        """The address for a client, credentials included."""
        return f"nats://{self.gebruiker}:{self.wachtwoord}@{ADRES}:{self.poort}"

    @property
    def monitor(self) -> str:
        """The address of the monitoring port."""
        return f"http://{ADRES}:{self.monitor_poort}"


def lees_verbinding(map_: Path) -> Verbinding | None:
    """Read how to reach the server whose folder this is; None where it never ran."""
    try:
        return Verbinding(**json.loads((map_ / BESTAND).read_text()))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def kies_verbinding(map_: Path, poort: int = 0, *, anders: bool = False) -> Verbinding:
    """Choose credentials, once for an installation, and ports: those of the last time where they are free.

    `anders`: others, since those of the last time were taken after all.
    """
    oud = lees_verbinding(map_)
    vorige = (oud.poort, oud.monitor_poort) if oud and not anders else (0, 0)
    ports = _free(poort or vorige[0], vorige[1])
    return Verbinding(
        poort=poort or ports[0],
        monitor_poort=ports[1],
        gebruiker="diensten",
        wachtwoord=oud.wachtwoord if oud else secrets.token_urlsafe(32),
    )


def schrijf_verbinding(map_: Path, verbinding: Verbinding) -> None:
    """Keep it, readable for the owner only."""
    write_private(map_ / BESTAND, json.dumps(asdict(verbinding), indent=1))


def write_private(path: Path, text: str) -> None:
    """Replace a file in one step; only the owner may read it, from its first byte."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    beside.replace(path)


def _free(*wanted: int) -> list[int]:
    """Return a free port for each wanted one: that, or else any other; never the same twice."""
    with ExitStack() as stack:
        return [_bound(stack.enter_context(socket.socket()), port) for port in wanted]


def _bound(probe: socket.socket, wanted: int) -> int:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind((ADRES, wanted))
    except OSError:
        probe.bind((ADRES, 0))
    port: int = probe.getsockname()[1]
    return port

"""How to reach the server of this installation: kept in its folder for commands beside a running `start`."""

import json
import os
import secrets
import socket
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


def kies_verbinding(map_: Path, poort: int = 0) -> Verbinding:
    """Choose ports, those of the last time where they are free, and credentials, once for an installation."""
    oud = lees_verbinding(map_)
    return Verbinding(
        poort=poort or _free(oud.poort if oud else 0),
        monitor_poort=_free(oud.monitor_poort if oud else 0),
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


def _free(wanted: int) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADRES, wanted))
        except OSError:
            return _free(0)
        port: int = probe.getsockname()[1]
        return port

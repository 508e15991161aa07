"""The data folder of an installation: who uses it, and the secret that stands in it."""

import fcntl
import os
import secrets
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Self

from pydantic import SecretStr

REGISTER_BIJ_GEGEVENS = (
    "Let op: het wisregister staat bij de gegevens. Wie de hele map kopieert neemt het mee, en wie haar "
    "verliest is ook het register kwijt. Zet het met MELDKETEN_WISREGISTER op een andere schijf."
)


class AlInGebruik(Exception):
    """Another `start` runs on this folder; two would publish and alarm for one."""


class Slot:
    """Held as long as the chain runs on a folder. The kernel lets go of it at any end of the process, `kill -9` too."""

    def __init__(self, folder: Path, naam: str = "keten") -> None:
        self._path = folder / f"{naam}.slot"
        self._file = -1

    def __enter__(self) -> Self:
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(self._file, 20).decode(errors="replace").strip()
            os.close(self._file)
            raise AlInGebruik(holder or "onbekend") from None
        os.ftruncate(self._file, 0)
        os.write(self._file, str(os.getpid()).encode())
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)


def maak_map(folder: Path) -> Path:
    """Make the folder, for this user alone."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def geheim_van(folder: Path, gegeven: SecretStr) -> SecretStr:
    """Return the installation's secret: the one from the environment, or that of the folder, made once."""
    if gegeven.get_secret_value():
        return gegeven
    path = folder / "geheim"
    if not path.exists():
        _maak_geheim(path)
    return SecretStr(path.read_text().strip())


def _maak_geheim(path: Path) -> None:
    """Make it whole or not at all: another service that starts now, or after a power cut, never finds half of it."""
    with NamedTemporaryFile("w", dir=path.parent, prefix=".geheim-") as nieuw:  # readable by this user alone
        nieuw.write(secrets.token_hex(32))
        nieuw.flush()
        os.fsync(nieuw.fileno())
        with suppress(FileExistsError):
            os.link(nieuw.name, path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Return once this file, or the names in this folder, are on disk."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)

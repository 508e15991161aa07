"""The data folder of an installation: who uses it, and the secret that stands in it."""

import fcntl
import os
import secrets
from pathlib import Path
from typing import Self

from pydantic import SecretStr


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
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return SecretStr(path.read_text().strip())
    with os.fdopen(file, "w") as out:
        out.write(secrets.token_hex(32))
        out.flush()
        os.fsync(out.fileno())
    return SecretStr(path.read_text())

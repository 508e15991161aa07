"""The file of the register: a line of JSON for each erasure, in order of writing, by several processes at once."""

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from pydantic import ValidationError

from shared.ledger import StoreUnavailable
from shared.wisregister.regel import Wisregel


class RegisterFout(Exception):
    """The register cannot be used. The text is for the operator: what, where, and how to go on."""


def lees(path: Path) -> list[Wisregel]:
    """Read a register. A last line that was cut off is left out: that erasure waited for it, and was not done.

    Raises:
        RegisterFout: it cannot be read, or another line is none of ours.
    """
    try:
        regels = path.read_bytes().split(b"\n")
    except OSError as fout:
        raise RegisterFout(f"Het wisregister '{path}' is niet te lezen ({fout.strerror}).") from None
    return [_gelezen(path, nummer, regel) for nummer, regel in enumerate(regels[:-1], start=1)]


def _gelezen(path: Path, nummer: int, regel: bytes) -> Wisregel:
    try:
        return Wisregel.model_validate_json(regel)
    except ValidationError:
        raise RegisterFout(
            f"Regel {nummer} van het wisregister '{path}' is beschadigd. Gebruik een kopie van het register, of haal "
            "die regel weg; wat daarin stond wist u dan zelf opnieuw."
        ) from None


def ruwe_regels(path: Path, begin: str) -> Iterator[Wisregel]:
    """Give the lines that name a ledger that begins so; what cannot be read is for who puts a copy back."""
    if not path.exists():
        return
    with path.open("rb") as bestand:
        for regel in bestand:
            if begin.encode() in regel and regel.endswith(b"\n"):
                try:
                    yield Wisregel.model_validate_json(regel)
                except ValidationError:
                    continue


def schrijf(path: Path, regels: Sequence[Wisregel]) -> None:
    """Add lines and return once they are on disk.

    Raises:
        StoreUnavailable: they are not.
    """
    tekst = "".join(f"{regel.model_dump_json(exclude_none=True)}\n" for regel in regels)
    try:
        with _alleen(path) as bestand:
            _af(bestand)
            bestand.write(tekst.encode())
            os.fsync(bestand.fileno())
    except OSError as fout:
        raise StoreUnavailable(f"het wisregister '{path}' is niet te schrijven ({fout.strerror})") from fout


@contextmanager
def _alleen(path: Path) -> Iterator[FileIO]:
    """Open it, or make it, for its owner alone, while nobody else writes."""
    nieuw = not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    nummer = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with FileIO(nummer, "r+") as bestand:
        fcntl.flock(nummer, fcntl.LOCK_EX)
        if nieuw:
            _sync(path.parent)
        yield bestand


def _af(bestand: FileIO) -> None:
    """Take away a last line that was cut off: who wrote it died before its erasure."""
    einde = bestand.seek(0, os.SEEK_END)
    bestand.seek(max(0, einde - 1))
    if einde and bestand.read(1) != b"\n":
        bestand.seek(0)
        bestand.truncate(bestand.readall().rfind(b"\n") + 1)


def _sync(folder: Path) -> None:
    nummer = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)

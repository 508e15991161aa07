"""What a copy consists of: the stores, the installation's secret, and a list by which it can be checked."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from meldketen.gegevensmap import sync
from shared.kluis import SLEUTELS

MANIFEST = "kopie.json"
GEHEIM = "geheim"


class KopieFout(Exception):
    """Why there is no copy, or why it is not put back. The text is for the operator."""


class Bestand(BaseModel):
    """One file of a copy."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    naam: str
    sha256: str
    feiten: int


class Manifest(BaseModel):
    """The list that goes with a copy."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    vorm: int = 1
    gemaakt_op: datetime
    bestanden: tuple[Bestand, ...]

    def schrijf(self, folder: Path) -> None:
        """Write it last: a copy without a list is no copy."""
        path = folder / MANIFEST
        path.write_text(self.model_dump_json(indent=1))
        sync(path)

    @classmethod
    def lees(cls, folder: Path) -> "Manifest":
        """Read it.

        Raises:
            KopieFout: it is not there, or no list of ours.
        """
        try:
            return cls.model_validate_json((folder / MANIFEST).read_text())
        except FileNotFoundError:
            raise KopieFout(f"In '{folder}' staat geen kopie: {MANIFEST} ontbreekt.") from None
        except ValidationError:
            raise KopieFout(f"{folder / MANIFEST} is geen lijst van een kopie die deze versie kent.") from None


def stores(folder: Path) -> Iterator[Path]:
    """Give the store files of a folder; not those of the keys, nor a rebuild under way."""
    yield from sorted(
        path for path in folder.glob("*.db") if path.name.count(".") == 1 and not path.stem.endswith(SLEUTELS)
    )


def sha256(path: Path) -> str:
    """Return the fingerprint of a file, hex."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def eigen_map(folder: Path) -> Path:
    """Make an empty folder for this user alone.

    Raises:
        KopieFout: there is something in it already.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if any(folder.iterdir()):
        raise KopieFout(f"De map '{folder}' is niet leeg. Kies een lege of een nieuwe map.")
    return folder

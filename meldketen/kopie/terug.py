"""Put a copy back in an empty folder, as an installation that knows it went back in time."""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from meldketen.gegevensmap import Slot, sync
from meldketen.kopie.bestanden import KopieFout, Manifest, eigen_map, sha256, stores


def zet_terug(kopie: Path, data: Path) -> Manifest:
    """Check the copy, and make `data` an installation of it.

    Every ledger gets a new id: what it records from now on has places that the lost one may have given to other
    facts, and without it they would pass for duplicates (DECISIONS: backup and restore).

    Raises:
        KopieFout: the copy is not whole, or `data` is not empty.
        AlInGebruik: the chain runs there.
    """
    manifest = Manifest.lees(kopie)
    for bestand in manifest.bestanden:
        _keur(kopie / bestand.naam, bestand.sha256)
    eigen_map(data)
    with Slot(data):
        for bestand in manifest.bestanden:
            shutil.copyfile(kopie / bestand.naam, data / bestand.naam)
            (data / bestand.naam).chmod(0o600)
        nieuw = {path.stem: _ander_id(path) for path in stores(data)}
        for path in stores(data):
            _hernoem(path, nieuw)
            sync(path)
        sync(data)
    return manifest


def _keur(path: Path, verwacht: str) -> None:
    if not path.is_file():
        raise KopieFout(f"De kopie is niet heel: {path.name} ontbreekt.")
    if sha256(path) != verwacht:
        raise KopieFout(f"De kopie is niet heel: {path.name} is veranderd nadat de kopie werd gemaakt.")


def _ander_id(path: Path) -> tuple[str, str]:
    """Return the id of this ledger and its new one: what stands before the point is what its chain begins with."""
    with closing(sqlite3.connect(path)) as store:
        oud = str(store.execute("SELECT id FROM boek").fetchone()[0])
    return oud, f"{oud.split('.')[0]}.{uuid4().hex[:16]}"


def _hernoem(path: Path, nieuw: Mapping[str, tuple[str, str]]) -> None:
    """Write the new id of this ledger, and those of the others where it says how far it had applied them."""
    oud, eigen = nieuw[path.stem]
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.execute("BEGIN IMMEDIATE")
        store.execute("UPDATE boek SET id = ? WHERE id = ?", (eigen, oud))
        for bron, (was, wordt) in nieuw.items():
            store.execute("UPDATE posities SET keten = ? WHERE bron = ? AND keten = ?", (wordt, bron, was))
        store.execute("COMMIT")

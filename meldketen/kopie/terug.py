"""Put a copy back in an empty folder, as an installation that knows it went back in time."""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from meldketen.gegevensmap import Slot, sync
from meldketen.kopie.bestanden import KopieFout, Manifest, eigen_map, sha256, stores
from meldketen.kopie.nummers import ander_nummer


def zet_terug(kopie: Path, data: Path) -> Manifest:
    """Check the copy, and make `data` an installation of it.

    Every ledger gets a new id: what it records from now on has places that the lost one may have given to other
    facts, and without it they would pass for duplicates (DECISIONS: backup and restore).

    Raises:
        KopieFout: the copy is not whole, or `data` is not empty.
        AlInGebruik: the chain runs there.
    """
    manifest = keur_kopie(kopie)
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


def keur_kopie(kopie: Path) -> Manifest:
    """See that a copy is whole.

    Raises:
        KopieFout: it is not.
    """
    manifest = Manifest.lees(kopie)
    for bestand in manifest.bestanden:
        _keur(kopie / bestand.naam, bestand.sha256)
    return manifest


def _keur(path: Path, verwacht: str) -> None:
    if not path.is_file():
        raise KopieFout(f"De kopie is niet heel: {path.name} ontbreekt.")
    if sha256(path) != verwacht:
        raise KopieFout(f"De kopie is niet heel: {path.name} is veranderd nadat de kopie werd gemaakt.")


def ketens_in(kopie: Path) -> dict[str, str]:
    """Return the id of each ledger in a copy."""
    return {path.stem: _id(path) for path in stores(kopie)}


def _ander_id(path: Path) -> tuple[str, str]:
    oud = _id(path)
    return oud, ander_nummer(oud)


def _id(path: Path) -> str:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as store:
        return str(store.execute("SELECT id FROM boek").fetchone()[0])


def _hernoem(path: Path, nieuw: Mapping[str, tuple[str, str]]) -> None:
    """Write the new id of this ledger, and those of the others where it says how far it had applied them."""
    oud, eigen = nieuw[path.stem]
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.execute("BEGIN IMMEDIATE")
        store.execute("UPDATE boek SET id = ? WHERE id = ?", (eigen, oud))
        for bron, (was, wordt) in nieuw.items():
            store.execute("UPDATE posities SET keten = ? WHERE bron = ? AND keten = ?", (wordt, bron, was))
        store.execute("COMMIT")

"""Copy every store as it was at one and the same moment, while the chain runs on."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path

from meldketen.gegevensmap import sync
from meldketen.kopie.bestanden import GEHEIM, Bestand, KopieFout, Manifest, eigen_map, sha256, stores

LOCK_SECONDS = 10


def maak_kopie(data: Path, doel: Path, op: datetime) -> Manifest:
    """Write a copy of the stores in `data` into the empty folder `doel`.

    Raises:
        KopieFout: there is nothing to copy, `doel` is not empty, or a store stays locked.
    """
    bronnen = list(stores(data))
    if not bronnen:
        raise KopieFout(f"In de map '{data}' staan geen gegevens. Kies de map met --data.")
    eigen_map(doel)
    with _een_moment(bronnen) as momenten:
        bestanden = [_kopieer(moment, doel / bron.name) for bron, moment in zip(bronnen, momenten, strict=True)]
    if (data / GEHEIM).exists():
        shutil.copyfile(data / GEHEIM, doel / GEHEIM)
        bestanden.append(_af(doel / GEHEIM, feiten=0))
    manifest = Manifest(gemaakt_op=op, bestanden=tuple(bestanden))
    manifest.schrijf(doel)
    sync(doel)
    return manifest


@contextmanager
def _een_moment(bronnen: Sequence[Path]) -> Iterator[list[sqlite3.Connection]]:
    """Give connections that all see their store at one moment.

    For that moment every store is locked for writing (milliseconds): no service can then have applied a fact that
    the copy of another does not hold.
    """
    with ExitStack() as gelezen:
        with ExitStack() as gesloten:
            for bron in bronnen:
                schrijver = gesloten.enter_context(closing(_open(bron)))
                _op_slot(schrijver, bron)
            lezers = [gelezen.enter_context(closing(_open(bron))) for bron in bronnen]
            for lezer in lezers:
                lezer.execute("BEGIN")
                lezer.execute("SELECT COUNT(*) FROM sqlite_master").fetchall()
        yield lezers


def _open(bron: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{bron}?mode=rw", uri=True, isolation_level=None, timeout=LOCK_SECONDS)


def _op_slot(schrijver: sqlite3.Connection, bron: Path) -> None:
    try:
        schrijver.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise KopieFout(f"{bron.name} is niet vrij te krijgen: {error}. Probeer het zo opnieuw.") from error


def _kopieer(lezer: sqlite3.Connection, doel: Path) -> Bestand:
    with closing(sqlite3.connect(doel, isolation_level=None)) as kopie:
        lezer.backup(kopie)
        kopie.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        feiten = int(kopie.execute("SELECT COUNT(*) FROM stored_events").fetchone()[0])
    return _af(doel, feiten=feiten)


def _af(path: Path, *, feiten: int) -> Bestand:
    path.chmod(0o600)
    sync(path)
    return Bestand(naam=path.name, sha256=sha256(path), feiten=feiten)

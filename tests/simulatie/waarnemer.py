"""What must be true at every moment, read from the files and the stream themselves."""

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shared.ledger.chain import HASH_BYTES
from tests.simulatie.dienst import BRONNEN
from tests.simulatie.server import Server
from tests.simulatie.stroom import Bericht

FEITEN = "SELECT rowid, topic, state FROM stored_events WHERE rowid > ? ORDER BY rowid"


class Geschonden(AssertionError):
    """A promise was broken."""


@dataclass(frozen=True)
class Feit:
    """A fact as it stands in a file."""

    id: str
    nr: int
    oorzaak: str
    hash: bytes


class Boek:
    """What was read of one ledger; facts never change, so each is read once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._store: sqlite3.Connection | None = None
        self._feiten: list[Feit] = []
        self._versie = 0

    def lees(self, sql: str, *params: object) -> list[tuple[Any, ...]]:
        """Read rows; none where there is no file yet."""
        if self._store is None:
            if not self.path.exists():
                return []
            self._store = sqlite3.connect(self.path, isolation_level=None)
        return self._store.execute(sql, params).fetchall()

    def veranderd(self) -> bool:
        """Say whether anybody wrote since the last time that this was asked."""
        versie = next(iter(self.lees("PRAGMA data_version")), (0,))[0]
        was, self._versie = self._versie, versie
        return bool(was != versie)

    def bij(self) -> list[Feit]:
        """Return every fact, the new ones read."""
        for rowid, _, state in self.lees(FEITEN, len(self._feiten)):
            inhoud = json.loads(state[HASH_BYTES:])
            eis(rowid == len(self._feiten) + 1, f"{self.path.stem}: na {len(self._feiten)} komt {rowid}")
            self._feiten.append(Feit(inhoud["id"], inhoud["data"]["nr"], inhoud["oorzaak"], state[:HASH_BYTES]))
        return self._feiten

    def tot(self, bron: str) -> tuple[int, str]:
        """Return up to where this service applied a source, and the hash there."""
        return next(iter(self.lees("SELECT plaats, hash FROM posities WHERE bron = ?", bron)), (0, ""))

    def sluit(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()


class Waarnemer:
    """Looks at everything and believes nobody."""

    def __init__(self, map_: Path, server: Server) -> None:
        self._server = server
        self.bevestigd: set[int] = set()
        self._gemeld: set[int] = set()
        self._map, self._gehoord = map_, dict[str, list[Feit]]()
        self.boeken = {dienst: Boek(map_ / f"{dienst}.db") for dienst in BRONNEN}

    def bevestig(self, nummers: range) -> None:
        """Somebody heard that these are received."""
        self.bevestigd.update(nummers)

    def vervang(self, dienst: str) -> None:
        """A ledger is replaced by an older one; what others heard of it is still what the lost one said."""
        self._gehoord[dienst] = self.boeken[dienst].bij()
        self.boeken[dienst].sluit()
        self.boeken[dienst] = Boek(self._map / f"{dienst}.db")

    def kijk(self) -> None:
        """Check every promise that holds always.

        Raises:
            Geschonden: one does not.
        """
        veranderd = [boek.veranderd() for boek in self.boeken.values()]  # each is asked
        if not any(veranderd):
            return eis(
                self.bevestigd <= self._gemeld, f"bevestigd maar niet opgeslagen: {self.bevestigd - self._gemeld}"
            )
        feiten = {dienst: boek.bij() for dienst, boek in self.boeken.items()}
        gemeld = [feit.nr for feit in feiten["intake"]]
        eis(len(set(gemeld)) == len(gemeld), "een feit is tweemaal opgeslagen")
        self._gemeld = set(gemeld)
        eis(self.bevestigd <= self._gemeld, f"bevestigd maar niet opgeslagen: {self.bevestigd - self._gemeld}")
        gehoord = {**feiten, **self._gehoord}
        self._overleg(gehoord)
        return self._rapportage(gehoord)

    def sluit(self) -> None:
        """Let go of the files."""
        for boek in self.boeken.values():
            boek.sluit()

    def _overleg(self, feiten: dict[str, list[Feit]]) -> None:
        """What overleg did is what follows from the first so many facts of intake, once, in that order."""
        tot = self._tot("overleg", "intake", feiten["intake"])
        boek = self.boeken["overleg"]
        apart = [row[0] for row in boek.lees("SELECT plaats FROM quarantaine ORDER BY plaats")]
        verwacht = [(f.nr, f.id) for place, f in enumerate(feiten["intake"][:tot], start=1) if place not in set(apart)]
        gedaan = [(feit.nr, feit.oorzaak) for feit in feiten["overleg"]]
        eis(
            len(set(apart)) == len(apart) and all(1 <= each <= tot for each in apart), f"quarantaine {apart}, tot {tot}"
        )
        eis(
            gedaan == verwacht,
            f"overleg deed {[n for n, _ in gedaan]}, verwacht {[n for n, _ in verwacht]} (tot {tot})",
        )

    def _rapportage(self, feiten: dict[str, list[Feit]]) -> None:
        boek = self.boeken["rapportage"]
        apart = set(boek.lees("SELECT bron, plaats FROM quarantaine"))
        for bron in BRONNEN["rapportage"]:
            tot = self._tot("rapportage", bron, feiten[bron])
            kreeg = boek.lees("SELECT plaats, id FROM logboek WHERE bron = ? ORDER BY nr", bron)
            verwacht = [(p, f.id) for p, f in enumerate(feiten[bron][:tot], start=1) if (bron, p) not in apart]
            eis(kreeg == verwacht, f"rapportage kreeg van {bron} {[p for p, _ in kreeg]}, verwacht tot {tot}")

    def _tot(self, dienst: str, bron: str, feiten: list[Feit]) -> int:
        plaats, digest = self.boeken[dienst].tot(bron)
        if not digest:
            return 0
        eis(1 <= plaats <= len(feiten), f"{dienst} verwerkte {bron} {plaats}, maar dat feit is er niet")
        eis(feiten[plaats - 1].hash.hex() == digest, f"{dienst} verwerkte {bron} {plaats} met een andere inhoud")
        return plaats

    def gepubliceerd(self, bron: str) -> list[int]:
        """Return the places of one source on the stream, as they stand there."""
        stroom = self._server.stroom
        return [plaats_van(each) for each in stroom.berichten if bron_van(each) == bron] if stroom else []

    def bij_opslag(self, was: int) -> None:
        """Check what the server just stored, behind the first `was` messages: facts of their ledger, each the next.

        Raises:
            Geschonden: one is not.
        """
        assert self._server.stroom is not None
        berichten = self._server.stroom.berichten
        for plek in range(was, len(berichten)):
            bron, plaats = bron_van(berichten[plek]), plaats_van(berichten[plek])
            vorige = next((plaats_van(each) for each in reversed(berichten[:plek]) if bron_van(each) == bron), 0)
            eis(plaats == vorige + 1, f"op de stroom komt {bron} {plaats} na {vorige}")
            feiten = self.boeken[bron].bij()
            eis(plaats <= len(feiten), f"op de stroom staat {bron} {plaats}, maar niet in het grootboek")
            eis(
                feiten[plaats - 1].hash.hex() == berichten[plek].kop["ce-ketenhash"],
                f"{bron} {plaats} is een ander feit",
            )


def bron_van(bericht: Bericht) -> str:
    """Return which service published a message."""
    return bericht.subject.split(".")[1]


def plaats_van(bericht: Bericht) -> int:
    """Return the place that a message claims."""
    return int(bericht.kop["ce-sequence"])


def eis(waar: bool, anders: str) -> None:
    """Say what is broken, when it is."""
    if not waar:
        raise Geschonden(anders)

"""Thresholds: what weighing one report costs as history grows, and how long a rehearsal of a year takes."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.feiten import NU, melding
from bench.ronden import Rij, vergelijk
from services.escalatie.application import Weging
from services.escalatie.store import FACTS, TABLES, VIEWS
from services.escalatie.toets import Geschiedenis, toets
from shared.contracts.intake import MeldingOntvangen
from shared.facts import Context
from shared.ledger import Ledger, Transaction, open_ledger
from shared.profiel import Profielen, laad

KLEIN, MIDDEN, GROOT, PER_RONDE = 1_000, 100_000, 1_000_000, 300
TUSSEN = timedelta(hours=6)
JAAR = 100_000
NIETS_TE_VERLIEZEN = "PRAGMA synchronous = OFF; PRAGMA cache_size = -500000"
"""For a past that can be made again: no waiting for the disk, and room (KiB) for the indexes that it fills."""
STANDEN = """
WITH RECURSIVE tel (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM tel LIMIT ?)
INSERT INTO meldingstanden (melding_id, feit, soort, inhoud, ingetrokken)
  SELECT printf('00000000-0000-0000-0000-%012x', n), 'oud ' || n, 'MeldingOntvangen', '{}', 0 FROM tel
"""
TELLINGEN = """
INSERT INTO tellingen (gemeente, locatie, drempel, moment, feit, melding_id, historisch, besteed_aan)
  SELECT 'gm0637', 'rokkeveenseweg', ?1,
    strftime('%Y-%m-%dT%H:%M:%S', ?2 - substr(feit, 5) * ?3, 'unixepoch') || '.000000Z',
    feit, melding_id, 0, CASE WHEN substr(feit, 5) % ?4 THEN 'eerder' ELSE '' END
  FROM meldingstanden WHERE feit LIKE 'oud %'
"""
"""A report each so many seconds, of which one in so many was not used yet."""
ELDERS = """
INSERT INTO meldingstanden (melding_id, feit, soort, inhoud, ingetrokken)
  SELECT '{plek}' || substr(melding_id, 2), '{plek}' || feit, soort, inhoud, ingetrokken
  FROM meldingstanden WHERE feit LIKE 'oud %';
INSERT INTO tellingen (gemeente, locatie, drempel, moment, feit, melding_id, historisch, besteed_aan)
  SELECT gemeente, 'elders-{plek}', drempel, moment, '{plek}' || feit, '{plek}' || substr(melding_id, 2), historisch,
    besteed_aan
  FROM tellingen WHERE locatie = 'rokkeveenseweg';
INSERT INTO dagtellingen (gemeente, locatie, drempel, dag, direct, historisch)
  SELECT gemeente, 'elders-{plek}', drempel, dag, direct, historisch FROM dagtellingen WHERE locatie = 'rokkeveenseweg';
"""
"""The same past at another location."""


def meet() -> list[Rij]:
    """Say what a long past costs, and what going through a year again does."""
    return [weging(MIDDEN), weging(GROOT), _terugblik()]


def weging(lang: int) -> Rij:
    """Equally dense histories, one of so many reports: every window is full in both."""
    with _gevuld(KLEIN) as klein, _gevuld(lang) as groot:
        klein.per_seconde(), groot.per_seconde()  # a first round, not counted
        wat = f"een melding wegen met {lang:,} in het verleden (per seconde)".replace(",", ".")
        return vergelijk(wat, doel=0.83, waarde=groot.per_seconde, basis=klein.per_seconde)


def _terugblik() -> Rij:
    """Reading the same lines alone is what it is held against."""
    profiel, regels = laad("zoetermeer"), [melding(n, NU - n * timedelta(minutes=5.25)) for n in range(JAAR)]
    teksten = [feit.model_dump_json() for feit in regels]

    def lees() -> list[MeldingOntvangen]:
        return [MeldingOntvangen.model_validate(json.loads(tekst)) for tekst in teksten]

    def lezen() -> float:
        begin = perf_counter()
        lees()
        return JAAR / (perf_counter() - begin)

    def terugblik() -> float:
        begin, geschiedenis = perf_counter(), Geschiedenis()
        for nummer, feit in enumerate(lees()):
            geschiedenis.neem(feit, str(nummer))
        toets(profiel, geschiedenis)
        return JAAR / (perf_counter() - begin)

    wat = f"terugblik op een jaar van {JAAR:,} meldingen (meldingen per seconde)".replace(",", ".")
    return vergelijk(wat, doel=0.25, waarde=terugblik, basis=lezen)


class _Bak:
    """A ledger of escalatie with a past."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self._weging, self._volgende = ledger, Weging(Profielen([laad("zoetermeer")])), 0

    def per_seconde(self) -> float:
        """Weigh some reports as the consumer does: many in one transaction."""
        begin = perf_counter()
        self._ledger.run_sync(self._weeg, Context(NU, "bench"))
        return PER_RONDE / (perf_counter() - begin)

    def _weeg(self, tx: Transaction) -> None:
        for _ in range(PER_RONDE):
            self._volgende += 1
            feit = melding(10**9 + self._volgende, NU + self._volgende * TUSSEN)
            with tx.part(tx.context):
                self._weging.weeg(tx, feit, f"{self._volgende:032x}")


@contextmanager
def _gevuld(aantal: int) -> Iterator[_Bak]:
    with TemporaryDirectory(prefix="meldketen-bench-") as folder:
        open_ledger(folder, "escalatie", FACTS, views=VIEWS, tables=TABLES).close()
        _vul(Path(folder) / "escalatie.db", aantal)
        ledger = open_ledger(folder, "escalatie", FACTS, views=VIEWS, tables=TABLES)
        try:
            yield _Bak(ledger)
        finally:
            ledger.close()


def _vul(database: Path, aantal: int) -> None:
    """Put a past beside the ledger, as the bus would have: a report each six hours, most of it used already.

    A million of them is seven centuries: what is asked beyond that happened at other locations.
    """
    with sqlite3.connect(database) as db:
        db.executescript(NIETS_TE_VERLIEZEN)
        _vul_plek(db, min(aantal, GROOT))
        for plek in range(1, -(-aantal // GROOT)):
            db.executescript(ELDERS.format(plek=plek))
    db.close()


def _vul_plek(db: sqlite3.Connection, aantal: int) -> None:
    db.execute(STANDEN, (aantal,))
    for drempel, om_de in (("driehoek-aantal", 10), ("verslechtering", 1)):
        db.execute(TELLINGEN, (drempel, int(NU.timestamp()), TUSSEN.seconds, om_de))
    db.executemany(
        "INSERT INTO dagtellingen (gemeente, locatie, drempel, dag, direct, historisch) "
        "VALUES ('gm0637', 'rokkeveenseweg', 'verslechtering', ?, 4, 0)",
        ((NU.toordinal() - dag,) for dag in range(aantal // 4)),
    )

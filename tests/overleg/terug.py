"""A store that goes back to how it was: many tests on one that was built once."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Protocol

import psycopg


class Toestand(Protocol):
    """What a store held at one moment."""

    def terug(self) -> None:
        """Make it hold that again."""


class Bestand:
    """A database file of SQLite, which others may have open."""

    def __init__(self, pad: Path) -> None:
        self._pad, self._kopie = pad, sqlite3.connect(":memory:", check_same_thread=False)
        with closing(sqlite3.connect(pad)) as bron:
            bron.backup(self._kopie)

    def terug(self) -> None:
        """Every page as it was; not durable, which a test does not need."""
        with closing(sqlite3.connect(self._pad, timeout=10)) as doel:
            doel.execute("PRAGMA synchronous = OFF")
            self._kopie.backup(doel)

    def sluit(self) -> None:
        """Forget it."""
        self._kopie.close()


class Leeg:
    """A schema of PostgreSQL as it was made: in each table the few rows that stood there then."""

    def __init__(self, adres: str, schema: str) -> None:
        self._verbinding = psycopg.connect(adres, autocommit=True)
        self._verbinding.execute("SET synchronous_commit = off")
        sql = "SELECT tablename FROM pg_tables WHERE schemaname = %s"
        tabellen = [rij[0] for rij in self._verbinding.execute(sql, (schema,))]
        self._verbinding.execute("CREATE SCHEMA begin")
        for tabel in tabellen:
            self._verbinding.execute(f'CREATE TABLE begin."{tabel}" AS TABLE {schema}."{tabel}"')
        self._zet = "; ".join(
            f'DELETE FROM {schema}."{tabel}"; INSERT INTO {schema}."{tabel}" SELECT * FROM begin."{tabel}"'
            for tabel in tabellen
        )

    def terug(self) -> None:
        """In one transaction."""
        self._verbinding.execute(self._zet)

    def sluit(self) -> None:
        """Let go of the database."""
        self._verbinding.close()

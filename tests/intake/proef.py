"""Intake as the product wires it, on real stores, for tests of its doors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from starlette.types import ASGIApp

from services.intake.main import bouw, maak_intakedienst
from shared.contracts import Fact
from shared.contracts.elk import ProfielVastgesteld
from shared.dienst import Dienst, Omgeving
from shared.facts import Context
from shared.profiel import Profielen, Rol, laad
from shared.settings import Settings
from shared.web import Toegang
from tests.web import bezoeker, met_sleutel, proefsite

GEHEIM = "een geheim dat alleen in deze tests bestaat"
NU = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MELDINGEN = "/intake/v1/meldingen"
INCIDENTEN = "/intake/v1/incidenten"
BEKIJK = "/intake/v1/terugkoppelingen/_bekijk"
MELDING = {
    "aard": "overlast",
    "plaats": "buiten-noodopvang",
    "locatie": "rokkeveenseweg",
    "voorgevallenOp": "2026-11-22T10:30:00+01:00",
}
INCIDENT = {**MELDING, "aard": "crimineel", "gevolgenOpenbareOrde": True, "ernst": 3}


class Klok:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.nu = NU

    def __call__(self) -> datetime:
        """The moment it is."""
        return self.nu

    def verder(self, **duur: float) -> None:
        """Let time pass."""
        self.nu += timedelta(**duur)


@dataclass
class Proef:
    """Intake with everything that a test wants to look at."""

    dienst: Dienst
    omgeving: Omgeving
    klok: Klok
    app: ASGIApp

    @property
    def publiek(self) -> httpx.AsyncClient:
        """Somebody without a key."""
        return bezoeker(self.app)

    def als(self, rol: Rol, locatie: str | None = None) -> httpx.AsyncClient:
        """Somebody with a key."""
        return met_sleutel(self.app, self.omgeving.toegang, rol, locatie)

    def feiten(self) -> list[Fact]:
        """Everything that stands in the ledger, without the profiles."""
        vastgelegd = [recorded.fact for recorded in self.dienst.ledger.read(0, 100_000)]
        return [feit for feit in vastgelegd if not isinstance(feit, ProfielVastgesteld)]

    def rijen(self, sql: str) -> list[tuple[Any, ...]]:
        """Read rows."""
        return self.dienst.ledger.query_sync(sql)

    def context(self) -> Context:
        """Under what something is recorded now."""
        return Context(op=self.klok(), correlatie="proef")

    def sluit(self) -> None:
        """Let go of the ledger."""
        self.dienst.sluit()


def profielen(*namen: str) -> Profielen:
    """The shipped profiles by name."""
    return Profielen([_profiel(naam) for naam in namen or ("zoetermeer",)])


_profiel = cache(laad)


def proef_intake(
    data: Path,
    toegang: Toegang,
    *,
    database: str = "",
    gemeenten: Sequence[str] = ("zoetermeer",),
    profielen_: Profielen | None = None,
    snelheidslimiet: bool = False,
) -> Proef:
    """Wire intake; `database` empty: SQLite in `data`."""
    klok = Klok()
    database = database if "://" in database else ""
    instellingen = Settings(data=data, database=database, geheim=GEHEIM)
    omgeving = Omgeving(profielen_ or profielen(*gemeenten), klok, instellingen, toegang)
    dienst = bouw(omgeving)
    assert dienst.paginas is not None
    app = proefsite(
        toegang,
        apis={"intake": dienst.api},
        paginas=[dienst.paginas],
        snelheidslimiet=snelheidslimiet,
        profielen=omgeving.profielen,
    )
    return Proef(dienst, omgeving, klok, app)


def gebruik(proef: Proef) -> Any:
    """The use cases, for a door of the test's own."""
    return maak_intakedienst(proef.omgeving)


def zonder(gegevens: dict[str, Any], *velden: str) -> dict[str, Any]:
    """The same without these fields."""
    return {veld: waarde for veld, waarde in gegevens.items() if veld not in velden}


def fouten(antwoord: httpx.Response) -> dict[str, str]:
    """The objections in a problem, by field."""
    return {fout["veld"]: fout["reden"] for fout in antwoord.json()["fouten"]}

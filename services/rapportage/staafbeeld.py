"""A bar picture of a week, as shapes to be drawn: every bar has its number beside it, and the page its table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.rapportage.beeld import Dag, Paar

BREEDTE, HOOGTE, BOVEN, ONDER = 700, 220, 24, 28
"""In units of the drawing; `BOVEN` leaves room for a number, `ONDER` for the name of the day."""
VAK = BREEDTE // 7
STAAF = 30


@dataclass(frozen=True)
class Staaf:
    """One bar. `vorige`: of the week before, drawn as an outline so that it needs no colour to be told apart."""

    x: int
    y: int
    breedte: int
    hoogte: int
    aantal: int
    vorige: bool


@dataclass(frozen=True)
class Staafbeeld:
    """What is drawn, and what is said to who cannot see it."""

    titel: str
    omschrijving: str
    staven: Sequence[Staaf]
    dagen: Sequence[tuple[int, str]]
    breedte: int = BREEDTE
    hoogte: int = HOOGTE
    grond: int = HOOGTE - ONDER


def staafbeeld(titel: str, dagen: Sequence[Dag], kies: Callable[[Dag], Paar]) -> Staafbeeld:
    """Draw two bars a day: the week shown, and the same day of the week before."""
    paren = [kies(dag) for dag in dagen]
    hoogste = max((max(paar.deze_week, paar.vorige_week) for paar in paren), default=0)
    staven = [staaf for n, paar in enumerate(paren) for staaf in _staven(n, paar, hoogste)]
    midden = [(n * VAK + VAK // 2, dag.naam[:2]) for n, dag in enumerate(dagen)]
    return Staafbeeld(titel, _omschrijving(dagen, paren), staven, midden)


def _staven(n: int, paar: Paar, hoogste: int) -> tuple[Staaf, Staaf]:
    links = n * VAK + (VAK - 2 * STAAF - 4) // 2
    return _staaf(links, paar.vorige_week, hoogste, vorige=True), _staaf(
        links + STAAF + 4, paar.deze_week, hoogste, vorige=False
    )


def _staaf(x: int, aantal: int, hoogste: int, *, vorige: bool) -> Staaf:
    ruimte = HOOGTE - BOVEN - ONDER
    hoogte = round(ruimte * aantal / hoogste) if hoogste else 0
    return Staaf(x, HOOGTE - ONDER - hoogte, STAAF, hoogte, aantal, vorige)


def _omschrijving(dagen: Sequence[Dag], paren: Sequence[Paar]) -> str:
    delen = [f"{dag.naam} {paar.deze_week}" for dag, paar in zip(dagen, paren, strict=True)]
    return f"Deze week per dag: {', '.join(delen)}. Dezelfde getallen staan in de tabel."

"""An agreement: who does what by when, and what came of it (KG-2.2.1)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import assert_never
from uuid import UUID

from shared.contracts.overleg import (
    AfspraakGemaakt,
    AfspraakHerinnerd,
    AfspraakNagekomen,
    AfspraakTeLaat,
    AfspraakVervallen,
    AfspraakVerzet,
)
from shared.facts import NietGevonden, Rejected

REGEL = "KG-2.2.1"
AfspraakFact = (
    AfspraakGemaakt | AfspraakVerzet | AfspraakNagekomen | AfspraakVervallen | AfspraakHerinnerd | AfspraakTeLaat
)


class Stand(StrEnum):
    """What became of an agreement."""

    OPEN = "open"
    NAGEKOMEN = "nagekomen"
    VERVALLEN = "vervallen"


class AfspraakOnbekend(NietGevonden):
    """There is no agreement with this id."""

    def __init__(self) -> None:
        super().__init__("Deze afspraak bestaat niet. Kijk in de lijst van afspraken.")


class AfspraakAfgesloten(Rejected):
    """What was done, or need not be done any more, is not changed (KG-2.2.1)."""

    regel = REGEL

    def __init__(self) -> None:
        super().__init__("Deze afspraak is al afgesloten. Maak een nieuwe afspraak als er nog iets moet gebeuren.")


class TermijnVoorbij(Rejected):
    """An agreement is for a moment to come (KG-2.2.1)."""

    regel = REGEL

    def __init__(self) -> None:
        super().__init__("De datum ligt in het verleden. Kies een dag die nog komt.")


@dataclass(frozen=True, slots=True)
class Afspraak:
    """An agreement as it stands. `herinnerd` and `te_laat` are about the term that stands now."""

    id: UUID
    gemeente: str
    locatie: str
    wie: str
    uiterlijk: datetime
    stand: Stand = Stand.OPEN
    herinnerd: bool = False
    te_laat: bool = False


def given(facts: Iterable[AfspraakFact]) -> Afspraak:
    """What became of an agreement.

    Raises:
        AfspraakOnbekend: nothing is known of it.
    """
    afspraak: Afspraak | None = None
    for fact in facts:
        afspraak = evolve(afspraak, fact)
    if afspraak is None:
        raise AfspraakOnbekend
    return afspraak


def evolve(afspraak: Afspraak | None, fact: AfspraakFact) -> Afspraak:
    """The agreement after one more fact; never refuses."""
    if isinstance(fact, AfspraakGemaakt):
        return Afspraak(fact.afspraak_id, fact.gemeente, fact.locatie, fact.wie, fact.uiterlijk)
    assert afspraak is not None, "an agreement begins with being made"  # noqa: S101
    match fact:
        case AfspraakVerzet():
            return replace(afspraak, uiterlijk=fact.naar, herinnerd=False, te_laat=False)
        case AfspraakNagekomen():
            return replace(afspraak, stand=Stand.NAGEKOMEN)
        case AfspraakVervallen():
            return replace(afspraak, stand=Stand.VERVALLEN)
        case AfspraakHerinnerd():
            return replace(afspraak, herinnerd=True)
        case AfspraakTeLaat():
            return replace(afspraak, te_laat=True)
        case _:
            assert_never(fact)


def toets_termijn(uiterlijk: datetime, op: datetime) -> None:
    """Only for a moment to come.

    Raises:
        TermijnVoorbij: it has passed.
    """
    if uiterlijk <= op:
        raise TermijnVoorbij


def toets_open(afspraak: Afspraak) -> None:
    """Only an open agreement changes.

    Raises:
        AfspraakAfgesloten: it is done or dropped.
    """
    if afspraak.stand is not Stand.OPEN:
        raise AfspraakAfgesloten


def herinner(afspraak: Afspraak, op: datetime) -> list[AfspraakFact]:
    """Remind whoever does it, once for each term, and not when the term is over."""
    if afspraak.stand is not Stand.OPEN or afspraak.herinnerd or op >= afspraak.uiterlijk:
        return []
    wat = {"gemeente": afspraak.gemeente, "locatie": afspraak.locatie, "afspraak_id": afspraak.id}
    return [AfspraakHerinnerd.model_validate({**wat, "wie": afspraak.wie, "uiterlijk": afspraak.uiterlijk})]


def word_te_laat(afspraak: Afspraak, op: datetime) -> list[AfspraakFact]:
    """The term is over and it was not done; once for each term."""
    if afspraak.stand is not Stand.OPEN or afspraak.te_laat or op < afspraak.uiterlijk:
        return []
    wat = {"gemeente": afspraak.gemeente, "locatie": afspraak.locatie, "afspraak_id": afspraak.id, "regel": REGEL}
    return [AfspraakTeLaat.model_validate({**wat, "wie": afspraak.wie, "uiterlijk": afspraak.uiterlijk})]

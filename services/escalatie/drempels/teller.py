"""Where is counted, and what was: one threshold at one location. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from services.escalatie.drempels.telling import Telmoment


@dataclass(frozen=True, order=True, slots=True)
class Teller:
    """One threshold at one location."""

    gemeente: str
    locatie: str
    drempel: str

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """The first columns of each index."""
        return self.gemeente, self.locatie, self.drempel


@dataclass(frozen=True, slots=True)
class Telrij:
    """A counted melding, and the escalation that used it."""

    teller: Teller
    moment: Telmoment
    besteed_aan: str = ""


@dataclass(frozen=True, slots=True)
class Gewenst:
    """What must be counted: the event, and every melding that is about it."""

    teller: Teller
    moment: Telmoment
    groep: frozenset[UUID]


@dataclass(slots=True)
class Verschil:
    """What was counted and must not be, what is counted as something else, and what is not counted yet."""

    weg: list[Telrij] = field(default_factory=list)
    anders: list[tuple[Telrij, Telmoment]] = field(default_factory=list)
    nieuw: list[tuple[Teller, Telmoment]] = field(default_factory=list)


def verschil(geteld: Iterable[Telrij], gewenst: Sequence[Gewenst]) -> Verschil:
    """Compare. A melding keeps its own count; else another melding of the same event takes it over."""
    uit, over, zonder = Verschil(), list(gewenst), []
    for rij in geteld:
        zelf = _vind(over, rij, {rij.moment.melding_id})
        zonder += [] if _neem(uit, over, rij, zelf) else [rij]
    for rij in zonder:
        ander = next((wil for wil in over if wil.teller == rij.teller and rij.moment.melding_id in wil.groep), None)
        if not _neem(uit, over, rij, ander):
            uit.weg.append(rij)
    uit.nieuw += [(wil.teller, wil.moment) for wil in over]
    return uit


def _vind(over: list[Gewenst], rij: Telrij, wie: set[UUID]) -> Gewenst | None:
    return next((wil for wil in over if wil.teller == rij.teller and wil.moment.melding_id in wie), None)


def _neem(uit: Verschil, over: list[Gewenst], rij: Telrij, wil: Gewenst | None) -> bool:
    if wil is None:
        return False
    over.remove(wil)
    if wil.moment != rij.moment:
        uit.anders.append((rij, wil.moment))
    return True

"""A message about meldingen to inhabitants, council or media: COA and police are heard before it goes out (LVS-4)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import assert_never
from uuid import UUID

from shared.contracts.overleg import (
    BerichtGepubliceerd,
    BerichtGeraadpleegd,
    BerichtGoedgekeurd,
    BerichtOpgesteld,
    BerichtVervallen,
    BerichtVoorgelegd,
)
from shared.facts import NietGevonden, Rejected

REGEL = "LVS-4"
BerichtFact = (
    BerichtOpgesteld
    | BerichtVoorgelegd
    | BerichtGeraadpleegd
    | BerichtGoedgekeurd
    | BerichtGepubliceerd
    | BerichtVervallen
)


class Stap(StrEnum):
    """How far a message is."""

    CONCEPT = "concept"
    VOORGELEGD = "voorgelegd"
    GOEDGEKEURD = "goedgekeurd"
    GEPUBLICEERD = "gepubliceerd"
    VERVALLEN = "vervallen"


KLAAR = frozenset({Stap.GEPUBLICEERD, Stap.VERVALLEN})


class BerichtOnbekend(NietGevonden):
    """There is no message with this id, or not for this reader."""

    def __init__(self) -> None:
        super().__init__("Dit bericht bestaat niet. Kijk in de lijst van berichten.")


class BerichtGeweigerd(Rejected):
    """Communication goes through the municipality, with COA and police consulted beforehand (LVS-4)."""

    regel = REGEL


@dataclass(frozen=True, slots=True)
class Bericht:
    """A message as it stands. `gehoord` is about the version that stands now."""

    id: UUID
    gemeente: str
    locatie: str
    versie: int
    stap: Stap
    tekstzegel: str
    aan: tuple[str, ...] = ()
    gehoord: dict[str, bool] = field(default_factory=dict)

    @property
    def nog_niet_gehoord(self) -> tuple[str, ...]:
        """Who was asked about this version and did not answer."""
        return tuple(partner for partner in self.aan if partner not in self.gehoord)


def given(facts: Iterable[BerichtFact]) -> Bericht:
    """What became of a message.

    Raises:
        BerichtOnbekend: nothing is known of it.
    """
    bericht: Bericht | None = None
    for fact in facts:
        bericht = evolve(bericht, fact)
    if bericht is None:
        raise BerichtOnbekend
    return bericht


def evolve(bericht: Bericht | None, fact: BerichtFact) -> Bericht:
    """The message after one more fact; never refuses."""
    if isinstance(fact, BerichtOpgesteld):
        return Bericht(fact.bericht_id, fact.gemeente, fact.locatie, fact.versie, Stap.CONCEPT, fact.tekstzegel)
    assert bericht is not None, "a message begins with being written"  # noqa: S101
    match fact:
        case BerichtVoorgelegd():
            return replace(bericht, stap=Stap.VOORGELEGD, aan=fact.aan, gehoord={})
        case BerichtGeraadpleegd():
            return replace(bericht, gehoord={**bericht.gehoord, fact.door: fact.instemming})
        case BerichtGoedgekeurd():
            return replace(bericht, stap=Stap.GOEDGEKEURD)
        case BerichtGepubliceerd():
            return replace(bericht, stap=Stap.GEPUBLICEERD)
        case BerichtVervallen():
            return replace(bericht, stap=Stap.VERVALLEN)
        case _:
            assert_never(fact)


def toets_wijzigen(bericht: Bericht) -> None:
    """What was published or dropped stays as it is.

    Raises:
        BerichtGeweigerd: it was.
    """
    if bericht.stap in KLAAR:
        raise BerichtGeweigerd("Dit bericht is klaar en verandert niet meer. Stel een nieuw bericht op.")


def toets_voorleggen(bericht: Bericht) -> None:
    """Only a draft is put before others.

    Raises:
        BerichtGeweigerd: it was already.
    """
    if bericht.stap is not Stap.CONCEPT:
        raise BerichtGeweigerd("Dit bericht is al voorgelegd. Verander de tekst als u het opnieuw wilt voorleggen.")


def toets_raadpleging(bericht: Bericht, door: str) -> None:
    """Who was asked says something about the version that is on the table.

    Raises:
        BerichtGeweigerd: not asked, or too late.
    """
    if bericht.stap not in {Stap.VOORGELEGD, Stap.GOEDGEKEURD} or door not in bericht.aan:
        raise BerichtGeweigerd("Dit bericht is niet aan u voorgelegd, of het is al klaar.")


def toets_goedkeuren(bericht: Bericht) -> None:
    """Approved after everybody was heard.

    Raises:
        BerichtGeweigerd: it is not on the table, or somebody was not heard.
    """
    if bericht.stap is not Stap.VOORGELEGD:
        raise BerichtGeweigerd("Leg het bericht eerst voor aan het COA en de politie.")
    _allen_gehoord(bericht)


def toets_publiceren(bericht: Bericht, *, spoed: bool) -> None:
    """Published after everybody was heard and the municipality approved; `spoed`: without waiting, with a reason.

    Raises:
        BerichtGeweigerd: the way was not gone.
    """
    if bericht.stap in KLAAR or bericht.stap is Stap.CONCEPT:
        raise BerichtGeweigerd("Leg het bericht eerst voor aan het COA en de politie.")
    if spoed:
        return
    _allen_gehoord(bericht)
    if bericht.stap is not Stap.GOEDGEKEURD:
        raise BerichtGeweigerd("De gemeente moet dit bericht eerst goedkeuren.")


def _allen_gehoord(bericht: Bericht) -> None:
    if bericht.nog_niet_gehoord:
        namen = " en ".join(_NAMEN.get(partner, partner) for partner in bericht.nog_niet_gehoord)
        raise BerichtGeweigerd(f"Nog niet geraadpleegd over deze tekst: {namen}. Wacht op het antwoord.")


_NAMEN = {"coa": "het COA", "politie": "de politie"}

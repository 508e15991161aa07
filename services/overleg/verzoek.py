"""A request to somebody else, and the answer (LVS-0.1, LVS-0.2, TB-1.3)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from shared.contracts.overleg import Uitkomst, VerzoekBeantwoord, VerzoekGedaan, VerzoekIngetrokken
from shared.facts import NietGevonden, Rejected
from shared.profiel.schema import Rol, Verzoeksoort

VerzoekFact = VerzoekGedaan | VerzoekBeantwoord | VerzoekIngetrokken


class VerzoekGeweigerd(Rejected):
    """A request that this role may not make, or that lacks what it needs; `regel` is that of the catalogue."""

    def __init__(self, reden: str, regel: str) -> None:
        super().__init__(reden)
        self.regel = regel  # type: ignore[misc]  # the catalogue's rule is data of the profile, not of this class


class VerzoekOnbekend(NietGevonden):
    """There is no request with this id."""

    def __init__(self) -> None:
        super().__init__("Dit verzoek bestaat niet. Kijk in de lijst van verzoeken.")


class VerzoekVanTafel(Rejected):
    """A request that was withdrawn gets no answer."""

    def __init__(self) -> None:
        super().__init__("Dit verzoek is ingetrokken. Doe een nieuw verzoek als het nog nodig is.")


@dataclass(frozen=True, slots=True)
class Verzoek:
    """A request as it stands."""

    id: UUID
    gemeente: str
    locatie: str
    soort: str
    uitkomst: Uitkomst | None = None
    ingetrokken: bool = False


def given(facts: Iterable[VerzoekFact]) -> Verzoek:
    """What became of a request.

    Raises:
        VerzoekOnbekend: nothing is known of it.
    """
    verzoek: Verzoek | None = None
    for fact in facts:
        verzoek = evolve(verzoek, fact)
    if verzoek is None:
        raise VerzoekOnbekend
    return verzoek


def evolve(verzoek: Verzoek | None, fact: VerzoekFact) -> Verzoek:
    """The request after one more fact; never refuses."""
    if isinstance(fact, VerzoekGedaan):
        return Verzoek(fact.verzoek_id, fact.gemeente, fact.locatie, fact.soort)
    assert verzoek is not None, "a request begins with being made"  # noqa: S101
    match fact:
        case VerzoekBeantwoord():
            return replace(verzoek, uitkomst=fact.uitkomst)
        case VerzoekIngetrokken():
            return replace(verzoek, ingetrokken=True)
        case _:
            assert_never(fact)


def toets(
    soort: Verzoeksoort, *, door: Rol | None, betrokkene: UUID | None, plan: str, begroting_euro: int | None
) -> None:
    """By who may ask, about a person only where that is what is asked, and with plan and budget where those are needed.

    Raises:
        VerzoekGeweigerd: with the rule and the reason.
    """
    if door not in soort.door:
        namen = " of ".join(soort.door)
        raise VerzoekGeweigerd(f"Alleen de rol '{namen}' vraagt om '{soort.naam}'.", soort.regel)
    if soort.over_persoon != (betrokkene is not None):
        hoe = "vraagt om het kenmerk van de betrokkene" if soort.over_persoon else "gaat niet over een betrokkene"
        raise VerzoekGeweigerd(f"'{soort.naam}' {hoe}.", soort.regel)
    if soort.plan_vereist and not (plan.strip() and begroting_euro):
        raise VerzoekGeweigerd(
            f"'{soort.naam}' vraagt een plan van aanpak met een begroting. Vul allebei in.", soort.regel
        )

"""Thresholds: does what was reported count, and is the limit reached within one window. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from shared.contracts.escalatie import Groeivergelijking, Jaarverwachting
from shared.contracts.intake import IncidentGemeld, MeldingOntvangen
from shared.profiel.schema import Drempel

Waarneming = MeldingOntvangen | IncidentGemeld


@dataclass(frozen=True, order=True, slots=True)
class Telmoment:
    """One counted event: when it happened, and which it was."""

    moment: datetime
    feit: str
    melding_id: UUID
    historisch: bool = False


@dataclass(frozen=True, slots=True)
class Overschrijding:
    """The limit was reached: these events, in the window from `van` up to and including `tot`."""

    van: datetime
    tot: datetime
    momenten: tuple[Telmoment, ...]
    hoeveel: int | None = None
    """Where the events are not all named: how many there were."""
    toelichting: str = ""
    groei: Groeivergelijking | None = None
    verwachting: Jaarverwachting | None = None

    @property
    def telling(self) -> int:
        """How many counted."""
        return len(self.momenten) if self.hoeveel is None else self.hoeveel


def past(drempel: Drempel, waarneming: Waarneming) -> bool:
    """Whether this counts for this threshold. What the threshold leaves open does not matter."""
    incident = waarneming if isinstance(waarneming, IncidentGemeld) else None
    return (
        _telt_meldingen(drempel, incident)
        and _in(drempel.locaties, waarneming.locatie)
        and _in(drempel.aard, waarneming.aard)
        and _in(drempel.thema, waarneming.thema)
        and _in(drempel.plaats, waarneming.plaats)
        and _in(drempel.gebied, waarneming.gebied)
        and _in(drempel.gericht_tegen, waarneming.gericht_tegen)
        and _ernstig_genoeg(drempel, incident)
        and _gevolgen_kloppen(drempel, incident)
    )


def overschrijding(
    momenten: Sequence[Telmoment], nieuw: Telmoment, *, grens: int, venster: timedelta
) -> Overschrijding | None:
    """Find the fullest window of this length that contains `nieuw` and reaches the limit; the earliest of equals.

    Two events exactly one window apart count together. `momenten` may hold `nieuw` or not; their order is free.
    """
    if len(momenten) + 1 < grens:
        return None
    rij = sorted({*momenten, nieuw})
    tijden = [moment.moment for moment in rij]
    eerste = bisect_left(tijden, nieuw.moment)
    laatste = bisect_right(tijden, nieuw.moment + venster)
    beste: tuple[Telmoment, ...] = ()
    for einde in sorted(set(tijden[eerste:laatste])):
        binnen = tuple(rij[bisect_left(tijden, einde - venster) : bisect_right(tijden, einde)])
        beste = binnen if len(binnen) > len(beste) else beste
    if len(beste) < grens:
        return None
    return Overschrijding(beste[-1].moment - venster, beste[-1].moment, beste)


def vol_venster(momenten: Sequence[Telmoment], *, grens: int, venster: timedelta) -> Overschrijding | None:
    """Find the fullest window of all, whatever was new: is the limit still reached?"""
    rij = sorted(momenten)
    begin, beste = 0, (0, 0)
    for einde, laatste in enumerate(rij):
        while laatste.moment - rij[begin].moment > venster:
            begin += 1
        if einde + 1 - begin > beste[1] - beste[0]:
            beste = (begin, einde + 1)
    binnen = tuple(rij[slice(*beste)])
    return Overschrijding(binnen[-1].moment - venster, binnen[-1].moment, binnen) if len(binnen) >= grens else None


def _telt_meldingen(drempel: Drempel, incident: IncidentGemeld | None) -> bool:
    if drempel.soort == "enkel-incident":
        return incident is not None
    return drempel.soort != "uitblijven" and drempel.reeks is None


def _in(gekozen: Sequence[str], waarde: str | None) -> bool:
    return not gekozen or waarde in gekozen


def _ernstig_genoeg(drempel: Drempel, incident: IncidentGemeld | None) -> bool:
    return drempel.ernst_vanaf is None or (incident is not None and incident.ernst >= drempel.ernst_vanaf)


def _gevolgen_kloppen(drempel: Drempel, incident: IncidentGemeld | None) -> bool:
    gevraagd = drempel.gevolgen_openbare_orde
    return gevraagd is None or (incident is not None and incident.gevolgen_openbare_orde == gevraagd)

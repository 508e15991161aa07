"""Which meldingen may be about the same event, and why that is thought: place, theme and time. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from shared.wanneer import einde, gebeurd

HOOGSTENS = 5


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """What two meldingen are compared by; those of one location come in. `id` is none for one that is being typed."""

    id: UUID | None
    voorgevallen_op: datetime
    thema: str | None = None
    aard: str | None = None
    plaats: str | None = None
    gebied: str | None = None
    gericht_tegen: str | None = None
    dagdeel: str | None = None
    """All that is known of the time: it happened somewhere in the six hours of it."""


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """One that may be the same, with every reason in Dutch."""

    id: UUID
    redenen: tuple[str, ...]


def gelijkend(deze: Kenmerken, andere: Iterable[Kenmerken], binnen: timedelta) -> list[Gelijkenis]:
    """Return the likeliest first: the most that is the same, then the nearest in time."""
    gewogen = [(_gelijk(deze, ander), ander) for ander in andere if ander.id not in (None, deze.id)]
    kandidaten = [(redenen, ander) for redenen, ander in gewogen if _genoeg(deze, ander, redenen, binnen)]
    kandidaten.sort(key=lambda paar: (-len(paar[0]), _verschil(deze, paar[1]), str(paar[1].id)))
    return [
        Gelijkenis(ander.id, (*redenen, _tijd(deze, ander)))
        for redenen, ander in kandidaten[:HOOGSTENS]
        if ander.id is not None
    ]


def _genoeg(deze: Kenmerken, ander: Kenmerken, redenen: tuple[str, ...], binnen: timedelta) -> bool:
    """The theme decides; without one that was chosen, kind and place together do."""
    dichtbij = _verschil(deze, ander) <= binnen
    zelfde_thema = deze.thema is not None and deze.thema == ander.thema
    onbekend = deze.thema in (None, "overig") or ander.thema == "overig"
    return dichtbij and (zelfde_thema or (onbekend and len(redenen) > 1))


def _gelijk(deze: Kenmerken, ander: Kenmerken) -> tuple[str, ...]:
    return tuple(_redenen(deze, ander))


def _redenen(deze: Kenmerken, ander: Kenmerken) -> Iterator[str]:
    for veld, woorden in _WOORDEN.items():
        waarde = getattr(deze, veld)
        if waarde not in _ZEGT_NIETS and waarde == getattr(ander, veld):
            yield woorden


def _verschil(deze: Kenmerken, ander: Kenmerken) -> timedelta:
    """How long there lies between them at least."""
    eerste, laatste = sorted((deze, ander), key=lambda een: een.voorgevallen_op)
    return max(laatste.voorgevallen_op - tot_en_met(eerste), timedelta())


def tot_en_met(een: Kenmerken) -> datetime:
    """Say when it can have happened at the latest."""
    return einde(gebeurd(een.voorgevallen_op, een.dagdeel))


def _tijd(deze: Kenmerken, ander: Kenmerken) -> str:
    if deze.dagdeel or ander.dagdeel:
        return "de tijd is niet precies bekend"
    minuten = round(_verschil(deze, ander).total_seconds() / 60)
    if minuten == 0:
        return "op hetzelfde moment"
    hoeveel = f"{minuten} minuten" if minuten > 1 else "1 minuut"
    return f"{hoeveel} {'eerder' if ander.voorgevallen_op < deze.voorgevallen_op else 'later'}"


_ZEGT_NIETS = (None, "", "onbekend", "overig", "nog-te-bepalen")
_WOORDEN = {
    "thema": "hetzelfde thema",
    "plaats": "dezelfde plaats",
    "gebied": "dezelfde buurt",
    "aard": "dezelfde aard",
    "gericht_tegen": "tegen dezelfde groep",
}

"""Whether a goal is reached: what a traffic light says, always with its reason. Pure.

Judged is the year of the peildatum by its forecast; else the last whole year, where that is this year or the one
before. An older figure says nothing about now: then there is no colour. `dreigt` and `op-koers` say that the whole
interval of 90 percent lies on one side; `onzeker` that it lies on both.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.rapportage.doelen.cijferreeks import Jaarcijfer, Reeks
from services.rapportage.doelen.vooruitzicht import Vooruitzicht
from shared.profiel.schema import Richting
from shared.profiel.schema.doelen import Meetlat

Schrijf = Callable[[float], str]
_ALS_NORM: dict[Richting, str] = {
    "hoogstens": "hoogstens {}",
    "minstens": "minstens {}",
    "daalt": "lager dan {} van het jaar ervoor",
    "stijgt": "hoger dan {} van het jaar ervoor",
}


class Stand(StrEnum):
    """How a goal stands."""

    GEHAALD = "gehaald"
    OP_KOERS = "op-koers"
    ONZEKER = "onzeker"
    DREIGT = "dreigt"
    NIET_GEHAALD = "niet-gehaald"
    VEROUDERD = "verouderd"
    ONBEKEND = "onbekend"


KLEUR = {
    Stand.GEHAALD: "groen",
    Stand.OP_KOERS: "groen",
    Stand.ONZEKER: "oranje",
    Stand.DREIGT: "rood",
    Stand.NIET_GEHAALD: "rood",
    Stand.VEROUDERD: "geen",
    Stand.ONBEKEND: "geen",
}
WOORDEN = {
    Stand.GEHAALD: "Gehaald",
    Stand.OP_KOERS: "Op koers",
    Stand.ONZEKER: "Onzeker",
    Stand.DREIGT: "Wordt waarschijnlijk niet gehaald",
    Stand.NIET_GEHAALD: "Niet gehaald",
    Stand.VEROUDERD: "Cijfer is te oud",
    Stand.ONBEKEND: "Niet bekend",
}


_NU_AL = {Stand.NIET_GEHAALD: " Het zijn er nu al te veel.", Stand.GEHAALD: " Dat is nu al bereikt."}


@dataclass(frozen=True, slots=True)
class Oordeel:
    """How it stands and why; `norm` is what was compared with, `jaar` the year that was judged."""

    stand: Stand
    uitleg: str
    vooruit: Vooruitzicht
    jaar: int | None = None
    norm: float | None = None


def oordeel(lat: Meetlat, reeks: Reeks, vooruit: Vooruitzicht, jaar: int, schrijf: Schrijf) -> Oordeel:
    """Judge a goal in the year `jaar`, with what was known; `schrijf` puts a value in words."""
    if not reeks.cijfers:
        return Oordeel(Stand.ONBEKEND, "Er zijn nog geen cijfers ingevoerd.", vooruit)
    heel = [cijfer for cijfer in reeks.jaren if cijfer.heel]
    if (heel and heel[-1].jaar == jaar) or vooruit.waarom_niet:
        return _achteraf(lat, heel, jaar, vooruit, schrijf)
    norm = _norm(lat, heel)
    if norm is None:
        return Oordeel(Stand.ONBEKEND, "Er is nog geen heel jaar om mee te vergelijken.", vooruit)
    tot_nu_toe = next((cijfer.waarde for cijfer in reeks.jaren if cijfer.jaar == jaar), 0.0)
    return _vooraf(lat, norm, tot_nu_toe, vooruit, schrijf)


def _achteraf(lat: Meetlat, heel: Sequence[Jaarcijfer], jaar: int, vooruit: Vooruitzicht, schrijf: Schrijf) -> Oordeel:
    if not heel:
        return Oordeel(Stand.ONBEKEND, "Er is nog geen heel jaar gemeten.", vooruit)
    *eerder, laatste = heel
    norm = _norm(lat, eerder)
    if norm is None:
        uitleg = f"{laatste.jaar}: {schrijf(laatste.waarde)}. Er is nog geen jaar om mee te vergelijken."
        return Oordeel(Stand.ONBEKEND, uitleg, vooruit, laatste.jaar)
    goed = _is_goed(lat.richting, laatste.waarde, norm)
    kort = f"{laatste.jaar}: {schrijf(laatste.waarde)}. Het doel was {_in_woorden(lat, norm, schrijf)}"
    if laatste.jaar < jaar - 1:
        toen = "gehaald" if goed else "niet gehaald"
        uitleg = f"{kort}; dat is toen {toen}. Er is geen nieuwer cijfer, dus over nu zegt dit niets."
        return Oordeel(Stand.VEROUDERD, uitleg, vooruit, laatste.jaar, norm)
    return Oordeel(Stand.GEHAALD if goed else Stand.NIET_GEHAALD, f"{kort}.", vooruit, laatste.jaar, norm)


def _vooraf(lat: Meetlat, norm: float, tot_nu_toe: float, vooruit: Vooruitzicht, schrijf: Schrijf) -> Oordeel:
    stand = _stand(lat.richting, norm, tot_nu_toe, vooruit)
    doel = f"Het doel voor {vooruit.jaar} is {_in_woorden(lat, norm, schrijf)}."
    return Oordeel(stand, f"{doel}{_NU_AL.get(stand, '')}", vooruit, vooruit.jaar, norm)


def _stand(richting: Richting, norm: float, tot_nu_toe: float, vooruit: Vooruitzicht) -> Stand:
    """A count only grows: what is above the norm half way stays above it."""
    if tot_nu_toe and not _is_goed(richting, tot_nu_toe, norm) and richting in ("hoogstens", "daalt"):
        return Stand.NIET_GEHAALD
    if richting in ("minstens", "stijgt") and _is_goed(richting, tot_nu_toe, norm):
        return Stand.GEHAALD
    kanten = {_is_goed(richting, grens, norm) for grens in (vooruit.laag, vooruit.hoog)}
    return Stand.ONZEKER if len(kanten) > 1 else Stand.OP_KOERS if kanten == {True} else Stand.DREIGT


def _norm(lat: Meetlat, eerder: Sequence[Jaarcijfer]) -> float | None:
    return lat.norm if lat.norm is not None else eerder[-1].waarde if eerder else None


def _is_goed(richting: Richting, waarde: float, norm: float) -> bool:
    return {
        "hoogstens": waarde <= norm,
        "minstens": waarde >= norm,
        "daalt": waarde < norm,
        "stijgt": waarde > norm,
    }[richting]


def _in_woorden(lat: Meetlat, norm: float, schrijf: Schrijf) -> str:
    return _ALS_NORM[lat.richting].format(schrijf(norm))

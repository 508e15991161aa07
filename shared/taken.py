"""What waits for somebody today: the one shape in which every service says so, for every page that tells it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Soort(StrEnum):
    """How it presses."""

    NU = "nu"
    DOEN = "doen"
    WETEN = "weten"


@dataclass(frozen=True, slots=True)
class Taak:
    """Something that waits. `wat`: what to do, as an order; `pad`: the page on which one does it.

    `aantal`: how many; None where that says nothing. `uiterlijk`: when it must be done, or what
    `gebeurt_dan` says happens.
    """

    wat: str
    pad: str
    aantal: int | None = None
    soort: Soort = Soort.DOEN
    sinds: datetime | None = None
    uiterlijk: datetime | None = None
    gebeurt_dan: str = "Uiterlijk"
    toelichting: str = ""


def geteld(aantal: int, wat: str, pad: str, **meer: object) -> Sequence[Taak]:
    """Give the task where there is any: nothing to do is no task."""
    return (Taak(wat, pad, aantal, **meer),) if aantal else ()  # type: ignore[arg-type]


Taken = Callable[..., Awaitable[Sequence[Taak]]]
"""Called with who looks (`shared.web.Wie`) and now; gives what waits for that role, at that place alone."""


def _niets() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Deel:
    """What one service brings. `stil`: why its picture is old, empty where it is not; no `taken`: it runs elsewhere."""

    naam: str
    titel: str
    taken: Taken | None = None
    stil: Callable[[], str] = _niets

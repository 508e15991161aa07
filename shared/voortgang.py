"""How far long work is: told to whoever wants to hear it, or said in the log now and then."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

Voortgang = Callable[[int, int], None]
"""Hears how much was done so far, and of how much. What comes in meanwhile can make it more than that."""

OM_DE_SECONDS = 5.0


def stil(_gedaan: int, _van: int) -> None:
    """Say nothing."""


def samen(*horen: Voortgang) -> Voortgang:
    """Tell all of them."""

    def zeg(gedaan: int, van: int) -> None:
        for hoor in horen:
            hoor(gedaan, van)

    return zeg


def in_het_log(log: Any, gebeurtenis: str, klok: Callable[[], float] = monotonic, **over: str) -> Voortgang:
    """Say it in the log (structlog) every five seconds: short work says nothing."""
    laatst = klok()

    def zeg(gedaan: int, van: int) -> None:
        nonlocal laatst
        if klok() - laatst >= OM_DE_SECONDS:
            laatst = klok()
            log.info(gebeurtenis, gedaan=gedaan, van=max(gedaan, van), **over)

    return zeg


@dataclass(frozen=True, slots=True)
class Stand:
    """How far it was when it was last heard of; `van` is nought where nothing was heard yet."""

    gedaan: int = 0
    van: int = 0
    duurt: float = 0.0
    """Seconds since the first that was heard of this work."""

    @property
    def procent(self) -> int:
        """How much of it, whole and never a hundred: then it would be over."""
        return min(99, 100 * self.gedaan // self.van) if self.van else 0

    @property
    def nog_minuten(self) -> int | None:
        """About how much longer, if it goes on like this; None before there is anything to go by."""
        if not (self.gedaan and self.duurt >= OM_DE_SECONDS):
            return None
        return max(1, round(self.duurt * (self.van - self.gedaan) / self.gedaan / 60))


class Meter:
    """Keeps how far it is for who asks: heard in one thread, asked in another."""

    def __init__(self, klok: Callable[[], float] = monotonic) -> None:
        self._klok, self._begon, self._stand = klok, klok(), Stand()

    def __call__(self, gedaan: int, van: int) -> None:
        """Hear it. Work that begins anew begins its time anew."""
        if gedaan < self._stand.gedaan:
            self._begon = self._klok()
        self._stand = Stand(gedaan, max(gedaan, van), self._klok() - self._begon)

    @property
    def stand(self) -> Stand:
        """Say it."""
        return self._stand

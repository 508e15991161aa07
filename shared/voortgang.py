"""How far long work is: told to whoever wants to hear it, or said in the log now and then."""

from collections.abc import Callable
from time import monotonic
from typing import Any

Voortgang = Callable[[int, int], None]
"""Hears how much was done so far, and of how much. What comes in meanwhile can make it more than that."""

OM_DE_SECONDS = 5.0


def stil(_gedaan: int, _van: int) -> None:
    """Say nothing."""


def in_het_log(log: Any, gebeurtenis: str, klok: Callable[[], float] = monotonic, **over: str) -> Voortgang:
    """Say it in the log (structlog) every five seconds: short work says nothing."""
    laatst = klok()

    def zeg(gedaan: int, van: int) -> None:
        nonlocal laatst
        if klok() - laatst >= OM_DE_SECONDS:
            laatst = klok()
            log.info(gebeurtenis, gedaan=gedaan, van=max(gedaan, van), **over)

    return zeg

"""From numbers to places in a drawing. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

STREPEN = 4
"""At most so many lines above the ground: more is a grid to get lost in."""


@dataclass(frozen=True)
class Schaal:
    """Zero at the bottom, the highest line at the top; every line is a whole number."""

    stap: int
    hoogste: int

    @property
    def strepen(self) -> range:
        """The numbers that have a line."""
        return range(0, self.hoogste + 1, self.stap)

    def deel(self, waarde: float) -> float:
        """How far up a number lies: 0 is the ground, 1 the highest line."""
        return waarde / self.hoogste


def schaal(waarden: Iterable[float | None]) -> Schaal:
    """Choose lines at 1, 2 or 5 times a power of ten, so that the highest number lies below the top."""
    hoogste = max((waarde for waarde in waarden if waarde is not None), default=0)
    stap = next(stap for stap in _stappen() if stap * STREPEN >= hoogste)
    return Schaal(stap, stap * max(1, -int(-hoogste // stap)))


def _stappen() -> Iterable[int]:
    return (cijfer * 10**macht for macht in count() for cijfer in (1, 2, 5))

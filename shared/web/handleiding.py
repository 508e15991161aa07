"""A guide: one thing that somebody comes to do, in steps."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Handleiding:
    """One task: its steps, for whom, the picture that shows it, and the page on which it begins."""

    code: str
    titel: str
    stappen: Sequence[str]
    voor: frozenset[str]
    pad: str
    plaat: str = ""
    op_de_plaat: str = ""

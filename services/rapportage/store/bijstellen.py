"""A melding as it stands after what was corrected in it. Pure."""

from collections.abc import Sequence
from typing import Any

from services.rapportage.store.rijen import ONVERANDERD

MELDING_ID = 11
"""Where in a row the melding stands; before it the melding as received, behind it one change."""
_PLEKKEN = (1, 2, 3, 5, 6, 7, 8, 9)
"""Which part of the melding each part of a change replaces, in the order in which the store asks for them."""


def bijgesteld(rijen: Sequence[Sequence[Any]]) -> tuple[Any, ...] | None:
    """Apply the changes of one melding in their order; None where it does not count any more."""
    staat, telt = list(rijen[0][:MELDING_ID]), 1
    for rij in rijen:
        *anders, geldt = rij[MELDING_ID + 1 :]
        for plek, waarde in zip(_PLEKKEN, anders, strict=True):
            if waarde not in ("", ONVERANDERD):
                staat[plek] = waarde
        telt = telt if geldt == ONVERANDERD else geldt
    return tuple(staat) if telt else None

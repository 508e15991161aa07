"""From what came in at a door to a statement, with every objection to its shape."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from services.intake.opgave import Opgave
from shared.facts import Fout, OngeldigeInvoer
from shared.web.reasons import faults

O = TypeVar("O", bound=Opgave)  # noqa: E741  what was stated: an opgave


@dataclass(frozen=True, slots=True)
class Gelezen(Generic[O]):
    """What could be read. `bezwaren`: fields whose shape is wrong; they are absent in `opgave`."""

    opgave: O
    bezwaren: tuple[Fout, ...] = ()


def lees(shape: type[O], gegevens: object, extra: Iterable[Fout] = ()) -> Gelezen[O]:
    """Read a statement; the domain adds its own objections later, so that one answer tells all. `extra`: of the door.

    Raises:
        OngeldigeInvoer: it is no object with fields at all.
    """
    try:
        return Gelezen(shape.model_validate(gegevens), tuple(extra))
    except ValidationError as fout:
        fouten = fout.errors(include_url=False, include_input=False)
    bezwaren = (*extra, *faults(fouten))
    if not isinstance(gegevens, dict):
        raise OngeldigeInvoer(*bezwaren)
    return Gelezen(shape.model_validate(_zonder(gegevens, {str(f["loc"][0]) for f in fouten})), bezwaren)


def _zonder(gegevens: dict[str, Any], velden: set[str]) -> dict[str, Any]:
    return {veld: waarde for veld, waarde in gegevens.items() if veld not in velden}


def lees_json(shape: type[O], inhoud: bytes) -> Gelezen[O]:
    """Read a statement from JSON in one pass; only what is wrong is looked at twice.

    Raises:
        OngeldigeInvoer: it is no JSON, or no object with fields.
    """
    try:
        return Gelezen(shape.model_validate_json(inhoud))
    except ValidationError:
        return lees(shape, _json(inhoud))


def _json(inhoud: bytes) -> object:
    try:
        gegevens: object = from_json(inhoud, allow_inf_nan=False)
    except ValueError:
        raise OngeldigeInvoer(Fout("verzoek", "geen geldige JSON")) from None
    return gegevens

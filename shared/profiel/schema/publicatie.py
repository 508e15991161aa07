"""What may be told to everybody."""

from typing import Annotated

from pydantic import Field

from shared.profiel.schema.basis import Deel


class Publicatie(Deel):
    """`kleinste_getal`: a number below it, except 0, is left out of every table that everybody may see.

    `afronden_op`: what is shown is rounded to a multiple of it, totals by themselves; without it nothing is rounded.
    """

    kleinste_getal: Annotated[int, Field(ge=3, le=50)] = 5
    afronden_op: Annotated[int, Field(ge=2, le=100)] | None = None

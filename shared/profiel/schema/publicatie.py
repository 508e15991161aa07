"""What may be told to everybody."""

from typing import Annotated

from pydantic import Field

from shared.profiel.schema.basis import Deel


class Publicatie(Deel):
    """`kleinste_getal`: a number below it, except 0, is left out of every table that everybody may see."""

    kleinste_getal: Annotated[int, Field(ge=3, le=50)] = 5

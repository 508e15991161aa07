"""The catalogue of measures with their legal limits."""

from typing import Annotated, Literal

from pydantic import Field

from shared.profiel.schema.basis import MetRegel, Rol
from shared.profiel.vormen import Code, Duur, Naam


class Maatregelsoort(MetRegel):
    """A measure of the catalogue with its legal limits."""

    code: Code
    naam: Naam
    bevoegd: Rol
    grondslag: Naam
    gericht_op: tuple[Literal["persoon", "gebied", "groep"], ...]
    termijn_hoogstens: Duur | None = None
    maanden_hoogstens: Annotated[int, Field(ge=1)] | None = None
    verlengingen_hoogstens: Annotated[int, Field(ge=0)] = 0
    totaal_maanden_hoogstens: Annotated[int, Field(ge=1)] | None = None
    niet_samen_met: tuple[Code, ...] = ()
    om_vooraf: bool = False
    gebieden: tuple[Code, ...] = ()

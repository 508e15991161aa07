"""Who has duty when, and the hours in which nobody is disturbed for what can wait."""

from datetime import date, time, timedelta
from typing import Annotated, Literal

from pydantic import Field

from shared.profiel.schema.basis import Deel, MetRegel, Rol, Rollen
from shared.profiel.schema.overleg import Weekdag
from shared.profiel.vormen import Code, Duur, Nummer


class Stilte(MetRegel):
    """Quiet hours on the clock of the municipality. They never hold for what is of the highest importance."""

    van: time
    tot: time


class Piketdienst(Deel):
    """One seat in the rota: a code, never a name. Its addresses are in the environment."""

    code: Code
    urls: tuple[str, ...] = ()
    bel: Nummer | None = None
    """A number of the duty, for who is signed in; never of a person."""


class Piketlaag(Deel):
    """A rotation: the seats take turns of `dagen` days, from `begin` on, and change at `wissel` on the clock.

    A later layer goes before an earlier one where it applies: on `weekdagen`, from `van` until `tot` (past midnight
    when that is earlier), on holidays too, never, or only.
    """

    code: Code
    diensten: Annotated[tuple[Code, ...], Field(min_length=1)]
    begin: date
    wissel: time = time(9)
    dagen: Annotated[int, Field(ge=1, le=366)] = 7
    weekdagen: tuple[Weekdag, ...] = ()
    van: time | None = None
    tot: time | None = None
    feestdagen: Literal["ook", "niet", "alleen"] = "ook"


class Rooster(MetRegel):
    """The rota of a role. `terugval`: who hears it when nobody of this role can be reached."""

    rol: Rol
    diensten: Annotated[tuple[Piketdienst, ...], Field(min_length=1)]
    lagen: Annotated[tuple[Piketlaag, ...], Field(min_length=1)]
    terugval: Rollen
    vooruit: Duur = timedelta(days=14)
    """How far ahead gaps are looked for."""

    def dienst(self, code: str) -> Piketdienst | None:
        """By code."""
        return next((dienst for dienst in self.diensten if dienst.code == code), None)

"""With which eyes the figures of a municipality are looked at: whole, or shielded for the council. Pure.

For who may see shielded tables only, a count from 1 up to the smallest that is shown has no value (`te_klein`), a year
that is not over is left out, a forecast is rounded to tens, and a series with such a count has none: from a forecast
that is looked at every day, what happened in between could be calculated.
"""

from dataclasses import dataclass, replace

from services.rapportage.beeld import Vorm
from services.rapportage.doelen.cijferreeks import AANTAL, Jaarcijfer, Reeks
from services.rapportage.doelen.eenheden import waarde_in_woorden
from services.rapportage.doelen.vooruitzicht import LOOPT_DOOR, Vooruitzicht

AFGEROND = "Afgerond op tientallen."


class Jaarwaarde(Vorm):
    """One figure with its source. `heel`: over the whole year. `te_klein`: a number too small to show."""

    jaar: int
    waarde: float | None
    te_klein: bool
    heel: bool
    bron: str


@dataclass(frozen=True)
class Bril:
    """With which eyes figures are looked at. `kleinste`: smaller counts are not shown; None: all are."""

    kleinste: int | None = None

    @property
    def schermt_af(self) -> bool:
        """Whether numbers are shielded at all."""
        return self.kleinste is not None

    def te_klein(self, eenheid: str, waarde: float) -> bool:
        """Whether this number may not be shown."""
        return self.kleinste is not None and eenheid == AANTAL and 0 < waarde < self.kleinste

    def schrijf(self, eenheid: str, waarde: float) -> str:
        """Write a value as people say it."""
        if self.te_klein(eenheid, waarde):
            return f"minder dan {self.kleinste}"
        return waarde_in_woorden(eenheid, waarde)

    def verbergt(self, reeks: Reeks) -> bool:
        """Whether a series has a number that may not be shown."""
        return any(self.te_klein(reeks.eenheid, cijfer.waarde) for cijfer in reeks.jaren)

    def vooruit(self, vooruit: Vooruitzicht) -> Vooruitzicht:
        """Show a forecast of a count."""
        if not self.schermt_af or vooruit.waarom_niet or vooruit.methode != LOOPT_DOOR:
            return vooruit
        return replace(
            vooruit,
            verwacht=float(round(vooruit.verwacht, -1)),
            laag=float(round(vooruit.laag, -1)),
            hoog=float(round(vooruit.hoog, -1)),
            methode=f"{vooruit.methode} {AFGEROND}",
        )

    def jaren(self, reeks: Reeks) -> tuple[Jaarwaarde, ...]:
        """Show the years; a count that still grows would tell of single cases to who looks again tomorrow."""
        return tuple(self._jaar(reeks, cijfer) for cijfer in reeks.jaren if cijfer.heel or not self.schermt_af)

    def _jaar(self, reeks: Reeks, cijfer: Jaarcijfer) -> Jaarwaarde:
        te_klein = self.te_klein(reeks.eenheid, cijfer.waarde)
        waarde = None if te_klein else cijfer.waarde
        return Jaarwaarde(jaar=cijfer.jaar, waarde=waarde, te_klein=te_klein, heel=cijfer.heel, bron=cijfer.bron)


ALLES = Bril()

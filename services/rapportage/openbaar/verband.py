"""How the numbers of several tables hang together: months make a quarter, quarters a year, and kinds a total. Pure.

Every number is a way between two sums that it stands in. If it becomes one larger, one must give at the first and one
is too many at the second, so that another number there has to change with it. What is shown cannot change; so how far a
left-out number can move while everything shown stays true is the largest flow around it through the others.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from services.rapportage.openbaar.tabel import TOTAAL, Tabel

Getal = tuple[str, str]
"""A number by row and by the code of its column: the same one in every table that has it."""
Knoop = tuple[str, ...]
"""A sum: of a row over the columns below one (`rij`), or of a column over its rows (`kolom`)."""


@dataclass(frozen=True)
class Verband:
    """The numbers of some tables with their values, and which column is part of which."""

    waarden: Mapping[Getal, int]
    ouder: Mapping[str, str]

    def einden(self, getal: Getal) -> tuple[Knoop, Knoop]:
        """Return from which sum to which one a change of this number goes when it becomes larger."""
        rij, kolom = getal
        binnen: Knoop = ("rij", rij, kolom) if kolom in self.ouder.values() else ("kolom", kolom)
        buiten: Knoop = ("rij", rij, self.ouder[kolom]) if kolom in self.ouder else ("kolom", kolom)
        return (buiten, binnen) if rij == TOTAAL else (binnen, buiten)

    def is_totaal(self, getal: Getal) -> bool:
        """Whether it is a sum of others."""
        return getal[0] == TOTAAL or getal[1] in self.ouder.values()


def verband(tabellen: Iterable[Tabel]) -> Verband:
    """Put whole tables together; a row that only another table has is a row of zeros.

    Raises:
        ValueError: a number was left out already, or two tables say something else of the same.
    """
    alle = list(tabellen)
    rijen = dict.fromkeys(rij for tabel in alle for rij in tabel.rijen)
    waarden: dict[Getal, int] = {}
    for tabel in alle:
        nul = {(rij, code): 0 for rij in rijen for code in tabel.codes}
        for getal, waarde in {**nul, **getallen(tabel)}.items():
            if waarde is None or waarden.setdefault(getal, waarde) != waarde:
                raise ValueError("these tables do not belong together")
    return Verband(waarden, {code: tabel.codes[-1] for tabel in alle for code in tabel.codes[:-1]})


def getallen(tabel: Tabel) -> dict[Getal, int | None]:
    """Return the numbers of a table by what they are; None: not shown."""
    return {(tabel.rijen[r], tabel.codes[k]): tabel.getallen[r][k] for r, k in tabel.plekken}

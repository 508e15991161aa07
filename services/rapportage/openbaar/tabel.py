"""A table of counts with its totals."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from services.rapportage.openbaar.kwartaal import Kwartaal
from services.rapportage.tellen import Cel, is_melding
from services.rapportage.woorden import Lijst

Plek = tuple[int, int]
"""Row and column of a cell; the last row and the last column hold the totals."""
TOTAAL = "Totaal"


@dataclass(frozen=True)
class Tabel:
    """Counts by row and column. `getallen` holds the totals too; None is a number that is not shown."""

    rijen: tuple[str, ...]
    kolommen: tuple[str, ...]
    getallen: tuple[tuple[int | None, ...], ...]

    @classmethod
    def van(cls, rijen: Sequence[str], kolommen: Sequence[str], cellen: Sequence[Sequence[int]]) -> "Tabel":
        """Make a table from its inner cells: the totals follow."""
        met_totaal = [(*rij, sum(rij)) for rij in cellen]
        onderaan = tuple(sum(kolom) for kolom in zip(*met_totaal, strict=True)) or (0,) * (len(kolommen) + 1)
        return cls((*rijen, TOTAAL), (*kolommen, TOTAAL), (*met_totaal, onderaan))

    @property
    def plekken(self) -> tuple[Plek, ...]:
        """Every cell, totals included."""
        return tuple((r, k) for r in range(len(self.rijen)) for k in range(len(self.kolommen)))

    def zonder(self, plekken: Iterable[Plek]) -> "Tabel":
        """Leave these numbers out."""
        weg = set(plekken)
        getallen = tuple(
            tuple(None if (r, k) in weg else getal for k, getal in enumerate(rij))
            for r, rij in enumerate(self.getallen)
        )
        return Tabel(self.rijen, self.kolommen, getallen)


def tel(cellen: Iterable[Cel], kwartaal: Kwartaal, aard: Lijst) -> Tabel:
    """Count the meldingen of a quarter by kind and month."""
    per: Counter[tuple[str, int]] = Counter()
    for cel in cellen:
        if is_melding(cel):
            per[cel.aard, kwartaal.maand(cel.uur)] += cel.aantal
    anders = sorted({code for code, _ in per} - aard.keys())
    codes = (*aard, *anders)
    namen = [aard.get(code, code) for code in codes]
    return Tabel.van(namen, kwartaal.maanden, [[per[code, maand] for maand in range(3)] for code in codes])

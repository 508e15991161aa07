"""A table of counts with its totals."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from services.rapportage.openbaar.tijdvak import Tijdvak
from services.rapportage.tellen import Cel, is_melding
from services.rapportage.woorden import Lijst

Plek = tuple[int, int]
"""Row and column of a cell; the last row and the last column hold the totals."""
TOTAAL = "Totaal"


@dataclass(frozen=True)
class Tabel:
    """Counts by row and column. `getallen` holds the totals too; None is a number that is not shown.

    `codes`: what each column is, so that the same months are known again in another table; the last is the whole.
    """

    rijen: tuple[str, ...]
    kolommen: tuple[str, ...]
    getallen: tuple[tuple[int | None, ...], ...]
    codes: tuple[str, ...]

    @classmethod
    def van(
        cls,
        rijen: Sequence[str],
        kolommen: Sequence[str],
        cellen: Sequence[Sequence[int]],
        codes: Sequence[str] | None = None,
    ) -> "Tabel":
        """Make a table from its inner cells: the totals follow."""
        met_totaal = [(*rij, sum(rij)) for rij in cellen]
        onderaan = tuple(sum(kolom) for kolom in zip(*met_totaal, strict=True)) or (0,) * (len(kolommen) + 1)
        namen = (*kolommen, TOTAAL)
        return cls((*rijen, TOTAAL), namen, (*met_totaal, onderaan), tuple(codes or namen))

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
        return replace(self, getallen=getallen)

    def afgerond(self, op: int) -> "Tabel":
        """Round every number that is shown to a multiple of `op`, a half upwards; totals are rounded by themselves."""
        getallen = tuple(
            tuple(None if getal is None else (2 * getal + op) // (2 * op) * op for getal in rij)
            for rij in self.getallen
        )
        return replace(self, getallen=getallen)


def tel(cellen: Iterable[Cel], tijdvak: Tijdvak, aard: Lijst) -> Tabel:
    """Count meldingen by kind and column of time."""
    per: Counter[tuple[str, int]] = Counter()
    for cel in cellen:
        if is_melding(cel):
            per[cel.aard, tijdvak.kolom(cel.uur)] += cel.aantal
    codes = (*aard, *sorted({code for code, _ in per} - aard.keys()))
    aantallen = [[per[code, kolom] for kolom in range(len(tijdvak.kolommen))] for code in codes]
    return Tabel.van([aard.get(code, code) for code in codes], tijdvak.kolommen, aantallen, tijdvak.codes)

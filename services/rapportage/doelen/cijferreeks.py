"""Imported figures put together by series and year (KN tabel 1 and 2, LV-3). Pure.

Of the same days the figure that became known last holds. A count over a year is that of its parts where these cover
the whole year, or else the figure over the whole year; parts alone are what was counted so far. A mark or a
percentage cannot be added up: of a year the latest one holds, of the year in which its days end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from shared.contracts.escalatie import Periodecijfer
from shared.jaarverwachting import Meting, dagen_in, metingen_uit_cijfers

AANTAL = "aantal"


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure, over the days from `van` up to and including `tot`."""

    reeks: str
    eenheid: str
    van: date
    tot: date
    waarde: float
    bron: str


@dataclass(frozen=True, slots=True)
class Jaarcijfer:
    """What a series was in one year. `heel`: over the whole year, so that years can be compared."""

    jaar: int
    waarde: float
    heel: bool
    bron: str


@dataclass(frozen=True)
class Reeks:
    """One series: its figures, each stretch of days once."""

    code: str
    eenheid: str
    cijfers: Sequence[Cijfer]

    @property
    def jaren(self) -> tuple[Jaarcijfer, ...]:
        """Every year with a figure, the oldest first."""
        jaren = sorted({cijfer.tot.year for cijfer in self.cijfers if self._telt(cijfer)})
        return tuple(self._jaar(jaar) for jaar in jaren)

    def tot_en_met(self, jaar: int) -> "Reeks":
        """Leave later years out."""
        return Reeks(self.code, self.eenheid, [cijfer for cijfer in self.cijfers if cijfer.tot.year <= jaar])

    def metingen(self, jaar: int) -> list[Meting]:
        """Return what was counted within a year, for a forecast."""
        binnen = (_periode(cijfer) for cijfer in self.cijfers if cijfer.van.year == jaar == cijfer.tot.year)
        return metingen_uit_cijfers(jaar, binnen)

    def _telt(self, cijfer: Cijfer) -> bool:
        """A count over the turn of a year belongs to neither."""
        return self.eenheid != AANTAL or cijfer.van.year == cijfer.tot.year

    def _jaar(self, jaar: int) -> Jaarcijfer:
        binnen = [cijfer for cijfer in self.cijfers if cijfer.tot.year == jaar and self._telt(cijfer)]
        if self.eenheid != AANTAL:
            laatste = max(binnen, key=lambda cijfer: (cijfer.tot, cijfer.van))
            return Jaarcijfer(jaar, laatste.waarde, heel=True, bron=laatste.bron)
        heel = next((cijfer for cijfer in binnen if _is_heel(cijfer)), None)
        metingen = self.metingen(jaar)
        gedekt = sum(meting.dagen for meting in metingen) == dagen_in(jaar)
        if heel and not gedekt:
            return Jaarcijfer(jaar, heel.waarde, heel=True, bron=heel.bron)
        bron = "; ".join(dict.fromkeys(cijfer.bron for cijfer in binnen))
        return Jaarcijfer(jaar, float(sum(meting.aantal for meting in metingen)), heel=gedekt, bron=bron)


def reeksen(cijfers: Iterable[Cijfer]) -> dict[str, Reeks]:
    """Put figures together, given in the order in which they became known; the unit is that of the latest."""
    per_reeks: dict[str, dict[tuple[date, date], Cijfer]] = {}
    eenheden: dict[str, str] = {}
    for cijfer in cijfers:
        per_reeks.setdefault(cijfer.reeks, {})[cijfer.van, cijfer.tot] = cijfer
        eenheden[cijfer.reeks] = cijfer.eenheid
    return {
        code: Reeks(code, eenheid, [cijfer for cijfer in per_reeks[code].values() if cijfer.eenheid == eenheid])
        for code, eenheid in sorted(eenheden.items())
    }


def _is_heel(cijfer: Cijfer) -> bool:
    jaar = cijfer.van.year
    return (cijfer.van, cijfer.tot) == (date(jaar, 1, 1), date(jaar, 12, 31))


def _periode(cijfer: Cijfer) -> Periodecijfer:
    return Periodecijfer(van=cijfer.van, tot=cijfer.tot, aantal=round(cijfer.waarde))

"""In which years a series would have crossed its norm, and when that could have been known. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date

from services.escalatie.drempels.jaarnorm import gaat_erover
from services.escalatie.drempels.uitleg import verwachting_in_woorden
from shared.contracts.escalatie import Jaarverwachting, Periodecijfer
from shared.jaarverwachting import metingen_uit_cijfers, verwachting
from shared.profiel.schema import Drempel


def overschrijdingen_van_cijfers(
    drempel: Drempel, perioden: Iterable[Periodecijfer]
) -> Iterator[tuple[date, Jaarverwachting, str]]:
    """Of each year the first day on which the figures so far made the year end above the norm."""
    alles = sorted(perioden, key=lambda periode: (periode.tot, periode.van))
    for jaar in sorted({periode.van.year for periode in alles}):
        van_dit_jaar = [periode for periode in alles if periode.van.year == jaar]
        for tot in range(1, len(van_dit_jaar) + 1):
            verwacht = verwachting(jaar, metingen_uit_cijfers(jaar, van_dit_jaar[:tot]))
            if verwacht and gaat_erover(drempel.grens, verwacht):
                yield van_dit_jaar[tot - 1].tot, verwacht, verwachting_in_woorden(drempel.grens, verwacht)
                break

"""`make simulatie`: do growth and forecast hold what they promise, on years that are made up with a fixed seed.

Each year has weeks before it with the same rate, as the threshold has. A location is weighed at every report, as in
the service; after an alarm the days before it are used up, as in the service. Nothing here decides: the decisions
are those of `services.escalatie.drempels`.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from random import Random

from services.escalatie.drempels.groei import ervoor, groei, recent
from shared.contracts.escalatie import Herkomst
from shared.jaarverwachting import Meting, verwachting
from shared.profiel.schema import Drempel

ZAAD = 20261122
JAAR, WEEK = 365, 7
DREMPEL = Drempel(
    code="groei",
    soort="groei",
    omschrijving="Meer meldingen dan in de weken ervoor",
    grens=5,
    venster=timedelta(weeks=4),
    ladder="l",
    wat_nu="Overleg.",
    regel="LVS-1.4",
    herkomst=Herkomst.GEMEENTE,
    ingesteld_op=date(2026, 9, 15),
)
AANLOOP = 30 * WEEK


@dataclass(frozen=True, slots=True)
class Uitslag:
    """One line of the table."""

    wat: str
    waarde: float
    laag: float
    hoog: float

    @property
    def klopt(self) -> bool:
        """Whether it is within what was promised."""
        return self.laag <= self.waarde <= self.hoog


def poisson(toeval: Random, verwacht: float, spreiding: float = 1.0) -> int:
    """Draw a count; with a spread above 1 the rate itself varies (negative binomial)."""
    if spreiding > 1:
        verwacht = toeval.gammavariate(verwacht / (spreiding - 1), spreiding - 1)
    grens, aantal, product = exp(-verwacht), 0, toeval.random()
    while product > grens:
        aantal, product = aantal + 1, product * toeval.random()
    return aantal


def dagen(toeval: Random, per_week: float, aantal: int, spreiding: float = 1.0) -> list[int]:
    """Draw so many days at a constant rate; the spread is that of a week."""
    uit: list[int] = []
    while len(uit) < aantal:
        week = poisson(toeval, per_week, spreiding)
        plek = [toeval.randrange(WEEK) for _ in range(week)]
        uit += [plek.count(dag) for dag in range(WEEK)]
    return uit[:aantal]


def alarmen(telling: list[int], vanaf: int, drempel: Drempel = DREMPEL) -> Iterator[int]:
    """Give the days on which a growth alarm goes off, weighed at each report from day `vanaf` on."""
    per_dag, na = dict(enumerate(telling, start=1)), None
    for dag in range(vanaf + 1, len(telling) + 1):
        laatst = recent(drempel, dag, na)
        voor = ervoor(drempel, per_dag, dag, 1) if laatst and telling[dag - 1] else None
        if laatst and voor and groei(drempel, sum(telling[laatst.van - 1 : dag]), laatst, voor):
            yield dag - 1
            na = dag


def vals_per_jaar(per_week: float, jaren: int, spreiding: float = 1.0, zaad: int = ZAAD) -> float:
    """Count the alarms in years in which nothing changed."""
    toeval = _toeval(zaad)
    return (
        sum(len(list(alarmen(dagen(toeval, per_week, AANLOOP + JAAR, spreiding), AANLOOP))) for _ in range(jaren))
        / jaren
    )


def verdubbeling_gevonden(keren: int, *, van: float = 5, aanloop: int = AANLOOP, zaad: int = ZAAD) -> float:
    """Say how often a doubling is found within four weeks."""
    toeval, gevonden = _toeval(zaad), 0
    for _ in range(keren):
        telling = dagen(toeval, van, aanloop) + dagen(toeval, 2 * van, 4 * WEEK)
        gevonden += any(True for _ in alarmen(telling, aanloop))
    return gevonden / keren


def dekking(per_jaar: float, weken: int, spreiding: float, keren: int, zaad: int = ZAAD) -> float:
    """Say how often the year ends within the 90 % interval that was forecast after so many weeks."""
    toeval, raak = _toeval(zaad + weken), 0
    for _ in range(keren):
        jaar = [poisson(toeval, per_jaar / JAAR * WEEK, spreiding) for _ in range(52)]
        laatste = poisson(toeval, per_jaar / JAAR)
        voorspeld = verwachting(2026, [Meting(WEEK, aantal) for aantal in jaar[:weken]])
        raak += voorspeld is not None and voorspeld.laag <= sum(jaar) + laatste <= voorspeld.hoog
    return raak / keren


def _toeval(zaad: int) -> Random:
    return Random(zaad)  # noqa: S311 - the same years every time is what is asked here


def alles(keren: int) -> Iterator[Uitslag]:
    """Simulate everything that is promised."""
    for per_week in (1, 5, 20, 50):
        yield Uitslag(f"loze groeialarmen per jaar, {per_week} per week", vals_per_jaar(per_week, keren), 0, 1)
    yield Uitslag("idem, 5 per week die in vlagen komen (2,5)", vals_per_jaar(5, keren, 2.5), 0, 1)
    yield Uitslag("verdubbeling van 5 per week binnen 4 weken gevonden", verdubbeling_gevonden(keren), 0.8, 1)
    yield Uitslag("idem, met maar 12 weken ervoor", verdubbeling_gevonden(keren, aanloop=16 * WEEK), 0, 1)
    for per_jaar in (200, 600):
        for spreiding in (1, 2, 4):
            for weken in (8, 13, 26, 45):
                wat = f"dekking 90 %: {per_jaar} per jaar, spreiding {spreiding}, na {weken} weken"
                yield Uitslag(wat, dekking(per_jaar, weken, spreiding, keren), 0.85, 0.95)


def main() -> None:
    """Print each figure beside what was promised; exit code 1 when one is outside it."""
    keren = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print(f"{keren} verzonnen jaren per regel, zaad {ZAAD}\n")
    goed = True
    for uitslag in alles(keren):
        goed &= uitslag.klopt
        beloofd = f"{uitslag.laag:.2f} tot {uitslag.hoog:.2f}"
        print(
            f"{uitslag.wat:60} {uitslag.waarde:6.3f}   beloofd {beloofd}   {'goed' if uitslag.klopt else 'NIET GOED'}"
        )
    raise SystemExit(not goed)


if __name__ == "__main__":
    main()

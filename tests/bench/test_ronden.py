"""The bench measures what it says."""

from collections.abc import Callable
from itertools import cycle

import pytest

from bench.belasting import Opdracht
from bench.intake import lichamen
from bench.ronden import RONDEN, per_seconde, vergelijk
from bench.server import draaiend
from services.intake.opgave import MeldingOpgave


def test_a_ratio_is_the_median_of_the_rounds() -> None:
    """One slow round moves the spread, not the ratio."""
    rij = vergelijk("iets", doel=0.5, waarde=_telkens(60, 60, 10), basis=_telkens(100))
    assert rij.verhouding == 0.6
    assert rij.spreiding == (0.1, 0.6)
    assert rij.gehaald


def test_rounds_alternate_who_goes_first() -> None:
    """What is measured second may find a warmer machine: each is second as often as the other, give or take one."""
    volgorde: list[str] = []

    def meet(naam: str) -> Callable[[], float]:
        return lambda: float(volgorde.append(naam) is None)

    vergelijk("iets", doel=1, waarde=meet("w"), basis=meet("b"))
    eersten = volgorde[::2]
    assert len(volgorde) == 2 * RONDEN
    assert abs(eersten.count("w") - eersten.count("b")) <= 1


def test_the_load_reaches_a_server_and_counts_its_answers() -> None:
    """The bodies are accepted, and another answer than the expected one makes the figure void."""
    with draaiend("bench.kaal") as (poort,):
        kaal = Opdracht(int(poort), "/meldingen", lichamen(), verbindingen=4, seconden=0.2)
        assert per_seconde(kaal, verwacht=201) > 0
        with pytest.raises(RuntimeError, match="404"):
            per_seconde(Opdracht(int(poort), "/weg", ["{}"], verbindingen=1, seconden=0.1), verwacht=201)


def test_the_bodies_are_reports_without_text() -> None:
    """The baseline validates the same bodies as intake."""
    for lichaam in lichamen():
        assert MeldingOpgave.model_validate_json(lichaam).toelichting is None


def _telkens(*waarden: float) -> Callable[[], float]:
    rest = cycle(waarden)
    return lambda: next(rest)

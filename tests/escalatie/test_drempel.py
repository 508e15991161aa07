"""Thresholds: what counts, and in which window."""

from datetime import timedelta
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import example
from hypothesis import given as voor_elke
from hypothesis import strategies as st

from services.escalatie.drempels.telling import Telmoment, Waarneming, overschrijding, past
from tests.escalatie.gegeven import BEGIN, DAG, LOCATIE, drempel, incident, melding

WEEK = timedelta(days=7)
TIK = timedelta(microseconds=1)


def moment(na: timedelta, feit: str = "") -> Telmoment:
    """An event, that long after the begin."""
    return Telmoment(BEGIN + na, feit or str(na), UUID(int=0))


@pytest.mark.parametrize(
    ("anders", "waarneming", "telt"),
    [
        ({}, melding(), True),
        ({}, incident(), True),
        ({}, melding(aard="overlast"), False),
        ({"aard": ()}, melding(aard="overlast"), True),
        ({"locaties": ()}, melding(locatie="elders"), True),
        ({}, melding(locatie="elders"), False),
        ({"thema": ("geweld",)}, melding(thema="geweld"), True),
        ({"thema": ("geweld",)}, melding(), False),
        ({"plaats": ("in-noodopvang",)}, melding(plaats=None), False),
        ({"plaats": ("buiten-noodopvang",)}, melding(), True),
        ({"gebied": ("dorp",)}, melding(gebied="dorp"), True),
        ({"gebied": ("dorp",)}, melding(gebied="rokkeveen"), False),
        ({"gebied": ("dorp",)}, melding(), False),
        ({"soort": "uitblijven", "signalen": ("agenda-gemist",)}, melding(), False),
        ({"soort": "jaarnorm", "reeks": "jeugd"}, melding(), False),
        ({"gericht_tegen": ("bewoners",)}, melding(gericht_tegen="bewoners"), True),
        ({"gericht_tegen": ("bewoners",)}, melding(), False),
        ({"ernst_vanaf": 3}, incident(ernst=3), True),
        ({"ernst_vanaf": 3}, incident(ernst=2), False),
        ({"ernst_vanaf": 1}, melding(), False),
        ({"gevolgen_openbare_orde": True}, incident(), True),
        ({"gevolgen_openbare_orde": True}, incident(gevolgen_openbare_orde=False), False),
        ({"gevolgen_openbare_orde": False}, incident(gevolgen_openbare_orde=False), True),
        ({"gevolgen_openbare_orde": True}, melding(), False),
        ({"soort": "enkel-incident", "venster": None}, incident(), True),
        ({"soort": "enkel-incident", "venster": None}, melding(), False),
    ],
)
def test_wat_telt(anders: dict[str, object], waarneming: Waarneming, telt: bool) -> None:
    """Every property that the profile names must fit; what it does not name may be anything."""
    assert past(drempel(**anders), waarneming) is telt


def test_de_grens_precies() -> None:
    """Two do not reach three; the third does."""
    twee = [moment(0 * DAG), moment(1 * DAG)]
    assert overschrijding(twee[:1], twee[1], grens=3, venster=WEEK) is None
    gevonden = overschrijding(twee, moment(2 * DAG), grens=3, venster=WEEK)
    assert gevonden is not None
    assert [telling.moment for telling in gevonden.momenten] == [BEGIN, BEGIN + DAG, BEGIN + 2 * DAG]
    assert (gevonden.van, gevonden.tot) == (BEGIN + 2 * DAG - WEEK, BEGIN + 2 * DAG)


def test_precies_een_venster_uit_elkaar_telt_samen() -> None:
    """Exactly seven days apart is within seven days; a microsecond more is not."""
    assert overschrijding([moment(0 * DAG)], moment(WEEK), grens=2, venster=WEEK) is not None
    assert overschrijding([moment(0 * DAG)], moment(WEEK + TIK), grens=2, venster=WEEK) is None
    assert overschrijding([moment(WEEK)], moment(0 * DAG), grens=2, venster=WEEK) is not None
    assert overschrijding([moment(WEEK + TIK)], moment(0 * DAG), grens=2, venster=WEEK) is None


def test_een_late_melding_telt_waar_zij_voorviel() -> None:
    """A report that arrives last but happened first completes the window in which it happened."""
    bekend = [moment(5 * DAG), moment(6 * DAG)]
    assert overschrijding(bekend, moment(0 * DAG), grens=3, venster=WEEK) is not None
    assert overschrijding(bekend, moment(-2 * DAG), grens=3, venster=WEEK) is None


def test_een_vol_venster_zonder_de_nieuwe_telt_niet() -> None:
    """Only windows that contain the new one are looked at: the others were weighed when they filled."""
    bekend = [moment(20 * DAG), moment(21 * DAG), moment(22 * DAG)]
    assert overschrijding(bekend, moment(0 * DAG), grens=3, venster=WEEK) is None


def test_gelijktijdig_telt_ieder() -> None:
    """Three events at the same moment are three."""
    samen = [moment(0 * DAG, naam) for naam in ("a", "b", "c")]
    gevonden = overschrijding(samen[:2], samen[2], grens=3, venster=WEEK)
    assert gevonden is not None
    assert len(gevonden.momenten) == 3


MOMENTEN = st.lists(st.integers(0, 40), min_size=1, max_size=12)


@voor_elke(MOMENTEN, st.integers(1, 6), st.integers(1, 12))
@example([0, 7, 7, 14], 3, 7)
@example([7, 7, 0], 3, 7)
def test_vensters_tegen_alles_proberen(uren: list[int], grens: int, lengte: int) -> None:
    """The answer is the same as trying every set of events, and the fullest window is found."""
    rij = [moment(timedelta(hours=uur), f"{nummer}") for nummer, uur in enumerate(uren)]
    nieuw, venster = rij[-1], timedelta(hours=lengte)
    gevonden = overschrijding(rij[:-1], nieuw, grens=grens, venster=venster)
    grootste = _grootste_groep(rij, nieuw, venster)
    assert (gevonden is not None) == (grootste >= grens)
    if gevonden is not None:
        assert len(gevonden.momenten) == grootste
        assert nieuw in gevonden.momenten
        assert all(gevonden.van <= telling.moment <= gevonden.tot for telling in gevonden.momenten)
        assert gevonden.tot - gevonden.van == venster


def _grootste_groep(rij: list[Telmoment], nieuw: Telmoment, venster: timedelta) -> int:
    for aantal in range(len(rij), 0, -1):
        for groep in combinations(rij, aantal):
            tijden = [telling.moment for telling in groep]
            if nieuw in groep and max(tijden) - min(tijden) <= venster:
                return aantal
    return 0


def test_een_andere_locatie_staat_los() -> None:
    """A threshold names its locations."""
    assert past(drempel(locaties=(LOCATIE,)), melding())

"""The comparison itself: each thing that could go wrong is planted once, and seen."""

from dataclasses import replace

import pytest

from tests.faults.standen import Oordeel, Standen, oordeel

FEITEN = [("intake", 1, "a"), ("intake", 2, "b"), ("overleg", 1, "c")]
GOED = Standen(
    gemeld=3,
    ontvangen=["m1"],
    bewaard=["m1", "m2"],
    grootboeken=FEITEN,
    stroom=[FEITEN[2], *FEITEN[:2]],
    verwerkt=FEITEN,
    geteld=2,
    agenda=[("o1", "m1"), ("o1", "m2"), ("o2", "m2")],
    incidenten=["m2"],
    escalaties=[("m2", "e1")],
    alarmen=["e1", "e1"],
)


def test_not_acknowledged_and_told_twice_are_no_faults() -> None:
    """A report whose answer was lost may be stored; a notice goes twice rather than never."""
    assert oordeel(GOED).goed


@pytest.mark.parametrize(
    ("fout", "soort"),
    [
        ({"ontvangen": ["m1", "m3"]}, "verloren"),
        ({"stroom": FEITEN[:2]}, "verloren"),
        ({"verwerkt": FEITEN[1:]}, "verloren"),
        ({"agenda": [("o1", "m1")]}, "verloren"),
        ({"geteld": 1}, "verloren"),
        ({"escalaties": []}, "verloren"),
        ({"alarmen": []}, "verloren"),
        ({"gemeld": 1}, "dubbel"),
        ({"ontvangen": ["m1", "m1"]}, "dubbel"),
        ({"bewaard": ["m1", "m2", "m2"], "geteld": 3}, "dubbel"),
        ({"stroom": [*FEITEN, FEITEN[0]]}, "dubbel"),
        ({"stroom": [*FEITEN, ("overleg", 2, "d")]}, "dubbel"),
        ({"verwerkt": [*FEITEN, FEITEN[0]]}, "dubbel"),
        ({"verwerkt": [*FEITEN, ("overleg", 2, "d")]}, "dubbel"),
        ({"agenda": [*GOED.agenda, ("o1", "m2")]}, "dubbel"),
        ({"geteld": 3}, "dubbel"),
        ({"escalaties": [("m2", "e1"), ("m2", "e2")], "alarmen": ["e1", "e2"]}, "dubbel"),
        ({"stroom": [FEITEN[1], FEITEN[0], FEITEN[2]]}, "volgorde"),
        ({"agenda": [("o1", "m2"), ("o1", "m1")]}, "volgorde"),
    ],
)
def test_elk_gebrek_wordt_gezien(fout: dict[str, object], soort: str) -> None:
    """What is lost, doubled or turned round is said under its own name."""
    gevonden = oordeel(replace(GOED, **fout))  # type: ignore[arg-type]
    assert getattr(gevonden, soort), gevonden


def test_goed_is_alleen_zonder_gebreken() -> None:
    """One complaint of any kind is enough."""
    assert not any(Oordeel(*een).goed for een in (((), (), ("x",)), ((), ("x",), ()), (("x",), (), ())))

"""What a reporter reads of how far a melding is: also while only a meeting did something with it."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from uuid import UUID

import pytest

from services.intake.voortgang import status_voor_melder, voortgang
from shared.contracts.intake import MeldingHeropend

BEGIN = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MELDING = UUID(int=1)


def na(uren: int) -> datetime:
    """A moment so many hours later."""
    return BEGIN + timedelta(hours=uren)


@pytest.mark.parametrize(
    ("status", "overleg", "woorden"),
    [
        ("ontvangen", [], "Ontvangen"),
        ("in-behandeling", [], "In behandeling"),
        ("ontvangen", ["op-agenda"], "Staat op de agenda van een overleg"),
        ("ontvangen", ["op-agenda", "besproken"], "Besproken in een overleg"),
        ("in-behandeling", ["op-agenda", "besproken"], "Besproken in een overleg"),
        ("ontvangen", ["op-agenda", "doorgeschoven"], "Staat op de agenda van een later overleg"),
        ("ontvangen", ["vertrouwelijk"], "Ontvangen"),
        ("gesloten", ["op-agenda", "besproken"], "Afgehandeld"),
        ("ingetrokken", ["op-agenda"], "Telt niet meer mee"),
    ],
)
def test_hoe_ver_het_is(status: str, overleg: list[str], woorden: str) -> None:
    """The last that a meeting did counts until the end; what is confidential is not told on."""
    gehoord = [(na(nummer), soort) for nummer, soort in enumerate(overleg, 1)]
    assert status_voor_melder(status, [], gehoord) == woorden


@pytest.mark.parametrize(("heropend_na", "woorden"), [(2, "In behandeling"), (0, "Besproken in een overleg")])
def test_na_het_heropenen_telt_wat_daarna_kwam(heropend_na: int, woorden: str) -> None:
    """A melding that was opened again after the meeting waits for the next."""
    heropend = MeldingHeropend(gemeente="gm0637", locatie="rokkeveenseweg", melding_id=MELDING, door="meldpunt")
    gehoord = [(na(1), "besproken")]
    assert status_voor_melder("in-behandeling", [(na(heropend_na), heropend)], gehoord) == woorden


@pytest.mark.parametrize("volgorde", list(permutations(("op-agenda", "doorgeschoven", "besproken"))))
def test_wat_op_een_moment_gebeurde_staat_op_volgorde(volgorde: tuple[str, ...]) -> None:
    """What a meeting did in one go shares its time: the store may give it in any order, a reporter reads the last."""
    gehoord = [(na(1), soort) for soort in volgorde]
    assert status_voor_melder("ontvangen", [], gehoord) == "Besproken in een overleg"
    woorden = [stap.wat.removeprefix("Uw melding ").split()[0] for stap in voortgang([], gehoord)]
    assert woorden == ["staat", "schuift", "is"]

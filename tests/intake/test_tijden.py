"""Clocks on somebody else's wall."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from services.intake.tijden import GeenTijd, komt_twee_keer_voor, lezer

AMERIKAANS = "%m/%d/%Y %I:%M:%S %p"
NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("tekst", "utc"),
    [
        ("03/24/2025 11:33:07 PM", "2025-03-25T03:33:07"),  # summer time: four hours behind
        ("01/24/2025 12:00:00 AM", "2025-01-24T05:00:00"),  # winter time: five
        ("03/09/2025 03:00:00 AM", "2025-03-09T07:00:00"),  # the first moment after the skipped hour
        ("11/02/2025 01:30:00 AM", "2025-11-02T05:30:00"),  # twice that night: the first time
        ("11/02/2025 02:00:00 AM", "2025-11-02T07:00:00"),
    ],
)
def test_een_klok_in_new_york(tekst: str, utc: str) -> None:
    """Summer and winter time, and the nights between them."""
    moment = lezer(AMERIKAANS, NEW_YORK)(tekst)
    assert moment.astimezone(UTC) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_een_uur_dat_er_niet_was() -> None:
    """In spring the clock skipped an hour: nothing can have happened in it."""
    for tekst in ("03/09/2025 02:00:00 AM", "03/09/2025 02:59:59 AM"):
        with pytest.raises(GeenTijd, match="America/New_York"):
            lezer(AMERIKAANS, NEW_YORK)(tekst)


def test_een_uur_dat_er_twee_keer_was() -> None:
    """In autumn an hour came twice; that is known of each moment in it."""
    lees = lezer(AMERIKAANS, NEW_YORK)
    assert komt_twee_keer_voor(lees("11/02/2025 01:59:59 AM"))
    assert not komt_twee_keer_voor(lees("11/02/2025 02:00:00 AM"))
    assert not komt_twee_keer_voor(lees("11/02/2025 12:59:59 AM"))


def test_iso_houdt_zijn_eigen_verschil() -> None:
    """A moment that says its offset needs no clock on the wall; one without it does."""
    lees = lezer("iso", NEW_YORK)
    assert lees("2025-03-24T23:33:07+01:00").astimezone(UTC).hour == 22
    assert lees("2025-03-24 23:33:07").astimezone(UTC).hour == 3


@pytest.mark.parametrize("tekst", ["", "morgen", "24/03/2025 11:33:07 PM", "03/24/2025", "0001-01-01"])
def test_geen_tijd(tekst: str) -> None:
    """What is not written as agreed is no moment."""
    with pytest.raises(GeenTijd):
        lezer(AMERIKAANS, NEW_YORK)(tekst)


def test_voor_het_begin_van_de_tijd() -> None:
    """The year 1 exists on a wall in the east, and not in UTC."""
    with pytest.raises(GeenTijd, match="UTC"):
        lezer("iso", ZoneInfo("Asia/Tokyo"))("0001-01-01T00:00:00")

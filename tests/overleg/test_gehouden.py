"""The record says when a meeting was really held, beside the moment that it was planned for."""

from datetime import datetime

import pytest

from services.overleg.beelden import Overlegbeeld
from services.overleg.overleg import Status
from services.overleg.paginas.gehouden import gehouden
from tests.overleg.voorbeelden import lokaal

AANVANG = lokaal(2026, 2, 10)
GEPLAND = ("Gepland", "dinsdag 10 februari 2026 10.00 uur")


def overleg(begin: datetime | None, einde: datetime | None = None) -> Overlegbeeld:
    """One that was planned on Tuesday 10 February, 10.00."""
    leeg = dict.fromkeys(("escalatie_id", "besproken", "doorgeschoven"))
    codes = {"overleg_id": "0" * 32, "gemeente": "gm0637", "locatie": "rokkeveenseweg", "reeks": "lvos"}
    rest = {"soort": "lvos", "naam": "LVOS", "deelnemers": [], "regel": "LVS-1.1", "voorlopig": False, "reden": ""}
    stand = {"status": Status.GEPLAND, "open_punten": 0, "aanvang": AANVANG, "geopend_op": begin, "gesloten_op": einde}
    return Overlegbeeld.model_validate({**leeg, **codes, **rest, **stand})


@pytest.mark.parametrize(
    ("begin", "einde", "regels"),
    [
        (None, None, [GEPLAND]),
        (lokaal(2026, 2, 10, 10, 2), None, [("Gehouden", "dinsdag 10 februari 2026 10.02 uur geopend")]),
        (
            lokaal(2026, 2, 10, 10, 2),
            lokaal(2026, 2, 10, 11),
            [("Gehouden", "dinsdag 10 februari 2026 10.02 uur tot 11.00 uur")],
        ),
        (
            lokaal(2026, 2, 8, 22, 50),
            lokaal(2026, 2, 8, 22, 57),
            [GEPLAND, ("Gehouden", "zondag 8 februari 2026 22.50 uur tot 22.57 uur")],
        ),
        (
            lokaal(2026, 2, 10, 23, 50),
            lokaal(2026, 2, 11, 0, 10),
            [GEPLAND, ("Gehouden", "dinsdag 10 februari 2026 23.50 uur tot woensdag 11 februari 2026 00.10 uur")],
        ),
        (
            lokaal(2026, 2, 12),
            lokaal(2026, 2, 12),
            [GEPLAND, ("Gehouden", "Niet vastgelegd: dit overleg is alleen gesloten, niet geopend")],
        ),
    ],
)
def test_wanneer_het_echt_was(begin: datetime | None, einde: datetime | None, regels: list[tuple[str, str]]) -> None:
    """Opened early, late, over midnight, or only closed: never a moment at which nobody met."""
    assert gehouden(overleg(begin, einde)) == regels

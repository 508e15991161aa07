"""What is kept of everything that follows from a meeting: measures, agreements, requests, messages, dossiers."""

from services.overleg.store import maatregelrijen
from shared.contracts import Fact
from shared.contracts.overleg import (
    MaatregelIngetrokken,
    MaatregelLooptAf,
    MaatregelOpgelegd,
    MaatregelVerlengd,
    MaatregelVerlopen,
)
from shared.ledger import View

FEITEN: tuple[type[Fact], ...] = (
    MaatregelOpgelegd,
    MaatregelVerlengd,
    MaatregelIngetrokken,
    MaatregelLooptAf,
    MaatregelVerlopen,
)

BEELDEN = (
    View(
        "maatregelen",
        ("maatregelen", "maatregelmomenten"),
        (maatregelrijen.MAATREGELEN, maatregelrijen.MOMENTEN, *maatregelrijen.INDEXES),
        maatregelrijen.maatregel_rijen,
    ),
)

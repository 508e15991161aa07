"""What happens with a melding after it came in: classified, corrected, linked, handed over, closed. Pure."""

from services.intake.behandeling.behandelen import classificeer, corrigeer, heropen, sluit, trek_in, verschillen
from services.intake.behandeling.koppelen import koppel, ontkoppel
from services.intake.behandeling.staat import Stand, Status, stand_van

__all__ = [
    "Stand",
    "Status",
    "classificeer",
    "corrigeer",
    "heropen",
    "koppel",
    "ontkoppel",
    "sluit",
    "stand_van",
    "trek_in",
    "verschillen",
]

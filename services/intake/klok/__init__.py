"""What is due at intake."""

from services.intake.klok.doorzetter import Doorzetter
from services.intake.klok.quarantaine import verloopt

__all__ = ["Doorzetter", "verloopt"]

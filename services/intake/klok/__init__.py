"""What is due at intake."""

from services.intake.klok.doorzetter import Doorzetter
from services.intake.klok.quarantaine import verloopt
from services.intake.klok.stilte import stilte

__all__ = ["Doorzetter", "stilte", "verloopt"]

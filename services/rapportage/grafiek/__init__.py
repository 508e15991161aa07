"""Pictures of counts as SVG, the same on a page and on paper: shapes of our own, of which nothing needs a colour."""

from services.rapportage.grafiek.lijnen import Band, Lijnbeeld, teken_lijnen
from services.rapportage.grafiek.schets import Beeld, Palet
from services.rapportage.grafiek.staven import Staafbeeld, teken_staven

__all__ = ["Band", "Beeld", "Lijnbeeld", "Palet", "Staafbeeld", "teken_lijnen", "teken_staven"]

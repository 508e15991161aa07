"""The dossierkluis: which random id stands for which case of the municipality, apart from everything else (LVS-2.2)."""

from services.overleg.dossier.kenmerk import KenmerkGeweigerd, lees_kenmerk
from services.overleg.dossier.kluis import Dossierkluis

__all__ = ["Dossierkluis", "KenmerkGeweigerd", "lees_kenmerk"]

"""The contact vault: how a reporter can be reached, apart from every melding, and truly erasable (promise 7)."""

from services.intake.doel import DOELEN, WISGRONDEN, Doel, Wisgrond
from services.intake.kluis.kluis import Kluis, open_kluis
from services.intake.kluis.slot import Contact
from shared.kluis import Lezer

__all__ = ["DOELEN", "WISGRONDEN", "Contact", "Doel", "Kluis", "Lezer", "Wisgrond", "open_kluis"]

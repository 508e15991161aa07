"""The questions that rapportage answers, and with whose eyes."""

from services.rapportage.application.dienst import MeldingOnbekend, Rapportagedienst
from services.rapportage.application.kijken import eis_plek, kijker

__all__ = ["MeldingOnbekend", "Rapportagedienst", "eis_plek", "kijker"]

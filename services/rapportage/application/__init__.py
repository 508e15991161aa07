"""The questions that rapportage answers, and with whose eyes."""

from services.rapportage.application.dienst import MeldingOnbekend, Rapportagedienst
from services.rapportage.application.kijken import eis_plek, kijker
from services.rapportage.application.uitgeven import AlGepubliceerd, KwartaalLoopt, Publicatie, Uitgever
from services.rapportage.application.verloop import Verloopdienst

__all__ = [
    "AlGepubliceerd",
    "KwartaalLoopt",
    "MeldingOnbekend",
    "Publicatie",
    "Rapportagedienst",
    "Uitgever",
    "Verloopdienst",
    "eis_plek",
    "kijker",
]

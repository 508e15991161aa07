"""The questions that rapportage answers, and with whose eyes."""

from services.rapportage.application.dienst import MeldingOnbekend, Rapportagedienst
from services.rapportage.application.evalueren import Evaluatiedienst
from services.rapportage.application.indicatoren import Indicatorendienst
from services.rapportage.application.kijken import eis_plek, kijker
from services.rapportage.application.publicatie import AlGepubliceerd, KwartaalLoopt, Publicatie
from services.rapportage.application.raad import Raadsdienst
from services.rapportage.application.sinds import Sindsdienst
from services.rapportage.application.toepassing import Toepassing, op
from services.rapportage.application.uitgeven import Uitgever
from services.rapportage.application.veranderen import veranderingen
from services.rapportage.application.verloop import Verloopdienst
from services.rapportage.application.verslagen import Verslagdienst

__all__ = [
    "AlGepubliceerd",
    "Evaluatiedienst",
    "Indicatorendienst",
    "KwartaalLoopt",
    "MeldingOnbekend",
    "Publicatie",
    "Raadsdienst",
    "Rapportagedienst",
    "Sindsdienst",
    "Toepassing",
    "Uitgever",
    "Verloopdienst",
    "Verslagdienst",
    "eis_plek",
    "kijker",
    "op",
    "veranderingen",
]

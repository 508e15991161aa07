"""The use cases: what the bus, people and the clock do, and what can be looked up."""

from services.escalatie.application.antwoord import Antwoorden
from services.escalatie.application.balie import Piketbalie
from services.escalatie.application.bereik import Bereik, Onbereikt
from services.escalatie.application.dienst import Escalatiedienst
from services.escalatie.application.kanalen import Kanaalproef, Kanaalstand, Proefloop, kanaalstanden
from services.escalatie.application.lezen import Dossier, Filter, Inzage
from services.escalatie.application.piket import Piketboek, Piketdienst, Roosterstand
from services.escalatie.application.route import Route, Wegwijzer
from services.escalatie.application.signaleren import Signalering
from services.escalatie.application.splitsen import splits
from services.escalatie.application.standen import Stand
from services.escalatie.application.weging import Weging

__all__ = [
    "Antwoorden",
    "Bereik",
    "Dossier",
    "Escalatiedienst",
    "Filter",
    "Inzage",
    "Kanaalproef",
    "Kanaalstand",
    "Onbereikt",
    "Piketbalie",
    "Piketboek",
    "Piketdienst",
    "Proefloop",
    "Roosterstand",
    "Route",
    "Signalering",
    "Stand",
    "Weging",
    "Wegwijzer",
    "kanaalstanden",
    "splits",
]

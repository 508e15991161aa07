"""The use cases of overleg: fetch facts, decide, append; and looking things up."""

from services.overleg.application.agenderen import MELDING_ZONDER_AGENDA
from services.overleg.application.dienst import Overlegdienst
from services.overleg.application.dossierbeheer import Dossierbeheer
from services.overleg.application.inzage import Inzage
from services.overleg.application.naslag import Naslag
from services.overleg.application.opleggen import Maatregeldienst
from services.overleg.application.planning import OVERLEG_VOORBIJ, PLAN_VOORUIT
from services.overleg.application.uitvoering import Uitvoering

__all__ = [
    "MELDING_ZONDER_AGENDA",
    "OVERLEG_VOORBIJ",
    "PLAN_VOORUIT",
    "Dossierbeheer",
    "Inzage",
    "Maatregeldienst",
    "Naslag",
    "Overlegdienst",
    "Uitvoering",
]

"""The use cases of overleg: fetch facts, decide, append; and looking things up."""

from services.overleg.application.inzage import Inzage
from services.overleg.application.naslag import Naslag
from services.overleg.application.opleggen import Maatregeldienst
from services.overleg.application.vergaderen import PLAN_VOORUIT, Overlegdienst

__all__ = ["PLAN_VOORUIT", "Inzage", "Maatregeldienst", "Naslag", "Overlegdienst"]

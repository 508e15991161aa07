"""The use cases of overleg: fetch facts, decide, append."""

from services.overleg.application.opleggen import Maatregeldienst
from services.overleg.application.vergaderen import PLAN_VOORUIT, Overlegdienst

__all__ = ["PLAN_VOORUIT", "Maatregeldienst", "Overlegdienst"]

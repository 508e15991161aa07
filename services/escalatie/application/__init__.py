"""The use cases: what the bus, people and the clock do, and what can be looked up."""

from services.escalatie.application.dienst import Escalatiedienst
from services.escalatie.application.lezen import Dossier, Filter, Inzage, Stand
from services.escalatie.application.weging import Weging

__all__ = ["Dossier", "Escalatiedienst", "Filter", "Inzage", "Stand", "Weging"]

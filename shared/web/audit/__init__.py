"""Who looked at what and did what (BIO2 8.15): kept in order, tamper-evident, and gone after a term."""

from shared.web.audit.audit import Audit
from shared.web.audit.opslag import FACTS, TABLES
from shared.web.audit.regel import Herkomst, Regel, Resultaat

__all__ = ["FACTS", "TABLES", "Audit", "Herkomst", "Regel", "Resultaat"]

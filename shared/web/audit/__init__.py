"""Who looked at what and did what (BIO2 8.15): kept in order, tamper-evident, and gone after a term."""

from shared.web.audit.audit import Audit, open_audit
from shared.web.audit.regel import BEDIENING, Herkomst, Regel, Resultaat

__all__ = ["BEDIENING", "Audit", "Herkomst", "Regel", "Resultaat", "open_audit"]

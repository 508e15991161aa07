"""Rehearsal: what the thresholds of a profile would have done with a history. Nothing is sent or stored."""

from services.escalatie.toets.geschiedenis import Geschiedenis
from services.escalatie.toets.proef import Proef, toets
from services.escalatie.toets.vuur import Vuur

__all__ = ["Geschiedenis", "Proef", "Vuur", "toets"]

"""What is due in escalatie, and who answers it."""

from services.escalatie.klok.handlers import timers
from services.escalatie.klok.verzender import Verzender

__all__ = ["Verzender", "timers"]

"""What is due in escalatie, and who answers it."""

from services.escalatie.klok.bewaking import Bewaking
from services.escalatie.klok.handlers import timers
from services.escalatie.klok.piket import Piketwacht
from services.escalatie.klok.verzender import Verzender

__all__ = ["Bewaking", "Piketwacht", "Verzender", "timers"]

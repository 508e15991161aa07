"""The HTTP door."""

from services.escalatie.api import kanalen, piket
from services.escalatie.api.router import router

__all__ = ["kanalen", "piket", "router"]

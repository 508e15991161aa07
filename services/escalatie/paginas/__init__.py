"""The pages."""

from services.escalatie.paginas import kanalen, misser, piket
from services.escalatie.paginas.router import router

__all__ = ["kanalen", "misser", "piket", "router"]

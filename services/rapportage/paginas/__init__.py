"""The pages of rapportage: those that combine what the services tell."""

from services.rapportage.paginas.router import router

__all__ = ["router"]

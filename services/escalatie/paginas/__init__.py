"""The pages."""

from services.escalatie.paginas.router import router

__all__ = ["router"]

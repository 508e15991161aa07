"""What rapportage offers over HTTP: it only reads."""

from services.rapportage.api.router import router

__all__ = ["router"]

"""The HTTP door."""

from services.escalatie.api.router import router

__all__ = ["router"]

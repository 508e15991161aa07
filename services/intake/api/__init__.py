"""Intake over HTTP."""

from services.intake.api.router import router

__all__ = ["router"]

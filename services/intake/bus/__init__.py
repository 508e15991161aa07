"""Intake over NATS: the incidents of the COA's own systems."""

from services.intake.bus.deur import CoaDeur

__all__ = ["CoaDeur"]

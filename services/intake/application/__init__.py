"""What intake does: accept what comes in at any door, and look it up."""

from services.intake.application.dienst import IEDEREEN, Afzender, Intakedienst, Ontvangst, UseCase
from services.intake.application.inzage import Filter, Inzage, Melding
from services.intake.application.lezen import Gelezen, lees, lees_json

__all__ = [
    "IEDEREEN",
    "Afzender",
    "Filter",
    "Gelezen",
    "Intakedienst",
    "Inzage",
    "Melding",
    "Ontvangst",
    "UseCase",
    "lees",
    "lees_json",
]

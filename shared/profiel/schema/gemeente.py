"""Who runs the installation, the places it speaks of, and who sits at its tables."""

from datetime import date
from typing import Literal

from shared.profiel.schema.basis import Deel, Rol
from shared.profiel.vormen import CbsCode, Code, Mailadres, Naam, Nummer, Oin, Tijdzone


class Privacycontact(Deel):
    """Where somebody asks about their data, or about the officer for data protection."""

    telefoon: Nummer | None = None
    email: Mailadres | None = None


class Gemeente(Deel):
    """Who runs this."""

    naam: Naam
    code: CbsCode
    oin: Oin
    tijdzone: Tijdzone = "Europe/Amsterdam"
    privacy: Privacycontact | None = None
    documenten: tuple[Literal["LVS", "KN", "LV", "KG"], ...] = ()
    """Documents of another municipality that this one adopted: their rules are its own."""


class Gebied(Deel):
    """A neighbourhood in which something can be reported."""

    code: Code
    naam: Naam


class Locatie(Deel):
    """A reception location, a neighbourhood or the municipality: never a dwelling or a street."""

    code: Code
    naam: Naam
    soort: Literal["opvanglocatie", "wijk", "gemeente"]
    geopend_op: date | None = None
    eerste_bewoners_op: date | None = None
    gebieden: tuple[Gebied, ...] = ()


class Partner(Deel):
    """Who sits at a table or receives a hand-over; `rol` is what they may do in the system, if anything."""

    code: Code
    naam: Naam
    rol: Rol | None = None

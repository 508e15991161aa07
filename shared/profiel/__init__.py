"""The gemeenteprofiel: what differs between municipalities, as data that is checked before it is used."""

from shared.profiel.fouten import Gebrek, ProfielFout
from shared.profiel.kanalen import kanalen_voor
from shared.profiel.laden import laad, lees
from shared.profiel.profielen import Profielen
from shared.profiel.schema import (
    WEEKDAGEN,
    Drempel,
    Fase,
    Gebied,
    Gemeente,
    Kanaal,
    Keuze,
    Ladder,
    Locatie,
    Maatregelsoort,
    Meldingen,
    Partner,
    Profiel,
    Reeks,
    Rol,
    Trede,
    TweedeStap,
    Weekdag,
)

__all__ = [
    "WEEKDAGEN",
    "Drempel",
    "Fase",
    "Gebied",
    "Gebrek",
    "Gemeente",
    "Kanaal",
    "Keuze",
    "Ladder",
    "Locatie",
    "Maatregelsoort",
    "Meldingen",
    "Partner",
    "Profiel",
    "ProfielFout",
    "Profielen",
    "Reeks",
    "Rol",
    "Trede",
    "TweedeStap",
    "Weekdag",
    "kanalen_voor",
    "laad",
    "lees",
]

"""A meeting, from the calendar to its closed record; none of its agenda items may fall through (LVS-2.4)."""

from services.overleg.overleg.aanloop import VANZELF, afspraakpunt, maatregelpunt, vaste_punten
from services.overleg.overleg.agenda import agendeer, orden, toegevoegd
from services.overleg.overleg.melder import GEEN_MELDER, licht_melder_in
from services.overleg.overleg.verloop import annuleer, bevestig, toets_voorstel, verzet
from services.overleg.overleg.weigering import (
    AgendapuntOnbekend,
    AgendaVast,
    AlBeslist,
    AlGesloten,
    NietTeVerzetten,
    NietVoorMelder,
    NogNietBegonnen,
    NogNietGesloten,
    NogTeVroeg,
    OverlegOnbekend,
)
from services.overleg.overleg.zaak import (
    AFGELOPEN,
    TE_HOUDEN,
    Agendapunt,
    Overleg,
    OverlegFact,
    Status,
    evolve,
    given,
)
from services.overleg.overleg.zitting import aanwezig, begin, blijft_liggen, corrigeer, noteer, sluit, te_vroeg

__all__ = [
    "AFGELOPEN",
    "GEEN_MELDER",
    "TE_HOUDEN",
    "VANZELF",
    "AgendaVast",
    "Agendapunt",
    "AgendapuntOnbekend",
    "AlBeslist",
    "AlGesloten",
    "NietTeVerzetten",
    "NietVoorMelder",
    "NogNietBegonnen",
    "NogNietGesloten",
    "NogTeVroeg",
    "Overleg",
    "OverlegFact",
    "OverlegOnbekend",
    "Status",
    "aanwezig",
    "afspraakpunt",
    "agendeer",
    "annuleer",
    "begin",
    "bevestig",
    "blijft_liggen",
    "corrigeer",
    "evolve",
    "given",
    "licht_melder_in",
    "maatregelpunt",
    "noteer",
    "orden",
    "sluit",
    "te_vroeg",
    "toegevoegd",
    "toets_voorstel",
    "vaste_punten",
    "verzet",
]

"""A place that somebody named: a location of the profile, or the whole municipality."""

from shared.facts import Fout, OngeldigeInvoer
from shared.profiel import Profielen

ALLE = "alle"


def bekende_plek(profielen: Profielen, gemeente: str, locatie: str) -> str:
    """Return the code of a location.

    Raises:
        OngeldigeInvoer: the profile does not have it.
    """
    if locatie != ALLE and profielen.van(gemeente).locatie(locatie) is None:
        raise OngeldigeInvoer(Fout("locatie", "kies een locatie van de gemeente, of 'alle'"))
    return locatie

"""Which location a page is about."""

from collections.abc import Sequence

from services.rapportage.plek import Plek
from shared.facts import NietGevonden


def waarde(plek: Plek) -> str:
    """How the form names a location: two municipalities may have the same code."""
    return "/".join(plek.sleutel)


def kies_plek(plekken: Sequence[Plek], locatie: str) -> Plek:
    """Choose among the locations that somebody may see; without a choice the first reception location.

    Raises:
        NietGevonden: it is not among them.
    """
    opvang = [plek for plek in plekken if plek.locatie.soort == "opvanglocatie"]
    gekozen = [plek for plek in plekken if locatie in (waarde(plek), plek.locatie.code)]
    gekozen = gekozen if locatie else opvang or list(plekken)
    if not gekozen:
        raise NietGevonden("Deze locatie is er niet, of niet voor u. Kies een locatie uit de lijst.")
    return gekozen[0]

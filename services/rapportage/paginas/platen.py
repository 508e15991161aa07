"""Pictures for a page and for a paper: the same bytes on both."""

from collections.abc import Mapping

from services.rapportage.grafiek import Beeld, Palet
from shared.profiel import Profiel


def palet(profiel: Profiel) -> Palet:
    """Give the municipality's colours."""
    return Palet(profiel.huisstijl.kleur, profiel.huisstijl.accent)


def als_bestanden(platen: Mapping[str, Beeld]) -> dict[str, bytes]:
    """Give the pictures as files for a paper."""
    return {f"{naam}.svg": plaat.svg.encode() for naam, plaat in platen.items()}


def in_woorden(platen: Mapping[str, Beeld]) -> dict[str, dict[str, str]]:
    """Give what a paper says of each picture: to who cannot see it, and below it."""
    return {
        naam: {"alt": plaat.omschrijving, "onderschrift": f"{plaat.titel}. {plaat.legenda}"}
        for naam, plaat in platen.items()
    }

"""Pictures for a page and for a paper: the same shapes on both, in the municipality's colours."""

from collections.abc import Mapping

from services.rapportage.grafiek import Beeld, Palet
from shared.profiel import Profiel
from shared.profiel.kleur import WIT, meng

OP_EEN_PAGINA = Palet(
    hoofd="var(--meldketen-hoofd)",
    accent="var(--meldketen-bij)",
    hulplijn="var(--basis-color-default-border-subtle)",
    vlak="var(--basis-color-accent-1-bg-hover)",
    grond="var(--utrecht-document-background-color)",
)
"""By the names that the style sheet gives them: light or dark is the reader's choice."""


def op_papier(profiel: Profiel) -> Palet:
    """Give the municipality's colours themselves."""
    kleur = profiel.huisstijl.kleur
    return Palet(kleur, profiel.huisstijl.accent, vlak=meng(kleur, WIT, 0.15))


def als_bestanden(platen: Mapping[str, Beeld]) -> dict[str, bytes]:
    """Give the pictures as files for a paper."""
    return {f"{naam}.svg": plaat.svg.encode() for naam, plaat in platen.items()}


def in_woorden(platen: Mapping[str, Beeld]) -> dict[str, dict[str, str]]:
    """Give what a paper says of each picture: to who cannot see it, and below it."""
    return {
        naam: {"alt": plaat.omschrijving, "onderschrift": f"{plaat.titel}. {plaat.legenda}"}
        for naam, plaat in platen.items()
    }

"""A municipality's theme: its colours as custom properties, in a style sheet of its own (no inline style)."""

from shared.profiel.kleur import in_het_donker
from shared.profiel.schema.huisstijl import Huisstijl
from shared.web.static_files import Static, of

NAAM = "thema.css"


def thema(huisstijl: Huisstijl) -> Static:
    """Give the sheet."""
    kleuren = {
        "kleur": huisstijl.kleur,
        "kleur-in-donker": in_het_donker(huisstijl.kleur),
        "accent": huisstijl.accent,
        "accent-in-donker": in_het_donker(huisstijl.accent),
    }
    regels = "".join(f"--meldketen-{naam}:{kleur};" for naam, kleur in kleuren.items())
    return of(f":root{{{regels}}}\n".encode(), NAAM)

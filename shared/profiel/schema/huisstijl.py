"""The municipality's colours, for pictures and papers."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from shared.profiel.schema.basis import Deel

CONTRAST = 4.5
"""With white: dark enough for words too (WCAG 1.4.3)."""


def _licht(kleur: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    delen = [int(kleur[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    rood, groen, blauw = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _leesbaar(kleur: str) -> str:
    if 1.05 / (_licht(kleur) + 0.05) < CONTRAST:
        raise ValueError("deze kleur is te licht om op wit te lezen; kies een donkerder kleur")
    return kleur


Kleur = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$"), AfterValidator(_leesbaar)]


class Huisstijl(Deel):
    """`kleur`: of bars, lines and headings; `accent`: of means and what stands beside. Shapes differ as well."""

    kleur: Kleur = "#154273"
    accent: Kleur = "#7a4a00"

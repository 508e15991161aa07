"""The municipality's colours, for pages, pictures and papers."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from shared.profiel.kleur import GENOEG, WIT, op_zijn_best
from shared.profiel.schema.basis import Deel


def _leesbaar(kleur: str) -> str:
    if (nu := op_zijn_best(kleur, WIT)) < GENOEG:
        raise ValueError(
            f"deze kleur is te licht om te lezen op wit en op zijn eigen lichte tint: het contrast is {nu:.1f} en moet"
            f" {GENOEG} of meer zijn (WCAG 1.4.3); kies een donkerder kleur"
        )
    return kleur


Kleur = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$"), AfterValidator(_leesbaar)]


class Huisstijl(Deel):
    """`kleur`: of buttons, links, headings, bars and lines; `accent`: of means and what stands beside.

    On a dark ground both become lighter by themselves. Shapes differ as well: nothing is told by a colour alone.
    """

    kleur: Kleur = "#154273"
    accent: Kleur = "#7a4a00"

"""How colours stand against each other (WCAG 2), and the lighter one that a dark ground needs. Colours as `#rrggbb`."""

from itertools import count

WIT, DONKER = "#ffffff", "#14181f"
"""The grounds of the two themes; `huisstijl/donker.css` names the dark one too."""
GENOEG = 4.5
"""Words can be read from this contrast on (WCAG 1.4.3)."""
RUIM = 5.5
TINT = 0.08
"""The heaviest ground that a colour as it is stands on: so much of itself, the rest the ground below."""


def contrast(een: str, ander: str) -> float:
    """Say how far two colours stand apart: 1 is not at all, 21 is black and white."""
    licht, donker = sorted((_licht(een), _licht(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def meng(kleur: str, grond: str, deel: float) -> str:
    """Mix so much of a colour into a ground."""
    paren = zip(_delen(kleur), _delen(grond), strict=True)
    return "#" + "".join(f"{round(boven * deel + onder * (1 - deel)):02x}" for boven, onder in paren)


def op_zijn_best(kleur: str, grond: str) -> float:
    """Give the least contrast that a colour has: on the ground, and on its own tint on that ground."""
    return min(contrast(kleur, grond), contrast(kleur, meng(kleur, grond, TINT)))


def in_het_donker(kleur: str) -> str:
    """Give the same hue, so much lighter that it can be read with ease on the dark ground."""
    return next(
        licht for stap in count() if op_zijn_best(licht := meng(WIT, kleur, stap / 20), DONKER) >= RUIM or stap == 20
    )


def _licht(kleur: str) -> float:
    rood, groen, blauw = (
        deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4
        for deel in (heel / 255 for heel in _delen(kleur))
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _delen(kleur: str) -> list[int]:
    return [int(kleur[n : n + 2], 16) for n in (1, 3, 5)]

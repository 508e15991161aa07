"""In which order thresholds are weighed: larger ones first, so that a smaller one knows of them. Pure."""

from collections.abc import Sequence

from shared.profiel.schema import Drempel


def grote_eerst(drempels: Sequence[Drempel]) -> tuple[Drempel, ...]:
    """Sort by how many stand above it; equals stay in the order of the profile."""
    op_code = {drempel.code: drempel for drempel in drempels}

    def diepte(drempel: Drempel) -> int:
        return max((1 + diepte(op_code[code]) for code in drempel.onderdrukt_door if code in op_code), default=0)

    return tuple(sorted(drempels, key=diepte))

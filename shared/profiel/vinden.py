"""Looking into raw TOML values by path."""

from collections.abc import Iterator
from typing import Any

from shared.profiel.posities import Pad


def vind(waarde: Any, patroon: str, pad: Pad = ()) -> Iterator[tuple[Pad, Any]]:
    """Every value at a dotted path in which `*` is each item of a list; what has another shape is passed over."""
    naam, _, rest = patroon.partition(".")
    for sleutel, deel in _delen(waarde, naam):
        if rest:
            yield from vind(deel, rest, (*pad, sleutel))
        else:
            yield (*pad, sleutel), deel


def teksten(waarde: Any, patroon: str) -> list[tuple[Pad, str]]:
    """The same, for texts alone."""
    return [(pad, deel) for pad, deel in vind(waarde, patroon) if isinstance(deel, str)]


def tabellen(waarde: Any, patroon: str) -> list[tuple[Pad, dict[str, Any]]]:
    """The same, for tables alone."""
    return [(pad, deel) for pad, deel in vind(waarde, patroon) if isinstance(deel, dict)]


def _delen(waarde: Any, naam: str) -> list[tuple[str | int, Any]]:
    if naam == "*":
        return list(enumerate(waarde)) if isinstance(waarde, list) else []
    return [(naam, waarde[naam])] if isinstance(waarde, dict) and naam in waarde else []

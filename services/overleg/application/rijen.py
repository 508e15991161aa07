"""Rows as dicts, with the texts behind their seals."""

from collections.abc import Mapping, Sequence
from typing import Any

from services.overleg.store.filters import Deel, samen
from shared.ledger import Ledger

Kolommen = Mapping[str, str]
"""Name in the answer to expression in SQL."""


async def lees_rijen(
    ledger: Ledger, kolommen: Kolommen, bron: str, delen: Sequence[Deel], einde: str = ""
) -> list[dict[str, Any]]:
    """Committed rows, by the names of `kolommen`. `bron` and `einde` are ours, never somebody's input."""
    waar, waarden = samen(delen)
    sql = f"SELECT {', '.join(kolommen.values())} FROM {bron} WHERE {waar} {einde}"  # noqa: S608
    return [dict(zip(kolommen, rij, strict=True)) for rij in await ledger.query(sql, waarden)]


def van(voorvoegsel: str, *namen: str) -> dict[str, str]:
    """Columns of one table under their own names."""
    return {naam: f"{voorvoegsel}.{naam}" for naam in namen}

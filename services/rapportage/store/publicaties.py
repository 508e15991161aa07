"""What was published, found by period."""

from collections.abc import Iterable
from uuid import UUID

from shared.contracts.rapportage import CijfersGepubliceerd
from shared.facts import Recorded
from shared.ledger import Row, View, iso

_VELDEN = (
    "id, gemeente, locatie, periode, op, tabel, sha256, kleinste_getal, weggelaten, afgerond_op, regelversie, place"
)


def _rijen(recorded: Recorded) -> Iterable[Row]:
    fact = recorded.fact
    if isinstance(fact, CijfersGepubliceerd):
        waarden = (
            str(fact.publicatie_id),
            fact.gemeente,
            fact.locatie,
            fact.periode,
            iso(recorded.tijd),
            fact.tabel,
            fact.sha256,
            fact.kleinste_getal,
            fact.weggelaten,
            fact.afgerond_op or 0,
            fact.regelversie,
            recorded.place,
        )
        yield f"INSERT INTO publicaties ({_VELDEN}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", waarden  # noqa: S608


PUBLICATIES = View(
    "publicaties",
    ("publicaties",),
    (
        "CREATE TABLE IF NOT EXISTS publicaties (id TEXT PRIMARY KEY, gemeente TEXT NOT NULL, locatie TEXT NOT NULL, "
        "periode TEXT NOT NULL, op TEXT NOT NULL, tabel TEXT NOT NULL, sha256 TEXT NOT NULL, "
        "kleinste_getal BIGINT NOT NULL, weggelaten BIGINT NOT NULL, afgerond_op BIGINT NOT NULL, "
        "regelversie TEXT NOT NULL, place BIGINT NOT NULL)",
    ),
    _rijen,
)


def alle() -> Row:
    """Ask for everything that was published, the newest first."""
    return f"SELECT {_VELDEN} FROM publicaties ORDER BY periode DESC, gemeente, locatie", ()  # noqa: S608


def een(publicatie_id: UUID) -> Row:
    """Ask for one."""
    return f"SELECT {_VELDEN} FROM publicaties WHERE id = ?", (str(publicatie_id),)  # noqa: S608


def van_plek(gemeente: str, locatie: str) -> Row:
    """Ask for everything of one place, in the order in which it was published."""
    vraag = f"SELECT {_VELDEN} FROM publicaties WHERE gemeente = ? AND locatie = ? ORDER BY place"  # noqa: S608
    return vraag, (gemeente, locatie)

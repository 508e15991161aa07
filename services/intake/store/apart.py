"""Where COA messages stand that could not be taken, and until when."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from shared.contracts.elk import GegevensVernietigd
from shared.contracts.intake import CoaBerichtAfgehandeld, IncidentGeweigerd
from shared.facts import Recorded
from shared.ledger import Row, Table, View, iso, timer_cancel, timer_set

APART = "coa_quarantaine"
BEWAARTERMIJN = timedelta(days=30)
VERLOOPT = "coa-quarantaine-verloopt"

QUARANTAINE = Table(
    APART,
    (
        f"CREATE TABLE IF NOT EXISTS {APART} (id TEXT PRIMARY KEY, ontvangen_op TEXT NOT NULL,"
        " bewaren_tot TEXT NOT NULL, versleuteld BYTEA NOT NULL)",
    ),
)


def _bewaartermijn(recorded: Recorded) -> Iterable[Row]:
    """A refused message is kept for a term: a timer, as long as the message stands."""
    feit = recorded.fact
    if isinstance(feit, IncidentGeweigerd):
        apart_id = feit.quarantaine_id
        yield timer_set(_timer(apart_id), VERLOOPT, recorded.tijd + BEWAARTERMIJN, {"id": str(apart_id)})
    elif isinstance(feit, GegevensVernietigd) and feit.betreft is not None:
        yield timer_cancel(_timer(feit.betreft))


TERMIJNEN = View(name="termijnen", names=(), tables=(), apply=_bewaartermijn)

AFGEHANDELD = "coa_afgehandeld"


def _afgehandeld(recorded: Recorded) -> Iterable[Row]:
    """What became of a message, without anything that stood in it."""
    feit = recorded.fact
    if isinstance(feit, CoaBerichtAfgehandeld):
        yield (
            f"INSERT INTO {AFGEHANDELD} (id, gemeente, locatie, uitkomst, door, op) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608
            " ON CONFLICT (id) DO NOTHING",
            (str(feit.quarantaine_id), feit.gemeente, feit.locatie, feit.uitkomst, feit.door, iso(recorded.tijd)),
        )


AFGEHANDELDE = View(
    name="coa-afgehandeld",
    names=(AFGEHANDELD,),
    tables=(
        f"CREATE TABLE IF NOT EXISTS {AFGEHANDELD} (id TEXT PRIMARY KEY, gemeente TEXT NOT NULL,"
        " locatie TEXT NOT NULL, uitkomst TEXT NOT NULL, door TEXT NOT NULL, op TEXT NOT NULL)",
    ),
    apply=_afgehandeld,
)


def bewaar_apart(apart_id: UUID, op: datetime, versleuteld: bytes) -> Row:
    """Keep a message that could not be taken."""
    return (
        f"INSERT INTO {APART} (id, ontvangen_op, bewaren_tot, versleuteld) VALUES (?, ?, ?, ?)",  # noqa: S608
        (str(apart_id), iso(op), iso(op + BEWAARTERMIJN), versleuteld),
    )


def incident_na(apart_id: UUID, gemeente: str, locatie: str | None) -> Row:
    """Find an incident that came in since a message was set apart: of its location, or of anywhere if it named none."""
    waar, plek = (" AND locatie = ?", (locatie,)) if locatie else ("", ())
    return (
        f"SELECT id FROM meldingen WHERE soort = 'incident' AND gemeente = ?{waar}"  # noqa: S608
        f" AND ontvangen_op >= (SELECT ontvangen_op FROM {APART} WHERE id = ?) LIMIT 1",
        (gemeente, *plek, str(apart_id)),
    )


def wis_apart(apart_id: UUID) -> Row:
    """Erase it."""
    return (f"DELETE FROM {APART} WHERE id = ?", (str(apart_id),))  # noqa: S608


def _timer(apart_id: UUID) -> str:
    return f"{VERLOOPT}:{apart_id}"

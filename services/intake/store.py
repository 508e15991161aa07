"""The tables beside intake's ledger, and the view that its lists are read from."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from shared.contracts.elk import GegevensVernietigd, ProfielVastgesteld
from shared.contracts.intake import IncidentGemeld, IncidentGeweigerd, MeldingOntvangen
from shared.facts import Recorded
from shared.ledger import Row, Table, View, iso, timer_cancel, timer_set
from shared.teksten import TEKSTEN

FEITEN = (MeldingOntvangen, IncidentGemeld, IncidentGeweigerd, ProfielVastgesteld, GegevensVernietigd)


def _meldingen(recorded: Recorded) -> Iterable[Row]:
    feit = recorded.fact
    if not isinstance(feit, MeldingOntvangen | IncidentGemeld):
        return
    yield (
        "INSERT INTO meldingen (id, soort, gemeente, locatie, aard, voorgevallen_op, ontvangen_op, inhoud)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            str(feit.melding_id),
            "incident" if isinstance(feit, IncidentGemeld) else "melding",
            feit.gemeente,
            feit.locatie,
            feit.aard.value,
            iso(feit.voorgevallen_op),
            iso(recorded.tijd),
            recorded.data.decode(),
        ),
    )


MELDINGEN = View(
    name="meldingen",
    names=("meldingen",),
    tables=(
        "CREATE TABLE IF NOT EXISTS meldingen (id TEXT PRIMARY KEY, soort TEXT NOT NULL, gemeente TEXT NOT NULL,"
        " locatie TEXT NOT NULL, aard TEXT NOT NULL, voorgevallen_op TEXT NOT NULL, ontvangen_op TEXT NOT NULL,"
        " inhoud TEXT NOT NULL)",
        "CREATE INDEX IF NOT EXISTS meldingen_op_tijd ON meldingen (voorgevallen_op, id)",
    ),
    apply=_meldingen,
)

VOLGCODES = Table(
    "volgcodes",
    ("CREATE TABLE IF NOT EXISTS volgcodes (zegel TEXT PRIMARY KEY, melding_id TEXT NOT NULL)",),
)

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

VIEWS = (MELDINGEN, TERMIJNEN)
TABLES = (TEKSTEN, VOLGCODES, QUARANTAINE)


def bewaar_volgcode(zegel: str, melding_id: str) -> Row:
    """Keep under which code a melding can be followed; the code itself is nowhere."""
    return ("INSERT INTO volgcodes (zegel, melding_id) VALUES (?, ?)", (zegel, melding_id))


def bewaar_apart(apart_id: UUID, op: datetime, versleuteld: bytes) -> Row:
    """Keep a message that could not be taken."""
    return (
        f"INSERT INTO {APART} (id, ontvangen_op, bewaren_tot, versleuteld) VALUES (?, ?, ?, ?)",  # noqa: S608
        (str(apart_id), iso(op), iso(op + BEWAARTERMIJN), versleuteld),
    )


def wis_apart(apart_id: UUID) -> Row:
    """Erase it."""
    return (f"DELETE FROM {APART} WHERE id = ?", (str(apart_id),))  # noqa: S608


def _timer(apart_id: UUID) -> str:
    return f"{VERLOOPT}:{apart_id}"

"""The counts beside the facts: each matching melding once per threshold, until an escalation has used it.

What was used does not count again: after an escalation, counting starts anew. So a window holds fewer unused events
than the limit, and weighing one event costs the same whatever the history.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from services.escalatie.drempels.teller import Teller, Telrij
from services.escalatie.drempels.telling import Telmoment
from services.escalatie.staat import Status
from shared.ledger import Transaction, from_iso, iso

HISTORISCH = "historisch"
GAANDE = (Status.OPEN, Status.BEVESTIGD)
_KOLOMMEN = "moment, feit, melding_id, historisch"
_VAN = "FROM tellingen WHERE gemeente = ? AND locatie = ? AND drempel = ?"


def open_escalatie(tx: Transaction, teller: Teller, *statussen: Status, vervallen: bool = False) -> UUID | None:
    """Find the escalation that is going on at this threshold and location; or one whose reason has gone."""
    plaatsen = ", ".join("?" * len(statussen))
    sql = (
        "SELECT escalatie_id FROM escalaties WHERE gemeente = ? AND locatie = ? AND drempel = ? "  # noqa: S608
        f"AND status IN ({plaatsen}) AND vervallen = ? ORDER BY geopend_op DESC LIMIT 1"
    )
    gevonden = tx.query(sql, (*teller.sleutel, *(status.value for status in statussen), int(vervallen)))
    return UUID(gevonden[0][0]) if gevonden else None


def pas_gesloten(tx: Transaction, teller: Teller, sinds: datetime) -> UUID | None:
    """Find the escalation that ended here since then, unless it was a false alarm."""
    gevonden = tx.query(
        "SELECT escalatie_id FROM escalaties WHERE gemeente = ? AND locatie = ? AND drempel = ? AND status = ? "
        "AND gesloten_op >= ? AND uitkomst <> 'loos-alarm' ORDER BY gesloten_op DESC LIMIT 1",
        (*teller.sleutel, Status.GESLOTEN.value, iso(sinds)),
    )
    return UUID(gevonden[0][0]) if gevonden else None


def laatste_alarm(tx: Transaction, teller: Teller) -> datetime | None:
    """Say up to when the events here were used by an alarm."""
    [(moment,)] = tx.query(
        "SELECT MAX(voorgevallen_op) FROM escalaties WHERE gemeente = ? AND locatie = ? AND drempel = ? "
        "AND vervallen = 0",
        teller.sleutel,
    )
    return from_iso(moment) if moment else None


def rondom(tx: Transaction, teller: Teller, nieuw: Telmoment, venster: timedelta) -> list[Telmoment]:
    """Read the unused events that can share a window with this one."""
    return _momenten(tx, teller, "besteed_aan = ''", nieuw.moment - venster, nieuw.moment + venster)


def in_periode(tx: Transaction, teller: Teller, van: datetime, tot: datetime) -> list[Telmoment]:
    """Read what was counted in a period, used or not."""
    return _momenten(tx, teller, "historisch = 0", van, tot)


def bij_escalatie(tx: Transaction, teller: Teller, escalatie_id: UUID, venster: timedelta) -> list[Telmoment]:
    """Read what an escalation used, and the unused events that can share a window with that."""
    eigen = _lees(tx, f"{_VAN} AND besteed_aan = ? ORDER BY moment", (*teller.sleutel, str(escalatie_id)))
    if not eigen:
        return []
    van, tot = eigen[0].moment - venster, eigen[-1].moment + venster
    return [*eigen, *_momenten(tx, teller, "besteed_aan = '' AND historisch = 0", van, tot)]


def van_meldingen(tx: Transaction, gemeente: str, meldingen: Sequence[UUID]) -> list[Telrij]:
    """Read which thresholds count these meldingen."""
    plaatsen = ", ".join("?" * len(meldingen))
    sql = (
        f"SELECT locatie, drempel, besteed_aan, {_KOLOMMEN} FROM tellingen "  # noqa: S608 - our own names
        f"WHERE gemeente = ? AND melding_id IN ({plaatsen})"
    )
    rijen = tx.query(sql, (gemeente, *map(str, meldingen)))
    return [Telrij(Teller(gemeente, plek, code), _telmoment(*rest), aan) for plek, code, aan, *rest in rijen]


def onthoud(tx: Transaction, teller: Teller, nieuw: Telmoment, besteed_aan: str = "") -> None:
    """Count an event, or count it at another moment."""
    sql = (
        "INSERT INTO tellingen (gemeente, locatie, drempel, moment, feit, melding_id, historisch, besteed_aan) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (gemeente, locatie, drempel, feit) DO UPDATE SET "
        "moment = excluded.moment, melding_id = excluded.melding_id, besteed_aan = excluded.besteed_aan"
    )
    rij = (iso(nieuw.moment), nieuw.feit, str(nieuw.melding_id), int(nieuw.historisch), besteed_aan)
    tx.execute(sql, (*teller.sleutel, *rij))


def vergeet(tx: Transaction, teller: Teller, moment: Telmoment) -> None:
    """Stop counting an event."""
    sql = "DELETE FROM tellingen WHERE gemeente = ? AND locatie = ? AND drempel = ? AND feit = ?"
    tx.execute(sql, (*teller.sleutel, moment.feit))


def besteed(tx: Transaction, teller: Teller, momenten: Iterable[Telmoment], aan: str) -> None:
    """Mark events as used."""
    sql = "UPDATE tellingen SET besteed_aan = ? WHERE gemeente = ? AND locatie = ? AND drempel = ? AND feit = ?"
    for moment in momenten:
        tx.execute(sql, (aan, *teller.sleutel, moment.feit))


def geef_vrij(tx: Transaction, teller: Teller, escalatie_id: UUID) -> None:
    """Let what an escalation used count again, because its reason has gone."""
    sql = "UPDATE tellingen SET besteed_aan = '' WHERE gemeente = ? AND locatie = ? AND drempel = ? AND besteed_aan = ?"
    tx.execute(sql, (*teller.sleutel, str(escalatie_id)))


def _momenten(tx: Transaction, teller: Teller, eis: str, van: datetime, tot: datetime) -> list[Telmoment]:
    sql = f"{_VAN} AND {eis} AND moment BETWEEN ? AND ? ORDER BY moment"
    return _lees(tx, sql, (*teller.sleutel, iso(van), iso(tot)))


def _lees(tx: Transaction, sql: str, waarden: tuple[object, ...]) -> list[Telmoment]:
    return [_telmoment(*rij) for rij in tx.query(f"SELECT {_KOLOMMEN} {sql}", waarden)]


def _telmoment(moment: str, feit: str, melding_id: str, historisch: int) -> Telmoment:
    return Telmoment(from_iso(moment), feit, UUID(melding_id), bool(historisch))

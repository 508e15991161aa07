"""Keeping what arrives: the log row and the view rows of an event, in the transaction that moves the place."""

from collections.abc import Iterable

from services.rapportage.store.behandelrijen import Rij
from services.rapportage.store.rijen import rijen
from services.rapportage.store.standen import bijgewerkt
from services.rapportage.store.tabellen import ONTVANGEN
from shared.bus import Event
from shared.ledger import Transaction

_NAAR_LOG = ONTVANGEN.voeg_toe()


def bewaar(tx: Transaction, event: Event) -> None:
    """Keep an event, of any kind, and what the views make of it. Twice is once."""
    bewaar_samen(tx, [event])


def bewaar_samen(tx: Transaction, events: Iterable[Event]) -> None:
    """Keep several. What this part of the transaction wrote before is not seen: give each call a part of its own."""
    gemaakt: list[Rij] = []
    for event in events:
        tx.execute(_NAAR_LOG, naar_log(event))
        gemaakt += rijen(event)
    for tabel, waarden in gemaakt:
        tx.execute(tabel.voeg_toe(), waarden)
    for sql, anders in bijgewerkt(tx.query, gemaakt):
        tx.execute(sql, anders)


def naar_log(event: Event) -> tuple[object, ...]:
    """Return the row of the log."""
    return (
        event.source,
        event.chain_id,
        event.place,
        event.naam,
        event.id,
        event.moment,
        event.gemeente,
        event.locatie,
        event.correlatie,
        event.oorzaak,
        event.stream_id,
        event.version,
        event.hash.hex(),
        event.data,
    )

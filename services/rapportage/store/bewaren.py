"""Keeping what arrives: the log row and the view rows of an event, in the transaction that moves the place."""

from services.rapportage.store.rijen import rijen
from services.rapportage.store.tabellen import ONTVANGEN
from shared.bus import Event
from shared.ledger import Transaction, iso

_NAAR_LOG = ONTVANGEN.voeg_toe()


def bewaar(tx: Transaction, event: Event) -> None:
    """Keep an event, of any kind, and what the views make of it. Twice is once."""
    tx.execute(_NAAR_LOG, naar_log(event))
    for tabel, waarden in rijen(event):
        tx.execute(tabel.voeg_toe(), waarden)


def naar_log(event: Event) -> tuple[object, ...]:
    """Return the row of the log."""
    return (
        event.source,
        event.chain_id,
        event.place,
        event.naam,
        event.id,
        iso(event.tijd),
        event.gemeente,
        event.locatie,
        event.correlatie,
        event.oorzaak,
        str(event.stream),
        event.version,
        event.hash.hex(),
        event.data,
    )

"""The views in the shape that this version knows: built again from the log where the store has them in another one."""

from functools import partial
from hashlib import sha256
from time import sleep

from services.rapportage.store.herbouw import context, herbouw
from services.rapportage.store.tabellen import VIEWS
from shared.ledger import Ledger, Transaction

NAAM = "rapportage-views"
INHOUD = 1
"""Raise it when `rijen.py` makes other rows for the same columns."""
WACHT = 0.1
"""Seconds between two looks at whether the other process is done."""
_BEWAAR = "INSERT INTO vormen (naam, vorm) VALUES (?, ?) ON CONFLICT (naam) DO UPDATE SET vorm = excluded.vorm"


def schik(ledger: Ledger) -> None:
    """Build the views again if an earlier version made them: once, at the start, before anything is taken in.

    Of two processes that start together one builds; the other waits for it, or takes over where it ends.
    """
    while not _past(ledger):
        if ledger.claim(NAAM):
            _bouw(ledger)
        else:
            sleep(WACHT)


def _bouw(ledger: Ledger) -> None:
    if not _past(ledger):  # who held the claim before may have built them
        herbouw(ledger)
        ledger.run_sync(partial(_bewaar, afdruk=vingerafdruk()), context())


def _past(ledger: Ledger) -> bool:
    return ledger.query_sync("SELECT vorm FROM vormen WHERE naam = ?", (NAAM,)) == [(vingerafdruk(),)]


def vingerafdruk() -> str:
    """Return what tells two shapes of the views apart, hex."""
    return sha256("\n".join((str(INHOUD), *(tabel.maak() for tabel in VIEWS))).encode()).hexdigest()


def _bewaar(tx: Transaction, afdruk: str) -> None:
    tx.execute(_BEWAAR, (NAAM, afdruk))

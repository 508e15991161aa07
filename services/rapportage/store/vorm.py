"""The views in the shape that this version knows: built again from the log where the store has them in another one."""

from functools import partial
from hashlib import sha256

from services.rapportage.store.herbouw import context, herbouw
from services.rapportage.store.tabellen import VIEWS
from shared.ledger import Ledger, Transaction

NAAM = "rapportage-views"
INHOUD = 1
"""Raise it when `rijen.py` makes other rows for the same columns."""
_BEWAAR = "INSERT INTO vormen (naam, vorm) VALUES (?, ?) ON CONFLICT (naam) DO UPDATE SET vorm = excluded.vorm"


def schik(ledger: Ledger) -> None:
    """Build the views again if an earlier version made them: once, at the start, before anything is taken in."""
    afdruk = vingerafdruk()
    if ledger.query_sync("SELECT vorm FROM vormen WHERE naam = ?", (NAAM,)) != [(afdruk,)]:
        herbouw(ledger)
        ledger.run_sync(partial(_bewaar, afdruk=afdruk), context())


def vingerafdruk() -> str:
    """Return what tells two shapes of the views apart, hex."""
    return sha256("\n".join((str(INHOUD), *(tabel.maak() for tabel in VIEWS))).encode()).hexdigest()


def _bewaar(tx: Transaction, afdruk: str) -> None:
    tx.execute(_BEWAAR, (NAAM, afdruk))

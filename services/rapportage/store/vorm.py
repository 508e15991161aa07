"""The views in the shape that this version knows: built again from the log where the store has them in another one."""

from functools import partial
from hashlib import sha256

import structlog

from services.rapportage.store.herbouw import NAAM, bouw, context
from services.rapportage.store.tabellen import VIEWS
from shared.ledger import Ledger, Transaction
from shared.ledger.shape import KEEP
from shared.voortgang import Voortgang, in_het_log, samen, stil

log = structlog.get_logger(__name__)

INHOUD = 1
"""Raise it when `rijen.py` makes other rows for the same columns."""


def schik(ledger: Ledger, voortgang: Voortgang = stil) -> None:
    """Build the views again if an earlier version made them: once, at the start, before anything is taken in.

    Of two processes that start together one builds, and the other waits for it.
    """
    if _past(ledger):
        return
    with ledger.alone(NAAM):
        if not _past(ledger):  # who was alone before may have built them
            bouw(ledger, samen(in_het_log(log, "overzichten opbouwen", dienst="rapportage"), voortgang))
            ledger.run_sync(partial(_bewaar, afdruk=vingerafdruk()), context())


def _past(ledger: Ledger) -> bool:
    return ledger.query_sync("SELECT vorm FROM vormen WHERE naam = ?", (NAAM,)) == [(vingerafdruk(),)]


def vingerafdruk() -> str:
    """Return what tells two shapes of the views apart, hex."""
    return sha256("\n".join((str(INHOUD), *(tabel.maak() for tabel in VIEWS))).encode()).hexdigest()


def _bewaar(tx: Transaction, afdruk: str) -> None:
    tx.execute(KEEP, (NAAM, afdruk))

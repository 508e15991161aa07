"""Invented reports, and ledgers that are full of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from services.intake.store import FEITEN, TABLES, VIEWS
from shared.contracts.intake import Aard, MeldingOntvangen
from shared.facts import Context
from shared.ledger import Ledger, Transaction, open_ledger

NU = datetime(2026, 11, 22, 12, tzinfo=UTC)
OIN = "00000001002306608000"
THEMAS = ("geluid", "jeugd", "intimidatie", "geweld", "vernieling", "overig")
SAMEN = 2_000


def melding(nummer: int, op: datetime | None = None) -> MeldingOntvangen:
    """Return report `nummer`; without a moment, one of the past year."""
    return MeldingOntvangen(
        gemeente="gm0637",
        locatie="rokkeveenseweg",
        melding_id=UUID(int=nummer),
        aard=(Aard.OVERLAST, Aard.OVERLAST, Aard.CRIMINEEL)[nummer % 3],
        plaats="buiten-noodopvang",
        voorgevallen_op=op or NU - timedelta(minutes=nummer % 500_000),
        kanaal="telefoon",
        thema=THEMAS[nummer % len(THEMAS)],
    )


@contextmanager
def grootboek(folder: Path, naam: str = "intake") -> Iterator[Ledger]:
    """Open a ledger with the facts, views and tables of intake."""
    ledger = open_ledger(str(folder), naam, FEITEN, views=VIEWS, tables=TABLES)
    try:
        yield ledger
    finally:
        ledger.close()


def vul(ledger: Ledger, van: int, tot: int) -> None:
    """Commit the reports with these numbers, many at a time."""
    for begin in range(van, tot, SAMEN):
        nummers = range(begin, min(begin + SAMEN, tot))
        ledger.run_sync(partial(_schrijf, nummers=nummers), Context(NU, "bench"))


def _schrijf(tx: Transaction, nummers: range) -> None:
    for nummer in nummers:
        feit = melding(nummer)
        tx.append(feit.melding_id, feit)

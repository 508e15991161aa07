"""The entries of the dossierkluis that exist, and the timers of their terms. Pure (promise 5)."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from services.overleg.store.bouwstenen import change, insert
from shared.contracts.elk import GegevensVernietigd
from shared.contracts.overleg import BetrokkeneVastgelegd, BewaartermijnVerlengd
from shared.facts import Recorded
from shared.ledger import Row, iso, timer_cancel, timer_set

DOSSIER_VERLOOPT = "dossier-verloopt"
DOSSIERS = """CREATE TABLE IF NOT EXISTS betrokkenen (
    betrokkene TEXT PRIMARY KEY, gemeente TEXT NOT NULL, vastgelegd_op TEXT NOT NULL, bewaren_tot TEXT NOT NULL,
    vernietigd_op TEXT)"""
GEMEENTE = "SELECT gemeente FROM betrokkenen WHERE betrokkene = ?"
"""Whose entry it is."""
NOG_NIET_VERNIETIGD = f"{GEMEENTE} AND vernietigd_op IS NULL"
_RUIMTE = UUID("5d0c1f6e-8f1b-5f7c-9a50-5b1e5e0f7a11")


def dossier_id(betrokkene: UUID) -> UUID:
    """The stream of one entry: apart from the id itself, which measures carry."""
    return uuid5(_RUIMTE, str(betrokkene))


def dossier_rijen(recorded: Recorded) -> Iterable[Row]:
    """The rows of entries."""
    match recorded.fact:
        case BetrokkeneVastgelegd() as fact:
            waarden = {
                "gemeente": fact.gemeente,
                "vastgelegd_op": iso(recorded.tijd),
                "bewaren_tot": iso(fact.bewaren_tot),
            }
            yield insert("betrokkenen", {"betrokkene": str(fact.betrokkene), **waarden})
            yield _wekker(fact, recorded)
        case BewaartermijnVerlengd() as fact:
            yield change("betrokkenen", {"betrokkene": str(fact.betrokkene)}, {"bewaren_tot": iso(fact.bewaren_tot)})
            yield _wekker(fact, recorded)
        case GegevensVernietigd(soort="dossierverwijzing") as fact:
            yield change("betrokkenen", {"betrokkene": str(fact.betreft)}, {"vernietigd_op": iso(recorded.tijd)})
            yield timer_cancel(f"{DOSSIER_VERLOOPT}/{fact.betreft}")
        case _:
            return


def _wekker(fact: BetrokkeneVastgelegd | BewaartermijnVerlengd, recorded: Recorded) -> Row:
    gegevens = {"betrokkene": str(fact.betrokkene), "gemeente": fact.gemeente, "correlatie": recorded.correlatie}
    return timer_set(f"{DOSSIER_VERLOOPT}/{fact.betrokkene}", DOSSIER_VERLOOPT, fact.bewaren_tot, gegevens)

"""What the views of the rota and the channels make of a fact."""

from collections.abc import Iterator

from shared.contracts import Fact
from shared.contracts.escalatie import AlarmNietVerzonden, AlarmVerzonden
from shared.contracts.escalatie.piket import (
    KanaalGetest,
    PiketgatGevonden,
    PiketGewijzigd,
    PiketOvergedragen,
    PiketwijzigingVervallen,
)
from shared.facts import Recorded
from shared.ledger import Row, iso

_GELUKT = """INSERT INTO kanaalstanden (gemeente, rol, kanaal, gelukt_op, mislukt_op, reden, achtereen)
    VALUES (?, ?, ?, ?, NULL, NULL, 0)
    ON CONFLICT (gemeente, rol, kanaal) DO UPDATE SET gelukt_op = excluded.gelukt_op, achtereen = 0"""
_MISLUKT = """INSERT INTO kanaalstanden (gemeente, rol, kanaal, gelukt_op, mislukt_op, reden, achtereen)
    VALUES (?, ?, ?, NULL, ?, ?, 1)
    ON CONFLICT (gemeente, rol, kanaal) DO UPDATE SET mislukt_op = excluded.mislukt_op, reden = excluded.reden,
    achtereen = kanaalstanden.achtereen + 1"""
_WIJZIGING = """INSERT INTO piketwijzigingen (wijziging_id, gemeente, rol, dienst, van, tot, soort, ruil_id, plaats)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_GAT = "INSERT INTO piketgaten (gat_id, gemeente, rol, van, tot, escalatie_id) VALUES (?, ?, ?, ?, ?, ?)"
_STAND = """INSERT INTO piketstand (gemeente, rol, dienst, sinds, uitkomst, reden, poging, opnieuw_op)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (gemeente, rol) DO UPDATE SET dienst = excluded.dienst, sinds = excluded.sinds,
    uitkomst = excluded.uitkomst, reden = excluded.reden, poging = excluded.poging, opnieuw_op = excluded.opnieuw_op"""


def piket_rijen(recorded: Recorded) -> Iterator[Row]:
    """Rows of `piketwijzigingen`, `piketgaten` and `piketstand`."""
    match recorded.fact:
        case PiketGewijzigd() as fact:
            ruil = str(fact.ruil_id) if fact.ruil_id else None
            wat = (fact.dienst, iso(fact.van), iso(fact.tot), fact.soort, ruil, recorded.place)
            yield _WIJZIGING, (str(fact.wijziging_id), fact.gemeente, fact.rol, *wat)
        case PiketwijzigingVervallen() as fact:
            yield "DELETE FROM piketwijzigingen WHERE wijziging_id = ?", (str(fact.wijziging_id),)
        case PiketgatGevonden() as fact:
            stuk = (iso(fact.van), iso(fact.tot), str(fact.escalatie_id))
            yield _GAT, (str(fact.gat_id), fact.gemeente, fact.rol, *stuk)
        case PiketOvergedragen() as fact:
            opnieuw = iso(fact.opnieuw_op) if fact.opnieuw_op else None
            hoe = (fact.uitkomst, fact.reden, fact.poging, opnieuw)
            yield _STAND, (fact.gemeente, fact.rol, fact.dienst, iso(fact.van), *hoe)


def kanaal_rijen(recorded: Recorded) -> Iterator[Row]:
    """Rows of `kanaalstanden`: when each channel of each role last worked, and how often it has failed since."""
    if uitkomst := _uitkomst(recorded.fact):
        rol, kanaal, reden = uitkomst
        wie, op = (recorded.fact.gemeente, rol, kanaal), iso(recorded.tijd)
        yield (_MISLUKT, (*wie, op, reden)) if reden else (_GELUKT, (*wie, op))


def _uitkomst(fact: Fact) -> tuple[str, str, str] | None:
    """Which channel of which role was used, and why it failed."""
    match fact:
        case AlarmVerzonden():
            return fact.terugval or fact.rol, fact.kanaal, ""
        case AlarmNietVerzonden(rol=str() as rol, kanaal=str() as kanaal):
            return rol, kanaal, fact.reden
        case KanaalGetest():
            return fact.rol, fact.kanaal, "" if fact.gelukt else fact.reden or "onbekend"
        case PiketOvergedragen(kanaal=str() as kanaal):
            return fact.rol, kanaal, fact.reden or ""
        case _:
            return None

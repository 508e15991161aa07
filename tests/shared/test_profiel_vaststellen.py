"""The profile in force is a fact."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.contracts.elk import ProfielVastgesteld
from shared.facts import Context
from shared.ledger import Ledger
from shared.profiel import Profiel, Profielen, laad, lees
from shared.profiel.laden import herlees
from shared.profiel.vaststellen import profiel_op, profielstroom, stel_vast
from tests.fixtures.opslag import MakeLedger

BEGIN = datetime(2026, 11, 22, 9, tzinfo=UTC)
ZOETERMEER = laad("zoetermeer")
LATER = lees(ZOETERMEER.tekst.replace("grens = 5", "grens = 4"))


@pytest.fixture
def ledger(make_ledger: MakeLedger, database: str) -> Ledger:
    """A ledger on each database."""
    return make_ledger("proef", [ProfielVastgesteld], database=database)


def start(ledger: Ledger, dag: int, *profielen: Profiel) -> None:
    """A service starts on a day with these profiles."""
    op = Context(op=BEGIN + timedelta(days=dag), correlatie="start")
    ledger.run_sync(lambda tx: stel_vast(tx, Profielen(profielen)), op)


def versies(ledger: Ledger) -> list[str]:
    """The versions that were recorded for Zoetermeer."""
    feiten = [recorded.fact for recorded in ledger.facts(profielstroom("gm0637"))]
    return [feit.versie for feit in feiten if isinstance(feit, ProfielVastgesteld)]


def test_alleen_een_nieuw_profiel_wordt_vastgesteld(ledger: Ledger) -> None:
    """A restart with the same text records nothing; going back to an older text is a change too."""
    for dag, profiel in enumerate([ZOETERMEER, ZOETERMEER, LATER, LATER, ZOETERMEER]):
        start(ledger, dag, profiel)
    assert versies(ledger) == [ZOETERMEER.versie, LATER.versie, ZOETERMEER.versie]


def test_elke_gemeente_heeft_een_eigen_stroom(ledger: Ledger) -> None:
    """Two municipalities in one installation do not replace each other's profile."""
    start(ledger, 0, ZOETERMEER, laad("koggenland"))
    start(ledger, 1, ZOETERMEER, laad("koggenland"))
    assert ledger.last_place() == 2


def test_het_profiel_van_een_moment(ledger: Ledger) -> None:
    """An old decision is explained by the profile of then."""
    start(ledger, 1, ZOETERMEER)
    start(ledger, 5, LATER)
    feiten = [recorded.fact for recorded in ledger.facts(profielstroom("gm0637"))]
    assert profiel_op(feiten, BEGIN) is None
    assert profiel_op(feiten, BEGIN + timedelta(days=1)) == ZOETERMEER
    assert profiel_op(feiten, BEGIN + timedelta(days=4)) == ZOETERMEER
    assert profiel_op(feiten, BEGIN + timedelta(days=9)) == LATER


def test_strengere_controle_maakt_de_geschiedenis_niet_onleesbaar() -> None:
    """What was accepted once is read back, also where today's checks would refuse it or a field has gone."""
    oud = ZOETERMEER.tekst.replace('ladder = "driehoek"', 'ladder = "weg"').replace("[gemeente]", "[gemeente]\noud = 1")
    assert herlees(oud).gemeente == ZOETERMEER.gemeente


def test_een_profiel_uit_code_komt_hetzelfde_terug() -> None:
    """A profile that was changed in code (the demo) is recorded as JSON and read back the same."""
    gewijzigd = ZOETERMEER.model_copy(update={"drempels": ()})
    assert herlees(gewijzigd.tekst).model_dump() == gewijzigd.model_dump()

"""A rapportage on a real ledger, with the shipped profile of Zoetermeer."""

import pytest

from services.rapportage.application import Rapportagedienst
from services.rapportage.plek import Kijker
from services.rapportage.tabellen import LOGBOEK
from services.rapportage.tijdlijn import ALLES
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol, laad
from tests.fixtures.opslag import MakeLedger
from tests.rapportage.feiten import Keten


@pytest.fixture(scope="session")
def profielen() -> Profielen:
    """Zoetermeer alone."""
    return Profielen([laad("zoetermeer")])


@pytest.fixture
def ledger(make_ledger: MakeLedger) -> Ledger:
    """The store of rapportage, on SQLite."""
    return make_ledger("rapportage", [], tables=[LOGBOEK])


@pytest.fixture
def dienst(ledger: Ledger, profielen: Profielen) -> Rapportagedienst:
    """What answers."""
    return Rapportagedienst(ledger, profielen)


@pytest.fixture
def keten() -> Keten:
    """Three sources that told nothing yet."""
    return Keten()


@pytest.fixture
def oov() -> Kijker:
    """Somebody who may see all of it."""
    return Kijker(rol=Rol.OOV, zicht=ALLES)

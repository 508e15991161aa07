"""A rapportage on a real ledger, with the shipped profile of Zoetermeer."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from services.rapportage.application import Rapportagedienst
from services.rapportage.plek import Kijker
from services.rapportage.store import LOGBOEK, PUBLICATIES
from services.rapportage.tijdlijn import ALLES
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld
from shared.contracts.rapportage import CijfersGepubliceerd
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol, laad
from shared.web import Toegang, open_toegang
from tests.fixtures.opslag import MakeLedger
from tests.rapportage.deur import Deur, open_deur
from tests.rapportage.feiten import DINSDAG, LOCATIE, Keten, neem
from tests.rapportage.verhaal import NU, verhaal
from tests.web import nu

Maak = Callable[..., Awaitable[Weekbeeld]]
ZONDAG = DINSDAG + timedelta(days=5)
"""When the picture is asked for, unless a test says otherwise."""


@pytest.fixture(scope="session")
def profielen() -> Profielen:
    """Zoetermeer alone."""
    return Profielen([laad("zoetermeer")])


@pytest.fixture
def ledger(make_ledger: MakeLedger) -> Ledger:
    """The store of rapportage, on SQLite."""
    return make_ledger("rapportage", [CijfersGepubliceerd], views=[PUBLICATIES], tables=[LOGBOEK])


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


@pytest.fixture
def toegang(tmp_path: Path) -> Iterator[Toegang]:
    """A real store of keys and sessions."""
    toegang = open_toegang(str(tmp_path), nu)
    yield toegang
    toegang.close()


@pytest.fixture
def deur(ledger: Ledger, profielen: Profielen, toegang: Toegang) -> Deur:
    """A site on the whole story of two weeks."""
    neem(ledger, *verhaal().events)
    return open_deur(ledger, profielen, toegang, NU)


@pytest.fixture
def beeld(dienst: Rapportagedienst, oov: Kijker, ledger: Ledger, keten: Keten) -> Maak:
    """Take in what was told, and ask for the picture."""

    async def maak(
        peildatum: str | None = None, *, week: str | None = None, kijker: Kijker = oov, **uitsnede: str | None
    ) -> Weekbeeld:
        neem(ledger, *keten.events)
        plek = dienst.plek(LOCATIE)
        return await dienst.weekbeeld(plek, kijker, ZONDAG, peildatum=peildatum, week=week, **uitsnede)

    return maak

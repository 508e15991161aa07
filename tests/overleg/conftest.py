"""Overleg as it runs: built by its main, behind a real site. Built once; every test finds it as it began."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr
from starlette.types import ASGIApp

from services.overleg.main import bouw
from services.overleg.store import FACTS, TABLES, VIEWS
from shared.dienst import Dienst, Omgeving
from shared.ledger import Ledger, open_ledger
from shared.loket import Loket
from shared.profiel import Rol
from shared.settings import Settings
from shared.web import Toegang, open_toegang
from tests.fixtures.opslag import MakeLedger, own_database
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.terug import Bestand, Leeg, Toestand
from tests.overleg.voorbeelden import IN_FEBRUARI, profielen
from tests.web import bezoeker, met_sessie, nu, proefsite


@dataclass
class Kantoor:
    """The service, its site, and who may come in."""

    proef: Proef
    dienst: Dienst
    app: ASGIApp
    toegang: Toegang
    map: Path
    loket: Loket
    _sleutels: dict[tuple[Rol, str | None], str] = field(default_factory=dict)
    _sessies: dict[Rol, httpx.Cookies] = field(default_factory=dict)

    def als(self, rol: Rol, locatie: str | None = None) -> httpx.AsyncClient:
        """A program with a key of this role."""
        if (rol, locatie) not in self._sleutels:
            self._sleutels[(rol, locatie)] = self.toegang.maak_sleutel(rol, label="test", locatie=locatie)
        return bezoeker(self.app, Authorization=f"Bearer {self._sleutels[(rol, locatie)]}")

    async def scherm(self, rol: Rol) -> httpx.AsyncClient:
        """A person in a browser, signed in as this role."""
        if rol not in self._sessies:
            self._sessies[rol] = (await met_sessie(self.app, self.toegang, rol)).cookies
        client = bezoeker(self.app, **{"Sec-Fetch-Site": "same-origin"})
        client.cookies = self._sessies[rol]
        return client


def bouw_kantoor(map_: Path, toegang: Toegang) -> Kantoor:
    """Wednesday 4 February 2026, two days after arrival, planned ahead."""
    instellingen = Settings(data=map_, geheim=SecretStr("alleen voor deze proef"))
    omgeving = Omgeving(profielen(), lambda: proef.nu, instellingen, toegang)
    dienst = bouw(omgeving)
    proef = Proef(dienst.ledger, omgeving.profielen, IN_FEBRUARI)
    proef.plan()
    assert dienst.paginas is not None
    app = proefsite(toegang, apis={"overleg": dienst.api}, paginas=[dienst.paginas])
    return Kantoor(proef, dienst, app, toegang, map_, omgeving.loket)


@pytest.fixture(scope="session")
def gebouwd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Kantoor, list[Bestand]]]:
    """The service of this test session, and what each of its stores held when it began."""
    map_ = tmp_path_factory.mktemp("overleg")
    toegang = open_toegang(str(tmp_path_factory.mktemp("toegang")), nu)
    kantoor = bouw_kantoor(map_, toegang)
    begin = [Bestand(pad) for pad in sorted(map_.glob("*.db"))]
    yield kantoor, begin
    for bestand in begin:
        bestand.sluit()
    kantoor.dienst.sluit()
    toegang.close()


@pytest.fixture
def kantoor(gebouwd: tuple[Kantoor, list[Bestand]]) -> Kantoor:
    """Wednesday 4 February 2026, two days after arrival, planned ahead; keys and sessions outlive a test."""
    kantoor, begin = gebouwd
    for bestand in begin:
        bestand.terug()
    kantoor.proef.nu = IN_FEBRUARI
    return kantoor


@pytest.fixture
def eigen_kantoor(tmp_path: Path, toegang: Toegang) -> Iterator[Kantoor]:
    """The same in files of its own, for who looks at their bytes."""
    kantoor = bouw_kantoor(tmp_path, toegang)
    yield kantoor
    kantoor.dienst.sluit()


@dataclass
class Boek:
    """A ledger of overleg that goes back to nothing."""

    ledger: Ledger
    begin: Toestand

    def leeg(self) -> Ledger:
        """As it was made."""
        self.begin.terug()
        return self.ledger


def _boek(op: ExitStack, waar: str) -> Boek:
    ledger = open_ledger(waar, "overleg", FACTS, views=VIEWS, tables=TABLES)
    op.callback(ledger.close)
    begin = Leeg(waar, "overleg") if "://" in waar else Bestand(Path(waar) / "overleg.db")
    op.callback(begin.sluit)
    return Boek(ledger, begin)


@pytest.fixture(scope="session")
def sqlite_boek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Boek]:
    """One ledger on SQLite."""
    with ExitStack() as op:
        yield _boek(op, str(tmp_path_factory.mktemp("boek")))


@pytest.fixture(scope="session")
def postgres_boek(postgres_server: str) -> Iterator[Boek]:
    """One ledger on PostgreSQL."""
    with ExitStack() as op:
        yield _boek(op, op.enter_context(own_database(postgres_server)))


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> str:
    """Which store: every test that asks for it runs on both databases."""
    return str(request.param)


@pytest.fixture
def make_ledger(request: pytest.FixtureRequest) -> MakeLedger:
    """The ledger of overleg, empty; `database=` says on which store."""

    def make(*_: object, database: str | None = None, **__: object) -> Ledger:
        boek: Boek = request.getfixturevalue(f"{database or 'sqlite'}_boek")
        return boek.leeg()

    return make


@pytest.fixture(name="proef")
def lege_proef(make_ledger: MakeLedger, database: str) -> Proef:
    """Wednesday 4 February 2026, nothing planned yet; on both databases."""
    return maak_proef(make_ledger, profielen(), IN_FEBRUARI, database)

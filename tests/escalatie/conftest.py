"""Escalatie with the profile of Zoetermeer, on the databases of the test."""

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from shared.profiel import Profiel, Rol, laad
from shared.web.toegang import Toegang, open_toegang
from tests.escalatie.opstelling import Opstelling, Opzetten
from tests.escalatie.piket import site_van
from tests.web import met_sleutel, nu, proefsite


@pytest.fixture
def profiel() -> Profiel:
    """The profile that ships."""
    return laad("zoetermeer")


@pytest.fixture
def toegang(tmp_path: Path) -> Iterator[Toegang]:
    """A real access store."""
    store = open_toegang(str(tmp_path), nu)
    yield store
    store.close()


@pytest.fixture
def zet_op(tmp_path: Path, profiel: Profiel, toegang: Toegang) -> Iterator[Opzetten]:
    """Start escalatie, on SQLite unless a database is given; a second time: the same one again after a stop."""
    gestart: list[Opstelling] = []

    def start(database: str = "", **kanalen: str) -> Opstelling:
        gestart.append(Opstelling(database, tmp_path, profiel, toegang, kanalen=kanalen))
        return gestart[-1]

    yield start
    for opstelling in gestart:
        opstelling.sluit()


@pytest.fixture
async def piket(zet_op: Opzetten, toegang: Toegang) -> AsyncIterator[tuple[Opstelling, httpx.AsyncClient]]:
    """Escalatie with a rota, and a client with the key of the role that changes it."""
    keten = zet_op(politie="bewaar://", oov="bewaar://")
    async with aclosing(met_sleutel(site_van(keten, toegang), toegang, Rol.PIKET)) as client:
        yield keten, client


@pytest.fixture
def keten(zet_op: Opzetten) -> Opstelling:
    """Escalatie with channels that only store."""
    return zet_op(**dict.fromkeys(("politie", "piket", "oov", "burgemeester", "om"), "bewaar://"))


@pytest.fixture
def site(keten: Opstelling, toegang: Toegang) -> ASGIApp:
    """The site as the product serves it."""
    assert keten.dienst.paginas is not None
    return proefsite(toegang, apis={"escalatie": keten.dienst.api}, paginas=[keten.dienst.paginas])

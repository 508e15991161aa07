"""Overleg as it runs: built by its main, behind a real site."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr
from starlette.types import ASGIApp

from services.overleg.main import bouw
from shared.dienst import Dienst, Omgeving
from shared.profiel import Rol
from shared.settings import Settings
from shared.web import Toegang
from tests.overleg.proef import Proef
from tests.overleg.voorbeelden import lokaal, profielen
from tests.web import met_sessie, met_sleutel, proefsite


@dataclass
class Kantoor:
    """The service, its site, and who may come in."""

    proef: Proef
    dienst: Dienst
    app: ASGIApp
    toegang: Toegang

    def als(self, rol: Rol, locatie: str | None = None) -> httpx.AsyncClient:
        """A program with a key of this role."""
        return met_sleutel(self.app, self.toegang, rol, locatie)

    async def scherm(self, rol: Rol) -> httpx.AsyncClient:
        """A person in a browser, signed in as this role."""
        return await met_sessie(self.app, self.toegang, rol)


@pytest.fixture
def kantoor(tmp_path: Path, toegang: Toegang) -> Iterator[Kantoor]:
    """Wednesday 4 February 2026, two days after arrival, planned ahead."""
    nu = lokaal(2026, 2, 4, 12)
    omgeving = Omgeving(
        profielen(), lambda: proef.nu, Settings(data=tmp_path, geheim=SecretStr("alleen voor deze proef")), toegang
    )
    dienst = bouw(omgeving)
    proef = Proef(dienst.ledger, omgeving.profielen, nu)
    proef.plan()
    assert dienst.paginas is not None
    yield Kantoor(proef, dienst, proefsite(toegang, apis={"overleg": dienst.api}, paginas=[dienst.paginas]), toegang)
    dienst.ledger.close()

"""The doors of rapportage on a whole site: real access, a real store, a clock that stands still."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import httpx
from starlette.types import ASGIApp

from services.rapportage import api, paginas
from services.rapportage.application import op
from services.rapportage.gezondheid import Dienststand
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol
from shared.taken import Deel
from shared.web import Toegang
from tests.web import met_sessie, met_sleutel, proefsite


@dataclass
class Standen:
    """A `Gezondheid` that says what a test wants."""

    wat: Sequence[Dienststand] = ()

    async def standen(self) -> Sequence[Dienststand]:
        """Say it."""
        return self.wat


@dataclass
class Deur:
    """A site, and clients that carry a role."""

    app: ASGIApp
    toegang: Toegang

    def sleutel(self, rol: Rol, locatie: str | None = None) -> httpx.AsyncClient:
        """A client with a key."""
        return met_sleutel(self.app, self.toegang, rol, locatie)

    async def sessie(self, rol: Rol, locatie: str | None = None) -> httpx.AsyncClient:
        """A client that signed in."""
        return await met_sessie(self.app, self.toegang, rol, locatie)


def open_deur(
    ledger: Ledger,
    profielen: Profielen,
    toegang: Toegang,
    nu: datetime,
    standen: Sequence[Dienststand] = (),
    vandaag: Sequence[Deel] = (),
) -> Deur:
    """Put a site together at one moment."""
    toepassing = op(ledger, profielen)
    app = proefsite(
        toegang,
        apis={"rapportage": api.router(toepassing, lambda: nu)},
        paginas=[paginas.router(toepassing, lambda: nu, Standen(standen))],
        vandaag=vandaag,
    )
    return Deur(app, toegang)

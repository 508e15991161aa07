"""The four services as the program runs them, on stores of their own, with a clock that the test holds; no server."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from nats.aio.client import Client
from pydantic import SecretStr

from meldketen.diensten import NAMEN, bouw
from meldketen.gezondheid import gereedheid
from meldketen.loop import Loop
from meldketen.metingen import metingen
from shared.dienst import Omgeving
from shared.facts import Context
from shared.profiel import Profielen, laad
from shared.profiel.vaststellen import stel_vast
from shared.settings import Settings
from shared.web import Gereedheid
from shared.web.audit import Audit
from shared.web.toegang import open_toegang

OIN = "00000001002306608000"
BEGIN = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass
class Huis:
    """The services with their clock `nu`; nothing runs."""

    instellingen: Settings
    profielen: Profielen
    audit: Audit
    nu: datetime = BEGIN
    nc: Client = field(default_factory=Client)
    loops: dict[str, Loop] = field(default_factory=dict)

    def klok(self) -> datetime:
        """The clock of this test."""
        return self.nu

    def context(self) -> Context:
        """What happens now."""
        return Context(self.nu, uuid4().hex)

    async def regels(self) -> dict[str, float]:
        """What `/metrics` says of the services: each line with its value."""
        tekst = (await metingen(list(self.loops.values()), self.nc)).decode()
        regels = (regel.rpartition(" ") for regel in tekst.splitlines() if regel.startswith("meldketen_"))
        return {naam: float(waarde) for naam, _, waarde in regels}

    async def gereed(self) -> Gereedheid:
        """What `/gereed` says."""
        return await gereedheid(list(self.loops.values()), self.nc, self.audit)

    async def niet_gereed(self) -> dict[str, str]:
        """What `/gereed` says is not ready."""
        return dict((await self.gereed()).niet)

    async def een_feit(self, naam: str) -> None:
        """Let a service record its first fact."""
        await self.loops[naam].dienst.ledger.run(lambda tx: stel_vast(tx, self.profielen), self.context())

    def alles_gedaan(self) -> None:
        """Put every service at work, with nothing that waits and nothing wrong."""
        for loop in self.loops.values():
            loop.leidt = True
            loop.consumer.state.bij, loop.consumer.state.fout = True, ""
            loop.outbox.state.place = loop.last_place()


@pytest.fixture(scope="module")
def bouwsel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    """Four services on new stores, built once."""
    folder = tmp_path_factory.mktemp("huis")
    toegang = open_toegang(str(folder), lambda: BEGIN)
    huis = Huis(Settings(data=folder, geheim=SecretStr("g" * 40)), Profielen([laad("zoetermeer")]), toegang.audit)
    omgeving = Omgeving(huis.profielen, huis.klok, huis.instellingen, toegang)
    for naam in NAMEN:
        huis.loops[naam] = Loop(bouw(naam, omgeving), huis.nc, huis.klok, oin=OIN)
    yield huis
    for loop in huis.loops.values():
        loop.dienst.sluit()
    toegang.close()


@pytest.fixture
def huis(bouwsel: Huis) -> Huis:
    """The services with everything done; what earlier tests stored is still there."""
    bouwsel.alles_gedaan()
    return bouwsel

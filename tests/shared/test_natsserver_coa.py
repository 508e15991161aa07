"""What a COA location may do on the embedded server: its own subject, and nothing else."""

import json
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import nats
import pytest
from nats.aio.client import Client
from nats.errors import TimeoutError as NatsTimeout

from shared.bus import provision
from shared.bus.api import ask
from shared.natsserver import (
    CoaUser,
    NatsServer,
)
from tests.fixtures.nats import verwerkt
from tests.wachten import wacht_tot_async

EIGEN = CoaUser("gm0637", "rokkeveenseweg", "geheim-een")
ANDER = CoaUser("gm1916", "centrum", "geheim-twee")


@pytest.fixture
async def coa(tmp_path: Path, gestart: list[NatsServer]) -> AsyncIterator["Locatie"]:
    """A server with two COA locations; connected as the first, and as a service."""
    server = NatsServer(tmp_path, coa=[EIGEN, ANDER])
    gestart.append(server)
    verbinding = server.start()
    dienst = await nats.connect(verbinding.url)
    await provision(dienst)
    locatie = Locatie(server, dienst)
    await locatie.verbind(EIGEN)
    yield locatie
    await locatie.nc.close()
    await dienst.close()


class Locatie:
    """A COA location at the server, and what it was refused."""

    nc: Client

    def __init__(self, server: NatsServer, dienst: Client) -> None:
        self.server, self.dienst = server, dienst
        self.geweigerd: list[str] = []

    async def verbind(self, user: CoaUser) -> None:
        """Connect as this user."""

        async def hoor(error: Exception) -> None:
            self.geweigerd.append(str(error).lower())

        assert self.server.verbinding is not None
        self.nc = await nats.connect(
            f"nats://127.0.0.1:{self.server.verbinding.poort}",
            user=user.naam,
            password=user.wachtwoord,
            inbox_prefix=user.inbox,
            error_cb=hoor,
            allow_reconnect=False,
        )

    async def wordt_geweigerd(self, onderwerp: str) -> None:
        """Wait until the server says that this subject is not allowed."""
        await wacht_tot_async(
            lambda: any("permissions violation" in each and onderwerp in each for each in self.geweigerd),
            op=f"weigering van {onderwerp}",
        )


async def test_een_coa_locatie_meldt_op_haar_eigen_onderwerp(coa: Locatie) -> None:
    """Its incident is acknowledged by the stream, its sign of life and its refusals arrive."""
    antwoord = await coa.nc.request("coa.gm0637.rokkeveenseweg.incident", b"{}", timeout=5)
    assert json.loads(antwoord.data)["stream"] == "COA"
    hartslag = await coa.dienst.subscribe("coa.*.*.hartslag")
    await verwerkt(coa.dienst)
    await coa.nc.publish("coa.gm0637.rokkeveenseweg.hartslag", b"")
    assert (await hartslag.next_msg(timeout=5)).subject == "coa.gm0637.rokkeveenseweg.hartslag"
    afgewezen = await coa.nc.subscribe("coa.gm0637.rokkeveenseweg.afgewezen")
    await verwerkt(coa.nc)
    await coa.dienst.publish("coa.gm0637.rokkeveenseweg.afgewezen", b"x")
    assert (await afgewezen.next_msg(timeout=5)).data == b"x"
    assert coa.geweigerd == []


@pytest.mark.parametrize(
    "onderwerp",
    [
        "coa.gm1916.centrum.incident",
        "coa.gm0637.rokkeveenseweg.afgewezen",
        "gebeurtenis.intake.gm0637.rokkeveenseweg.IncidentGemeld",
        "$JS.API.STREAM.INFO.COA",
        "$JS.API.STREAM.MSG.GET.COA",
        "$JS.API.STREAM.DELETE.GEBEURTENISSEN",
        "_INBOX.iets",
    ],
)
async def test_een_coa_locatie_publiceert_nergens_anders(coa: Locatie, onderwerp: str) -> None:
    """Not for another location, not as a service, and nothing that reads or changes a stream."""
    with pytest.raises(NatsTimeout):
        await coa.nc.request(onderwerp, b"{}", timeout=0.3)
    await coa.wordt_geweigerd(onderwerp.lower())
    for stroom in ("COA", "GEBEURTENISSEN"):
        assert (await ask(coa.dienst, f"STREAM.INFO.{stroom}"))["state"]["messages"] == 0


@pytest.mark.parametrize(
    "onderwerp",
    [
        "coa.gm0637.rokkeveenseweg.incident",
        "coa.gm1916.centrum.afgewezen",
        "coa.>",
        "gebeurtenis.>",
        "_INBOX.>",
        "_INBOX_coa-gm1916-centrum.>",
        ">",
    ],
)
async def test_een_coa_locatie_hoort_niets_van_een_ander(coa: Locatie, onderwerp: str) -> None:
    """It cannot listen to others, to the events, or to answers that are not for it."""
    with suppress(nats.errors.Error):
        await coa.nc.subscribe(onderwerp)
        await verwerkt(coa.nc)
    await coa.wordt_geweigerd(onderwerp.lower())


async def test_een_locatie_erbij_en_eraf_zonder_herstart(coa: Locatie) -> None:
    """Credentials come and go while the server runs; whoever is already connected keeps working."""
    nieuw = CoaUser("gm1598", "obdam", "geheim-drie")
    coa.server.set_coa([nieuw])
    anders = Locatie(coa.server, coa.dienst)

    async def erin() -> bool:
        try:
            await anders.verbind(nieuw)
        except (nats.errors.Error, OSError):
            return False
        return True

    await wacht_tot_async(erin, op="de nieuwe locatie mag erin")
    bewaard = json.loads((await anders.nc.request("coa.gm1598.obdam.incident", b"{}", timeout=5)).data)
    assert bewaard["stream"] == "COA"
    with pytest.raises(nats.errors.Error):
        await Locatie(coa.server, coa.dienst).verbind(ANDER)
    assert coa.dienst.is_connected
    await anders.nc.close()

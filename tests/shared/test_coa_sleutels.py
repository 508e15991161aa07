"""Credentials of COA locations on a real server: what they open, and nothing else."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nats
import pytest
import pytest_asyncio
from nats.aio.client import Client
from nats.errors import Error as NatsError
from nats.errors import NoServersError
from nats.errors import TimeoutError as NatsTimeout

from shared.bus import provision
from shared.bus.api import ask
from shared.bus.broker import Broker
from shared.bus.client import NkeyClient
from shared.natsserver import CoaSleutels, NatsServer, Portier
from shared.nkey import ACCOUNT, USER, klopt, maak
from tests.fixtures.nats import verwerkt
from tests.wachten import wacht_tot_async

NU = datetime.now(UTC)
EIGEN = ("gm0637", "rokkeveenseweg")
ANDER = ("gm1916", "centrum")


class Huis:
    """A server with a doorkeeper, its keys, and the connection of the services."""

    def __init__(self, map_: Path, server: NatsServer, diensten: Client, portier: Portier) -> None:
        self.map, self.server, self.diensten, self.portier = map_, server, diensten, portier
        self.sleutels = CoaSleutels(map_)
        self.clients: list[Client] = []
        self.fouten: list[str] = []

    def creds(self, plek: tuple[str, str] = EIGEN, *, tot: datetime | None = None) -> Path:
        """A `.creds` file for a location."""
        pad = self.map.parent / f"{plek[1]}-{len(self.sleutels.lijst())}.creds"
        pad.write_text(self.sleutels.maak(*plek, op=NU, geldig_tot=tot))
        return pad

    async def als(self, creds: Path, plek: tuple[str, str] = EIGEN) -> Client:
        """Connect as a COA system does."""
        verbinding = self.server.verbinding
        assert verbinding is not None

        async def fout(error: Exception) -> None:
            self.fouten.append(str(error))

        nc = NkeyClient()
        await nc.connect(
            f"nats://127.0.0.1:{verbinding.poort}",
            user_credentials=str(creds),
            inbox_prefix=f"_INBOX_coa-{plek[0]}-{plek[1]}".encode(),
            allow_reconnect=False,
            connect_timeout=5,
            error_cb=fout,
        )
        self.clients.append(nc)
        return nc

    async def komt_niet_binnen(self, creds: Path) -> bool:
        """Whether these credentials open nothing."""
        try:
            await self.als(creds)
        except (NoServersError, NatsError):
            return True
        return False


@pytest_asyncio.fixture
async def huis(tmp_path: Path) -> AsyncIterator[Huis]:
    """A server that asks our doorkeeper."""
    map_, uitgever = tmp_path / "nats", maak(ACCOUNT)
    server = NatsServer(map_, uitgever=uitgever.publiek)
    broker = Broker(server.start().url, naam="test")
    diensten = await broker.connect()
    portier = Portier(map_, uitgever)
    await portier.begin(diensten)
    await verwerkt(diensten)
    await provision(diensten)
    huis = Huis(map_, server, diensten, portier)
    yield huis
    for client in huis.clients:
        await client.close()
    await broker.stop()
    server.stop()


async def test_een_bericht_van_de_eigen_locatie_wordt_bewaard(huis: Huis) -> None:
    """A location publishes its incident with the credentials file alone, and hears that it is stored."""
    coa = await huis.als(huis.creds())
    antwoord = await coa.request("coa.gm0637.rokkeveenseweg.incident", b"{}", timeout=5)
    begin = (await ask(huis.diensten, "STREAM.INFO.COA"))["state"]["first_seq"]
    assert json.loads(antwoord.data) == {"stream": "COA", "seq": begin}


VERBODEN = (
    "coa.gm1916.centrum.incident",
    "coa.gm0637.zoetermeer.incident",
    "coa.gm0637.rokkeveenseweg.afgewezen",
    "coa.gm0637.rokkeveenseweg.anders",
    "coa.gm0637.rokkeveenseweg",
    "gebeurtenis.intake.gm0637.rokkeveenseweg.MeldingOntvangen",
    "$JS.API.INFO",
    "$JS.API.STREAM.INFO.COA",
    "$JS.API.STREAM.MSG.GET.COA",
    "$JS.API.STREAM.DELETE.COA",
    "$JS.API.CONSUMER.CREATE.GEBEURTENISSEN",
    "$SYS.REQ.USER.AUTH",
    "$SYS.REQ.SERVER.PING",
    "_INBOX.iets",
)
NIET_TE_HOREN = (
    ">",
    "coa.>",
    "coa.gm0637.rokkeveenseweg.incident",
    "coa.gm0637.rokkeveenseweg.hartslag",
    "coa.gm1916.centrum.afgewezen",
    "gebeurtenis.>",
    "_INBOX.>",
    "_INBOX_coa-gm1916-centrum.>",
    "$SYS.>",
    "$JS.>",
)


async def test_de_rechtenmatrix(huis: Huis) -> None:
    """Its incident and sign of life, its refusals and its own inbox: the server refuses everything else."""
    coa = await huis.als(huis.creds())
    gehoord = await huis.diensten.subscribe("coa.gm0637.rokkeveenseweg.hartslag")
    await verwerkt(huis.diensten)
    eigen = await coa.subscribe("coa.gm0637.rokkeveenseweg.afgewezen")
    await coa.publish("coa.gm0637.rokkeveenseweg.hartslag", b"")
    await verwerkt(coa)
    assert (await gehoord.next_msg(timeout=5)).data == b""
    await huis.diensten.publish("coa.gm0637.rokkeveenseweg.afgewezen", b"nee")
    assert (await eigen.next_msg(timeout=5)).data == b"nee"
    assert huis.fouten == []
    for onderwerp in VERBODEN:
        await coa.publish(onderwerp, b"{}")
    for onderwerp in NIET_TE_HOREN:
        await coa.subscribe(onderwerp)
    await verwerkt(coa)
    await wacht_tot_async(lambda: len(huis.fouten) >= len(VERBODEN) + len(NIET_TE_HOREN))
    for onderwerp in (*VERBODEN, *NIET_TE_HOREN):
        assert any(f'"{onderwerp.lower()}"' in fout.lower() for fout in huis.fouten), onderwerp


async def test_wat_niet_mag_bereikt_niemand(huis: Huis) -> None:
    """A refused publish is stored nowhere and heard by nobody; a question to JetStream gets no answer."""
    coa = await huis.als(huis.creds())
    alles = await huis.diensten.subscribe("coa.>")
    await verwerkt(huis.diensten)
    await coa.publish("coa.gm1916.centrum.incident", b"{}")
    with suppress(NatsTimeout, NatsError):
        await coa.request("$JS.API.STREAM.INFO.COA", b"", timeout=0.3)
        pytest.fail("it may not ask JetStream anything")
    with pytest.raises(NatsTimeout):
        await alles.next_msg(timeout=0.1)


async def test_ingetrokken_verlopen_of_verzonnen_opent_niets(huis: Huis) -> None:
    """A withdrawn key, one past its date, one of nobody and an altered one stay outside."""
    ingetrokken = huis.creds()
    assert huis.sleutels.trek_in(huis.sleutels.lijst()[0].id, op=NU)
    assert not huis.sleutels.trek_in("coa-bestaatniet", op=NU)
    verlopen = huis.creds(tot=NU - timedelta(minutes=1))
    verzonnen = huis.map.parent / "verzonnen.creds"
    verzonnen.write_text(CoaSleutels(huis.map.parent / "elders").maak(*EIGEN, op=NU))
    for creds in (ingetrokken, verlopen, verzonnen):
        assert await huis.komt_niet_binnen(creds), creds.name
    assert not await huis.komt_niet_binnen(huis.creds(tot=NU + timedelta(days=1)))


async def test_zonder_sleutel_komt_niemand_binnen(huis: Huis) -> None:
    """Nothing at all, a made-up password, or the name of a location: refused."""
    verbinding = huis.server.verbinding
    assert verbinding is not None
    for wie in ("", "coa-gm0637-rokkeveenseweg:geheim@", "diensten:geraden@"):
        with pytest.raises((NoServersError, NatsError)):
            await nats.connect(f"nats://{wie}127.0.0.1:{verbinding.poort}", allow_reconnect=False, connect_timeout=5)


async def test_een_ingetrokken_sleutel_gaat_ook_uit_een_open_verbinding(huis: Huis) -> None:
    """Who is in and loses the key is put out within seconds; the others come back by themselves."""
    weg, blijft = await huis.als(huis.creds()), await huis.als(huis.creds(ANDER), ANDER)
    wacht = asyncio.create_task(huis.portier.bewaak(huis.server.herkeur))
    huis.sleutels.trek_in(huis.sleutels.lijst()[0].id, op=NU)
    await wacht_tot_async(lambda: weg.is_closed and blijft.is_closed)
    assert huis.diensten.is_connected
    assert await huis.komt_niet_binnen(huis.map.parent / "rokkeveenseweg-0.creds")
    opnieuw = await huis.als(huis.map.parent / "centrum-1.creds", ANDER)
    await opnieuw.request("coa.gm1916.centrum.incident", b"{}", timeout=5)
    wacht.cancel()


def test_het_bestand_houdt_geen_geheim(tmp_path: Path) -> None:
    """What is kept of a key opens nothing: the private half stands only in the file that was handed over."""
    sleutels = CoaSleutels(tmp_path)
    creds = sleutels.maak(*EIGEN, op=NU)
    seed = creds.split("SEED-----\n")[1].split("\n")[0]
    bewaard = (tmp_path / "coa-sleutels.json").read_text()
    assert seed not in bewaard
    assert (tmp_path / "coa-sleutels.json").stat().st_mode & 0o777 == 0o600


def test_een_nkey_tekent_en_wordt_herkend() -> None:
    """A signature is of one key and of one text."""
    een, ander = maak(USER), maak(USER)
    assert klopt(een.publiek, een.teken(b"nonce"), b"nonce")
    assert not klopt(een.publiek, een.teken(b"nonce"), b"ander")
    assert not klopt(ander.publiek, een.teken(b"nonce"), b"nonce")
    assert not klopt("geen sleutel", een.teken(b"nonce"), b"nonce")
    assert (een.publiek[0], een.seed[:2]) == ("U", "SU")

"""The connection of a process to NATS."""

import asyncio
import json

import nats.errors
import pytest
from nats.aio.client import Client
from structlog.testing import capture_logs

from shared.bus import Broker
from shared.natsserver import CoaUser, NatsServer
from tests.wachten import wacht_tot_async


def _url(server: NatsServer) -> str:
    assert server.verbinding is not None
    return server.verbinding.url


async def test_een_verbinding_die_voorgoed_sluit_wordt_gemeld(nats_server: NatsServer) -> None:
    """A connection that closes without being asked ends the process; here a test that looks on."""
    gesloten: list[bool] = []
    broker = Broker(_url(nats_server), naam="test", on_closed=lambda: gesloten.append(True))
    nc = await broker.connect()
    await nc.close()
    assert gesloten == [True]


async def test_wie_zelf_stopt_wordt_niet_beeindigd(nats_server: NatsServer) -> None:
    """Stopping on purpose is no reason to end anything."""
    gesloten: list[bool] = []
    broker = Broker(_url(nats_server), naam="test", on_closed=lambda: gesloten.append(True))
    await broker.connect()
    await broker.stop()
    assert gesloten == []


async def test_de_verbinding_komt_terug_met_de_server(nats_server: NatsServer) -> None:
    """However long the server is away, the connection is not given up."""
    broker = Broker(_url(nats_server), naam="test")
    nc = await broker.connect()
    nats_server.stop()
    await wacht_tot_async(lambda: not nc.is_connected, op="de verbinding is weg")
    nats_server.start()
    await wacht_tot_async(lambda: nc.is_connected, op="de verbinding is terug")
    await broker.stop()


async def test_stoppen_kan_ook_als_de_server_weg_is(nats_server: NatsServer) -> None:
    """Who stops while the connection is broken does not have to wait for it."""
    broker = Broker(_url(nats_server), naam="test")
    nc = await broker.connect()
    nats_server.stop()
    await wacht_tot_async(lambda: not nc.is_connected, op="de verbinding is weg")
    await broker.stop()
    assert nc.is_closed


async def test_een_server_die_niet_meer_kent_wordt_gemeld(nats_server: NatsServer) -> None:
    """When the server comes back with other credentials, this is not waited out in silence."""
    gesloten: list[bool] = []
    broker = Broker(_url(nats_server), naam="test", on_closed=lambda: gesloten.append(True))
    await broker.connect()
    nats_server.stop()
    bestand = nats_server.map / "verbinding.json"
    bestand.write_text(json.dumps(json.loads(bestand.read_text()) | {"wachtwoord": "een-ander"}))
    nats_server.start()
    await wacht_tot_async(lambda: gesloten, op="het einde wordt gemeld")
    await broker.stop()


async def test_met_een_verkeerd_wachtwoord_begint_het_niet(nats_server: NatsServer) -> None:
    """Wrong credentials are an error at once, not something to wait for."""
    assert nats_server.verbinding is not None
    broker = Broker(_url(nats_server).replace(nats_server.verbinding.wachtwoord, "verkeerd"), naam="test")
    with pytest.raises(nats.errors.Error, match="Authorization"):
        await asyncio.wait_for(broker.connect(), 5)


async def binnen(broker: Broker) -> Client | None:
    """Connect; nothing while the server has not read its new configuration."""
    try:
        return await broker.connect()
    except (nats.errors.Error, OSError):
        return None


async def test_een_weigering_staat_in_het_logboek(nats_server: NatsServer) -> None:
    """What the server does not allow is not only a timeout: the log says which subject."""
    coa = CoaUser("gm0637", "rokkeveenseweg", "geheim")
    nats_server.set_coa([coa])
    url = _url(nats_server).replace(nats_server.verbinding.gebruiker, coa.naam) if nats_server.verbinding else ""
    url = url.replace(nats_server.verbinding.wachtwoord, coa.wachtwoord) if nats_server.verbinding else ""
    broker = Broker(url, naam="test")
    with capture_logs() as logs:
        nc = await wacht_tot_async(lambda: binnen(broker), op="de nieuwe gebruiker mag erin")
        await nc.publish("gebeurtenis.intake.gm0637.alle.Geteld", b"{}")
        await wacht_tot_async(lambda: [each for each in logs if "gebeurtenis" in str(each)], op="de weigering")
    await broker.stop()


@pytest.mark.parametrize("server", ["nats://a:1,nats://b:2"])
def test_een_cluster_is_een_lijst_van_adressen(server: str) -> None:
    """Several addresses, separated by a comma, are one connection."""
    assert Broker(server, naam="test")._connection_kwargs["servers"] == ["nats://a:1", "nats://b:2"]

"""The buffer of COA incidents: taken over, then erased."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest_asyncio
from nats.aio.client import Client

from shared.bus import COA, CoaInlet, CoaMessage, provision
from shared.bus.api import ask
from shared.bus.coa import FEW
from shared.bus.pull import Pull
from shared.ledger import StoreUnavailable
from shared.natsserver import NatsServer
from tests.shared.busproef import op_de_stroom
from tests.wachten import wacht_tot_async

INCIDENT = "coa.gm0637.rokkeveenseweg.incident"
TEKST = b'{"toelichting": "een heel herkenbaar verhaal"}'


class Deur:
    """Takes incidents, and may refuse the first times, or wait until it is opened."""

    def __init__(self, nc: Client) -> None:
        self.inlet = CoaInlet(nc, self.neem)
        self.genomen: list[CoaMessage] = []
        self.fouten: list[Exception] = []
        self.open = asyncio.Event()
        self.open.set()
        self.laat_door: list[bytes] = []
        self.binnen = 0

    async def neem(self, message: CoaMessage) -> None:
        """Take one."""
        self.binnen += 1
        while not self.open.is_set() and message.data not in self.laat_door:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.open.wait(), 0.02)
        if self.fouten:
            raise self.fouten.pop()
        self.genomen.append(message)


@pytest_asyncio.fixture
async def deur(nc: Client) -> AsyncIterator[Deur]:
    """A running inlet."""
    await provision(nc)
    deur = Deur(nc)
    task = asyncio.create_task(deur.inlet.run())
    yield deur
    task.cancel()


async def _leeg(nc: Client) -> bool:
    return not await op_de_stroom(nc, COA)


async def test_een_incident_wordt_overgenomen(nc: Client, deur: Deur) -> None:
    """The handler gets it as it came, with who sent it; then the buffer is empty."""
    await nc.request(INCIDENT, TEKST, headers={"ce-id": "7"}, timeout=5)
    await wacht_tot_async(lambda: deur.genomen, op="overgenomen")
    (message,) = deur.genomen
    assert (message.gemeente, message.locatie, message.data) == ("gm0637", "rokkeveenseweg", TEKST)
    assert message.headers["ce-id"] == "7"
    assert message.aflevering == 1
    await wacht_tot_async(lambda: _leeg(nc), op="de buffer is leeg")


async def test_van_een_overgenomen_incident_blijft_niets_op_schijf(
    nc: Client, deur: Deur, nats_server: NatsServer
) -> None:
    """What intake took over is overwritten in the files of the stream, not only marked as deleted (promise 7)."""

    def op_schijf(tekst: bytes) -> bool:
        bestanden = (path for path in Path(nats_server.map).rglob("*") if path.is_file())
        return any(tekst in path.read_bytes() for path in bestanden)

    async def staan_er() -> list[bytes]:
        return [message.data for message in await op_de_stroom(nc, COA)]

    deur.open.clear()
    for tekst in (b"een buurman", TEKST, b"een ander"):
        await nc.request(INCIDENT, tekst, timeout=5)
    assert op_schijf(b"herkenbaar")
    await wacht_tot_async(lambda: deur.binnen == 3, op="alle drie zijn binnen")
    deur.laat_door.append(TEKST)
    await wacht_tot_async(lambda: deur.genomen, op="de ene is overgenomen")

    async def weg() -> bool:
        return await staan_er() == [b"een buurman", b"een ander"]

    await wacht_tot_async(weg, op="de ene is weg uit de buffer")
    assert not op_schijf(b"herkenbaar")
    assert op_schijf(b"een buurman")


async def test_wat_niet_lukt_blijft_staan_en_komt_terug(nc: Client, deur: Deur) -> None:
    """Neither an unavailable store nor a mistake in the handler loses an incident."""
    deur.fouten = [StoreUnavailable("weg"), RuntimeError("fout")]
    await nc.request(INCIDENT, TEKST, timeout=5)
    await wacht_tot_async(lambda: deur.genomen, op="overgenomen bij de derde keer")
    assert deur.genomen[0].aflevering == 3
    await wacht_tot_async(lambda: _leeg(nc), op="de buffer is leeg")
    await wacht_tot_async(lambda: deur.inlet.state.fout == "", op="de fout is voorbij")


async def test_wat_een_ander_al_wiste_is_overgenomen(nc: Client, deur: Deur) -> None:
    """When a second intake erased it first, that is as good; nothing is tried for ever."""
    deur.open.clear()
    seq = json.loads((await nc.request(INCIDENT, TEKST, timeout=5)).data)["seq"]
    await wacht_tot_async(lambda: deur.binnen == 1, op="binnen")
    await ask(nc, f"STREAM.MSG.DELETE.{COA}", {"seq": seq, "no_erase": False})
    deur.open.set()
    await wacht_tot_async(lambda: deur.inlet.state.overgenomen == 1, op="overgenomen")
    assert deur.inlet.state.fout == ""


async def test_wissen_op_een_gewiste_buffer_raakt_niets_nieuws(nc: Client) -> None:
    """An erasure that comes late, on a buffer that was made anew, erases no incident that nobody took over yet."""
    await provision(nc)
    inlet = CoaInlet(nc, Deur(nc).neem)
    await nc.request(INCIDENT, b"1", timeout=5)
    async with Pull(nc, COA, inlet._config()) as pull:
        (oud,) = await pull.next()
    await ask(nc, f"STREAM.DELETE.{COA}")
    await provision(nc)
    await nc.request(INCIDENT, b"2", timeout=5)
    await inlet._erase(oud)
    assert [message.data for message in await op_de_stroom(nc, COA)] == [b"2"]


async def test_veel_incidenten_tegelijk_en_wat_wacht_is_te_zien(nc: Client, deur: Deur) -> None:
    """Many are handled at the same time, so that they share a commit; how many wait is known."""
    deur.open.clear()
    for _ in range(100):
        await nc.publish(INCIDENT, TEKST)
    await wacht_tot_async(lambda: deur.binnen == 100, op="allemaal tegelijk binnen")
    await wacht_tot_async(lambda: deur.inlet.state.wachtend == 100, op="het aantal is te zien")
    deur.open.set()
    await wacht_tot_async(lambda: len(deur.genomen) == 100 and deur.inlet.state.wachtend == 0, op="overgenomen")
    assert deur.inlet.state.overgenomen == 100


async def test_opslaan_gaat_voor_wissen(nc: Client) -> None:
    """While many wait to be stored nothing is erased; then everything is."""
    await provision(nc)
    op_de_buffer: list[int] = []

    async def neem(_: CoaMessage) -> None:
        if not op_de_buffer:
            await wacht_tot_async(lambda: len(inlet._busy) == 100, op="allemaal binnen")
        op_de_buffer.append((await ask(nc, f"STREAM.INFO.{COA}"))["state"]["messages"])

    for _ in range(100):
        await nc.request(INCIDENT, TEKST, timeout=5)
    inlet = CoaInlet(nc, neem, at_once=1)
    task = asyncio.create_task(inlet.run())
    await wacht_tot_async(lambda: _leeg(nc), op="de buffer is leeg")
    task.cancel()
    assert op_de_buffer[: 100 - FEW] == [100] * (100 - FEW)
    assert inlet.state.overgenomen == 100


async def test_wat_wachtte_tijdens_een_stilstand_komt_alsnog(nc: Client, nats_server: NatsServer) -> None:
    """Incidents that came while intake was not there are waiting for it."""
    await provision(nc)
    await nc.request(INCIDENT, TEKST, timeout=5)
    nats_server.stop()
    nats_server.start()
    deur = Deur(nc)
    task = asyncio.create_task(deur.inlet.run())
    await wacht_tot_async(lambda: deur.genomen, op="overgenomen")
    task.cancel()


async def test_een_gewiste_buffer_wordt_opnieuw_gemaakt(nc: Client, deur: Deur) -> None:
    """When the stream disappears the inlet makes it again, and hears what comes then."""
    await nc.request(INCIDENT, b"1", timeout=5)
    await wacht_tot_async(lambda: len(deur.genomen) == 1)
    await ask(nc, f"STREAM.DELETE.{COA}")

    async def terug() -> bool:
        return COA in (await ask(nc, "STREAM.NAMES"))["streams"]

    await wacht_tot_async(terug, op="de stroom is er weer")
    await nc.request(INCIDENT, b"2", timeout=5)
    await wacht_tot_async(lambda: len(deur.genomen) == 2, op="ook daarna wordt overgenomen")


async def test_een_weigering_gaat_naar_de_afzender(nc: Client, deur: Deur) -> None:
    """A refusal names the field and the reason on the subject of that location, never the value."""
    sub = await nc.subscribe("coa.gm0637.rokkeveenseweg.afgewezen")
    await nc.request(INCIDENT, TEKST, timeout=5)
    await wacht_tot_async(lambda: deur.genomen)
    await deur.inlet.refuse(deur.genomen[0], ce_id="7", veld="ernst", reden="kies 1 tot en met 4")
    gehoord = await sub.next_msg(timeout=5)
    assert gehoord.data == b'{"ce-id": "7", "veld": "ernst", "reden": "kies 1 tot en met 4"}'

"""A disk that is full for a while: nothing is lost, everybody hears it, and it goes on without a person."""

import asyncio
import resource
import sys
from pathlib import Path

import httpx
import pytest

from meldketen.herstart import herstart_bij_stilstand
from shared.bus.broker import Broker
from shared.bus.streams import provision
from shared.natsserver import NatsServer
from shared.natsserver.server import read_pid
from shared.outbox import Outbox
from tests.fixtures.opslag import MakeLedger
from tests.journeys.installatie import Installatie, melding
from tests.shared.busproef import Geteld, plaatsen, tel
from tests.wachten import wacht_tot, wacht_tot_async


@pytest.mark.skipif(sys.platform != "linux", reason="limits of another process: Linux alone")
async def test_na_een_volle_schijf_gaat_de_outbox_door(tmp_path: Path, make_ledger: MakeLedger) -> None:
    """What was committed while the server could not write is published when it can, without a person."""
    server = NatsServer(tmp_path / "nats")
    broker = Broker(server.start().url, naam="proef")
    await broker.connect()
    await provision(broker.connection)
    ledger = make_ledger("verteller", [Geteld])
    outbox = Outbox(broker.connection, ledger, dienst="verteller", oin="0" * 20)
    tel(ledger, 1)
    tasks = [asyncio.create_task(outbox.run()), asyncio.create_task(server.bewaak())]
    try:
        await wacht_tot_async(lambda: outbox.state.place == 1, op="eerste feit")
        pid = read_pid(server.map)
        assert pid is not None
        before = resource.prlimit(pid, resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
        tel(ledger, 2)
        await wacht_tot_async(lambda: outbox.state.fout, 15, op="publiceren lukt niet")
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before)
        wacht = herstart_bij_stilstand(server, {"verteller": outbox}, geduld=1.0, kijk=0.2)
        tasks.append(asyncio.create_task(wacht))
        await wacht_tot_async(lambda: outbox.state.place == 2, 40, op="tweede feit")
        assert await plaatsen(broker.connection) == [1, 2]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await broker.stop()
        server.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="limits of another process: Linux alone")
def test_a_full_disk_is_said_and_passes(tmp_path: Path) -> None:
    """Reporting answers 503 and `/gereed` says why, although nobody tries again; with room there is a 201."""
    installatie = Installatie(tmp_path).start()
    assert installatie.proces is not None
    pid = installatie.proces.pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
    answer = installatie.post("meldpunt", "/intake/v1/meldingen", melding())
    assert (answer.status_code, "retry-after" in answer.headers) == (503, True)
    stand = httpx.get(f"{installatie.url}/gereed")
    assert stand.status_code == 503
    assert "opslaan lukt niet" in stand.text
    resource.prlimit(pid, resource.RLIMIT_FSIZE, before)
    wacht_tot(lambda: httpx.get(f"{installatie.url}/gereed").status_code == 200, op="gereed")
    assert installatie.post("meldpunt", "/intake/v1/meldingen", melding()).status_code == 201
    assert "lukt weer" in installatie.uitvoer()
    installatie.stop()

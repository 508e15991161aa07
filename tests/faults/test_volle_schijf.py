"""A disk that is full for a while: JetStream then refuses every write until it is restarted."""

import asyncio
import resource
import sys
from pathlib import Path

import pytest

from meldketen.herstart import herstart_bij_stilstand
from shared.bus.broker import Broker
from shared.bus.streams import provision
from shared.natsserver import NatsServer
from shared.natsserver.server import read_pid
from shared.outbox import Outbox
from tests.fixtures.opslag import MakeLedger
from tests.shared.busproef import Geteld, plaatsen, tel
from tests.wachten import wacht_tot_async


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

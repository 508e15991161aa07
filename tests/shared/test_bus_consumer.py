"""From the stream to a service, on a real server: everything once, whatever happens in between."""

import os
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest
from nats.aio.msg import Msg

from shared.bus import Consumer
from shared.bus.api import ask
from shared.natsserver import NatsServer
from shared.natsserver.server import read_pid
from tests.shared.busproef import GEBEURTENISSEN, Keten, tel
from tests.wachten import wacht_tot_async


async def _gezien(keten: Keten, *nummers: int) -> None:
    """Wait until exactly these were applied, in this order."""
    await wacht_tot_async(lambda: len(keten.gezien()) >= len(nummers), 20, op=f"{len(nummers)} toegepast")
    assert keten.gezien() == list(nummers)


async def test_elk_feit_heeft_een_effect_op_volgorde(keten: Keten) -> None:
    """What one service tells has one effect in the other, in order."""
    tel(keten.verteller, *range(1500))
    keten.begin()
    await _gezien(keten, *range(1500))
    tel(keten.verteller, 1500)
    await _gezien(keten, *range(1501))
    await wacht_tot_async(lambda: keten.consumer.state.places == {"intake": 1501})
    assert keten.consumer.state.bij
    assert keten.consumer.state.achter == 0
    assert keten.consumer.state.gestopt == ""


async def test_na_herstart_gaat_de_afnemer_verder_waar_hij_was(keten: Keten) -> None:
    """A consumer that begins again reads from its own place, and nothing twice."""
    tel(keten.verteller, *range(300))
    keten.begin()
    await _gezien(keten, *range(300))
    await keten.eindig()
    tel(keten.verteller, *range(300, 350))
    inbox = keten.maak_inbox()
    keten.begin(keten.maak_outbox(), keten.maak_consumer(inbox))
    await _gezien(keten, *range(350))
    assert inbox.counters.dubbel == 0


async def test_twee_afnemers_van_een_dienst_geven_een_effect(keten: Keten) -> None:
    """Two consumers on one ledger at once apply nothing twice: of two, one moves the place."""
    ander = keten.maak_consumer(keten.maak_inbox())
    keten.begin(keten.outbox, keten.consumer, ander)
    for nr in range(40):
        tel(keten.verteller, *range(nr * 5, nr * 5 + 5))
    await _gezien(keten, *range(200))
    await keten.eindig()
    assert keten.gezien() == list(range(200))


async def test_de_server_met_kill_9_beeindigd(keten: Keten, nats_server: NatsServer) -> None:
    """After a hard stop of the server everything goes on where it was."""
    keten.begin()
    tel(keten.verteller, *range(50))
    await _gezien(keten, *range(50))
    pid = read_pid(nats_server.map)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    await wacht_tot_async(lambda: not nats_server.alive(), op="de server is weg")
    tel(keten.verteller, *range(50, 60))
    nats_server.start()
    await _gezien(keten, *range(60))


async def test_de_map_van_jetstream_gewist(keten: Keten, nats_server: NatsServer) -> None:
    """Losing everything that the bus held loses nothing: it is filled again, and has no second effect (promise 2)."""
    keten.begin()
    tel(keten.verteller, *range(120))
    await _gezien(keten, *range(120))
    nats_server.stop()
    shutil.rmtree(Path(nats_server.map) / "jetstream")
    tel(keten.verteller, *range(120, 130))
    nats_server.start()
    await _gezien(keten, *range(130))
    state = (await ask(keten.nc, f"STREAM.INFO.{GEBEURTENISSEN}"))["state"]
    assert state["messages"] == 130


async def test_de_stroom_gewist_terwijl_alles_draait(keten: Keten) -> None:
    """A deleted stream is noticed by both sides; what follows arrives, what was applied is not applied again."""
    keten.begin()
    tel(keten.verteller, *range(30))
    await _gezien(keten, *range(30))
    await ask(keten.nc, f"STREAM.DELETE.{GEBEURTENISSEN}")
    tel(keten.verteller, *range(30, 45))
    await _gezien(keten, *range(45))


async def test_een_verwijderde_serverkant_wordt_gemerkt(keten: Keten) -> None:
    """When the server forgets the consumer, it is made again within seconds."""
    keten.begin()
    tel(keten.verteller, 1)
    await _gezien(keten, 1)
    namen = (await ask(keten.nc, f"CONSUMER.NAMES.{GEBEURTENISSEN}"))["consumers"]
    for naam in namen:
        await ask(keten.nc, f"CONSUMER.DELETE.{GEBEURTENISSEN}.{naam}")
    tel(keten.verteller, 2)
    await _gezien(keten, 1, 2)


async def test_een_bericht_dat_met_de_lijn_verloren_ging_komt_alsnog(
    keten: Keten, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the server sent down a line that broke counts as delivered; in the quiet after it the consumer looks."""
    monkeypatch.setattr("shared.bus.consumer.LOOK_SECONDS", 0.1)
    keten.begin()
    tel(keten.verteller, 1)
    await _gezien(keten, 1)
    kwijt: list[str] = []
    for abonnement in keten.nc._subs.values():  # the wire itself, as a message meets it: this one never comes

        async def verlies(msg: Msg, echt: Any = abonnement._cb) -> None:
            if "$JS.ACK" in msg.reply and not kwijt:
                kwijt.append(msg.reply)
            else:
                await echt(msg)

        abonnement._cb = verlies
    tel(keten.verteller, 2)
    await wacht_tot_async(lambda: kwijt, op="een bericht is kwijt")
    await _gezien(keten, 1, 2)


async def test_een_event_zonder_handler_verzet_alleen_de_plaats(keten: Keten) -> None:
    """Nobody is bothered with events that it does not know, and they are not read again."""
    inbox = keten.maak_inbox({})
    consumer = keten.maak_consumer(inbox)
    keten.begin(keten.outbox, consumer)
    tel(keten.verteller, 1, 2, 3)
    await wacht_tot_async(lambda: consumer.state.places == {"intake": 3}, op="de plaats is verzet")
    assert keten.gezien() == []
    assert keten.luisteraar.positions()["intake"].place == 3


async def test_een_dienst_zonder_bronnen_luistert_niet(keten: Keten) -> None:
    """A service that takes no events ends its consumer at once."""
    await Consumer(keten.nc, keten.inbox, []).run()
    assert keten.gezien() == []


async def test_bronnen_blijven_uit_elkaar(keten: Keten) -> None:
    """Each source has its own place, and the events of one service only go to who asked for them."""
    keten.begin()
    tel(keten.verteller, 1, 2)
    await _gezien(keten, 1, 2)
    await keten.nc.request("gebeurtenis.escalatie.gm0637.alle.Geteld", b"{}", timeout=5)
    tel(keten.verteller, 3)
    await _gezien(keten, 1, 2, 3)
    assert keten.consumer.state.onleesbaar == 0

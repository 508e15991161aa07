"""From the ledger to the stream, on a real server."""

import asyncio
from collections.abc import Callable

import pytest

from shared.bus import provision
from shared.bus.api import Again, ask
from shared.ledger import Ledger, transaction
from shared.natsserver import NatsServer
from tests.shared.busproef import GEBEURTENISSEN, Geteld, Keten, op_de_stroom, plaatsen, publiceer, tel
from tests.wachten import wacht_tot_async


async def _op_plaats(keten: Keten, place: int) -> None:
    await wacht_tot_async(lambda: keten.outbox.state.place == place, op=f"outbox op plaats {place}")


async def test_alles_komt_op_volgorde_op_de_stroom(keten: Keten) -> None:
    """What was committed before and after the relay began is on the stream, once, in the order of the ledger."""
    tel(keten.verteller, *range(1200))
    keten.begin(keten.outbox)
    await _op_plaats(keten, 1200)
    tel(keten.verteller, *range(7))
    await _op_plaats(keten, 1207)
    assert await plaatsen(keten.nc) == list(range(1, 1208))
    assert keten.outbox.state.fout == ""


async def test_een_enkel_feit_gaat_zonder_batch(keten: Keten) -> None:
    """A lone fact is published on its own, which is faster; several together are one batch."""
    tel(keten.verteller, 1)
    keten.begin(keten.outbox)
    await _op_plaats(keten, 1)
    tel(keten.verteller, 2, 3)
    await _op_plaats(keten, 3)
    eerste, tweede, derde = await op_de_stroom(keten.nc)
    assert "Nats-Batch-Id" not in eerste.headers
    assert tweede.headers["Nats-Batch-Id"] == derde.headers["Nats-Batch-Id"]
    assert keten.outbox.state.batches == 2


async def test_van_twee_doorgevers_komt_er_een_door(keten: Keten) -> None:
    """Two relays on one ledger publish nothing twice and lose nothing."""
    ander = keten.maak_outbox()
    keten.begin(keten.outbox, ander)
    for nr in range(60):
        await asyncio.to_thread(tel, keten.verteller, *range(nr % 7 + 1))
    laatste = keten.verteller.last_place()
    await _op_plaats(keten, laatste)
    assert await plaatsen(keten.nc) == list(range(1, laatste + 1))
    assert keten.outbox.state.gestopt == ander.state.gestopt == ""


async def test_een_achtergebleven_doorgever_publiceert_niets(keten: Keten) -> None:
    """A relay that still thinks the stream is as it was is refused by the server, and looks up where it is."""
    tel(keten.verteller, 1)
    achter = keten.maak_outbox()
    seq = await achter._locate()
    keten.begin(keten.outbox)
    await _op_plaats(keten, 1)
    poging = asyncio.gather(achter._publish(keten.verteller.read(0, 10), seq), return_exceptions=True)
    assert "wrong last sequence" in str((await poging)[0])
    assert await plaatsen(keten.nc) == [1]


@pytest.mark.parametrize("al_gepubliceerd", [0, 3])
async def test_wat_naar_een_gewiste_stroom_onderweg_was_past_nergens(keten: Keten, al_gepubliceerd: int) -> None:
    """A batch of a lost installation arrives on the stream that was made anew, as long as the old one was: refused."""
    nc, verteller = keten.nc, keten.verteller
    tel(verteller, *range(al_gepubliceerd + 2))
    seq = await keten.outbox._locate()
    if al_gepubliceerd:
        seq = await keten.outbox._publish(verteller.read(0, al_gepubliceerd), seq)
    onderweg = await keten.outbox._fence(seq)
    for _ in range(2):  # the same subjects, as many messages
        await ask(nc, f"STREAM.DELETE.{GEBEURTENISSEN}")
        await provision(nc)
    for nr in range(al_gepubliceerd):
        await publiceer(nc, verteller, verteller.read(nr, 1)[0])
    antwoord = await nc.request("gebeurtenis.intake.gm0637.alle.Geteld", b"{}", headers=onderweg, timeout=5)
    assert b"wrong last sequence" in antwoord.data
    assert await plaatsen(nc) == list(range(1, al_gepubliceerd + 1))


async def test_een_gewiste_stroom_wordt_opnieuw_gevuld(keten: Keten) -> None:
    """When the stream is deleted under an idle relay, it is made again and filled from the first fact."""
    tel(keten.verteller, *range(10))
    keten.begin(keten.outbox)
    await _op_plaats(keten, 10)
    await ask(keten.nc, f"STREAM.DELETE.{GEBEURTENISSEN}")

    async def gevuld() -> bool:
        try:
            return await plaatsen(keten.nc) == list(range(1, 11))
        except Again:
            return False

    await wacht_tot_async(gevuld, op="de stroom is weer gevuld")


async def test_zonder_verbinding_gaat_niets_weg_en_daarna_alles(keten: Keten, nats_server: NatsServer) -> None:
    """What is committed while the server is away is published once, in order, when it is back."""
    tel(keten.verteller, 1)
    keten.begin(keten.outbox)
    await _op_plaats(keten, 1)
    nats_server.stop()
    await wacht_tot_async(lambda: not keten.nc.is_connected, op="de verbinding is weg")
    for nr in range(20):
        await asyncio.to_thread(tel, keten.verteller, nr)
    await wacht_tot_async(lambda: "geen verbinding" in keten.outbox.state.fout, op="de outbox ziet het")
    assert await keten.outbox.lag() == 20
    nats_server.start()
    await _op_plaats(keten, 21)
    assert await plaatsen(keten.nc) == list(range(1, 22))


async def test_zonder_verbinding_wordt_niets_klaargezet(keten: Keten, nats_server: NatsServer) -> None:
    """A fact is never handed to a client that would send it at a moment that nobody knows."""
    tel(keten.verteller, 1)
    seq = await keten.outbox._locate()
    nats_server.stop()
    await wacht_tot_async(lambda: not keten.nc.is_connected, op="de verbinding is weg")
    with pytest.raises(Again, match="geen verbinding"):
        await keten.outbox._publish(keten.verteller.read(0, 10), seq)
    assert keten.nc.pending_data_size == 0


async def test_een_vreemd_grootboek_stopt(
    keten: Keten, make_ledger: Callable[..., Ledger], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A ledger that did not write what is on the stream publishes nothing, and says why."""
    tel(keten.verteller, 1, 2)
    keten.begin(keten.outbox)
    await _op_plaats(keten, 2)
    vreemd = make_ledger("intake", [Geteld], database=str(tmp_path_factory.mktemp("vreemd")))
    tel(vreemd, 7, 8, 9)
    outbox = keten.maak_outbox(vreemd)
    keten.begin(outbox)
    await wacht_tot_async(lambda: outbox.state.gestopt, op="de vreemde outbox stopt")
    assert "komt niet uit dit grootboek" in outbox.state.gestopt
    assert await plaatsen(keten.nc) == [1, 2]


async def test_een_grootboek_dat_achterloopt_op_de_stroom_stopt(keten: Keten) -> None:
    """When the stream knows a fact that the ledger lost, nothing more is published."""
    tel(keten.verteller, 1, 2)
    keten.begin(keten.outbox)
    await _op_plaats(keten, 2)
    await keten.eindig()
    outbox = keten.maak_outbox(keten.luisteraar)
    keten.begin(outbox)
    await wacht_tot_async(lambda: outbox.state.gestopt, op="de outbox stopt")


async def test_een_te_groot_feit_wordt_gemeld(keten: Keten, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact from before there was a bound, that the bus cannot carry, stops the relay with its place."""
    monkeypatch.setattr(transaction, "FACT_BYTES", 2_000_000)
    tel(keten.verteller, 1)
    tel(keten.verteller, 2, tekst="x" * 1_100_000)
    keten.begin(keten.outbox)
    await wacht_tot_async(lambda: keten.outbox.state.gestopt, op="de outbox stopt")
    assert "plaats 2" in keten.outbox.state.gestopt
    assert await plaatsen(keten.nc) == [1]


async def test_grote_feiten_gaan_in_meer_batches(keten: Keten) -> None:
    """Facts that together are more than the connection holds are sent in several batches."""
    for nr in range(12):
        tel(keten.verteller, nr, tekst="x" * 300_000)
    keten.begin(keten.outbox)
    await _op_plaats(keten, 12)
    assert await plaatsen(keten.nc) == list(range(1, 13))
    assert keten.outbox.state.batches >= 4

"""The chain decides: duplicates, gaps, foreign ledgers and changed facts, put on the stream by hand."""

from collections.abc import Callable

import pytest

from shared.bus import Consumer
from shared.bus.api import ask
from shared.ledger import Ledger
from tests.shared.busproef import GEBEURTENISSEN, VERTELLER, Geteld, Keten, publiceer, tel
from tests.wachten import wacht_tot_async


async def _toegepast(keten: Keten, *nummers: int) -> None:
    await wacht_tot_async(lambda: keten.gezien() == list(nummers), op=f"{nummers} toegepast")


async def test_dubbele_berichten_hebben_een_effect(keten: Keten) -> None:
    """The same event three times, also long after, has one effect (promise 3)."""
    tel(keten.verteller, 1, 2, 3)
    een, twee, drie = keten.verteller.read(0, 3)
    keten.begin(keten.consumer)
    for recorded in (een, een, twee, een, drie, twee, drie):
        await publiceer(keten.nc, keten.verteller, recorded)
    await _toegepast(keten, 1, 2, 3)
    await wacht_tot_async(lambda: keten.inbox.counters.dubbel == 4, op="de dubbele zijn gezien")


async def test_een_gat_stopt_luid_en_sluit_weer(keten: Keten) -> None:
    """An event that is missing stops the line and says so; once it is there, nothing was skipped (promise 4)."""
    tel(keten.verteller, 1, 2, 3)
    een, _, drie = keten.verteller.read(0, 3)
    keten.begin(keten.consumer)
    await publiceer(keten.nc, keten.verteller, een)
    await publiceer(keten.nc, keten.verteller, drie)
    await wacht_tot_async(lambda: keten.consumer.state.gestopt, op="het gat wordt gemeld")
    assert "intake 3 (Geteld) komt na 2, maar intake is verwerkt tot en met 1" in keten.consumer.state.gestopt
    assert keten.gezien() == [1]
    await ask(keten.nc, f"STREAM.DELETE.{GEBEURTENISSEN}")
    keten.begin(keten.outbox)
    await _toegepast(keten, 1, 2, 3)
    await wacht_tot_async(lambda: not keten.consumer.state.gestopt, op="de melding verdwijnt")


async def test_een_gat_achter_meer_dan_een_greep_is_ook_luid(keten: Keten) -> None:
    """What comes again before the gap, batch after batch, leads nowhere: it does not make the gap a new one."""
    tel(keten.verteller, *range(1, 9))
    consumer = Consumer(keten.nc, keten.inbox, [VERTELLER], batch=2)
    keten.begin(consumer)
    for recorded in keten.verteller.read(0, 8):
        if recorded.place != 7:
            await publiceer(keten.nc, keten.verteller, recorded)
    await wacht_tot_async(lambda: consumer.state.gestopt, op="het gat wordt gemeld")
    assert "intake 8 (Geteld) komt na 7" in consumer.state.gestopt
    assert keten.gezien() == list(range(1, 7))


async def test_een_bericht_op_de_verkeerde_plek_misleidt_het_zoeken_niet(keten: Keten) -> None:
    """When an old event stands again behind newer ones, the search may land wrong; reading it all puts that right."""
    tel(keten.verteller, *range(1, 9))
    feiten = keten.verteller.read(0, 8)
    keten.begin(keten.consumer)
    await publiceer(keten.nc, keten.verteller, feiten[0])
    await _toegepast(keten, 1)
    await keten.eindig()
    for recorded in (*feiten[1:5], feiten[0], feiten[0], feiten[0], *feiten[5:]):
        await publiceer(keten.nc, keten.verteller, recorded)
    consumer = keten.maak_consumer(keten.maak_inbox())
    keten.begin(consumer)
    await _toegepast(keten, *range(1, 9))
    assert consumer.state.gestopt == ""


async def test_een_ander_grootboek_stopt(
    keten: Keten, make_ledger: Callable[..., Ledger], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Facts of another ledger are not taken for the next ones of this source."""
    tel(keten.verteller, 1)
    keten.begin(keten.consumer)
    await publiceer(keten.nc, keten.verteller, keten.verteller.read(0, 1)[0])
    await _toegepast(keten, 1)
    vreemd = make_ledger("intake", [Geteld], database=str(tmp_path_factory.mktemp("vreemd")))
    tel(vreemd, 7, 8)
    await publiceer(keten.nc, vreemd, vreemd.read(1, 1)[0])
    await wacht_tot_async(lambda: keten.consumer.state.gestopt, op="de afnemer stopt")
    assert "ander grootboek" in keten.consumer.state.gestopt
    assert keten.gezien() == [1]


async def test_een_vervangen_stroom_met_een_ander_grootboek_wordt_gemerkt(
    keten: Keten, make_ledger: Callable[..., Ledger], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A stream refilled by another ledger is refused at once, not only at its first new fact."""
    tel(keten.verteller, *range(5))
    keten.begin()
    await _toegepast(keten, *range(5))
    await keten.eindig()
    await ask(keten.nc, f"STREAM.DELETE.{GEBEURTENISSEN}")
    vreemd = make_ledger("intake", [Geteld], database=str(tmp_path_factory.mktemp("vreemd")))
    tel(vreemd, 7, 8)
    outbox, consumer = keten.maak_outbox(vreemd), keten.maak_consumer(keten.maak_inbox())
    keten.begin(outbox)
    await wacht_tot_async(lambda: outbox.state.place == 2, op="de vreemde feiten staan op de stroom")
    keten.begin(consumer)
    await wacht_tot_async(lambda: "ander grootboek" in consumer.state.gestopt, op="de afnemer stopt")
    assert keten.gezien() == list(range(5))


async def test_veranderde_gegevens_worden_gemerkt(keten: Keten) -> None:
    """Data that was changed on the way does not fit the hash, and is not applied (promise 9)."""
    tel(keten.verteller, 1)
    keten.begin(keten.consumer)
    recorded = keten.verteller.read(0, 1)[0]
    await publiceer(keten.nc, keten.verteller, recorded, data=recorded.data.decode().replace('"nr":1', '"nr":9'))
    await wacht_tot_async(lambda: keten.consumer.state.gestopt, op="de afnemer stopt")
    assert "de hash sluit niet aan" in keten.consumer.state.gestopt
    assert keten.gezien() == []


async def test_een_andere_hash_op_een_verwerkte_plaats_stopt(keten: Keten) -> None:
    """A different fact at a place that was applied is not passed over as a duplicate."""
    tel(keten.verteller, 1)
    keten.begin(keten.consumer)
    recorded = keten.verteller.read(0, 1)[0]
    await publiceer(keten.nc, keten.verteller, recorded)
    await _toegepast(keten, 1)
    await publiceer(keten.nc, keten.verteller, recorded, ketenhash="00" * 32)
    await wacht_tot_async(lambda: "een ander feit" in keten.consumer.state.gestopt, op="de afnemer stopt")


async def test_een_bericht_dat_van_geen_grootboek_is_houdt_niets_op(keten: Keten) -> None:
    """Something unreadable on the stream is counted and passed over: no place is lost with it."""
    tel(keten.verteller, 1, 2)
    een, twee = keten.verteller.read(0, 2)
    keten.begin(keten.consumer)
    await wacht_tot_async(lambda: keten.consumer.state.bij, op="de afnemer luistert")
    await keten.nc.request("gebeurtenis.intake.gm0637.alle.Geteld", b"rommel", timeout=5)
    await publiceer(keten.nc, keten.verteller, een)
    await keten.nc.request("gebeurtenis.intake.gm0637.alle.Geteld", b"rommel", timeout=5, headers={"ce-type": "x"})
    await publiceer(keten.nc, keten.verteller, twee)
    await _toegepast(keten, 1, 2)
    assert keten.consumer.state.onleesbaar == 2

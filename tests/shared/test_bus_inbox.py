"""What a handler does with an event, and what happens when it cannot. Real ledgers, no server."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from shared.bus import QUARANTAINE, Event, Inbox, Later, count_quarantined, quarantined
from shared.bus.api import Again
from shared.bus.inbox import HandlerFailed
from shared.contracts import Fact
from shared.facts import Context, NietGevonden
from shared.ledger import Ledger, StoreUnavailable, Transaction
from tests.shared.busproef import LUISTERAAR, NU, VERTELLER, Geteld, Gezien, als_event, gezien, kijk, tel

CONTEXT = Context(NU, "opnieuw")


class Hapert:
    """A handler that raises the first times for one number."""

    def __init__(self, nr: int, keren: int, fout: Exception) -> None:
        self.nr, self.keren, self.fout = nr, keren, fout

    def __call__(self, tx: Transaction, fact: Geteld, event: Event) -> None:
        """Apply, or raise."""
        kijk(tx, fact, event)
        if fact.nr == self.nr and self.keren > 0:
            self.keren -= 1
            raise self.fout


@pytest.fixture
def verteller(make_ledger: Callable[..., Ledger], tmp_path: Path) -> Ledger:
    """Who tells: the numbers 1 to 5."""
    ledger = make_ledger(VERTELLER, [Geteld], database=str(tmp_path))
    tel(ledger, 1, 2, 3, 4, 5)
    return ledger


@pytest.fixture
def luisteraar(make_ledger: Callable[..., Ledger], database: str) -> Ledger:
    """Who listens, on both databases."""
    return make_ledger(LUISTERAAR, [Gezien], tables=[QUARANTAINE], database=database)


def _inbox(luisteraar: Ledger, handler: Callable[..., None] = kijk, shape: type[Fact] = Geteld) -> Inbox:
    return Inbox(luisteraar, klok=lambda: NU, handlers={shape: handler})


async def _breng(inbox: Inbox, verteller: Ledger) -> None:
    """Offer what the ledger has, as the consumer does after anything went wrong: from the stored place."""
    await inbox.load()
    place = inbox.positions[VERTELLER].place if VERTELLER in inbox.positions else 0
    await inbox.take([als_event(verteller, recorded) for recorded in verteller.read(place, 100)])


async def _breng_tot_het_lukt(inbox: Inbox, verteller: Ledger) -> int:
    """Offer again after every refusal; return how often that was."""
    for poging in range(50):
        try:
            await _breng(inbox, verteller)
        except Again:
            continue
        return poging
    raise AssertionError("het lukt nooit")


async def test_effect_en_plaats_in_een_transactie(luisteraar: Ledger, verteller: Ledger) -> None:
    """What was applied and how far it was read are stored together."""
    await _breng(_inbox(luisteraar), verteller)
    assert gezien(luisteraar) == [1, 2, 3, 4, 5]
    stand = luisteraar.positions()[VERTELLER]
    assert (stand.place, stand.chain_id) == (5, verteller.chain_id)
    assert stand.hash == verteller.read(4, 1)[0].hash


async def test_het_effect_noemt_zijn_oorzaak(luisteraar: Ledger, verteller: Ledger) -> None:
    """What a handler appends carries the trace of the event, and the event as its cause."""
    await _breng(_inbox(luisteraar), verteller)
    effect, bron = luisteraar.read(0, 1)[0], verteller.read(0, 1)[0]
    assert (effect.correlatie, effect.oorzaak) == ("spoor", bron.id)


async def test_een_handler_die_twee_keer_faalt_en_dan_werkt(luisteraar: Ledger, verteller: Ledger) -> None:
    """Two failures leave no trace; the third attempt is the only effect, in its place in the order."""
    inbox = _inbox(luisteraar, Hapert(3, 2, RuntimeError("nog niet")))
    assert await _breng_tot_het_lukt(inbox, verteller) == 2
    assert gezien(luisteraar) == [1, 2, 3, 4, 5]
    assert await count_quarantined(luisteraar) == 0


async def test_wat_nooit_lukt_gaat_apart_en_de_rij_gaat_door(luisteraar: Ledger, verteller: Ledger) -> None:
    """A message that fails every time is set apart with the kind of mistake, never its text; the others go on."""
    inbox = _inbox(luisteraar, Hapert(3, 99, RuntimeError("bel 06-12345678")))
    await _breng_tot_het_lukt(inbox, verteller)
    assert gezien(luisteraar) == [1, 2, 4, 5]
    (apart,) = await quarantined(luisteraar)
    assert (apart.bron, apart.plaats, apart.naam, apart.reden) == (VERTELLER, 3, "Geteld", "RuntimeError")
    assert luisteraar.positions()[VERTELLER].place == 5


async def test_uit_quarantaine_wordt_alsnog_verwerkt(luisteraar: Ledger, verteller: Ledger) -> None:
    """After a fix a message is handled and marked in one transaction, once."""
    hapert = Hapert(3, 3, RuntimeError())
    inbox = _inbox(luisteraar, hapert)
    await _breng_tot_het_lukt(inbox, verteller)
    (apart,) = await quarantined(luisteraar)
    await inbox.replay(apart.id, CONTEXT)
    assert gezien(luisteraar) == [1, 2, 4, 5, 3]
    assert await quarantined(luisteraar) == []
    assert luisteraar.read(4, 1)[0].oorzaak == verteller.read(2, 1)[0].id
    with pytest.raises(NietGevonden):
        await inbox.replay(apart.id, CONTEXT)


async def test_een_mislukte_herhaling_laat_het_bericht_staan(luisteraar: Ledger, verteller: Ledger) -> None:
    """When it still fails, it keeps waiting and nothing of it is stored."""
    inbox = _inbox(luisteraar, Hapert(3, 4, RuntimeError("nog steeds")))
    await _breng_tot_het_lukt(inbox, verteller)
    (apart,) = await quarantined(luisteraar)
    with pytest.raises(RuntimeError, match="nog steeds"):
        await inbox.replay(apart.id, CONTEXT)
    assert [each.id for each in await quarantined(luisteraar)] == [apart.id]
    assert gezien(luisteraar) == [1, 2, 4, 5]


async def test_een_onleesbaar_bericht_gaat_meteen_apart(luisteraar: Ledger, verteller: Ledger) -> None:
    """An event that is not of its shape is set apart at once, with the field, and holds nothing up."""

    class Anders(Fact):
        verplicht: int

    Anders.__name__ = "Geteld"
    inbox = _inbox(luisteraar, kijk, Anders)
    await _breng(inbox, verteller)
    apart = await quarantined(luisteraar)
    assert [each.plaats for each in apart] == [1, 2, 3, 4, 5]
    assert apart[0].reden == "verplicht: missing"


@pytest.mark.parametrize("fout", [Later("de opslag is weg"), StoreUnavailable("weg")])
async def test_wat_nu_niet_kan_stopt_de_rij(luisteraar: Ledger, verteller: Ledger, fout: Exception) -> None:
    """A failure that passes is tried again for as long as it takes, and never set apart."""
    inbox = _inbox(luisteraar, Hapert(3, 20, fout))
    for _ in range(20):
        with pytest.raises((HandlerFailed, StoreUnavailable)):
            await _breng(inbox, verteller)
        assert 3 not in gezien(luisteraar)
    await _breng(inbox, verteller)
    assert gezien(luisteraar) == [1, 2, 3, 4, 5]
    assert await count_quarantined(luisteraar) == 0


async def test_een_handler_die_botst_neemt_de_anderen_niet_mee(luisteraar: Ledger, verteller: Ledger) -> None:
    """A handler that claims a stream which exists fails alone: the batch is taken apart, the others are applied."""
    zelfde = uuid4()
    luisteraar.run_sync(lambda tx: tx.append(zelfde, Gezien(gemeente="gm0637", nr=0)), CONTEXT)

    def bots(tx: Transaction, fact: Geteld, event: Event) -> None:
        if fact.nr == 3:
            tx.append(zelfde, Gezien(gemeente="gm0637", nr=33))
        else:
            kijk(tx, fact, event)

    await _breng_tot_het_lukt(_inbox(luisteraar, bots), verteller)
    assert gezien(luisteraar) == [0, 1, 2, 4, 5]
    assert [each.reden for each in await quarantined(luisteraar)] == ["Conflict"]


async def test_een_rij_die_de_database_weigert_neemt_de_anderen_niet_mee(luisteraar: Ledger, verteller: Ledger) -> None:
    """What is refused only when it is written is traced to its event, which is set apart."""

    def schrijf(tx: Transaction, fact: Geteld, event: Event) -> None:
        kijk(tx, fact, event)
        if fact.nr == 3:
            tx.execute("UPDATE quarantaine SET reden = ?", (object(),))

    await _breng_tot_het_lukt(_inbox(luisteraar, schrijf), verteller)
    assert gezien(luisteraar) == [1, 2, 4, 5]
    assert [each.reden for each in await quarantined(luisteraar)] == ["ProgrammingError"]


async def test_een_handler_ziet_wat_een_eerder_bericht_deed(luisteraar: Ledger, verteller: Ledger) -> None:
    """Also within one batch, a row written for one event is there for the next."""
    geteld: list[int] = []

    def handler(tx: Transaction, fact: Geteld, event: Event) -> None:
        geteld.append(tx.query("SELECT COUNT(*) FROM quarantaine")[0][0])
        tx.execute(
            "INSERT INTO quarantaine VALUES (?, 'x', ?, 'x', '', ?, '', '', 'gedaan')", (event.id, event.place, b"")
        )

    await _breng(_inbox(luisteraar, handler), verteller)
    assert geteld == [0, 1, 2, 3, 4]


async def test_rauw_krijgt_elk_event(luisteraar: Ledger, verteller: Ledger) -> None:
    """A service that keeps everything gets each event as it came, whatever its name."""
    gekregen: list[Event] = []
    inbox = Inbox(luisteraar, klok=lambda: NU, raw=lambda tx, event: gekregen.append(event))
    await _breng(inbox, verteller)
    assert [event.place for event in gekregen] == [1, 2, 3, 4, 5]
    assert gekregen[0].data == verteller.read(0, 1)[0].data


async def test_een_tweede_afnemer_die_voorgaat_geeft_geen_tweede_effect(luisteraar: Ledger, verteller: Ledger) -> None:
    """Whoever thinks that the place is still where it was is refused, with everything it wanted to do."""
    achter = _inbox(luisteraar)
    await achter.load()
    await _breng(_inbox(luisteraar), verteller)
    with pytest.raises(Again, match="tweede afnemer"):
        await achter.take([als_event(verteller, recorded) for recorded in verteller.read(0, 5)])
    assert gezien(luisteraar) == [1, 2, 3, 4, 5]

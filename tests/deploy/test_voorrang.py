"""In the whole program escalatie goes first, where it does the work."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from nats.aio.msg import Msg

from shared.bus import precedence as p
from shared.bus.chain_rule import after
from shared.bus.event import Event, Source, from_message, to_headers, to_subject
from shared.bus.precedence import Precedence
from shared.facts import Context
from shared.ledger import Timer, timer_set
from tests.deploy.conftest import OIN, Huis


@pytest.fixture
async def voorrang(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> Precedence:
    """Who waits for escalatie, for as long as it takes."""
    monkeypatch.setattr(p, "BEHIND_SECONDS", 3_600)
    monkeypatch.setattr(p, "ACTING_SECONDS", 3_600)
    precedence = Precedence()
    huis.loops["escalatie"].go_first(precedence)
    return precedence


async def _event(huis: Huis, naam: str) -> Event:
    """The first fact of this service, as it comes off the bus."""
    await huis.een_feit(naam)
    ledger = huis.loops[naam].dienst.ledger
    feit = ledger.read(0, 1)[0]
    return from_message(to_subject(naam, feit), to_headers(Source(naam, OIN, ledger.chain_id), feit), feit.data)


async def _is_voorbij(voorrang: Precedence, *events: Event) -> bool:
    """Whether the others may go on; asked once, without waiting."""
    taak = asyncio.create_task(voorrang.give_way(events))
    await asyncio.sleep(0)
    klaar = taak.done()
    taak.cancel()
    return klaar


async def test_escalatie_gaat_voor(huis: Huis, voorrang: Precedence) -> None:
    """The others wait until escalatie applied it; not with what it does not take."""
    melding, escalatie = await _event(huis, "intake"), huis.loops["escalatie"].consumer
    inbox = escalatie.inbox
    ander = replace(melding, source="escalatie")
    inbox.positions.clear()
    assert not await _is_voorbij(voorrang, melding)
    assert await _is_voorbij(voorrang, ander)
    wacht = asyncio.create_task(voorrang.give_way([melding]))
    await asyncio.sleep(0)
    inbox.positions[melding.source] = after(melding)
    escalatie.on_advance()
    await asyncio.wait_for(wacht, 20)
    assert await _is_voorbij(voorrang, melding)


async def test_ook_met_wat_er_al_lag(huis: Huis, voorrang: Precedence) -> None:
    """As long as escalatie has anything to apply, the others wait, whatever they have themselves."""
    escalatie = huis.loops["escalatie"].consumer
    escalatie.at_work = True
    assert not await _is_voorbij(voorrang)
    escalatie.at_work = False
    assert await _is_voorbij(voorrang)


async def test_wie_niet_kan_houdt_niemand_op(huis: Huis, voorrang: Precedence) -> None:
    """A consumer that stopped, or that met trouble, may not come any further for hours."""
    melding, escalatie = await _event(huis, "intake"), huis.loops["escalatie"].consumer
    escalatie.inbox.positions.clear()
    assert not await _is_voorbij(voorrang, melding)
    escalatie.state.gestopt = "er ontbreekt een bericht"
    assert await _is_voorbij(voorrang, melding)
    escalatie.state.gestopt, escalatie.state.fout = "", "geen verbinding"
    assert await _is_voorbij(voorrang, melding)
    escalatie.state.fout = ""


async def test_een_proces_dat_het_werk_niet_doet_houdt_niemand_op(huis: Huis, voorrang: Precedence) -> None:
    """A standby applies nothing: waiting for it would be for nothing."""
    melding, escalatie = await _event(huis, "intake"), huis.loops["escalatie"]
    escalatie.consumer.inbox.positions.clear()
    escalatie.leidt = False
    assert await _is_voorbij(voorrang, melding)


async def test_eerst_de_berichten_dan_de_rest(huis: Huis, voorrang: Precedence) -> None:
    """While a notice is on its way, the others wait too."""
    wekker, ledger = huis.loops["escalatie"].wekker, huis.loops["escalatie"].dienst.ledger
    begonnen, klaar = asyncio.Event(), asyncio.Event()

    async def bericht(timer: Timer, _: Context) -> None:
        begonnen.set()
        await klaar.wait()

    wekker._handlers = {"proefbericht": bericht}
    moment = huis.nu - timedelta(days=1)
    await ledger.run(
        lambda tx: tx.execute(*timer_set(uuid4().hex, "proefbericht", moment, {}, los=True)), huis.context()
    )
    bezig = asyncio.create_task(wekker.tick())
    await begonnen.wait()
    assert not await _is_voorbij(voorrang)
    wacht = asyncio.create_task(voorrang.give_way([]))
    await asyncio.sleep(0)
    klaar.set()
    await asyncio.wait_for(asyncio.gather(bezig, wacht), 20)
    assert await _is_voorbij(voorrang)


async def test_intake_weet_hoeveel_escalatie_nog_niet_zag(huis: Huis) -> None:
    """What it hears of escalatie; as long as it hears nothing, what is not on the bus."""
    intake, luistert = huis.loops["intake"], huis.loops["intake"].luistert
    assert luistert is not None
    await huis.een_feit("intake")
    laatste = intake.last_place()
    assert intake.dienst.ledger.written == laatste
    intake.outbox.state.place = laatste - 1
    assert intake.unseen() == 1
    for plaats in (laatste - 1, laatste, laatste + 4):
        await luistert._hear(Msg(huis.nc, "verwerkt.escalatie", data=json.dumps({"intake": plaats}).encode()))
        assert intake.unseen() == max(0, laatste - plaats)
    assert [naam for naam, loop in huis.loops.items() if loop.teller is not None] == ["escalatie"]

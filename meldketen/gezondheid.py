"""Is it ready, and what waits? `/gereed` tells the truth: not ready when an outbox or a view stands still."""

import asyncio
from collections.abc import Sequence

from nats.aio.client import Client

from meldketen.loop import Loop
from services.rapportage.gezondheid import Dienststand, Wachtend
from shared.bus import Quarantined, quarantined
from shared.web.shell import Gereedheid

LAG = 1_000
"""So many facts behind, and a service is not ready: it answers with an old picture."""


class Standen:
    """How each service is doing, for the page of `beheer`; `loops` is filled when they run."""

    def __init__(self) -> None:
        self.loops: list[Loop] = []

    async def standen(self) -> Sequence[Dienststand]:
        """Say how each service is doing now."""
        return [await _stand(loop) for loop in self.loops]


async def gereedheid(loops: Sequence[Loop], nc: Client) -> Gereedheid:
    """Say what is not ready and why, and how long each queue is."""
    niet: dict[str, str] = {}
    stand: dict[str, str | int | float] = {}
    if not nc.is_connected:
        niet["nats"] = "geen verbinding met de NATS-server"
    for loop in loops:
        naam, lag = loop.dienst.naam, await loop.outbox.lag()
        stand[f"{naam}.te_publiceren"], stand[f"{naam}.te_verwerken"] = lag, loop.consumer.state.achter
        stand[f"{naam}.wachtrij"] = loop.dienst.ledger.waiting()
        if loop.coa is not None:
            stand[f"{naam}.te_overnemen"] = loop.coa.state.wachtend
        if reden := await _opslag(loop) or _reden(loop, lag):
            niet[naam] = reden
    return Gereedheid(niet, stand)


async def _stand(loop: Loop) -> Dienststand:
    ledger, lag = loop.dienst.ledger, await loop.outbox.lag()
    gelezen = {bron: positie.place for bron, positie in (await asyncio.to_thread(ledger.positions)).items()}
    wachtend = [Wachtend(q.id, q.bron, q.plaats, q.naam, q.reden, q.sinds) for q in await _apart(loop)]
    reden = await _opslag(loop) or _reden(loop, lag)
    return Dienststand(loop.dienst.naam, reden, gelezen, lag, loop.consumer.state.achter, wachtend)


async def _apart(loop: Loop) -> list[Quarantined]:
    return await quarantined(loop.dienst.ledger) if loop.dienst.sources else []


async def _opslag(loop: Loop) -> str:
    """Say whether storing works; where it did not, try again: perhaps nobody writes because we are not ready."""
    ledger = loop.dienst.ledger
    if ledger.trouble():
        await asyncio.to_thread(ledger.probe)
    return f"opslaan lukt niet: {ledger.trouble()}" if ledger.trouble() else ""


def _reden(loop: Loop, lag: int) -> str:
    uit, in_ = loop.outbox.state, loop.consumer.state
    stil = f"publiceren lukt nu niet: {uit.fout}" if uit.fout and lag else ""
    reden = uit.gestopt or in_.gestopt or stil or _te_ver(lag, "publiceren") or _te_ver(in_.achter, "verwerken")
    return reden or ("nog niet bij met verwerken" if loop.dienst.sources and not in_.bij else "")


def _te_ver(aantal: int, wat: str) -> str:
    return f"{aantal} berichten achter met {wat}" if aantal > LAG else ""

"""Is it ready, and what waits? `/gereed` tells the truth: not ready when an outbox or a view stands still."""

import asyncio
from collections.abc import Mapping, Sequence

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
        naam = loop.dienst.naam
        stand[f"{naam}.reserve"] = int(loop.leidt is False)
        stand[f"{naam}.wachtrij"] = loop.dienst.ledger.waiting()
        te_doen = await _te_doen(loop)
        stand |= {f"{naam}.{wat}": aantal for wat, aantal in te_doen.items()}
        if reden := await _opslag(loop) or _reden(loop, te_doen):
            niet[naam] = reden
    return Gereedheid(niet, stand)


async def _te_doen(loop: Loop) -> dict[str, int]:
    """Say how much waits for this process; what waits for another it does not know."""
    if not loop.leidt:
        return {}
    overnemen = {} if loop.coa is None else {"te_overnemen": loop.coa.state.wachtend}
    return {"te_publiceren": await loop.outbox.lag(), "te_verwerken": loop.consumer.state.achter, **overnemen}


async def _stand(loop: Loop) -> Dienststand:
    ledger, te_doen = loop.dienst.ledger, await _te_doen(loop)
    gelezen = {bron: positie.place for bron, positie in (await asyncio.to_thread(ledger.positions)).items()}
    wachtend = [Wachtend(q.id, q.bron, q.plaats, q.naam, q.reden, q.sinds) for q in await _apart(loop)]
    reden = await _opslag(loop) or _reden(loop, te_doen)
    aantallen = te_doen.get("te_publiceren"), te_doen.get("te_verwerken")
    return Dienststand(loop.dienst.naam, reden, gelezen, *aantallen, wachtend, reserve=loop.leidt is False)


async def _apart(loop: Loop) -> list[Quarantined]:
    return await quarantined(loop.dienst.ledger) if loop.dienst.sources else []


async def _opslag(loop: Loop) -> str:
    """Say whether storing works; where it did not, try again: perhaps nobody writes because we are not ready."""
    ledger = loop.dienst.ledger
    if ledger.trouble():
        await asyncio.to_thread(ledger.probe)
    return f"opslaan lukt niet: {ledger.trouble()}" if ledger.trouble() else ""


def _reden(loop: Loop, te_doen: Mapping[str, int]) -> str:
    if not loop.leidt:
        return "" if loop.leidt is False else "nog niet begonnen"
    uit, in_, achter = loop.outbox.state, loop.consumer.state, te_doen["te_publiceren"]
    stil = f"publiceren lukt nu niet: {uit.fout}" if uit.fout and achter else ""
    ver = _te_ver(achter, "publiceren") or _te_ver(te_doen["te_verwerken"], "verwerken")
    reden = uit.gestopt or in_.gestopt or stil or ver
    return reden or ("nog niet bij met verwerken" if loop.dienst.sources and not in_.bij else "")


def _te_ver(aantal: int, wat: str) -> str:
    return f"{aantal} berichten achter met {wat}" if aantal > LAG else ""

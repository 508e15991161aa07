"""Is it ready, and what waits? `/gereed` tells the truth: not ready when an outbox or a view stands still."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from nats.aio.client import Client

from meldketen.loop import Loop
from services.rapportage.gezondheid import Dienststand, Wachtend
from shared.bus import Quarantined, quarantined
from shared.ledger import StoreUnavailable
from shared.web.audit import Audit
from shared.web.shell import Gereedheid

LAG = 1_000
"""So many facts behind, and a service is not ready: it answers with an old picture."""
OLD = timedelta(minutes=1)
"""So long on its way to the bus, or at one place while there is more, and a service stands still, also if it does
not complain."""


class Standen:
    """How each service is doing, for the page of `beheer`; `loops` is filled when they run."""

    def __init__(self) -> None:
        self.loops: list[Loop] = []

    async def standen(self) -> Sequence[Dienststand]:
        """Say how each service is doing now."""
        return [await _stand(loop) for loop in self.loops]


async def gereedheid(loops: Sequence[Loop], nc: Client, audit: Audit) -> Gereedheid:
    """Say what is not ready and why, and how long each queue is."""
    niet: dict[str, str] = {}
    stand: dict[str, str | int | float] = {}
    if not nc.is_connected:
        niet["nats"] = "geen verbinding met de NATS-server"
    if moeite := await asyncio.to_thread(audit.moeite):
        niet["audit"] = f"auditregels bewaren lukt niet: {moeite}"
    # together: a database that is away takes seconds to say so
    for loop, (werk, reden) in zip(loops, await asyncio.gather(*map(_werk_en_reden, loops)), strict=True):
        naam = loop.dienst.naam
        stand[f"{naam}.reserve"] = int(loop.leidt is False)
        stand[f"{naam}.wachtrij"] = loop.dienst.ledger.waiting()
        stand |= {f"{naam}.{wat}": aantal for wat, aantal in _aantallen(werk).items()}
        if reden:
            niet[naam] = reden
    return Gereedheid(niet, stand)


async def _werk_en_reden(loop: Loop) -> "tuple[Werk | None, str]":
    try:
        werk = await werkvoorraad(loop)
        return werk, await reden_van(loop, werk)
    except StoreUnavailable as error:
        return None, f"de opslag antwoordt niet: {error}"


@dataclass(frozen=True, slots=True)
class Werk:
    """What waits for one service. `oudste`: how long the first fact is on its way to the bus; zero where none is."""

    te_publiceren: int
    te_verwerken: int
    oudste: timedelta
    te_overnemen: int | None = None
    stil: timedelta = timedelta()
    """How long the service has not moved although there is more on the bus."""


async def werkvoorraad(loop: Loop) -> Werk | None:
    """Say how much waits for this process; None where another does the work, for this one does not know it."""
    if not loop.leidt:
        return None
    achter = await loop.outbox.lag()
    oudste = await asyncio.to_thread(_onderweg, loop) if achter > 0 else timedelta()
    overnemen = None if loop.coa is None else loop.coa.state.wachtend
    return Werk(achter, loop.consumer.state.achter, oudste, overnemen, await loop.stil())


def _onderweg(loop: Loop) -> timedelta:
    eerste = loop.dienst.ledger.read(loop.outbox.state.place, 1)
    return max(loop.klok() - eerste[0].tijd, timedelta()) if eerste else timedelta()


def _aantallen(werk: Werk | None) -> dict[str, int]:
    if werk is None:
        return {}
    overnemen = {} if werk.te_overnemen is None else {"te_overnemen": werk.te_overnemen}
    return {"te_publiceren": werk.te_publiceren, "te_verwerken": werk.te_verwerken, **overnemen}


async def _stand(loop: Loop) -> Dienststand:
    ledger, werk = loop.dienst.ledger, await werkvoorraad(loop)
    gelezen = {bron: positie.place for bron, positie in (await asyncio.to_thread(ledger.positions)).items()}
    wachtend = [Wachtend(q.id, q.bron, q.plaats, q.naam, q.reden, q.sinds) for q in await _apart(loop)]
    return Dienststand(
        loop.dienst.naam,
        await reden_van(loop, werk),
        gelezen,
        werk.te_publiceren if werk else None,
        werk.te_verwerken if werk else None,
        wachtend,
        reserve=loop.leidt is False,
    )


async def _apart(loop: Loop) -> list[Quarantined]:
    return await quarantined(loop.dienst.ledger) if loop.dienst.sources else []


async def reden_van(loop: Loop, werk: Werk | None) -> str:
    """Say why a service is not ready, in Dutch; empty when it is."""
    return await _opslag(loop) or _reden(loop, werk)


async def _opslag(loop: Loop) -> str:
    """Say whether storing works; try where it did not, or where nobody writes: who stands by may have lost it all."""
    ledger = loop.dienst.ledger
    if ledger.trouble() or loop.leidt is False:
        await asyncio.to_thread(ledger.probe)
    return f"opslaan lukt niet: {ledger.trouble()}" if ledger.trouble() else ""


def _reden(loop: Loop, werk: Werk | None) -> str:
    if werk is None:
        return "" if loop.leidt is False else "nog niet begonnen"
    gestopt = loop.outbox.state.gestopt or loop.consumer.state.gestopt
    return gestopt or _publiceren(loop, werk) or _verwerken(loop, werk)


def _publiceren(loop: Loop, werk: Werk) -> str:
    fout = loop.outbox.state.fout
    if fout and werk.te_publiceren:
        return f"publiceren lukt nu niet: {fout}"
    stil = f"al {werk.oudste.total_seconds():.0f} seconden niets gepubliceerd" if werk.oudste > OLD else ""
    return _te_ver(werk.te_publiceren, "publiceren") or stil


def _verwerken(loop: Loop, werk: Werk) -> str:
    if not loop.dienst.sources:
        return ""
    state = loop.consumer.state
    if state.fout:
        return f"verwerken lukt nu niet: {state.fout}"
    if werk.stil > OLD:
        return f"al {werk.stil.total_seconds():.0f} seconden niets verwerkt"
    return _te_ver(werk.te_verwerken, "verwerken") or ("" if state.bij else "nog niet bij met verwerken")


def _te_ver(aantal: int, wat: str) -> str:
    return f"{aantal} berichten achter met {wat}" if aantal > LAG else ""

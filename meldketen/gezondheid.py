"""Is it ready, and what waits? `/gereed` tells the truth: not ready when an outbox or a view stands still."""

from collections.abc import Sequence

from nats.aio.client import Client

from meldketen.loop import Loop
from shared.web.shell import Gereedheid

LAG = 1_000
"""So many facts behind, and a service is not ready: it answers with an old picture."""


async def gereedheid(loops: Sequence[Loop], nc: Client) -> Gereedheid:
    """Say what is not ready and why, and how long each queue is."""
    niet: dict[str, str] = {}
    stand: dict[str, str | int | float] = {}
    if not nc.is_connected:
        niet["nats"] = "geen verbinding met de NATS-server"
    for loop in loops:
        naam, uit, in_ = loop.dienst.naam, loop.outbox.state, loop.consumer.state
        lag = await loop.outbox.lag()
        stand[f"{naam}.te_publiceren"], stand[f"{naam}.te_verwerken"] = lag, in_.achter
        stand[f"{naam}.wachtrij"] = loop.dienst.ledger.waiting()
        if loop.coa is not None:
            stand[f"{naam}.te_overnemen"] = loop.coa.state.wachtend
        reden = uit.gestopt or in_.gestopt or _te_ver(lag, "publiceren") or _te_ver(in_.achter, "verwerken")
        if not reden and loop.dienst.sources and not in_.bij:
            reden = "nog niet bij met verwerken"
        if reden:
            niet[naam] = reden
    return Gereedheid(niet, stand)


def _te_ver(aantal: int, wat: str) -> str:
    return f"{aantal} berichten achter met {wat}" if aantal > LAG else ""

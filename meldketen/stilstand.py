"""Does a view move? Asked of the stream and of the places that were applied, not of the one who should be applying."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from nats.aio.client import Client

from shared.bus.api import AWAY, Again, get_message
from shared.bus.event import PREFIX
from shared.bus.inbox import Inbox
from shared.bus.search import place_of
from shared.bus.streams import GEBEURTENISSEN


@dataclass
class Stilstand:
    """Since when a service is at one place while there is more, per source. Each look compares with the one before."""

    _sinds: dict[str, tuple[int, datetime]] = field(default_factory=dict)

    def kijk(self, bron: str, *, op: int, tot: int, nu: datetime) -> timedelta:
        """Return how long the service is at place `op`, while the stream goes on to `tot`; zero while it moves."""
        plek, sinds = self._sinds.get(bron, (-1, nu))
        if op >= tot or plek != op:
            sinds = nu
        self._sinds[bron] = (op, sinds)
        return nu - sinds


async def langst_stil(
    nc: Client, stilstand: Stilstand, inbox: Inbox, bronnen: Sequence[str], nu: datetime
) -> timedelta:
    """Return how long a service has not moved for the source for which that is longest; zero where nobody can tell."""
    langst = timedelta()
    for bron in bronnen:
        try:
            laatste = await get_message(nc, GEBEURTENISSEN, {"last_by_subj": f"{PREFIX}.{bron}.>"})
        except (Again, *AWAY):
            return langst
        tot, bekend = place_of(laatste) if laatste else 0, inbox.positions.get(bron)
        langst = max(langst, stilstand.kijk(bron, op=bekend.place if bekend else 0, tot=tot, nu=nu))
    return langst

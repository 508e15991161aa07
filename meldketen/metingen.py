"""What Prometheus reads of the services beside what is counted of requests.

Made anew at each question, from what the services themselves know: a process that stands by shows no figures of the
work of another, and nothing old remains when a service no longer answers. The only label is the name of a service.
"""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from nats.aio.client import Client
from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from meldketen.gezondheid import Werk, reden_van, werkvoorraad
from meldketen.loop import Loop
from shared.bus import count_quarantined
from shared.ledger import StoreUnavailable, from_iso

METINGEN: Final[Mapping[str, str]] = {
    "meldketen_nats_verbonden": "1 while this process is connected to the NATS server",
    "meldketen_gereed": "1 while the service is ready, as /gereed says",
    "meldketen_leidt": "1 where this process does the work of the service, 0 where it stands by",
    "meldketen_wachtrij": "Units that wait to be stored",
    "meldketen_outbox_achterstand": "Facts that are stored and not known to be on the bus",
    "meldketen_outbox_leeftijd_seconden": "Age of the oldest of those facts; 0 where there is none",
    "meldketen_afnemer_achterstand": "Messages on the bus that the service has not applied",
    "meldketen_afnemer_onleesbaar": "Messages passed over since the start because no ledger can have sent them",
    "meldketen_quarantaine": "Messages set apart that wait for a person",
    "meldketen_wekker_te_laat_seconden": "How long the oldest deadline that was not handled is past; 0 where none is",
    "meldketen_coa_te_overnemen": "Incidents of COA systems that are not in the ledger yet",
    "meldketen_escalaties_onbevestigd": "Escalations that nobody has confirmed",
    "meldketen_escalatie_oudste_onbevestigd_seconden": "How long the oldest of those is open; 0 where there is none",
}
"""Every figure and what it says. Alert rules and dashboards use these names: to drop one is a change for operators."""


@dataclass(frozen=True, slots=True)
class Meting:
    """One figure of one service, or of the process where `dienst` is empty."""

    naam: str
    waarde: float
    dienst: str = ""


async def metingen(loops: Sequence[Loop], nc: Client) -> bytes:
    """Give every figure in the format of Prometheus."""
    gevonden = [Meting("meldketen_nats_verbonden", float(nc.is_connected))]
    for van_een in await asyncio.gather(*map(_van, loops)):
        gevonden += van_een
    register = CollectorRegistry()
    register.register(_Eenmalig(gevonden))
    return generate_latest(REGISTRY) + generate_latest(register)


async def _van(loop: Loop) -> list[Meting]:
    """Give what is known of one service: without its database that it is not ready, and what needs no database."""
    naam, uit_opslag, gereed = loop.dienst.naam, list[Meting](), False
    with suppress(StoreUnavailable):  # what cannot be asked is not shown; "not ready" says enough
        werk = await werkvoorraad(loop)
        uit_opslag = [*_voorraad(loop, werk), *await _vast(loop)]
        gereed = not await reden_van(loop, werk)
    return [
        Meting("meldketen_gereed", float(gereed), naam),
        Meting("meldketen_leidt", float(loop.leidt is True), naam),
        Meting("meldketen_wachtrij", float(loop.dienst.ledger.waiting()), naam),
        *uit_opslag,
    ]


def _voorraad(loop: Loop, werk: Werk | None) -> Iterator[Meting]:
    """Give what only the process knows that does the work."""
    naam = loop.dienst.naam
    if werk is None:
        return
    yield Meting("meldketen_outbox_achterstand", werk.te_publiceren, naam)
    yield Meting("meldketen_outbox_leeftijd_seconden", werk.oudste.total_seconds(), naam)
    if loop.dienst.sources:
        yield Meting("meldketen_afnemer_achterstand", werk.te_verwerken, naam)
        yield Meting("meldketen_afnemer_onleesbaar", loop.consumer.state.onleesbaar, naam)
    if werk.te_overnemen is not None:
        yield Meting("meldketen_coa_te_overnemen", werk.te_overnemen, naam)


async def _vast(loop: Loop) -> list[Meting]:
    """Give what stands in the store, whichever process works on it."""
    naam, ledger, nu = loop.dienst.naam, loop.dienst.ledger, loop.klok()
    eerste = await asyncio.to_thread(ledger.next_due)
    gevonden = [Meting("meldketen_wekker_te_laat_seconden", _sinds(from_iso(eerste) if eerste else None, nu), naam)]
    if loop.dienst.sources:
        gevonden.append(Meting("meldketen_quarantaine", await count_quarantined(ledger), naam))
    if loop.dienst.onbevestigd is not None:
        wachtend = await loop.dienst.onbevestigd()
        gevonden.append(Meting("meldketen_escalaties_onbevestigd", wachtend.aantal))
        gevonden.append(Meting("meldketen_escalatie_oudste_onbevestigd_seconden", _sinds(wachtend.sinds, nu)))
    return gevonden


def _sinds(moment: datetime | None, nu: datetime) -> float:
    return max(0.0, (nu - moment).total_seconds()) if moment else 0.0


class _Eenmalig(Collector):
    """Hands over what was found, once."""

    def __init__(self, gevonden: Iterable[Meting]) -> None:
        self._gevonden = list(gevonden)

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """Give each figure with every service that has it."""
        for naam, uitleg in METINGEN.items():
            eigen = [meting for meting in self._gevonden if meting.naam == naam]
            if not eigen:
                continue
            familie = GaugeMetricFamily(naam, uitleg, labels=("dienst",) if eigen[0].dienst else ())
            for meting in eigen:
                familie.add_metric((meting.dienst,) if meting.dienst else (), meting.waarde)
            yield familie

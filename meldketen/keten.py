"""The whole chain, or one service of it: opened, started, and stopped again in the opposite order."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from uuid import uuid4

from meldketen import beheerpaginas, beheertaken, documentatie, quarantaine, toegangspagina
from meldketen.aansluiting import sluit_aan
from meldketen.afwissen import wis_af
from meldketen.audit import ruim_audit_op
from meldketen.diensten import NAMEN, TITELS
from meldketen.gegevensmap import Slot, geheim_van, maak_map
from meldketen.gezondheid import Standen, gereedheid
from meldketen.herstart import herstart_bij_stilstand
from meldketen.loop import Loop
from meldketen.metingen import metingen
from meldketen.opening import open_diensten
from meldketen.sporen import sporen
from meldketen.webserver import serveer
from shared.bus.broker import Broker
from shared.bus.precedence import Precedence
from shared.bus.streams import provision
from shared.dienst import Dienst, Omgeving
from shared.facts import Context
from shared.klok import LAST_WORDS, Klok, echte_klok
from shared.natsserver import NatsServer, Portier, check_server, monitors_for
from shared.nkey import ACCOUNT, maak
from shared.profiel import Profielen
from shared.profiel.vaststellen import stel_vast
from shared.settings import Settings
from shared.web import api_router
from shared.web.edge import Edge
from shared.web.oidc import paginas_van, rollen_van
from shared.web.service import ServiceApp
from shared.web.shell import Gereedheid, service_app, site
from shared.web.toegang import open_toegang


@dataclass(frozen=True)
class Keten:
    """What runs."""

    omgeving: Omgeving
    loops: Sequence[Loop]
    broker: Broker

    def dienst(self, naam: str) -> Dienst:
        """Return one service by name."""
        return next(loop.dienst for loop in self.loops if loop.dienst.naam == naam)

    async def gereed(self) -> Gereedheid:
        """Say what is not ready, and why."""
        return await gereedheid(self.loops, self.broker.connection, self.omgeving.toegang.audit)

    async def metingen(self) -> bytes:
        """Give every figure in the format of Prometheus."""
        return await metingen(self.loops, self.broker.connection)

    def unseen(self) -> int:
        """Count the facts of the service at the front that the one that warns people did not apply yet."""
        return sum(loop.unseen() for loop in self.loops if loop.luistert is not None)

    async def is_rustig(self) -> bool:
        """Say whether nothing is under way: every fact is published, and applied by everyone who takes it."""
        return await asyncio.to_thread(self._rustig)

    def _rustig(self) -> bool:
        last = {loop.dienst.naam: loop.last_place() for loop in self.loops}
        return all(loop.is_bij(last) for loop in self.loops)


@asynccontextmanager
async def open_keten(
    instellingen: Settings,
    profielen: Profielen,
    sock: socket.socket,
    *,
    klok: Klok = echte_klok,
    namen: Sequence[str] = NAMEN,
) -> AsyncIterator[Keten]:
    """Run the services `namen` on the bound socket, until the context ends.

    Raises:
        GeenSporen, AlInGebruik, StartMislukt, OnveiligeServer, StroomVerschilt, StoreUnavailable, UnknownStore: it
            cannot start.
    """
    async with AsyncExitStack() as stack:
        stack.enter_context(sporen(instellingen.sporen, instellingen.sporen_deel))
        folder = maak_map(instellingen.data)
        for naam in sloten(namen):
            stack.enter_context(Slot(folder, naam))
        instellingen = instellingen.model_copy(update={"geheim": geheim_van(folder, instellingen.geheim)})
        group = await stack.enter_async_context(asyncio.TaskGroup())
        broker, server = await _bus(stack, group, instellingen, namen)
        toegang = open_toegang(instellingen.opslag, echte_klok)
        stack.callback(toegang.close)
        stack.push_async_callback(_stop, [group.create_task(ruim_audit_op(toegang.audit, profielen), name="audit")])
        omgeving = Omgeving(profielen=profielen, klok=klok, instellingen=instellingen, toegang=toegang)
        standen = Standen()
        precedence = Precedence()

        def neem(dienst: Dienst) -> None:
            standen.loops.append(_loop(stack, omgeving, broker, dienst, precedence))

        await open_diensten(namen, omgeving, standen, sock, neem)
        keten = Keten(omgeving, standen.loops, broker)
        for loop in keten.loops:
            await begin_dienst(loop.dienst, omgeving)
        stack.push_async_callback(_stop, [task for loop in keten.loops for task in loop.begin(group)])
        if server is not None:
            wacht = herstart_bij_stilstand(server, {loop.dienst.naam: loop.outbox for loop in keten.loops})
            stack.push_async_callback(_stop, [group.create_task(wacht, name="nats-opslag")])
        await stack.enter_async_context(_open_de_deur(keten, sock))
        for stop in filter(None, (loop.dienst.bij_stoppen for loop in keten.loops)):
            stack.callback(stop)
        yield keten


def sloten(namen: Sequence[str]) -> list[str]:
    """Return what must be free: each service runs once on a folder, and the whole chain beside none of them."""
    return ["keten", *namen] if tuple(namen) == NAMEN else list(namen)


async def _stop(tasks: Sequence[asyncio.Task[None]]) -> None:
    """End background work, and wait for it: a ledger is closed only when nobody uses it any more.

    Asked again after a while: nats-py waits with `asyncio.wait_for`, which in Python 3.11 forgets that it was cancelled
    when the answer comes at the same moment.
    """
    at_work = set(tasks)
    while at_work:
        for task in at_work:
            task.cancel()
        _, at_work = await asyncio.wait(at_work, timeout=LAST_WORDS + 1)


async def _bus(
    stack: AsyncExitStack, group: asyncio.TaskGroup, instellingen: Settings, namen: Sequence[str]
) -> tuple[Broker, NatsServer | None]:
    server: NatsServer | None = None
    url, monitors = instellingen.nats, monitors_for(instellingen.nats, instellingen.nats_monitor)
    if not url:
        uitgever = maak(ACCOUNT)
        server = NatsServer(instellingen.data / "nats", uitgever=uitgever.publiek)
        verbinding = await asyncio.to_thread(server.start)
        stack.callback(server.stop)
        stack.push_async_callback(_stop, [group.create_task(server.bewaak(), name="nats-server")])
        url, monitors = verbinding.url, [verbinding.monitor]
    broker = await sluit_aan(url, instellingen, tuple(namen))
    stack.push_async_callback(broker.stop)
    if server is not None:
        portier = Portier(server.map, uitgever)
        await portier.begin(broker.connection)
        stack.push_async_callback(_stop, [group.create_task(portier.bewaak(server.herkeur), name="nats-portier")])
    await check_server(monitors)
    await provision(broker.connection, replicas=instellingen.nats_replicas)
    return broker, server


def _loop(stack: AsyncExitStack, omgeving: Omgeving, broker: Broker, dienst: Dienst, precedence: Precedence) -> Loop:
    stack.callback(dienst.sluit)
    if dienst.laatste_woorden is not None:
        stack.push_async_callback(dienst.laatste_woorden)
    oin, replicas = omgeving.profielen.alle()[0].gemeente.oin, omgeving.instellingen.nats_replicas
    return Loop(dienst, broker.connection, omgeving.klok, oin=oin, replicas=replicas, precedence=precedence)


async def begin_dienst(dienst: Dienst, omgeving: Omgeving) -> None:
    """Let a service know its profiles, and begin what it does at a start."""
    context = Context(op=omgeving.klok(), correlatie=uuid4().hex)
    await dienst.ledger.run(lambda tx: stel_vast(tx, omgeving.profielen), context)
    await wis_af(dienst, omgeving.instellingen.wisbestand, context)
    if dienst.aan_het_begin is not None:
        await dienst.aan_het_begin(context)


def _open_de_deur(keten: Keten, sock: socket.socket) -> AbstractAsyncContextManager[None]:
    site = site_van(keten)
    return serveer(site, sock, site.turned_away)


def site_van(keten: Keten) -> Edge:
    """Give all that is served: every page and API of these services."""
    klok = keten.omgeving.klok
    diensten, eerste = [loop.dienst for loop in keten.loops], keten.omgeving.profielen.alle()[0]
    return site(
        {loop.dienst.naam: _api(loop, klok) for loop in keten.loops},
        [
            quarantaine.paginas(keten.loops, klok),
            toegangspagina.router(
                keten.omgeving.toegang,
                keten.omgeving.profielen,
                klok,
                keten.omgeving.instellingen.basis_url,
                rollen_van(keten.omgeving.instellingen, keten.omgeving.profielen),
            ),
            documentatie.paginas(diensten),
            beheerpaginas.paginas(diensten[0].ledger, keten.omgeving.profielen.alle(), keten.gereed, klok),
            *(d.paginas for d in diensten if d.paginas is not None),
        ],
        toegang=keten.omgeving.toegang,
        instellingen=keten.omgeving.instellingen,
        klok=klok,
        naam=eerste.gemeente.naam,
        profielen=keten.omgeving.profielen,
        huisstijl=eerste.huisstijl,
        gereed=keten.gereed,
        metingen=keten.metingen,
        vandaag=beheertaken.delen(keten.loops, keten.omgeving.toegang),
        zoekers=beheertaken.zoekers(diensten),
        extern=paginas_van(keten.omgeving.instellingen, keten.omgeving.profielen, keten.omgeving.toegang, klok),
        behind=keten.unseen,
    )


def _api(loop: Loop, klok: Klok) -> ServiceApp:
    router = api_router()
    router.include_router(loop.dienst.api)
    router.include_router(quarantaine.api(loop.consumer.inbox, klok))
    return service_app(loop.dienst.naam, router, titel=TITELS[loop.dienst.naam])

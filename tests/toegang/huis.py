"""All that the program serves, for two municipalities at once, in this process: no port, no message server.

What the bus would carry is handed over here, by the same inboxes; what is asked goes straight into the site.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

from nats.aio.client import Client
from pydantic import SecretStr

from meldketen.diensten import NAMEN, bouw
from meldketen.gezondheid import Standen
from meldketen.keten import Keten, begin_dienst, site_van
from meldketen.loop import Loop
from shared.bus import Event
from shared.bus.broker import Broker
from shared.dienst import Omgeving
from shared.facts import Context, Recorded
from shared.klok import echte_klok
from shared.ledger import iso
from shared.profiel import Profielen, Rol, laad
from shared.settings import Settings
from shared.web.edge import Edge
from shared.web.toegang import Toegang, open_toegang
from shared.web.toegang.cookie import NAME
from shared.web.toegang.secrets import csrf_of
from tests.toegang.asgi import Antwoord, vraag

OPVANG, ELDERS = "rokkeveenseweg", "elders"
EIGEN, VREEMD = "gm0637", "gm1598"
PUBLIEK = "publiek"
ROLLEN = (PUBLIEK, *(str(rol) for rol in Rol))


class ZonderBus(Broker):
    """A broker that nobody connected."""

    connection = Client()


@dataclass(frozen=True)
class Bezoeker:
    """Somebody with a role: a session for pages, a key for the API, and nothing for the public."""

    rol: str
    sleutel: str = ""
    sessie: str = ""

    def headers(self, pad: str) -> dict[str, str]:
        """What comes along to this path."""
        if "/v1/" in pad:
            return {"Authorization": f"Bearer {self.sleutel}"} if self.sleutel else {}
        return {"Sec-Fetch-Site": "same-origin", **({"Cookie": f"{NAME}={self.sessie}"} if self.sessie else {})}

    def velden(self, velden: Mapping[str, str]) -> dict[str, str]:
        """A form of this session."""
        return {**velden, "csrf": csrf_of(self.sessie)} if self.sessie else dict(velden)


@dataclass
class Huis:
    """The site; `weet` holds the ids of what was put into it, by the name of the parameter in a path."""

    keten: Keten
    app: Edge
    weet: dict[str, str] = field(default_factory=dict)
    _bezoekers: dict[tuple[str, str | None, str | None], Bezoeker] = field(default_factory=dict)

    @property
    def toegang(self) -> Toegang:
        """Who has access."""
        return self.keten.omgeving.toegang

    async def bezoeker(self, rol: str, locatie: str | None = None, gemeente: str | None = None) -> Bezoeker:
        """Somebody with a role, made once."""
        if rol == PUBLIEK:
            return Bezoeker(rol)
        locatie = locatie or (OPVANG if rol == Rol.COA else None)
        wie = (rol, locatie, gemeente)
        if wie not in self._bezoekers:
            waar = {"locatie": locatie, "gemeente": gemeente}
            link = self.toegang.maak_link(Rol(rol), **waar).partition("code=")[2]
            sessie = await self.toegang.meld_aan(link, Context(echte_klok(), uuid4().hex))
            self._bezoekers[wie] = Bezoeker(rol, self.toegang.maak_sleutel(Rol(rol), label="proef", **waar), sessie)
        return self._bezoekers[wie]

    def vergeet(self, rol: str) -> None:
        """Make this visitor again when it comes: it signed out."""
        self._bezoekers = {wie: bezoeker for wie, bezoeker in self._bezoekers.items() if wie[0] != rol}

    async def ga(self, wie: Bezoeker, methode: str, pad: str, inhoud: Mapping[str, Any] | None = None) -> Antwoord:
        """Ask as somebody: JSON to the API, a form to a page."""
        if methode == "GET":
            return await vraag(self.app, methode, pad, headers=wie.headers(pad))
        if "/v1/" in pad:
            return await vraag(self.app, methode, pad, headers=wie.headers(pad), json_=inhoud or {})
        return await vraag(self.app, methode, pad, headers=wie.headers(pad), velden=wie.velden(inhoud or {}))

    async def doe(self, rol: str, pad: str, inhoud: Mapping[str, Any] | None = None) -> Any:
        """Do something over the API that must succeed, and let every service hear of it."""
        antwoord = await self.ga(await self.bezoeker(rol), "POST", pad, inhoud)
        assert antwoord.status < 300, (pad, antwoord.tekst)
        await self.vertel()
        return antwoord.json() if antwoord.inhoud else {}

    async def lees(self, rol: str, pad: str) -> Any:
        """Read something over the API."""
        antwoord = await self.ga(await self.bezoeker(rol), "GET", pad)
        assert antwoord.status == 200, (pad, antwoord.tekst)
        return antwoord.json()

    async def vertel(self) -> None:
        """Hand every fact to every service that hears of it, until nothing new is said."""
        for _ in range(3):
            for bron in self.keten.loops:
                await self._vertel(bron)

    async def _vertel(self, bron: Loop) -> None:
        events = [_event(bron, feit) for feit in bron.dienst.ledger.read(0, 10_000)]
        for hoorder in self.keten.loops:
            if bron.dienst.naam in hoorder.dienst.sources:
                await hoorder.consumer.inbox.take(events)

    @cached_property
    def wegen(self) -> tuple[tuple[str, str, str], ...]:
        """Every way in: method, path with its parameters, action."""
        return tuple(self.app.surfaces.ways_in())

    def pad(self, weg: str, anders: Mapping[str, str] | None = None) -> str:
        """A path with the ids of this house; one that it does not know fails the test."""
        return weg.format(**{**self.weet, **(anders or {})})

    def plaatsen(self) -> dict[str, int]:
        """How many facts each service holds."""
        return {loop.dienst.naam: loop.dienst.ledger.last_place() for loop in self.keten.loops}


def _event(bron: Loop, feit: Recorded) -> Event:
    return Event(
        bron.dienst.naam,
        feit.place,
        feit.place - 1,
        bron.dienst.ledger.chain_id,
        feit.hash,
        feit.id,
        feit.naam,
        iso(feit.tijd),
        feit.correlatie,
        feit.oorzaak,
        feit.fact.gemeente,
        feit.fact.locatie,
        str(feit.stream),
        feit.version,
        feit.data,
    )


async def open_huis(stack: ExitStack, folder: Path) -> Huis:
    """Open every service on a folder."""
    instellingen = Settings(data=folder, geheim=SecretStr("alleen voor deze proef"), snelheidslimiet=False)
    toegang = open_toegang(str(folder), echte_klok)
    stack.callback(toegang.close)
    profielen = Profielen([laad("zoetermeer"), laad("koggenland")])
    omgeving = Omgeving(profielen, echte_klok, instellingen, toegang)
    standen = Standen()
    for naam in NAMEN:
        dienst = bouw(naam, omgeving, standen)
        stack.callback(dienst.sluit)
        await begin_dienst(dienst, omgeving)
        standen.loops.append(Loop(dienst, Client(), echte_klok, oin=profielen.alle()[0].gemeente.oin))
    keten = Keten(omgeving, standen.loops, ZonderBus("nats://127.0.0.1:1", naam="proef"))
    huis = Huis(keten, site_van(keten))
    for loop in keten.loops:
        await loop.consumer.inbox.load()
    return huis


def straks(uren: float) -> str:
    """A moment, so many hours from now."""
    return (datetime.now(UTC) + timedelta(hours=uren)).isoformat()

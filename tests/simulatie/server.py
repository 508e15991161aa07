"""A nats-server of one stream: its requests, its pull consumers, and the lines on which all of that arrives, or not.

A line delivers in order. When it breaks, what was on its way to the server may still arrive, perhaps long after the
client has a new one: the kernel of a machine that was cut off goes on sending.
"""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from shared.bus.api import NAME_TAKEN, NO_STREAM
from shared.bus.streams import GEBEURTENISSEN
from tests.simulatie.afnemer import Afnemer
from tests.simulatie.klant import Klant
from tests.simulatie.lus import VirtueleLus
from tests.simulatie.stroom import Antwoord, Kop, Stroom, past

API = "$JS.API."
NIEMAND = {"Status": "503"}


class Server:
    """Up or down; the stream survives both, what is in memory does not."""

    def __init__(self, lus: VirtueleLus, toeval: Random) -> None:
        self.lus, self.toeval = lus, toeval
        self.op, self.traag = True, 0.0
        self.stroom: Stroom | None = None
        self.afnemers: dict[str, Afnemer] = {}
        self.mishandel = 0
        """So many deliveries are lost, doubled or swapped: worse than a server does."""
        self.opgeslagen: Callable[[Klant, int], None] = lambda _klant, _was: None
        """Called when something was stored behind so many messages, before the answer leaves."""
        self._klanten: list[Klant] = []
        self._namen = 0

    def verbind(self, naam: str) -> Klant:
        """Give a connection, which is there as soon as the server is."""
        klant = Klant(self, f"{naam}{len(self._klanten)}")
        self._klanten.append(klant)
        klant.herverbind()
        return klant

    def omver(self) -> None:
        """Kill it."""
        self.op = False
        self.vergeet_afnemers()
        if self.stroom is not None:
            self.stroom.herstart()
        for klant in self._klanten:
            klant.knip(komt_nog=False)

    def overeind(self) -> None:
        """Start it again."""
        self.op = True

    def wis(self) -> None:
        """Delete the stream, as an administrator could, or a disk that is lost."""
        self.stroom = None
        for afnemer in list(self.afnemers.values()):
            afnemer.verwijderd()
        self.vergeet_afnemers()

    def vergeet_afnemers(self) -> None:
        """Let go of every consumer."""
        for afnemer in list(self.afnemers.values()):
            afnemer.stop()
        self.afnemers.clear()

    def ontvang(self, klant: Klant, subject: str, reply: str, kop: Kop, data: bytes) -> None:
        """Handle what arrived on a line."""
        if not self.op:
            return
        if subject.startswith(API):
            self._api(klant, subject.removeprefix(API), reply, json.loads(data) if data else {})
        elif self.stroom is not None and any(past(each, subject) for each in self.stroom.config["subjects"]):
            self._publiceer(klant, subject, reply, kop, data)
        elif reply:
            klant.stuur(reply, NIEMAND, b"")

    def _publiceer(self, klant: Klant, subject: str, reply: str, kop: Kop, data: bytes) -> None:
        assert self.stroom is not None
        was = len(self.stroom.berichten)
        antwoord = self.stroom.publiceer(subject, kop, data, self.lus.time())
        if len(self.stroom.berichten) > was:
            self.opgeslagen(klant, was)
            for afnemer in list(self.afnemers.values()):
                afnemer.lever()
        if antwoord is not None and reply:
            klant.stuur(reply, {}, json.dumps(antwoord).encode())

    def _api(self, klant: Klant, wat: str, reply: str, vraag: dict[str, Any]) -> None:
        if wat.startswith("CONSUMER.MSG.NEXT."):
            afnemer = self.afnemers.get(wat.rpartition(".")[2])
            if afnemer is None:
                klant.stuur(reply, NIEMAND, b"")
            else:
                afnemer.vraag(klant, reply, vraag)
            return
        klant.stuur(reply, {}, json.dumps(self._antwoord(wat.rpartition(".")[0], vraag)).encode())

    def _antwoord(self, wat: str, vraag: dict[str, Any]) -> Antwoord:
        if wat == "STREAM.CREATE" and self.stroom is None:
            self.stroom = Stroom(vraag)
        if self.stroom is None:
            return {"error": {"code": 404, "err_code": NO_STREAM, "description": "stream not found"}}
        match wat:
            case "STREAM.CREATE" if vraag != self.stroom.config:
                tekst = "stream name already in use with a different configuration"
                return {"error": {"code": 400, "err_code": NAME_TAKEN, "description": tekst}}
            case "STREAM.INFO" | "STREAM.CREATE":
                return self.stroom.info()
            case "STREAM.MSG.GET":
                return self.stroom.zoek(vraag)
            case "STREAM.DELETE":
                self.wis()
                return {"success": True}
            case "CONSUMER.CREATE":
                return self._afnemer(vraag["config"])
        raise NotImplementedError(wat)

    def _afnemer(self, config: dict[str, Any]) -> Antwoord:
        self._namen += 1
        afnemer = self.afnemers[f"a{self._namen}"] = Afnemer(self, f"a{self._namen}", config)
        return {"stream_name": GEBEURTENISSEN, "name": afnemer.naam, "num_pending": afnemer.pending()}

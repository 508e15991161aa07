"""A whole installation on a simulated bus, and everything that can happen to it."""

import asyncio
from pathlib import Path
from random import Random

from tests.simulatie.dienst import BRONNEN, Bouw, Haperingen, Proces
from tests.simulatie.klant import Klant
from tests.simulatie.lus import VirtueleLus
from tests.simulatie.server import Server
from tests.simulatie.waarnemer import Geschonden, Waarnemer, eis


class Wereld:
    """Processes, a server, files; and what an administrator or fate does to them."""

    def __init__(self, toeval: Random, map_: Path, bouw: Bouw) -> None:
        self.toeval, self.bouw = toeval, bouw
        self.lus = VirtueleLus(toeval)
        self.server = Server(self.lus, toeval)
        self.server.opgeslagen = self._opgeslagen
        self.haper = Haperingen()
        self.processen: list[Proces] = []
        self.wortel, self.mappen = map_, 0
        self.kopie: tuple[Path, int] | None = None
        self._nummer, self.knip_na_opslag, self.oude_stroom = 0, False, False
        self._batch = toeval.choice((2, 3, 8, 50))
        self.gespleten = False
        self.nieuwe_map()
        self.begin_alles()

    # what happens

    def tel(self) -> None:
        """Somebody reports one thing, or many at once."""
        aantal = self.toeval.choice((1, 1, 2, 5, 9))
        nummers = range(self._nummer + 1, self._nummer + 1 + aantal)
        self._nummer += aantal
        van = [each for each in self.processen if each.dienst == "intake"]
        if van:
            self.toeval.choice(van).tel(nummers, self.waarnemer.bevestig)

    def start(self) -> None:
        """A service starts: the first of it, or beside the one that runs."""
        self.start_dienst(self.toeval.choice(list(BRONNEN)))

    def dood(self) -> None:
        """A process is killed; what it sent may still arrive."""
        if self.processen:
            self.laat_vallen(self.toeval.choice(self.processen))

    def knip(self) -> None:
        """A connection breaks."""
        if self.processen:
            self.toeval.choice(self.processen).nc.knip(komt_nog=self.toeval.random() < 0.5)

    def antwoord_kwijt(self) -> None:
        """The next thing that is stored is never confirmed."""
        self.knip_na_opslag = True

    def server_om(self) -> None:
        """The server falls, or rises."""
        if self.server.op:
            self.server.omver()
        else:
            self.server.overeind()

    def wis(self) -> None:
        """Everything that the bus held is lost."""
        self.server.wis()
        self.oude_stroom = False

    def gat(self) -> None:
        """One message disappears from the stream."""
        stroom = self.server.stroom
        if stroom and stroom.berichten:
            stroom.berichten.remove(self.toeval.choice(stroom.berichten))

    def traag(self) -> None:
        """The network becomes slow, or quick again."""
        self.server.traag = 0.0 if self.server.traag else self.toeval.choice((0.3, 3.0, 9.0))

    def mishandel(self) -> None:
        """Some deliveries are lost, doubled or overtaken."""
        self.server.mishandel = self.toeval.randint(1, 4)

    def opslag_weg(self) -> None:
        """A database fails: before a commit, after it, or while reading."""
        if self.processen:
            store = self.toeval.choice(self.processen).store.store
            setattr(store, self.toeval.choice(("voor", "na", "lezen")), self.toeval.randint(1, 3))

    def handler_hapert(self) -> None:
        """Handlers cannot work now, or fail."""
        setattr(self.haper, self.toeval.choice(("even", "fout")), self.toeval.randint(1, 3))

    # time, and the end

    def verloop(self, seconden: float) -> None:
        """Let time pass, and look whether every promise holds.

        Raises:
            Geschonden: one does not.
        """
        self.lus.verloop(seconden)
        self.waarnemer.kijk()
        omgevallen = [fout for proces in self.processen for fout in proces.omgevallen()]
        eis(not omgevallen, f"omgevallen: {omgevallen}")
        if self._fout is not None:
            raise self._fout

    def sluit(self) -> None:
        """Let go of everything."""
        for proces in list(self.processen):
            self.laat_vallen(proces)
        self.server.vergeet_afnemers()
        self.waarnemer.sluit()
        self.lus.close()

    # how

    def nieuwe_map(self) -> None:
        """Begin in an empty folder."""
        self.mappen += 1
        self.map = self.wortel / f"data{self.mappen}"
        self.waarnemer = Waarnemer(self.map, self.server)
        self._fout: Geschonden | None = None

    def begin_alles(self) -> None:
        """Start every service that does not run."""
        for dienst in BRONNEN:
            if not any(proces.dienst == dienst for proces in self.processen):
                self.start_dienst(dienst)

    def start_dienst(self, dienst: str) -> None:
        """Start a service, or a second process of it; never a third."""
        if sum(proces.dienst == dienst for proces in self.processen) < 2:
            self.processen.append(Proces(dienst, self.map, self.server, self.bouw, self.haper, self._batch))

    def laat_vallen(self, proces: Proces) -> None:
        """Kill a process."""
        self.processen.remove(proces)
        proces.dood(komt_nog=self.toeval.random() < 0.5)
        self.lus.run_until_complete(_rust(proces.taken))
        proces.ledger.close()

    def _opgeslagen(self, klant: Klant, was: int) -> None:
        try:
            self.waarnemer.bij_opslag(was)
        except Geschonden as fout:
            self._fout = self._fout or fout
        if self.knip_na_opslag:
            self.knip_na_opslag = False
            klant.knip(komt_nog=True)


async def _rust(taken: list["asyncio.Task[None]"]) -> None:
    await asyncio.gather(*taken, return_exceptions=True)

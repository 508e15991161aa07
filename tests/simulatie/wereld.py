"""A whole installation on a simulated bus, and everything that can happen to it."""

import asyncio
import shutil
from pathlib import Path
from random import Random

from meldketen.kopie import maak_kopie, zet_terug
from tests.shared.busproef import NU
from tests.simulatie.dienst import BRONNEN, Bouw, Haperingen, Proces
from tests.simulatie.klant import Klant
from tests.simulatie.lus import VirtueleLus
from tests.simulatie.server import Server
from tests.simulatie.waarnemer import Geschonden, Waarnemer, eis

RUST = 120.0
"""Virtual seconds in which all that is under way must have arrived once nothing goes wrong any more."""
LUID = 40.0
"""Virtual seconds in which what cannot go on must have said so."""


class Wereld:
    """Processes, a server, files; and what an administrator or fate does to them."""

    def __init__(self, toeval: Random, map_: Path, bouw: Bouw) -> None:
        self.toeval, self.bouw = toeval, bouw
        self.lus = VirtueleLus(toeval)
        self.server = Server(self.lus, toeval)
        self.server.opgeslagen = self._opgeslagen
        self.haper = Haperingen()
        self.processen: list[Proces] = []
        self._wortel, self._mappen = map_, 0
        self._kopie: tuple[Path, int] | None = None
        self._nummer, self._knip_na_opslag, self.oude_stroom = 0, False, False
        self._batch = toeval.choice((2, 3, 8, 50))
        self.gespleten = False
        self._nieuwe_map()
        self._begin_alles()

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
        self._start(self.toeval.choice(list(BRONNEN)))

    def dood(self) -> None:
        """A process is killed; what it sent may still arrive."""
        if self.processen:
            self._dood(self.toeval.choice(self.processen))

    def knip(self) -> None:
        """A connection breaks."""
        if self.processen:
            self.toeval.choice(self.processen).nc.knip(komt_nog=self.toeval.random() < 0.5)

    def antwoord_kwijt(self) -> None:
        """The next thing that is stored is never confirmed."""
        self._knip_na_opslag = True

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

    def maak_kopie(self) -> None:
        """A copy is made while everything runs."""
        if not self.gespleten:
            self._mappen += 1
            doel = self._wortel / f"kopie{self._mappen}"
            maak_kopie(self.map, doel, NU)
            self._kopie = doel, len(self.waarnemer.boeken["intake"].bij())

    def zet_terug(self) -> None:
        """The installation is lost and put back from its copy, on the same bus or on an empty one."""
        if self._kopie is None:
            return
        for proces in list(self.processen):
            self._dood(proces)
        bevestigd = self._bevestigd_in_kopie(self._kopie[1])
        self.waarnemer.sluit()
        self._nieuwe_map()
        self._herstel(self._kopie[0], self.map)
        self.waarnemer.bevestigd = bevestigd
        self._kopie, self.gespleten = None, False
        self._oude_of_lege_stroom()

    def zet_intake_terug(self) -> None:
        """Only intake is lost and put back: the others have heard facts that it does not know any more."""
        luisteraars = (self.waarnemer.boeken["overleg"], self.waarnemer.boeken["rapportage"])
        if self._kopie is None or self.gespleten or not all(boek.tot("intake")[0] for boek in luisteraars):
            return
        for proces in [each for each in self.processen if each.dienst == "intake"]:
            self._dood(proces)
        bevestigd = self._bevestigd_in_kopie(self._kopie[1])
        self.waarnemer.vervang("intake")
        apart = self._wortel / f"apart{self._mappen}"
        self._herstel(self._kopie[0], apart)
        for rest in self.map.glob("intake.db*"):
            rest.unlink()
        shutil.move(apart / "intake.db", self.map / "intake.db")
        self.waarnemer.bevestigd = bevestigd
        self.gespleten = True
        self._oude_of_lege_stroom()

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

    def kom_tot_rust(self) -> None:
        """End all trouble; then everything must arrive, once.

        Raises:
            Geschonden: it does not.
        """
        self._heel_alles()
        if self.gespleten:
            self._blijft_gespleten()
            self.zet_terug()
            self._heel_alles()
        if self.oude_stroom or self._gat():
            self._wordt_luid()
            self.wis()
        einde = self.lus.time() + RUST
        while not self._stil():
            eis(self.lus.time() < einde, f"komt niet tot rust: {self._stand()}")
            self.verloop(0.5)
        breuken = [proces.ledger.verify() for proces in self.processen]
        eis(not any(breuken), f"keten gebroken: {breuken}")

    def sluit(self) -> None:
        """Let go of everything."""
        for proces in list(self.processen):
            self._dood(proces)
        self.server.vergeet_afnemers()
        self.waarnemer.sluit()
        self.lus.close()

    def _heel_alles(self) -> None:
        self.server.overeind()
        self.server.traag, self.server.mishandel, self._knip_na_opslag = 0.0, 0, False
        self.haper.even = self.haper.fout = 0
        for proces in self.processen:
            proces.store.store.voor = proces.store.store.na = proces.store.store.lezen = 0
        self._begin_alles()

    def _wordt_luid(self) -> None:
        """Wait until everybody who cannot go on says so; those who can, go on."""
        einde = self.lus.time() + LUID
        while zwijgt := self._zwijgt():
            eis(self.lus.time() < einde, f"stil over wat ontbreekt of vreemd is: {zwijgt}")
            self.verloop(1.0)

    def _blijft_gespleten(self) -> None:
        """New facts of the intake that was put back: nobody who heard the lost ones may take them, nor be silent."""
        einde = self.lus.time() + LUID
        while not self._spleet_is_luid():
            eis(self.lus.time() < einde, f"stil over een teruggezet grootboek: {self._stand()}")
            self.tel()
            self.verloop(1.0)

    def _spleet_is_luid(self) -> bool:
        zegt = [proces.outbox.state.gestopt for proces in self.processen if proces.dienst == "intake"]
        merkt = [proces.consumer.state.gestopt for proces in self.processen if proces.dienst != "intake"]
        return all(zegt) or all(merkt)

    def _zwijgt(self) -> list[str]:
        """Return who is neither done nor loud."""
        found = []
        for proces in self.processen:
            outbox, consumer = proces.outbox.state, proces.consumer.state
            if not outbox.gestopt and outbox.place != self._feiten(proces):
                found.append(f"outbox van {proces.dienst}")
            if not consumer.gestopt and not self._verwerkt(proces):
                found.append(f"afnemer van {proces.dienst}")
        return found

    def _stil(self) -> bool:
        return all(
            not proces.outbox.state.gestopt
            and not proces.consumer.state.gestopt
            and proces.outbox.state.place == self._feiten(proces)
            and self.waarnemer.gepubliceerd(proces.dienst) == list(range(1, self._feiten(proces) + 1))
            and self._verwerkt(proces)
            for proces in self.processen
        )

    def _feiten(self, proces: Proces) -> int:
        return len(self.waarnemer.boeken[proces.dienst].bij())

    def _verwerkt(self, proces: Proces) -> bool:
        boeken = self.waarnemer.boeken
        return all(boeken[proces.dienst].tot(bron)[0] == len(boeken[bron].bij()) for bron in BRONNEN[proces.dienst])

    def _stand(self) -> list[str]:
        return [
            f"{proces.dienst}: {self._feiten(proces)} feiten, op de stroom "
            f"{self.waarnemer.gepubliceerd(proces.dienst)}, {proces.outbox.state}, {proces.consumer.state}"
            for proces in self.processen
        ]

    def _gat(self, *diensten: str) -> bool:
        """Say whether something in the middle of the stream is missing."""
        op_de_stroom = [self.waarnemer.gepubliceerd(dienst) for dienst in diensten or BRONNEN]
        return any(places != list(range(1, len(places) + 1)) for places in op_de_stroom)

    # how

    def _nieuwe_map(self) -> None:
        self._mappen += 1
        self.map = self._wortel / f"data{self._mappen}"
        self.waarnemer = Waarnemer(self.map, self.server)
        self._fout: Geschonden | None = None

    def _herstel(self, kopie: Path, map_: Path) -> None:
        if self.bouw.vergeet_keten:
            shutil.copytree(kopie, map_)
        else:
            zet_terug(kopie, map_)

    def _bevestigd_in_kopie(self, feiten: int) -> set[int]:
        """Return what was confirmed and stands in the copy: what came later is lost with the installation."""
        return self.waarnemer.bevestigd & {feit.nr for feit in self.waarnemer.boeken["intake"].bij()[:feiten]}

    def _oude_of_lege_stroom(self) -> None:
        self.oude_stroom = bool(self.server.stroom and self.server.stroom.berichten)
        kent = all(self.waarnemer.boeken[dienst].tot(bron)[0] for dienst, van in BRONNEN.items() for bron in van)
        if not kent or self.toeval.random() < 0.5:
            self.wis()  # who has heard of nobody yet takes whatever is there for the beginning: docs/bewijs.md
        self._begin_alles()

    def _begin_alles(self) -> None:
        for dienst in BRONNEN:
            if not any(proces.dienst == dienst for proces in self.processen):
                self._start(dienst)

    def _start(self, dienst: str) -> None:
        if sum(proces.dienst == dienst for proces in self.processen) < 2:
            self.processen.append(Proces(dienst, self.map, self.server, self.bouw, self.haper, self._batch))

    def _dood(self, proces: Proces) -> None:
        self.processen.remove(proces)
        proces.dood(komt_nog=self.toeval.random() < 0.5)
        self.lus.run_until_complete(_rust(proces.taken))
        proces.ledger.close()

    def _opgeslagen(self, klant: Klant, was: int) -> None:
        try:
            self.waarnemer.bij_opslag(was)
        except Geschonden as fout:
            self._fout = self._fout or fout
        if self._knip_na_opslag:
            self._knip_na_opslag = False
            klant.knip(komt_nog=True)


async def _rust(taken: list["asyncio.Task[None]"]) -> None:
    await asyncio.gather(*taken, return_exceptions=True)

"""A file into the ledger: every line accepted, known already, left out, or refused with a reason."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from uuid import UUID, uuid4

from services.intake.application import Afzender, Intakedienst, Ontvangst, UseCase, lees
from services.intake.invoer.afgewezen import Afgewezen
from services.intake.invoer.bestand import Gebroken, Gevonden, Rij
from services.intake.invoer.formaten import Formaat, lezer_voor
from services.intake.invoer.veldkaart import Bestand, Veldkaart, eigen_kolommen
from services.intake.invoer.vertaling import Vertaald, Vertaler
from services.intake.opgave import MeldingOpgave
from shared.facts import Context, Fout, OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.ledger import Ledger, Overloaded, Transaction

TEGELIJK = 256
PAUZE = 0.05
"""Seconds to wait when the ledger has no room."""
Unit = UseCase | OngeldigeInvoer
AFZENDER = Afzender("invoer", medewerker=True, volgt=False)


@dataclass(frozen=True, slots=True)
class Invoer:
    """What to import, and how. `droog`: say what would happen and store nothing; `afgewezen`: where refusals go."""

    bestand: Path
    kaart: Veldkaart | None = None
    locatie: str | None = None
    gemeente: str | None = None
    historisch: bool = False
    droog: bool = False
    afgewezen: Path | None = None
    formaat: Formaat = "eigen"


@dataclass(slots=True)
class Uitslag:
    """How many lines went where. `twee_keer`: of an hour that the clock showed twice, taken as the first."""

    aangenomen: int = 0
    bekend: int = 0
    weggelaten: int = 0
    geweigerd: int = 0
    twee_keer: int = 0
    afgewezen: Path | None = None

    @property
    def regels(self) -> int:
        """All lines that were read."""
        return self.aangenomen + self.bekend + self.weggelaten + self.geweigerd


class _Proef(Exception):
    """Ends a unit of a trial run: what it would have done is known, and nothing of it is stored."""

    def __init__(self, ontvangst: Ontvangst) -> None:
        super().__init__()
        self.ontvangst = ontvangst


async def importeer(
    invoer: Invoer,
    dienst: Intakedienst,
    ledger: Ledger,
    klok: Klok,
    voortgang: Callable[[int], None] = lambda _aantal: None,
) -> Uitslag:
    """Import a file; `voortgang` hears how many lines were done since it was last called.

    Raises:
        BestandFout: nothing of it could be read, or a column of the veldkaart is not there.
    """
    kaart = invoer.kaart
    kop, records = lezer_voor(invoer.bestand, invoer.formaat)(invoer.bestand, kaart.bestand if kaart else Bestand())
    vertaler = Vertaler(kaart or eigen_kolommen(kop), kop, invoer.locatie, invoer.gemeente)
    with Afgewezen(invoer.afgewezen) as afgewezen:
        gang = _Gang(invoer, dienst, ledger, klok, vertaler, afgewezen)
        for deel in _delen(records):
            await gang.neem(deel)
            voortgang(len(deel))
    gang.uitslag.twee_keer = vertaler.twee_keer
    gang.uitslag.afgewezen = invoer.afgewezen if gang.uitslag.geweigerd else None
    return gang.uitslag


def _delen(records: Iterable[Gevonden]) -> Iterator[list[Gevonden]]:
    stroom = iter(records)
    while deel := list(islice(stroom, TEGELIJK)):
        yield deel


@dataclass
class _Gang:
    invoer: Invoer
    dienst: Intakedienst
    ledger: Ledger
    klok: Klok
    vertaler: Vertaler
    afgewezen: Afgewezen
    uitslag: Uitslag = field(default_factory=Uitslag)
    correlatie: str = field(default_factory=lambda: uuid4().hex)
    gezien: set[UUID] = field(default_factory=set)

    async def neem(self, deel: list[Gevonden]) -> None:
        """Take a batch: its lines are stored together, and counted in the order of the file."""
        context = Context(op=self.klok(), correlatie=self.correlatie)
        wachtend = [(rij, vertaald, self._use_case(vertaald)) for rij, vertaald in self._vertaald(deel)]
        uitkomsten = await self._bewaar([unit for _, _, unit in wachtend], context)
        for (rij, vertaald, _), uitkomst in zip(wachtend, uitkomsten, strict=True):
            self._tel(rij.regel, vertaald, uitkomst)

    def _vertaald(self, deel: list[Gevonden]) -> Iterator[tuple[Rij, Vertaald]]:
        for gevonden in deel:
            if isinstance(gevonden, Gebroken):
                self._weiger(gevonden.regel, [Fout("regel", gevonden.reden)], {"regel": gevonden.tekst})
            elif self.vertaler.houdt(gevonden.velden):
                yield gevonden, self.vertaler.vertaal(gevonden.velden)
            else:
                self.uitslag.weggelaten += 1

    def _use_case(self, vertaald: Vertaald) -> Unit:
        try:
            gelezen = lees(MeldingOpgave, vertaald.gegevens, vertaald.fouten)
            use_case = self.dienst.ontvang(gelezen, AFZENDER, historisch=self.invoer.historisch)
        except OngeldigeInvoer as fout:
            return fout
        return _proef(use_case) if self.invoer.droog else use_case

    async def _bewaar(self, units: list[Unit], context: Context) -> list[Ontvangst | Rejected]:
        while True:
            try:
                return await self.ledger.run(lambda tx: [_uitkomst(tx, unit) for unit in units], context)
            except Overloaded:
                await asyncio.sleep(PAUZE)

    def _tel(self, regel: int, vertaald: Vertaald, uitkomst: Ontvangst | Rejected) -> None:
        if isinstance(uitkomst, OngeldigeInvoer):
            self._weiger(regel, uitkomst.fouten, vertaald.gelezen)
        elif isinstance(uitkomst, Rejected):
            self._weiger(regel, [Fout("kenmerk", uitkomst.reden)], vertaald.gelezen)
        elif uitkomst.nieuw and self._eerste_keer(uitkomst.melding_id):
            self.uitslag.aangenomen += 1
        else:
            self.uitslag.bekend += 1

    def _eerste_keer(self, melding_id: UUID) -> bool:
        """In a trial run nothing stands, so a repetition within the file is remembered here."""
        if not self.invoer.droog:
            return True
        eerder = melding_id in self.gezien
        self.gezien.add(melding_id)
        return not eerder

    def _weiger(self, regel: int, fouten: Iterable[Fout], gelezen: dict[str, str]) -> None:
        self.uitslag.geweigerd += 1
        self.afgewezen.schrijf(regel, fouten, gelezen)


def _uitkomst(tx: Transaction, unit: Unit) -> Ontvangst | Rejected:
    """Run one line as a part of the batch: what it refuses costs the others nothing."""
    if isinstance(unit, OngeldigeInvoer):
        return unit
    try:
        with tx.part(tx.context):
            return unit(tx)
    except _Proef as proef:
        return proef.ontvangst
    except Rejected as fout:
        return fout


def _proef(use_case: UseCase) -> UseCase:
    def proef(tx: Transaction) -> Ontvangst:
        raise _Proef(use_case(tx))

    return proef

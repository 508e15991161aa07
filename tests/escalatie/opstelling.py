"""Escalatie on a real ledger, with a clock that the test holds and channels on loopback."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid5

from services.escalatie.application import Escalatiedienst, Inzage
from services.escalatie.escalatie import Uitkomst
from services.escalatie.main import bouw
from shared.bus import Event
from shared.contracts import Fact
from shared.contracts.escalatie import EscalatieGeopend, Stap
from shared.dienst import Dienst, Omgeving
from shared.facts import Context, Recorded
from shared.klok import Wekker
from shared.ledger import Ledger, iso
from shared.profiel import Profiel, Profielen
from shared.settings import Settings
from shared.verzending.kanalen import Kanalen
from shared.web.toegang import Toegang
from tests.escalatie.gegeven import BEGIN

CORRELATIE = "0af7651916cd43dd8448eb211c80319c"
_FEITEN = UUID("33333333-3333-4333-8333-333333333333")


class Opstelling:
    """One running escalatie."""

    def __init__(
        self, database: str, data: Path, profiel: Profiel, toegang: Toegang, *, kanalen: dict[str, str] | None = None
    ) -> None:
        self.nu, self.data = BEGIN, data
        self.environ = {f"MELDKETEN_KANAAL_{rol.upper()}": adres for rol, adres in (kanalen or {}).items()}
        self.profielen = Profielen([profiel])
        instellingen = Settings(data=data, database=database if "://" in database else "")
        instellingen = instellingen.model_copy(update={"geheim": Settings(geheim="g" * 40).geheim})
        self._kanalen = Kanalen(verbinden=0.5, antwoorden=0.5, alles=30)
        omgeving = Omgeving(profielen=self.profielen, klok=self.klok, instellingen=instellingen, toegang=toegang)
        self.dienst: Dienst = bouw(omgeving, environ=self.environ, kanalen=self._kanalen)
        self.ledger: Ledger = self.dienst.ledger
        self.inzage = Inzage(self.ledger, self.profielen)
        self.wekker = Wekker(self.ledger, self.dienst.timers, self.klok)
        self.zaken = Escalatiedienst()
        self._geteld = 0

    def klok(self) -> datetime:
        """The clock of this test."""
        return self.nu

    async def hoor(self, *facts: Fact) -> list[str]:
        """Let events arrive one after another; give the ids of the events."""
        return [await self._hoor(fact) for fact in facts]

    async def _hoor(self, fact: Fact) -> str:
        self._geteld += 1
        event = _event(fact, self._geteld, self.nu)
        await self.ledger.run(
            lambda tx: self.dienst.handlers[type(fact)](tx, fact, event), Context(self.nu, CORRELATIE, event.id)
        )
        return event.id

    async def verloop(self, na: timedelta = timedelta()) -> int:
        """Let time pass, and everything happen that is due then."""
        self.nu += na
        gedaan = 0
        while keer := await self.wekker.tick():
            gedaan += keer
            assert gedaan < 60, "a timer goes off without end"
        return gedaan

    async def bevestig(self, escalatie_id: UUID, door: str, stap: Stap = Stap.ONTVANGEN) -> None:
        """A role confirms."""
        await self.ledger.run(
            lambda tx: self.zaken.bevestig(tx, escalatie_id, door=door, stap=stap, weg="api"),
            Context(self.nu, CORRELATIE),
        )

    async def sluit_af(self, escalatie_id: UUID) -> None:
        """OOV closes it."""
        await self.ledger.run(
            lambda tx: self.zaken.sluit(tx, escalatie_id, door="oov", uitkomst=Uitkomst.AFGEHANDELD),
            Context(self.nu, CORRELATIE),
        )

    def feiten(self, soort: type[Fact] | None = None) -> list[Recorded]:
        """Every fact so far, or those of one kind."""
        return [feit for feit in self.ledger.read(0, 10_000) if soort is None or isinstance(feit.fact, soort)]

    def geopend(self) -> list[EscalatieGeopend]:
        """Which escalations were opened."""
        return [feit.fact for feit in self.feiten() if isinstance(feit.fact, EscalatieGeopend)]

    def namen(self) -> list[str]:
        """What happened, in order."""
        return [feit.naam for feit in self.feiten()]

    def sluit(self) -> None:
        """Stop."""
        self.ledger.close()
        self._kanalen.sluit()


Opzetten = Callable[..., Opstelling]


def _event(fact: Fact, place: int, tijd: datetime) -> Event:
    return Event(
        source="intake",
        place=place,
        previous=place - 1,
        chain_id="c" * 32,
        hash=b"",
        id=uuid5(_FEITEN, str(place)).hex,
        naam=type(fact).__name__,
        moment=iso(tijd),
        correlatie=CORRELATIE,
        oorzaak="",
        gemeente=fact.gemeente,
        locatie=fact.locatie,
        stream_id=str(UUID(int=place)),
        version=1,
        data=fact.model_dump_json().encode(),
    )

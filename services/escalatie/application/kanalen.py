"""The channels themselves: how each of them does, and a test message."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid5

import structlog

from services.escalatie.application.piket import eis_rooster
from services.escalatie.application.route import Wegwijzer
from services.escalatie.weigeringen import GeenKanaal, OnbekendeDienst
from shared.contracts.escalatie.piket import KanaalGetest
from shared.facts import Context
from shared.ledger import Ledger, Transaction, from_iso
from shared.profiel import Profiel
from shared.verzending.bewaarkanaal import met_map
from shared.verzending.kanalen import Kanalen, soort
from shared.verzending.vormen import BEWAAR, Bericht, Uitslag

_NAMESPACE = UUID("1f3f0a7e-6d1b-45f5-8f7e-0c6b2f9d4e10")
_STANDEN = """SELECT gemeente, rol, kanaal, gelukt_op, mislukt_op, reden, achtereen FROM kanaalstanden
    ORDER BY gemeente, rol, kanaal"""
GESTOPT = "Meldketen stopte voordat er antwoord kwam"
PROEF = Bericht(
    "Proefbericht van Meldketen",
    "Dit is een proef. Er is niets aan de hand en u hoeft niets te doen.\n\n"
    "Zo ziet u dat berichten van Meldketen bij u aankomen.",
)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Kanaalstand:
    """When a channel of a role last worked and last failed, and how often it failed since it worked."""

    gemeente: str
    rol: str
    kanaal: str
    gelukt_op: datetime | None
    mislukt_op: datetime | None
    reden: str | None
    achtereen: int

    @property
    def werkt(self) -> bool:
        """Whether the last thing that happened was a success."""
        return self.achtereen == 0

    @property
    def alleen_bewaard(self) -> bool:
        """Whether what it takes only stands on this server: that reached nobody."""
        return self.kanaal == BEWAAR


async def kanaalstanden(ledger: Ledger, gemeente: str | None = None) -> list[Kanaalstand]:
    """Say how every channel does that was ever used."""
    rijen = await ledger.query(_STANDEN)
    return [
        Kanaalstand(plek, rol, kanaal, _op(gelukt), _op(mislukt), reden, achtereen)
        for plek, rol, kanaal, gelukt, mislukt, reden, achtereen in rijen
        if gemeente in (None, plek)
    ]


@dataclass(frozen=True, slots=True, eq=False)
class Proefloop:
    """A test message that is under way; the task gives what each channel did, once that is recorded."""

    gemeente: str
    rol: str
    dienst: str | None
    taak: asyncio.Task[Sequence[Uitslag]]


class Kanaalproef:
    """The test button. What was begun goes on when whoever asked for it leaves, and its outcome becomes a fact."""

    def __init__(self, ledger: Ledger, wegwijzer: Wegwijzer, kanalen: Kanalen, berichten: Path) -> None:
        self._ledger, self._wegwijzer, self._kanalen, self._berichten = ledger, wegwijzer, kanalen, berichten
        self._lopend, self._stop = set[Proefloop](), asyncio.Event()

    def begin(self, profiel: Profiel, rol: str, context: Context, *, door: str, dienst: str | None = None) -> Proefloop:
        """Begin to send a test message to every address of a role, or of one seat.

        Raises:
            GeenKanaal: there is no address. GeenRooster, OnbekendeDienst: the seat does not exist.
        """
        adressen = self._adressen(profiel, rol, dienst)
        naam = f"{context.op:%Y%m%dT%H%M%S}-{dienst or rol}-proef"

        async def doe() -> Sequence[Uitslag]:
            uitslagen = await self._verzend([met_map(adres, self._berichten, naam) for adres in adressen])
            feiten = [_getest(profiel, rol, dienst, uitslag, door) for uitslag in uitslagen]
            await self._ledger.run(lambda tx: _bewaar(tx, profiel, rol, feiten), context)
            return uitslagen

        loop = Proefloop(profiel.gemeente.code, rol, dienst, asyncio.create_task(doe(), name="kanaalproef"))
        self._lopend.add(loop)
        loop.taak.add_done_callback(lambda taak: self._klaar(loop, taak))
        return loop

    def lopend(self, gemeente: str | None = None) -> list[Proefloop]:
        """Give the test messages that are under way."""
        return [loop for loop in self._lopend if gemeente in (None, loop.gemeente)]

    async def stop(self) -> None:
        """Wait no longer for an answer, and record that there was none."""
        self._stop.set()
        await asyncio.gather(*(loop.taak for loop in self._lopend), return_exceptions=True)

    async def _verzend(self, adressen: Sequence[str]) -> Sequence[Uitslag]:
        werk = asyncio.ensure_future(self._kanalen.verzend(adressen, PROEF))
        stop = asyncio.ensure_future(self._stop.wait())
        await asyncio.wait((werk, stop), return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if werk.done():
            return await werk
        werk.cancel()
        return [Uitslag(soort(adres), GESTOPT, onzeker=True) for adres in adressen]

    def _klaar(self, loop: Proefloop, taak: asyncio.Task[Sequence[Uitslag]]) -> None:
        """Whoever asked may have left: a fault is told here too."""
        self._lopend.discard(loop)
        if not taak.cancelled() and (fout := taak.exception()):
            log.error("de uitslag van een proefbericht is niet bewaard", fout=type(fout).__name__)

    def _adressen(self, profiel: Profiel, rol: str, dienst: str | None) -> tuple[str, ...]:
        if dienst is None:
            adressen = self._wegwijzer.van_rol(profiel, rol)
        else:
            rooster = eis_rooster(profiel, rol)
            if rooster.dienst(dienst) is None:
                raise OnbekendeDienst(dienst, [een.code for een in rooster.diensten])
            adressen = self._wegwijzer.van_dienst(rooster, dienst)
        if not adressen:
            raise GeenKanaal(dienst or rol)
        return adressen


def _bewaar(tx: Transaction, profiel: Profiel, rol: str, feiten: Sequence[KanaalGetest]) -> None:
    stroom = uuid5(_NAMESPACE, f"{profiel.gemeente.code}/{rol}")
    tx.follow(stroom)
    tx.append(stroom, *feiten)


def _getest(profiel: Profiel, rol: str, dienst: str | None, uitslag: Uitslag, door: str) -> KanaalGetest:
    return KanaalGetest(
        gemeente=profiel.gemeente.code,
        rol=rol,
        dienst=dienst,
        kanaal=uitslag.kanaal,
        gelukt=not uitslag.fout,
        reden=uitslag.fout or None,
        door=door,
    )


def _op(tekst: str | None) -> datetime | None:
    return from_iso(tekst) if tekst else None

"""The channels themselves: how each of them does, and a test message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid5

from services.escalatie.application.piket import eis_rooster
from services.escalatie.application.route import Wegwijzer
from services.escalatie.weigeringen import GeenKanaal, OnbekendeDienst
from shared.contracts.escalatie.piket import KanaalGetest
from shared.facts import Context
from shared.ledger import Ledger, Transaction, from_iso
from shared.profiel import Profiel
from shared.verzending.bewaarkanaal import met_map
from shared.verzending.kanalen import Kanalen
from shared.verzending.vormen import Bericht, Uitslag

_NAMESPACE = UUID("1f3f0a7e-6d1b-45f5-8f7e-0c6b2f9d4e10")
_STANDEN = """SELECT gemeente, rol, kanaal, gelukt_op, mislukt_op, reden, achtereen FROM kanaalstanden
    ORDER BY gemeente, rol, kanaal"""
PROEF = Bericht(
    "Proefbericht van Meldketen",
    "Dit is een proef. Er is niets aan de hand en u hoeft niets te doen.\n\n"
    "Zo ziet u dat berichten van Meldketen bij u aankomen.",
)


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


async def kanaalstanden(ledger: Ledger, gemeente: str | None = None) -> list[Kanaalstand]:
    """Say how every channel does that was ever used."""
    rijen = await ledger.query(_STANDEN)
    return [
        Kanaalstand(plek, rol, kanaal, _op(gelukt), _op(mislukt), reden, achtereen)
        for plek, rol, kanaal, gelukt, mislukt, reden, achtereen in rijen
        if gemeente in (None, plek)
    ]


class Kanaalproef:
    """The test button."""

    def __init__(self, ledger: Ledger, wegwijzer: Wegwijzer, kanalen: Kanalen, berichten: Path) -> None:
        self._ledger, self._wegwijzer, self._kanalen, self._berichten = ledger, wegwijzer, kanalen, berichten

    async def test(
        self, profiel: Profiel, rol: str, context: Context, *, door: str, dienst: str | None = None
    ) -> Sequence[Uitslag]:
        """Send a test message to every address of a role, or of one seat; what came of it is a fact.

        Raises:
            GeenKanaal: there is no address. GeenRooster, OnbekendeDienst: the seat does not exist.
        """
        adressen = self._adressen(profiel, rol, dienst)
        naam = f"{context.op:%Y%m%dT%H%M%S}-{dienst or rol}-proef"
        uitslagen = await self._kanalen.verzend([met_map(adres, self._berichten, naam) for adres in adressen], PROEF)
        feiten = [_getest(profiel, rol, dienst, uitslag, door) for uitslag in uitslagen]
        await self._ledger.run(lambda tx: _bewaar(tx, profiel, rol, feiten), context)
        return uitslagen

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

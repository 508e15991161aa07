"""Publishing a table of counts: shielded, once for each period, and the same bytes ever after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from services.rapportage.openbaar import Kwartaal, Tabel, als_csv, lees_csv, lees_kwartaal, scherm_af, tel
from services.rapportage.plek import Plek
from services.rapportage.store import Vragen, publicaties
from services.rapportage.tellen import Cel
from services.rapportage.woorden import woorden
from shared.contracts.rapportage import CijfersGepubliceerd, Gelezen
from shared.facts import Context, NietGevonden, Rejected
from shared.ledger import Ledger, Transaction, from_iso

RUIMTE = UUID("5b6a9f0e-5f0c-4a57-9d0e-0b8f6f0f6f11")


class KwartaalLoopt(Rejected):
    """Numbers that still change are not published: the difference would tell of single meldingen."""


class AlGepubliceerd(Rejected):
    """A period is published once: two tables of it that differ by one would tell of one melding."""


@dataclass(frozen=True)
class Publicatie:
    """One published table, as it is shown."""

    id: UUID
    gemeente: str
    locatie: str
    periode: str
    op: datetime
    tabel: str
    sha256: str
    kleinste_getal: int
    weggelaten: int

    @property
    def rijen(self) -> list[list[str]]:
        """The table by row, the heads first."""
        return lees_csv(self.tabel)


class Uitgever:
    """The use cases of publishing."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self._vragen = ledger, Vragen(ledger)

    async def voorbeeld(self, plek: Plek, kwartaal: str, nu: datetime) -> Tabel:
        """Show what publishing would show.

        Raises:
            OngeldigeInvoer: not a quarter. KwartaalLoopt: it is not over.
        """
        periode = _voorbij(kwartaal, plek, nu)
        return _afgeschermd(await self._cellen(plek, periode, nu), plek, periode)

    async def publiceer(self, plek: Plek, kwartaal: str, context: Context, *, door: str) -> UUID:
        """Publish the table of a quarter that is over.

        Raises:
            OngeldigeInvoer: not a quarter. KwartaalLoopt: it is not over. AlGepubliceerd: it was published before.
        """
        periode = _voorbij(kwartaal, plek, context.op)
        gelezen = await self._vragen.gelezen()
        tabel = _afgeschermd(await self._cellen(plek, periode, context.op), plek, periode)
        feit = _feit(plek, periode, tabel, gelezen, door)
        await self._ledger.run(lambda tx: _leg_vast(tx, feit), context)
        return feit.publicatie_id

    async def alles(self) -> list[Publicatie]:
        """Return what was published, the newest period first."""
        return [_publicatie(rij) for rij in await self._ledger.query(*publicaties.alle())]

    async def een(self, plek: Plek, kwartaal: str) -> Publicatie:
        """Return the one of a quarter.

        Raises:
            OngeldigeInvoer: not a quarter. NietGevonden: it was not published.
        """
        nummer = publicatienummer(plek, lees_kwartaal(kwartaal, plek.zone))
        gevonden = await self._ledger.query(*publicaties.een(nummer))
        if not gevonden:
            raise NietGevonden(
                "De cijfers van dit kwartaal zijn (nog) niet gepubliceerd. Bekijk de lijst met openbare cijfers."
            )
        return _publicatie(gevonden[0])

    async def _cellen(self, plek: Plek, periode: Kwartaal, nu: datetime) -> list[Cel]:
        return await self._vragen.cellen(plek.sleutel, periode.van, periode.tot, nu)


def publicatienummer(plek: Plek, periode: Kwartaal) -> UUID:
    """Return the id under which a quarter of a location is published: the same for ever."""
    gemeente, locatie = plek.sleutel
    return uuid5(RUIMTE, f"{gemeente}/{locatie}/{periode.code}")


def _voorbij(kwartaal: str, plek: Plek, nu: datetime) -> Kwartaal:
    periode = lees_kwartaal(kwartaal, plek.zone)
    if nu < periode.tot:
        raise KwartaalLoopt(f"Het kwartaal {periode.code} is nog niet voorbij. Publiceer het daarna.")
    return periode


def _afgeschermd(cellen: Iterable[Cel], plek: Plek, periode: Kwartaal) -> Tabel:
    tabel = tel(cellen, periode, woorden(plek.profiel).aard)
    return scherm_af(tabel, plek.profiel.publicatie.kleinste_getal)


def _feit(plek: Plek, periode: Kwartaal, tabel: Tabel, gelezen: dict[str, int], door: str) -> CijfersGepubliceerd:
    gemeente, locatie = plek.sleutel
    tekst = als_csv(tabel)
    return CijfersGepubliceerd(
        gemeente=gemeente,
        locatie=locatie,
        publicatie_id=publicatienummer(plek, periode),
        periode=periode.code,
        van=periode.van.astimezone(plek.zone).date(),
        tot=periode.tot.astimezone(plek.zone).date(),
        tabel=tekst,
        sha256=sha256(tekst.encode()).hexdigest(),
        kleinste_getal=plek.profiel.publicatie.kleinste_getal,
        weggelaten=sum(rij.count(None) for rij in tabel.getallen),
        profielversie=plek.profiel.versie,
        gelezen=tuple(Gelezen(bron=bron, tot_en_met=plaats) for bron, plaats in gelezen.items()),
        door=door,
    )


def _leg_vast(tx: Transaction, feit: CijfersGepubliceerd) -> None:
    if tx.facts(feit.publicatie_id):
        raise AlGepubliceerd(
            f"De cijfers van {feit.periode} zijn al gepubliceerd en veranderen niet meer: uit het verschil tussen twee "
            "tabellen van hetzelfde kwartaal is een enkele melding te herkennen."
        )
    tx.append(feit.publicatie_id, feit)


def _publicatie(rij: tuple[Any, ...]) -> Publicatie:
    nummer, gemeente, locatie, periode, op, tabel, afdruk, kleinste, weggelaten = rij
    return Publicatie(UUID(nummer), gemeente, locatie, periode, from_iso(op), tabel, afdruk, kleinste, weggelaten)

"""Publishing a table of counts: shielded beside what everybody has, once for each period, the same ever after."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.rapportage.application.publicatie import (
    KwartaalLoopt,
    NietNaTeRekenen,
    Publicatie,
    leg_vast,
    nieuw_feit,
    publicatienummer,
    uit_rij,
)
from services.rapportage.kenmerken import cellen
from services.rapportage.openbaar import (
    NA_TE_REKENEN,
    REGELVERSIE,
    ZONDER_NULLEN,
    Eerder,
    Tabel,
    Tijdvak,
    als_csv,
    als_tabel,
    lees_tijdvak,
    met_nullen,
    scherm_af,
    tel,
    zoals_nu,
)
from services.rapportage.plek import Plek
from services.rapportage.store import Vragen, publicaties
from services.rapportage.tellen import Cel
from services.rapportage.woorden import woorden
from shared.facts import Context, NietGevonden
from shared.ledger import Ledger, Row


@dataclass(frozen=True)
class _Regels:
    """How a table is shielded."""

    kleinste_getal: int
    afronden_op: int | None
    versie: str = REGELVERSIE

    def pas_toe(self, vol: Tabel, eerder: Sequence[Eerder], *, van_kwartalen: bool) -> Tabel:
        """Leave out first, then round: whoever sees rounded numbers knows less than who sees these."""
        getoond = scherm_af(vol, self.kleinste_getal, eerder, van_kwartalen=van_kwartalen)
        if self.afronden_op:
            return getoond.afgerond(self.afronden_op)
        return getoond if self.versie == ZONDER_NULLEN else met_nullen(getoond)


class Uitgever:
    """The use cases of publishing."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger, self._vragen = ledger, Vragen(ledger)

    async def voorbeeld(self, plek: Plek, kwartaal: str, nu: datetime) -> Tabel:
        """Show what publishing a quarter (`2026-K3`) or a year (`2026`) would show.

        Raises:
            OngeldigeInvoer: neither of these. KwartaalLoopt: it is not over. NietNaTeRekenen: see there.
        """
        periode = _voorbij(kwartaal, plek, nu)
        return await self._maak(plek, periode, nu, await self._van_plek(plek), _regels(plek))

    async def publiceer(self, plek: Plek, kwartaal: str, context: Context, *, door: str) -> UUID:
        """Publish the table of a quarter or a year that is over.

        Raises:
            OngeldigeInvoer: neither of these. KwartaalLoopt: it is not over. AlGepubliceerd: it was published before.
            NietNaTeRekenen: see there.
        """
        periode = _voorbij(kwartaal, plek, context.op)
        gelezen, eerder = await self._vragen.gelezen(), await self._van_plek(plek)
        tabel = await self._maak(plek, periode, context.op, eerder, _regels(plek))
        feit = nieuw_feit(plek, periode, tabel, gelezen, door)
        await self._ledger.run(lambda tx: leg_vast(tx, feit, gezien=len(eerder)), context)
        return feit.publicatie_id

    async def narekenen(self, plek: Plek, kwartaal: str) -> bool:
        """Make a published table again from what was known then; say whether it is the same, byte for byte.

        Raises:
            OngeldigeInvoer: neither a quarter nor a year. NietGevonden: it was not published. NietNaTeRekenen: it was
            made by other rules than these, or an earlier one cannot be made again.
        """
        publicatie = await self.een(plek, kwartaal)
        if publicatie.regelversie not in NA_TE_REKENEN:
            raise NietNaTeRekenen("Deze tabel is gemaakt met een andere versie van de regels. Vergelijk haar niet.")
        eerder = [een for een in await self._van_plek(plek) if een.plaats < publicatie.plaats]
        regels = _Regels(publicatie.kleinste_getal, publicatie.afgerond_op, publicatie.regelversie)
        tabel = await self._maak(plek, lees_tijdvak(kwartaal, plek.zone), publicatie.op, eerder, regels)
        return als_csv(tabel) == zoals_nu(publicatie.tabel)

    async def alles(self) -> list[Publicatie]:
        """Return what was published, the newest period first."""
        return await self._lees(publicaties.alle())

    async def bekend(self, plek: Plek, moment: datetime) -> dict[str, Publicatie]:
        """Return what of a place was published by then, by period."""
        return {een.periode: een for een in await self._van_plek(plek) if een.op <= moment}

    async def een(self, plek: Plek, kwartaal: str) -> Publicatie:
        """Return the one of a quarter or a year.

        Raises:
            OngeldigeInvoer: neither of these. NietGevonden: it was not published.
        """
        gevonden = await self._lees(publicaties.een(publicatienummer(plek, lees_tijdvak(kwartaal, plek.zone))))
        if not gevonden:
            raise NietGevonden(
                "De cijfers van deze periode zijn (nog) niet gepubliceerd. Bekijk de lijst met openbare cijfers."
            )
        return gevonden[0]

    async def _maak(
        self, plek: Plek, periode: Tijdvak, nu: datetime, gepubliceerd: Sequence[Publicatie], regels: _Regels
    ) -> Tabel:
        """Count, and shield beside what everybody has of the same year."""
        zelfde_jaar = [
            een for een in gepubliceerd if een.periode[:4] == periode.code[:4] and een.periode != periode.code
        ]
        eerder = [await self._eerder(plek, een, zelfde_jaar) for een in zelfde_jaar]
        vol = await self._tel(plek, periode, nu, zelfde_jaar)
        return await asyncio.to_thread(regels.pas_toe, vol, eerder, van_kwartalen=periode.kwartalen != (periode,))

    async def _eerder(self, plek: Plek, een: Publicatie, zelfde_jaar: Sequence[Publicatie]) -> Eerder:
        periode = lees_tijdvak(een.periode, plek.zone)
        vol = await self._tel(plek, periode, een.op, [ander for ander in zelfde_jaar if ander.plaats < een.plaats])
        getoond = als_tabel(een.tabel, periode.codes)
        echt = vol.afgerond(een.afgerond_op) if een.afgerond_op else vol
        if getoond.rijen != vol.rijen or not _klopt(getoond, echt):
            raise NietNaTeRekenen(
                f"De gepubliceerde cijfers van {een.periode} kloppen niet meer met de gegevens. Daarom is niet te "
                "zeggen of een nieuwe tabel iemand herkenbaar maakt. Vraag de beheerder om 'meldketen controleer'."
            )
        return Eerder(vol, getoond, een.kleinste_getal)

    async def _tel(self, plek: Plek, periode: Tijdvak, nu: datetime, eerder: Sequence[Publicatie]) -> Tabel:
        """Count each quarter as it was known when it was first published: a later count would give single ones away."""
        alle: list[Cel] = []
        for kwartaal in periode.kwartalen:
            bekend = (een.op for een in eerder if een.periode in (kwartaal.code, kwartaal.code[:4]))
            uren = await self._vragen.uren(plek.sleutel, kwartaal.van, kwartaal.tot, min(bekend, default=nu))
            alle += cellen(uren, kwartaal.grenzen, ("aard",))
        return tel(alle, periode, woorden(plek.profiel).aard)

    async def _van_plek(self, plek: Plek) -> list[Publicatie]:
        return await self._lees(publicaties.van_plek(*plek.sleutel))

    async def _lees(self, vraag: Row) -> list[Publicatie]:
        return [uit_rij(rij) for rij in await self._ledger.query(*vraag)]


def _voorbij(kwartaal: str, plek: Plek, nu: datetime) -> Tijdvak:
    periode = lees_tijdvak(kwartaal, plek.zone)
    if nu < periode.tot:
        raise KwartaalLoopt(f"De periode {periode.code} is nog niet voorbij. Publiceer haar daarna.")
    return periode


def _regels(plek: Plek) -> _Regels:
    publicatie = plek.profiel.publicatie
    return _Regels(publicatie.kleinste_getal, publicatie.afronden_op)


def _klopt(getoond: Tabel, echt: Tabel) -> bool:
    return all(
        getal is None or getal == verwacht
        for rij, verwacht_ in zip(getoond.getallen, echt.getallen, strict=True)
        for getal, verwacht in zip(rij, verwacht_, strict=True)
    )

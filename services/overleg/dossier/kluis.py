"""The vault as overleg uses it: one random id for each case, read by few, destroyed by term."""

import asyncio
import hmac
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID, uuid4

from services.overleg.dossier.kenmerk import lees_kenmerk, zoekvorm
from shared.facts import Context, NietGevonden
from shared.klok import Klok
from shared.kluis import Kluisopslag, Lezer, Logboek, Soort, nieuwe_sleutel, pak_uit, verpak
from shared.profiel import Profielen

BLOK = 64
"""Every case number is this long before it is locked: its length says nothing."""
LEZEN = Soort("dossierverwijzing lezen", "betrokkene", "meldketen-dossier")


class Doel(StrEnum):
    """What the vault is read for, each a processing activity of its own."""

    INZIEN = "inzien"
    OPZOEKEN = "opzoeken"


class Dossierkluis:
    """The same case gives the same betrokkene, so that combinations of measures are seen (TB-3.2)."""

    def __init__(self, opslag: Kluisopslag, database: str, geheim: bytes, profielen: Profielen, klok: Klok) -> None:
        self._opslag, self._geheim, self._klok = opslag, geheim, klok
        sleutel = self._sleutel("logboek")
        self.logboek = Logboek(
            database, "dossierlogboek", LEZEN, sleutel, lambda gemeente: profielen.van(gemeente).gemeente.oin
        )

    async def betrokkene(self, gemeente: str, kenmerk: str, lezer: Lezer, context: Context) -> UUID:
        """Return the random id of a case; made now where there is none. Finding one that was there is a reading.

        Raises:
            KenmerkGeweigerd: this is no case number.
        """
        begin, zaak, nummer = self._klok(), lees_kenmerk(kenmerk), uuid4()
        zoek = self._sleutel("zoek", gemeente, zoekvorm(zaak)).hex()
        staat = await self._opslag.vind(zoek) or await self._van_eerder(gemeente, zaak)
        staat = staat or await self._bewaar(nummer, zoek, zaak, context)
        if staat != nummer:
            await self._log(staat, gemeente, Doel.OPZOEKEN, lezer, begin, context, gelukt=True)
        return staat

    async def lees(self, betrokkene: UUID, *, gemeente: str, lezer: Lezer, context: Context) -> str:
        """Return the case number behind an id. The logbook has the line on disk before this returns anything.

        Raises:
            NietGevonden: it was erased, or never stood here.
            StoreUnavailable, Overloaded: not now; also when only the logbook cannot.
        """
        begin, gevonden = self._klok(), await self._opslag.haal(betrokkene)
        await self._log(betrokkene, gemeente, Doel.INZIEN, lezer, begin, context, gelukt=gevonden is not None)
        if gevonden is None:
            raise NietGevonden("Bij dit kenmerk is geen dossier (meer) bekend.")
        sleutel = pak_uit(self._sleutel("kluis"), betrokkene, gevonden[0])
        return pak_uit(sleutel, betrokkene, gevonden[1]).decode().rstrip()

    async def kent(self, betrokkene: UUID) -> bool:
        """Whether there is an entry; nothing of it is opened."""
        return await self._opslag.haal(betrokkene) is not None

    async def staat(self, betrokkene: UUID) -> bool:
        """Whether anything of it is kept, readable or not: key and content stand apart."""
        return await self._opslag.bewaart(betrokkene)

    async def vernietig(self, betrokkene: UUID, context: Context) -> None:
        """Destroy the reference and its bytes; the random id stays and leads nowhere."""
        await self._opslag.vernietig(betrokkene, context)
        await asyncio.to_thread(self._opslag.schrob)

    def verschillen(self) -> list[str]:
        """Say, in Dutch, where the logbook does not hold. Blocks."""
        breuk = self.logboek.breuk()
        return [f"het logboek van de dossierkluis breekt bij plaats {breuk.place}: {breuk.reden}"] if breuk else []

    def sluit(self) -> None:
        """Let go of the stores."""
        self._opslag.sluit()
        self.logboek.sluit()

    async def _van_eerder(self, gemeente: str, zaak: str) -> UUID | None:
        """Find what was put away when only the same spelling was the same case (until November 2026)."""
        return await self._opslag.vind(self._sleutel("zoek", gemeente, zaak).hex())

    async def _bewaar(self, nummer: UUID, zoek: str, zaak: str, context: Context) -> UUID:
        sleutel = nieuwe_sleutel()
        verpakt = verpak(self._sleutel("kluis"), nummer, sleutel)
        inhoud = verpak(sleutel, nummer, zaak.encode().ljust(BLOK))
        return await self._opslag.bewaar(nummer, zoek, verpakt, inhoud, context)

    async def _log(
        self, wie: UUID, gemeente: str, doel: Doel, lezer: Lezer, begin: datetime, context: Context, *, gelukt: bool
    ) -> None:
        einde = Context(self._klok(), context.correlatie, context.oorzaak)
        await self.logboek.schrijf(
            wie, gemeente=gemeente, doel=doel, lezer=lezer, begin=begin, gelukt=gelukt, context=einde
        )

    def _sleutel(self, *delen: str) -> bytes:
        tekst = "".join(f"{len(deel)}:{deel}" for deel in ("overleg", *delen))
        return hmac.new(self._geheim, tekst.encode(), sha256).digest()

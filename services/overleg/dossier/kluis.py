"""The vault as overleg uses it: one random id for each case, read by few, destroyed by term."""

import asyncio
import hmac
from hashlib import sha256
from uuid import UUID, uuid4

from services.overleg.dossier.kenmerk import lees_kenmerk
from shared.facts import Context, NietGevonden
from shared.kluis import Kluisopslag, nieuwe_sleutel, pak_uit, verpak

BLOK = 64
"""Every case number is this long before it is locked: its length says nothing."""


class Dossierkluis:
    """The same case gives the same betrokkene, so that combinations of measures are seen (TB-3.2)."""

    def __init__(self, opslag: Kluisopslag, geheim: bytes) -> None:
        self._opslag, self._geheim = opslag, geheim

    async def betrokkene(self, gemeente: str, kenmerk: str, context: Context) -> UUID:
        """Return the random id of a case; made now where there is none.

        Raises:
            KenmerkGeweigerd: this is no case number.
        """
        zaak, nummer, sleutel = lees_kenmerk(kenmerk), uuid4(), nieuwe_sleutel()
        zoek = self._sleutel("zoek", gemeente, zaak).hex()
        if (staat := await self._opslag.vind(zoek)) is not None:
            return staat
        verpakt = verpak(self._sleutel("kluis"), nummer, sleutel)
        inhoud = verpak(sleutel, nummer, zaak.encode().ljust(BLOK))
        return await self._opslag.bewaar(nummer, zoek, verpakt, inhoud, context)

    async def lees(self, betrokkene: UUID) -> str:
        """Return the case number behind an id.

        Raises:
            NietGevonden: it was erased, or never stood here.
        """
        gevonden = await self._opslag.haal(betrokkene)
        if gevonden is None:
            raise NietGevonden("Bij dit kenmerk is geen dossier (meer) bekend.")
        sleutel = pak_uit(self._sleutel("kluis"), betrokkene, gevonden[0])
        return pak_uit(sleutel, betrokkene, gevonden[1]).decode().rstrip()

    async def vernietig(self, betrokkene: UUID, context: Context) -> None:
        """Destroy the reference and its bytes; the random id stays and leads nowhere."""
        await self._opslag.vernietig(betrokkene, context)
        await asyncio.to_thread(self._opslag.schrob)

    def sluit(self) -> None:
        """Let go of the stores."""
        self._opslag.sluit()

    def _sleutel(self, *delen: str) -> bytes:
        tekst = "".join(f"{len(deel)}:{deel}" for deel in ("overleg", *delen))
        return hmac.new(self._geheim, tekst.encode(), sha256).digest()

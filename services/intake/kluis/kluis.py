"""The vault as intake uses it: put in, read for a purpose, destroy."""

import asyncio
from datetime import datetime
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag

from services.intake.doel import Doel
from services.intake.geheim import Geheim
from services.intake.kluis.slot import Contact, ontsluit, sluit
from shared.facts import Context, NietGevonden
from shared.klok import Klok
from shared.kluis import Kluisopslag, Lezer, Logboek, Soort, nieuwe_sleutel, pak_uit, verpak
from shared.profiel import Profielen
from shared.wisregister import Wisregister

WISSEN = "contactgegevens wissen"
LEZEN = Soort("contactgegevens lezen", "melder", "meldketen-contact")


class Kluis:
    """Holds contact details under a random number each.

    A key stands in its store locked with the secret of the installation: who takes that store alone has nothing.
    """

    def __init__(self, opslag: Kluisopslag, logboek: Logboek, hoofdsleutel: bytes, klok: Klok) -> None:
        self._opslag, self.logboek, self._hoofdsleutel, self._klok = opslag, logboek, hoofdsleutel, klok

    async def bewaar(self, contact: Contact, context: Context) -> UUID:
        """Put a contact away; returns its number, once both halves are on disk."""
        contact_id, sleutel = uuid4(), nieuwe_sleutel()
        verpakt = verpak(self._hoofdsleutel, contact_id, sleutel)
        inhoud = sluit(sleutel, contact_id, contact)
        await self._opslag.bewaar(contact_id, str(contact_id), verpakt, inhoud, context)
        return contact_id

    async def lees(self, contact_id: UUID, *, gemeente: str, doel: Doel, lezer: Lezer, context: Context) -> Contact:
        """Read a contact. The logbook has the line on disk before this returns anything.

        Raises:
            NietGevonden: it was erased. StoreUnavailable, Overloaded: not now; also when only the logbook cannot.
        """
        begin, contact = self._klok(), await self._open(contact_id)
        einde = Context(self._klok(), context.correlatie, context.oorzaak)
        await self.logboek.schrijf(
            contact_id,
            gemeente=gemeente,
            doel=doel,
            lezer=lezer,
            begin=begin,
            gelukt=contact is not None,
            context=einde,
        )
        if contact is None:
            raise NietGevonden("De contactgegevens van deze melder zijn er niet (meer).")
        return contact

    async def vernietig(self, contact_id: UUID, context: Context, *, schrob: bool = True) -> None:
        """Destroy key and contact, and their bytes; again is harmless. `schrob` False: the caller does, after many.

        Raises:
            StoreUnavailable: not finished; call it again.
        """
        await self._opslag.vernietig(contact_id, context)
        if schrob:
            await self.schrob()

    async def laat_wissen(self, contact_id: UUID, *, gemeente: str, lezer: Lezer, context: Context) -> None:
        """Have it in the logbook that somebody has a contact erased, before it is. Nothing is opened.

        Raises:
            StoreUnavailable, Overloaded: not now; then nothing may be erased.
        """
        nu = self._klok()
        await self.logboek.schrijf(
            contact_id,
            gemeente=gemeente,
            doel=Doel.WISSEN,
            lezer=lezer,
            begin=nu,
            gelukt=True,
            context=Context(nu, context.correlatie, context.oorzaak),
            naam=WISSEN,
        )

    async def vernietig_als_het_er_is(self, contact_id: UUID, context: Context) -> bool:
        """Destroy what is left of it, bytes not yet; False: nothing was."""
        staat = await self._opslag.bewaart(contact_id)
        if staat:
            await self.vernietig(contact_id, context, schrob=False)
        return staat

    async def schrob(self) -> None:
        """Leave no bytes behind of what was destroyed.

        Raises:
            StoreUnavailable: not now.
        """
        await asyncio.to_thread(self._opslag.schrob)

    async def nummers(self, tot: datetime) -> list[UUID]:
        """Return the numbers of all contacts that were put away before a moment."""
        return await self._opslag.nummers(tot)

    def sluit(self) -> None:
        """Let go of every store."""
        self._opslag.sluit()
        self.logboek.sluit()

    async def _open(self, contact_id: UUID) -> Contact | None:
        gevonden = await self._opslag.haal(contact_id)
        if gevonden is None:
            return None
        try:
            return ontsluit(pak_uit(self._hoofdsleutel, contact_id, gevonden[0]), contact_id, gevonden[1])
        except InvalidTag:
            return None


def open_kluis(
    database: str, sleutelopslag: str, geheim: Geheim, profielen: Profielen, klok: Klok, wisregister: Wisregister
) -> Kluis:
    """Open the vault, its keys and its logbook; each as for `open_ledger`."""
    sleutel = geheim.sleutel_voor("logboek")
    logboek = Logboek(database, "logboek", LEZEN, sleutel, lambda gemeente: profielen.van(gemeente).gemeente.oin)
    opslag = Kluisopslag(database, sleutelopslag, "kluis", "sleutels", wisregister)
    return Kluis(opslag, logboek, geheim.sleutel_voor("contactkluis"), klok)

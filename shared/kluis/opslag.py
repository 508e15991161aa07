"""Where a vault is and where its keys are: two stores, apart from each other and from every ledger of facts."""

import asyncio
from datetime import datetime
from uuid import UUID

from shared.facts import Context
from shared.ledger import Ledger, Table, Transaction, iso, open_ledger
from shared.wisregister import Wisregister

SLEUTELS = "sleutels"
"""How the name of every store of keys ends. A backup leaves them out: what was erased since cannot be read from it."""


class Kluisopslag:
    """Both stores: `naam` in `database`, and `sleutels` in `sleutelopslag`, which a backup leaves out by its name.

    `zoek` is by what an entry is found again, so that the same thing gets one number: a keyed hash, or its own number
    where nothing may be found.
    """

    def __init__(self, database: str, sleutelopslag: str, naam: str, sleutels: str, wisregister: Wisregister) -> None:
        if not sleutels.endswith(SLEUTELS):
            raise ValueError(f"a store of keys is called …{SLEUTELS}: a backup would take this one along")
        self._wisregister = wisregister
        self._inhoud, self._sleutels = f"{naam}_inhoud", f"{naam}_sleutels"
        inhoud = (
            f"CREATE TABLE IF NOT EXISTS {self._inhoud} (nummer TEXT PRIMARY KEY, zoek TEXT NOT NULL UNIQUE,"
            " aangemaakt_op TEXT NOT NULL, versleuteld BYTEA NOT NULL)"
        )
        bos = f"CREATE TABLE IF NOT EXISTS {self._sleutels} (nummer TEXT PRIMARY KEY, sleutel BYTEA NOT NULL)"
        self._kluis: Ledger = open_ledger(database, naam, (), tables=(Table(self._inhoud, (inhoud,)),))
        self._bos: Ledger = open_ledger(sleutelopslag, sleutels, (), tables=(Table(self._sleutels, (bos,)),))

    async def bewaar(self, nummer: UUID, zoek: str, sleutel: bytes, versleuteld: bytes, context: Context) -> UUID:
        """Put an entry away, key first; returns its number, which is an earlier one where it stood already."""
        sql = f"INSERT INTO {self._sleutels} VALUES (?, ?)"  # noqa: S608  our own names
        await _doe(self._bos, sql, (str(nummer), sleutel), context)
        sql = f"INSERT INTO {self._inhoud} VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"  # noqa: S608
        await _doe(self._kluis, sql, (str(nummer), zoek, iso(context.op), versleuteld), context)
        staat = await self.vind(zoek)
        if staat is not None and staat != nummer:
            await self._weg(self._bos, self._sleutels, nummer, context)
        return staat or nummer

    async def vind(self, zoek: str) -> UUID | None:
        """Return the number under which this stands already."""
        sql = f"SELECT nummer FROM {self._inhoud} WHERE zoek = ?"  # noqa: S608
        rijen = await self._kluis.query(sql, (zoek,))
        return UUID(rijen[0][0]) if rijen else None

    async def nummers(self, tot: datetime) -> list[UUID]:
        """Return the numbers of what was put away before a moment."""
        sql = f"SELECT nummer FROM {self._inhoud} WHERE aangemaakt_op < ?"  # noqa: S608
        return [UUID(nummer) for (nummer,) in await self._kluis.query(sql, (iso(tot),))]

    async def haal(self, nummer: UUID) -> tuple[bytes, bytes] | None:
        """Return key and content, both still locked; None where either is gone."""
        wie = (str(nummer),)
        sleutel = await self._bos.query(f"SELECT sleutel FROM {self._sleutels} WHERE nummer = ?", wie)  # noqa: S608
        inhoud = await self._kluis.query(f"SELECT versleuteld FROM {self._inhoud} WHERE nummer = ?", wie)  # noqa: S608
        return (bytes(sleutel[0][0]), bytes(inhoud[0][0])) if sleutel and inhoud else None

    async def bewaart(self, nummer: UUID) -> bool:
        """Say whether key or content is there: after a copy was put back it may be one of them."""
        wie = (str(nummer),)
        sleutel = await self._bos.query(f"SELECT nummer FROM {self._sleutels} WHERE nummer = ?", wie)  # noqa: S608
        inhoud = await self._kluis.query(f"SELECT nummer FROM {self._inhoud} WHERE nummer = ?", wie)  # noqa: S608
        return bool(sleutel or inhoud)

    async def vernietig(self, nummer: UUID, context: Context) -> None:
        """Drop key and content, once the register has a line of it; again is harmless. Bytes go at the next `schrob`.

        Raises:
            StoreUnavailable: not all of it; do it again.
        """
        await asyncio.to_thread(self._wisregister.noteer_uit_kluis, self._kluis, nummer, context.op)
        await self._weg(self._bos, self._sleutels, nummer, context)
        await self._weg(self._kluis, self._inhoud, nummer, context)

    def schrob(self) -> None:
        """Leave no bytes behind of what was dropped. Blocks.

        Raises:
            StoreUnavailable: not now.
        """
        self._bos.scrub(self._sleutels)
        self._kluis.scrub(self._inhoud)

    def sluit(self) -> None:
        """Let go of both stores."""
        self._kluis.close()
        self._bos.close()

    async def _weg(self, ledger: Ledger, tabel: str, nummer: UUID, context: Context) -> None:
        await _doe(ledger, f"DELETE FROM {tabel} WHERE nummer = ?", (str(nummer),), context)  # noqa: S608  our own names


async def _doe(ledger: Ledger, sql: str, waarden: tuple[object, ...], context: Context) -> None:
    def use_case(tx: Transaction) -> None:
        tx.execute(sql, waarden)

    await ledger.run(use_case, context)

"""Where the vault is and where its keys are: two stores, apart from each other and from every ledger of facts.

Nothing in them can be searched by anybody's data: a random number, and bytes. A backup leaves the keys out; what was
erased since it was made cannot be read from it.
"""

from datetime import datetime
from uuid import UUID

from shared.facts import Context
from shared.ledger import Ledger, Table, Transaction, iso, open_ledger

SLEUTELS = "sleutels"
"""Name of the store that `backup` leaves out."""
CONTACTEN = Table(
    "contacten",
    (
        "CREATE TABLE IF NOT EXISTS contacten (id TEXT PRIMARY KEY, aangemaakt_op TEXT NOT NULL,"
        " versleuteld BYTEA NOT NULL)",
    ),
)
SLEUTELBOS = Table(
    "sleutelbos", ("CREATE TABLE IF NOT EXISTS sleutelbos (id TEXT PRIMARY KEY, sleutel BYTEA NOT NULL)",)
)


class Opslag:
    """Both stores. What goes in stands on disk when the call returns; what goes out leaves no bytes."""

    def __init__(self, database: str, sleutelopslag: str) -> None:
        self._kluis = open_ledger(database, "kluis", (), tables=(CONTACTEN,))
        self._sleutels = open_ledger(sleutelopslag, SLEUTELS, (), tables=(SLEUTELBOS,))

    async def bewaar(self, contact_id: UUID, sleutel: bytes, versleuteld: bytes, context: Context) -> None:
        """Keep the key first: a contact without one is lost, a key without a contact is harmless."""
        await _doe(self._sleutels, "INSERT INTO sleutelbos VALUES (?, ?)", (str(contact_id), sleutel), context)
        rij = (str(contact_id), iso(context.op), versleuteld)
        await _doe(self._kluis, "INSERT INTO contacten VALUES (?, ?, ?)", rij, context)

    async def haal(self, contact_id: UUID) -> tuple[bytes, bytes] | None:
        """Return key and contact, both still locked; None where either is gone."""
        nummer = (str(contact_id),)
        sleutel = await self._sleutels.query("SELECT sleutel FROM sleutelbos WHERE id = ?", nummer)
        contact = await self._kluis.query("SELECT versleuteld FROM contacten WHERE id = ?", nummer)
        return (bytes(sleutel[0][0]), bytes(contact[0][0])) if sleutel and contact else None

    async def vernietig(self, contact_id: UUID, context: Context) -> None:
        """Drop key and contact; their bytes go at the next `schrob`."""
        await _doe(self._sleutels, "DELETE FROM sleutelbos WHERE id = ?", (str(contact_id),), context)
        await _doe(self._kluis, "DELETE FROM contacten WHERE id = ?", (str(contact_id),), context)

    def schrob(self) -> None:
        """Leave no bytes behind of what was dropped. Blocks.

        Raises:
            StoreUnavailable: not now.
        """
        self._sleutels.scrub(SLEUTELBOS.name)
        self._kluis.scrub(CONTACTEN.name)

    async def nummers(self, tot: datetime) -> list[UUID]:
        """Return which contacts were stored before a moment."""
        rijen = await self._kluis.query("SELECT id FROM contacten WHERE aangemaakt_op < ?", (iso(tot),))
        return [UUID(nummer) for (nummer,) in rijen]

    def sluit(self) -> None:
        """Let go of both stores."""
        self._kluis.close()
        self._sleutels.close()


async def _doe(ledger: Ledger, sql: str, waarden: tuple[object, ...], context: Context) -> None:
    def use_case(tx: Transaction) -> None:
        tx.execute(sql, waarden)

    await ledger.run(use_case, context)

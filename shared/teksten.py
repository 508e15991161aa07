"""Free text, apart from the facts (promise 7): a fact carries only the seal, SHA-256(salt ‖ text).

The seal in the fact is also how the text is found. Erasing or masking again replaces text and salt in the same row:
then the seal in the fact proves nothing any more and says nothing either, for its salt is gone. Whoever replaces a
text records that with the new seal, so the chain of facts stays whole and every text stays accounted for.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from shared.ledger import Ledger, Table, Transaction
from shared.maskering import Gemaskeerd
from shared.toeval import Toeval

TEKSTEN = Table(
    "teksten",
    ("CREATE TABLE IF NOT EXISTS teksten (id TEXT PRIMARY KEY, tekst TEXT NOT NULL, zout BYTEA NOT NULL)",),
)
_TOEVAL, _ZOUT = Toeval(), 16
_NIETS = Gemaskeerd("")
_STUK = 500
"""Seals in one statement; a database takes some thousands."""
_LEES = "SELECT tekst FROM teksten WHERE id = ?"


def bewaar(tx: Transaction, tekst: Gemaskeerd) -> str:
    """Store a text that is masked already; returns its seal (64 hex digits), which belongs in the fact."""
    zout = _TOEVAL.neem(_ZOUT)
    zegel = bereken_zegel(tekst, zout)
    tx.execute("INSERT INTO teksten (id, tekst, zout) VALUES (?, ?, ?)", (zegel, tekst, zout))
    return zegel


def vervang(tx: Transaction, zegel: str, tekst: Gemaskeerd = _NIETS) -> str:
    """Replace a text for good, or erase it; returns the new seal, which belongs in the fact about this."""
    zout = _TOEVAL.neem(_ZOUT)
    tx.execute("UPDATE teksten SET tekst = ?, zout = ? WHERE id = ?", (tekst, zout, zegel))
    return bereken_zegel(tekst, zout)


def lees(ledger: Ledger, zegel: str | None) -> str | None:
    """Read the text behind a seal; None where there is none, or none any more. Blocks: not for an event loop."""
    gevonden = ledger.query_sync(_LEES, (zegel,)) if zegel else []
    return str(gevonden[0][0]) or None if gevonden else None


async def haal(ledger: Ledger, zegel: str | None) -> str | None:
    """Read the text behind a seal, without holding up the loop."""
    gevonden = await ledger.query(_LEES, (zegel,)) if zegel else []
    return str(gevonden[0][0]) or None if gevonden else None


async def haal_alle(ledger: Ledger, zegels: Iterable[str | None]) -> dict[str, str]:
    """Read the texts behind many seals at once; a seal without a text is left out."""
    gevraagd, gevonden = sorted({zegel for zegel in zegels if zegel}), dict[str, str]()
    for begin in range(0, len(gevraagd), _STUK):
        stuk = tuple(gevraagd[begin : begin + _STUK])
        sql = f"SELECT id, tekst FROM teksten WHERE id IN ({', '.join('?' * len(stuk))})"  # noqa: S608  marks alone
        gevonden.update({zegel: tekst for zegel, tekst in await ledger.query(sql, stuk) if tekst})
    return gevonden


def klopt(tekst: str, zout: bytes, zegel: str) -> bool:
    """Whether this is the text that was sealed."""
    return bereken_zegel(tekst, zout) == zegel


def geschonden(ledger: Ledger, vervangen: Mapping[str, str]) -> list[str]:
    """Seals whose text was changed behind the back of the facts.

    `vervangen`: from the facts, the new seal of each seal whose text was replaced.
    """
    rijen = ledger.query_sync("SELECT id, tekst, zout FROM teksten ORDER BY id")
    return [zegel for zegel, tekst, zout in rijen if not klopt(tekst, zout, vervangen.get(zegel, zegel))]


def bereken_zegel(tekst: str, zout: bytes) -> str:
    """SHA-256(salt ‖ text), hex."""
    return sha256(zout + tekst.encode()).hexdigest()

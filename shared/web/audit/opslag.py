"""Where the lines stand: beside a ledger that seals them, so that they can end after a term and the chain stays whole.

A part is what was stored at once. Its fact carries SHA-256 over a random salt and its lines; erasing takes the lines
and the salt away, and is a fact too. A line that was changed, added or left out shows at `gebreken`.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid4

from shared.contracts import Fact
from shared.contracts.base import Tijdstip
from shared.ledger import Ledger, Table, Transaction, from_iso, iso
from shared.toeval import Toeval
from shared.web.audit.regel import Regel

_TOEVAL = Toeval()
KOLOMMEN = "op, wie, rol, actie, betreft, resultaat, herkomst, spoor, plek, aantal"
REGELS = Table(
    "audit_regels",
    (
        "CREATE TABLE IF NOT EXISTS audit_regels (deel TEXT NOT NULL, nr BIGINT NOT NULL, op TEXT NOT NULL,"
        " wie TEXT NOT NULL, rol TEXT NOT NULL, actie TEXT NOT NULL, betreft TEXT NOT NULL, resultaat TEXT NOT NULL,"
        " herkomst TEXT NOT NULL, spoor TEXT NOT NULL, plek TEXT NOT NULL, aantal BIGINT NOT NULL,"
        " PRIMARY KEY (deel, nr))",
        "CREATE INDEX IF NOT EXISTS audit_regels_op ON audit_regels (op)",
    ),
)
DELEN = Table(
    "audit_delen",
    ("CREATE TABLE IF NOT EXISTS audit_delen (deel TEXT PRIMARY KEY, zout TEXT NOT NULL, laatste TEXT NOT NULL)",),
)
TABLES = (REGELS, DELEN)
_ZET = f"INSERT INTO audit_regels (deel, nr, {KOLOMMEN}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
_LEES = f"SELECT {KOLOMMEN} FROM audit_regels WHERE deel = ? ORDER BY nr"  # noqa: S608  our own names
_STAPEL = 1_000


class RegelsVastgelegd(Fact):
    """These lines were kept. `zegel`: SHA-256 over their salt and themselves, hex."""

    deel_id: UUID
    aantal: int
    zegel: str
    laatste: Tijdstip


class RegelsGewist(Fact):
    """The term of every part that ended before `tot` is over, and its lines are gone."""

    tot: Tijdstip
    aantal: int


FACTS = (RegelsVastgelegd, RegelsGewist)


def zegel(zout: str, rijen: Iterable[Sequence[object]]) -> str:
    """Seal lines: nobody can change one unseen, and without the salt nobody can guess what stood there."""
    return sha256(json.dumps([zout, *map(list, rijen)], ensure_ascii=False).encode()).hexdigest()


def zet(tx: Transaction, regels: Sequence[Regel]) -> None:
    """Keep lines as one part."""
    deel, zout, rijen = uuid4(), _TOEVAL.neem(16).hex(), [regel.rij() for regel in regels]
    laatste = max(regel.op for regel in regels)
    feit = RegelsVastgelegd(gemeente="alle", deel_id=deel, aantal=len(rijen), zegel=zegel(zout, rijen), laatste=laatste)
    tx.append(deel, feit)
    tx.execute("INSERT INTO audit_delen (deel, zout, laatste) VALUES (?, ?, ?)", (str(deel), zout, iso(laatste)))
    for nr, rij in enumerate(rijen):
        tx.execute(_ZET, (str(deel), nr, *rij))


def wis(tx: Transaction, tot: datetime) -> int:
    """Erase the parts that ended before a moment; give how many lines that were."""
    oud = "SELECT deel FROM audit_delen WHERE laatste < ?"
    grens = (iso(tot),)
    (aantal,) = tx.query(f"SELECT COUNT(*) FROM audit_regels WHERE deel IN ({oud})", grens)[0]  # noqa: S608
    if aantal:
        tx.execute(f"DELETE FROM audit_regels WHERE deel IN ({oud})", grens)  # noqa: S608
        tx.execute("DELETE FROM audit_delen WHERE laatste < ?", grens)
        tx.append(uuid4(), RegelsGewist(gemeente="alle", tot=tot, aantal=aantal))
    return int(aantal)


def gebreken(ledger: Ledger) -> Iterator[str]:
    """Say in Dutch where the lines are not those that were sealed. The chain itself was walked before."""
    feiten = list(_feiten(ledger))
    gewist = max((feit.tot for feit in feiten if isinstance(feit, RegelsGewist)), default=None)
    bekend = {feit.deel_id: feit for feit in feiten if isinstance(feit, RegelsVastgelegd)}
    zouten = dict(ledger.query_sync("SELECT deel, zout FROM audit_delen"))
    for deel, feit in bekend.items():
        if gewist is not None and feit.laatste < gewist:
            continue
        rijen = ledger.query_sync(_LEES, (str(deel),))
        if zegel(zouten.get(str(deel), ""), rijen) != feit.zegel:
            yield f"de regels van {iso(feit.laatste)} zijn niet zoals ze zijn vastgelegd (deel {deel})"
    for (deel,) in ledger.query_sync("SELECT DISTINCT deel FROM audit_regels"):
        if UUID(deel) not in bekend:
            yield f"er staan regels die nooit zijn vastgelegd (deel {deel})"


def _feiten(ledger: Ledger) -> Iterator[Fact]:
    plaats = 0
    while gelezen := ledger.read(plaats, _STAPEL):
        yield from (recorded.fact for recorded in gelezen)
        plaats = gelezen[-1].place


def oudste(ledger: Ledger) -> datetime | None:
    """Say from when there are lines."""
    (eerste,) = ledger.query_sync("SELECT MIN(op) FROM audit_regels")[0]
    return from_iso(eerste) if eerste else None

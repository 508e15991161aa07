"""What is asked of the lines: by time, role, action, object, result."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.ledger import Ledger, iso
from shared.web.audit.opslag import KOLOMMEN
from shared.web.audit.regel import Regel, Resultaat, van_rij

BLAD = 50
"""Lines on one page."""
ALLES = 100_000
"""Lines in one file."""
LANGSTE = timedelta(days=1)
"""So long after its beginning the end of something is looked for: a command can take hours."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """What is empty is not asked. Of `wie` the beginning, of `betreft` a part; the others are whole."""

    vanaf: datetime | None = None
    tot: datetime | None = None
    wie: str = ""
    rol: str = ""
    actie: str = ""
    betreft: str = ""
    resultaat: str = ""
    herkomst: str = ""
    sla_over: int = 0
    hoogstens: int = BLAD

    def delen(self) -> Iterator[tuple[str, object]]:
        """Give each condition with its value."""
        if self.vanaf is not None:
            yield "op >= ?", iso(self.vanaf)
        if self.tot is not None:
            yield "op < ?", iso(self.tot)
        for naam in ("rol", "actie", "resultaat", "herkomst"):
            if waarde := getattr(self, naam):
                yield f"{naam} = ?", waarde
        if self.wie:
            yield "wie LIKE ? ESCAPE '\\'", f"{_letterlijk(self.wie)}%"
        if self.betreft:
            yield "betreft LIKE ? ESCAPE '\\'", f"%{_letterlijk(self.betreft)}%"


def _letterlijk(tekst: str) -> str:
    """Take away what `LIKE` would read in a text."""
    return tekst.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


async def lees(ledger: Ledger, vraag: Vraag) -> Sequence[Regel]:
    """Read the lines, the newest first."""
    delen = list(vraag.delen())
    waar = " AND ".join(deel for deel, _ in delen) or "1 = 1"
    sql = f"SELECT {KOLOMMEN} FROM audit_regels WHERE {waar} ORDER BY op DESC, deel, nr DESC LIMIT ? OFFSET ?"  # noqa: S608
    rijen = await ledger.query(sql, (*(waarde for _, waarde in delen), vraag.hoogstens, vraag.sla_over))
    return [van_rij(rij) for rij in rijen]


async def afgelopen(ledger: Ledger, begonnen: Sequence[Regel]) -> set[tuple[str, str, str]]:
    """Say of which of these how they ended is known."""
    sporen = sorted({een.spoor for een in begonnen})
    van, tot = min(een.op for een in begonnen), max(een.op for een in begonnen) + LANGSTE
    sql = (
        f"SELECT {KOLOMMEN} FROM audit_regels WHERE op >= ? AND op < ? AND resultaat <> ?"  # noqa: S608
        f" AND spoor IN ({', '.join('?' * len(sporen))})"
    )
    rijen = await ledger.query(sql, (iso(van), iso(tot), str(Resultaat.BEGONNEN), *sporen))
    return {van_rij(rij).handeling for rij in rijen}

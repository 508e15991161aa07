"""What a list of meetings or measures can be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.overleg.overleg import AFGELOPEN, Status
from shared.ledger import iso

Deel = tuple[str, tuple[object, ...]]
PUNT_GEHEIM = "(COALESCE(p.vertrouwelijk, 0) + COALESCE(p.bevinding_geheim, 0) + COALESCE(p.besluit_geheim, 0))"
"""Above nought where the item `p`, or what was found or decided at it, is confidential."""
MET_PUNTEN = "EXISTS (SELECT 1 FROM agendapunten p WHERE p.overleg_id = overleggen.overleg_id AND p.status = 'open')"


@dataclass(frozen=True, slots=True)
class Vraag:
    """Only what is given counts.

    `te_sluiten`: has begun at that moment and nobody closed it. `met_punten`: with, or without, open agenda items.
    """

    gemeente: str | None = None
    locatie: str | None = None
    reeks: str | None = None
    status: Status | None = None
    vanaf: datetime | None = None
    tot: datetime | None = None
    te_sluiten: datetime | None = None
    met_punten: bool | None = None
    nieuwste_eerst: bool = False

    def delen(self) -> list[Deel]:
        """The question as SQL on meetings."""
        gelijk = {"gemeente": self.gemeente, "locatie": self.locatie, "reeks": self.reeks, "status": self.status}
        delen: list[Deel] = [(f"{kolom} = ?", (waarde,)) for kolom, waarde in gelijk.items() if waarde is not None]
        if self.vanaf is not None:
            delen.append(("aanvang >= ?", (iso(self.vanaf),)))
        if self.tot is not None:
            delen.append(("aanvang < ?", (iso(self.tot),)))
        if self.te_sluiten is not None:
            begonnen = "(aanvang <= ? OR status = ?) AND status NOT IN (?, ?)"
            delen.append((begonnen, (iso(self.te_sluiten), Status.GEOPEND, *AFGELOPEN)))
        if self.met_punten is not None:
            delen.append((f"{'' if self.met_punten else 'NOT '}{MET_PUNTEN}", ()))
        return delen


@dataclass(frozen=True, slots=True)
class Maatregelvraag:
    """Only what is given counts. `loopt_op`: in force at that moment."""

    gemeente: str | None = None
    locatie: str | None = None
    soort: str | None = None
    maatregel_id: UUID | None = None
    betrokkene: UUID | None = None
    loopt_op: datetime | None = None

    def delen(self) -> list[Deel]:
        """The question as SQL on measures."""
        maatregel = str(self.maatregel_id) if self.maatregel_id else None
        gelijk = {"gemeente": self.gemeente, "locatie": self.locatie, "soort": self.soort, "maatregel_id": maatregel}
        delen: list[Deel] = [(f"{kolom} = ?", (waarde,)) for kolom, waarde in gelijk.items() if waarde is not None]
        if self.betrokkene is not None:
            delen.append(("betrokkene = ?", (str(self.betrokkene),)))
        if self.loopt_op is not None:
            nu = iso(self.loopt_op)
            delen.append(("ingaande <= ? AND (eindigt IS NULL OR eindigt > ?) AND ingetrokken_op IS NULL", (nu, nu)))
        return delen


def samen(delen: Sequence[Deel]) -> Deel:
    """All parts in one condition."""
    return " AND ".join(sql for sql, _ in delen) or "1 = 1", tuple(w for _, waarden in delen for w in waarden)

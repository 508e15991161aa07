"""Proving from the facts that nothing stopped in silence: for the page, and for `meldketen controleer`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from services.escalatie.misser import Misser, Nalezer, Telling
from services.escalatie.store.wekkers import TRAPPEN
from shared.ledger import Ledger, from_iso, iso

STUK = 2_000
SPELING = timedelta(seconds=30)
ALTIJD = datetime(2000, 1, 1, tzinfo=UTC)
_WEKKERS = "SELECT id FROM timers WHERE afgeleid = 1"
_TE_LAAT = f"SELECT id, op FROM timers WHERE op < ? AND soort IN ({', '.join('?' * len(TRAPPEN))}) ORDER BY op"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Nagelezen:
    """What was found: what stopped, what is late, and how much was looked at."""

    missers: Sequence[Misser]
    te_laat: Sequence[tuple[UUID | None, datetime]]
    telling: Telling
    onbezorgd: Sequence[Misser] = ()
    """Notices were made, and all of them are only kept here."""

    @property
    def goed(self) -> bool:
        """Whether nothing stopped, nothing is late, and no warning stayed on the server."""
        return not (self.missers or self.te_laat or self.onbezorgd)


def lees_na(ledger: Ledger, op: datetime) -> Nagelezen:
    """Read every fact (blocking), and hold it against what will still go off.

    Facts and timers are not read at one moment: what seems to have stopped counts only if it does so twice.
    """
    nalezer, missers = _missers(ledger)
    if missers:
        nalezer, weer = _missers(ledger)
        missers = [misser for misser in weer if misser in missers]
    laat = ledger.query_sync(_TE_LAAT, (iso(op - SPELING), *TRAPPEN))
    te_laat = [(_zaak(str(naam)), from_iso(moment)) for naam, moment in laat]
    return Nagelezen(missers, te_laat, nalezer.telling, nalezer.onbezorgd())


def _missers(ledger: Ledger) -> tuple[Nalezer, list[Misser]]:
    nalezer, plaats = Nalezer(), 0
    while stuk := ledger.read(plaats, STUK):
        for feit in stuk:
            nalezer.lees(feit.fact, feit.tijd)
        plaats = stuk[-1].place
    return nalezer, nalezer.missers({str(rij[0]) for rij in ledger.query_sync(_WEKKERS)})


def stille_missers(ledger: Ledger) -> Iterator[str]:
    """Say in Dutch what stopped in silence (blocking); what is only late still has its timer, and is not lost."""
    for misser in lees_na(ledger, ALTIJD).missers:
        yield f"stille misser in escalatie {misser.escalatie_id}: {misser.wat}"


def _zaak(naam: str) -> UUID | None:
    try:
        return UUID(naam.partition("/")[2])
    except ValueError:
        return None

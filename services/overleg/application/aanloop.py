"""What an agenda finds by itself: a projection while the meeting is to come, facts once it is opened."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from services.overleg.overleg import Agendapunt, maatregelpunt, vaste_punten
from services.overleg.store import zoeken
from shared.profiel.schema import Reeks

Vraag = Callable[[str, tuple[object, ...]], Sequence[tuple[Any, ...]]]
LOOPT_AF_BINNEN = timedelta(weeks=2)


def vanzelf(
    vraag: Vraag, reeks: Reeks, overleg_id: UUID, gemeente: str, locatie: str, op: datetime
) -> list[Agendapunt]:
    """Fixed items; and where meldingen or agreements are discussed, measures that end soon."""
    punten = vaste_punten(overleg_id, reeks.vaste_punten)
    if reeks.bespreekt_meldingen:
        rijen = vraag(*zoeken.maatregelen_die_eindigen(gemeente, locatie, op, op + LOOPT_AF_BINNEN))
        punten += [maatregelpunt(overleg_id, UUID(id_), soort, regel) for id_, soort, regel in rijen]
    return punten

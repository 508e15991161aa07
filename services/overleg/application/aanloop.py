"""What an agenda finds by itself: a projection while the meeting is to come, facts once it is opened."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from services.overleg.maatregel import afgeschermd
from services.overleg.overleg import Agendapunt, afspraakpunt, maatregelpunt, vaste_punten
from services.overleg.store import zoeken
from shared.profiel.schema import Profiel, Reeks

Vraag = Callable[[str, tuple[object, ...]], Sequence[tuple[Any, ...]]]
LOOPT_AF_BINNEN = timedelta(weeks=2)


def vanzelf(
    vraag: Vraag, profiel: Profiel, reeks: Reeks, overleg_id: UUID, locatie: str, op: datetime
) -> list[Agendapunt]:
    """Fixed items; agreements that are due by then or overdue; and where meldingen are discussed, measures that end.

    Of a measure that touches health or home nothing stands on an agenda: its items are facts that others hear of.
    """
    gemeente = profiel.gemeente.code
    punten = vaste_punten(overleg_id, reeks.vaste_punten)
    if reeks.volgt_afspraken:
        rijen = vraag(*zoeken.afspraken_die_aflopen(gemeente, locatie, op))
        punten += [afspraakpunt(overleg_id, UUID(id_), wie, regel) for id_, wie, regel in rijen]
    if reeks.bespreekt_meldingen:
        zonder = afgeschermd(profiel)
        rijen = vraag(*zoeken.maatregelen_die_eindigen(gemeente, locatie, op, op + LOOPT_AF_BINNEN, zonder))
        punten += [maatregelpunt(overleg_id, UUID(id_), soort, regel) for id_, soort, regel in rijen]
    return punten

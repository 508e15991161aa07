"""The numbers of an agenda, for who shows the same items elsewhere in this process."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.overleg.application import Inzage
from services.overleg.overleg import OverlegOnbekend
from services.overleg.paginas.woorden import Woorden
from services.overleg.vormen.bevoegd import ziet
from shared.loket import Genummerd
from shared.profiel import Profielen
from shared.web import Wie, mag


@dataclass(frozen=True, slots=True)
class Agendanummers:
    """Counts as the page of the meeting does, for the same reader: who sees fewer items, counts fewer."""

    profielen: Profielen
    inzage: Inzage
    woorden: Woorden

    async def __call__(self, lezer: Wie, overleg_id: UUID) -> Sequence[Genummerd]:
        """Give the items in their order; none of a meeting that this reader may not read."""
        if not mag(lezer, "overleg.lezen"):
            return ()
        try:
            agenda = await self.inzage.agenda(overleg_id, ziet(self.profielen, lezer))
        except OverlegOnbekend:
            return ()
        nummers = {punt["id"]: punt["nr"] for deel in self.woorden.agenda(agenda)["delen"] for punt in deel["punten"]}
        gevonden = [punt for punt in agenda.agendapunten if punt.agendapunt_id in nummers]
        gezien = [Genummerd(nummers[punt.agendapunt_id], punt.agendapunt_id, punt.meldingen) for punt in gevonden]
        return sorted(gezien, key=lambda each: each.nr)

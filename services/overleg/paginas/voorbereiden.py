"""What one wants beside the agenda: the last record and the agreements that are open, and those made at each item."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from services.overleg.application import Inzage
from services.overleg.application.overzicht import Afspraakvraag, Overzicht
from services.overleg.application.zicht import Zicht
from services.overleg.beelden import Overlegbeeld
from services.overleg.overleg import TE_HOUDEN, Status
from services.overleg.paginas.woorden import Woorden
from services.overleg.store.filters import Vraag


@dataclass(frozen=True, slots=True)
class Voorbereiding:
    """Looks it up for one reader."""

    inzage: Inzage
    overzicht: Overzicht
    woorden: Woorden

    async def naast(self, overleg: Overlegbeeld, zicht: Zicht, eigen: tuple[str, ...], nu: datetime) -> dict[str, Any]:
        """What was agreed at each item; before and during the meeting also what was prepared for it."""
        vraag = Afspraakvraag(overleg.gemeente, overleg_id=overleg.overleg_id)
        gemaakt: dict[UUID | None, list[dict[str, object]]] = {}
        for each in await self.overzicht.afspraken(vraag, zicht, eigen, nu):
            gemaakt.setdefault(each.agendapunt_id, []).append(self.woorden.afspraak(each))
        if overleg.status not in (*TE_HOUDEN, Status.GEOPEND):
            return {"gemaakt": gemaakt}
        return {"gemaakt": gemaakt, **await self._vooraf(overleg, zicht, eigen, nu)}

    async def _vooraf(
        self, overleg: Overlegbeeld, zicht: Zicht, eigen: tuple[str, ...], nu: datetime
    ) -> dict[str, Any]:
        """The last meeting of this series that was closed, if any, and the open agreements here, late ones first.

        `eigen`: the partners that the reader is; what they must do they see, whatever it came from.
        """
        waar, plek = overleg.gemeente, overleg.locatie
        vraag = Vraag(waar, plek, overleg.reeks, Status.GESLOTEN, nieuwste_eerst=True)
        vorige = await self.inzage.overleggen(vraag, zicht, hoogstens=1)
        afspraken = [
            self.woorden.afspraak(each)
            for status in ("te-laat", "open")
            for each in await self.overzicht.afspraken(Afspraakvraag(waar, plek, status=status), zicht, eigen, nu)
        ]
        return {"vorige": self.woorden.overleg(vorige[0]) if vorige else None, "openstaand": afspraken}

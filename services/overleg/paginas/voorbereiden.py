"""What one wants beside the agenda before a meeting: the last record, and the agreements that are open."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.overleg.application import Inzage
from services.overleg.application.overzicht import Afspraakvraag, Overzicht
from services.overleg.application.zicht import Zicht
from services.overleg.beelden import Overlegbeeld
from services.overleg.overleg import Status
from services.overleg.paginas.woorden import Woorden
from services.overleg.store.filters import Vraag


@dataclass(frozen=True, slots=True)
class Voorbereiding:
    """Looks it up for one reader."""

    inzage: Inzage
    overzicht: Overzicht
    woorden: Woorden

    async def bij(self, overleg: Overlegbeeld, zicht: Zicht, eigen: tuple[str, ...], nu: datetime) -> dict[str, Any]:
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

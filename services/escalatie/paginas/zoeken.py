"""Finding escalations, as far as one may see them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from services.escalatie.application import Filter, Inzage
from services.escalatie.paginas.beeld import ETIKETTEN
from services.escalatie.staat import Status
from services.escalatie.zicht import binnen
from shared.kortnummer import kortnummer
from shared.web import Wie, mag
from shared.zoeken import HOOGSTENS, Vondst, Zoekvraag


@dataclass(frozen=True, slots=True)
class Escalatiezoeker:
    """Looks through escalations."""

    inzage: Inzage

    async def __call__(self, lezer: Wie, vraag: Zoekvraag, _: datetime) -> Sequence[Vondst]:
        """Give what this reader may see of it."""
        if not mag(lezer, "escalatie.lezen"):
            return ()
        gevraagd = Filter(*binnen(lezer, None, None), bevat=vraag.patronen, nummer=vraag.nummer)
        gevonden = await self._zoek(gevraagd)
        if vraag.staart:
            gevonden += await self._zoek(replace(gevraagd, nummer=None, staart=vraag.staart))
        return list(dict.fromkeys(gevonden))

    async def _zoek(self, gevraagd: Filter) -> list[Vondst]:
        return [
            Vondst(
                f"Escalatie {kortnummer(rij['escalatie_id'])}",
                rij["omschrijving"],
                f"/escalaties/{rij['escalatie_id']}",
                rij["geopend_op"],
                ETIKETTEN[Status(rij["status"])][0],
            )
            for rij in await self.inzage.lijst(gevraagd, aantal=HOOGSTENS)
        ]

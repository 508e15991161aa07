"""Finding a melding: by its number, short or long, or by words in its masked text, as far as one may read that."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from services.intake.application import Inzage
from services.intake.application.opzoeken import Opzoeker
from services.intake.paginas.woorden import SOORTEN, Woorden
from shared.kortnummer import kortnummer
from shared.web import Wie, mag
from shared.zoeken import Vondst, Zoekvraag

ZO_LANG_TERUG = timedelta(days=2 * 365)
"""Older texts are looked through by nobody: what is asked about is recent, and the search stays quick."""


class Meldingzoeker:
    """Looks for meldingen."""

    def __init__(self, opzoeker: Opzoeker, inzage: Inzage, woorden: Woorden) -> None:
        self._opzoeker, self._inzage, self._woorden = opzoeker, inzage, woorden

    async def __call__(self, lezer: Wie, vraag: Zoekvraag, nu: datetime) -> Sequence[Vondst]:
        """Give what this reader may see of it."""
        if not mag(lezer, "melding.lezen"):
            return ()
        gevonden = await self._opzoeker.op_nummer(lezer, vraag.nummer) if vraag.nummer else []
        gevonden += await self._opzoeker.op_staart(lezer, vraag.staart) if vraag.staart else []
        gevonden += await self._opzoeker.op_woorden(lezer, vraag.patronen, nu - ZO_LANG_TERUG)
        return [await self._vondst(nummer) for nummer in dict.fromkeys(gevonden)]

    async def _vondst(self, nummer: UUID) -> Vondst:
        een = await self._inzage.een(nummer)
        plek = self._woorden.naam("locatie", een.inhoud["gemeente"], een.inhoud["locatie"])
        soort = f"{SOORTEN[een.soort]} {kortnummer(een.id)}"
        return Vondst(soort, self._woorden.kort(een.inhoud), f"/meldingen/{een.id}", toelichting=plek)

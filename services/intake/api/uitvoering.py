"""Running one use case about a melding, and answering with how it stands then."""

from collections.abc import Callable
from uuid import UUID

from fastapi import Request

from services.intake.api.vormen import Uittreksel, uittreksel
from services.intake.application import Inzage, Verband
from shared.klok import Klok
from shared.ledger import Ledger, Transaction
from shared.web import context, wie

PAD = "/meldingen/{melding_id}"


class Uitvoering:
    """What every operation on a melding does."""

    def __init__(self, inzage: Inzage, verband: Verband, ledger: Ledger, klok: Klok) -> None:
        self._inzage, self._verband, self._ledger, self._klok = inzage, verband, ledger, klok

    async def doe(self, request: Request, melding_id: UUID, use_case: Callable[[Transaction], object]) -> Uittreksel:
        """Store it, and read the melding back."""
        await self._ledger.run(use_case, context(request, self._klok))
        melding = await self._inzage.een(melding_id)
        gekoppeld = await self._verband.gekoppeld_voor(wie(request), melding_id)
        doorgezet = await self._verband.doorgezet(melding_id)
        return uittreksel(melding, gekoppeld, doorgezet)

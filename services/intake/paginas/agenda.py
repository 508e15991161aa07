"""`/meldingen/agenda/{overleg_id}`: what reporters wrote about everything on one agenda, to prepare a meeting."""

from collections.abc import AsyncIterator
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application import Inzage, Melding, Verband
from services.intake.paginas.woorden import SOORTEN, Woorden
from shared.facts import NietGevonden
from shared.ledger import from_iso
from shared.web import Wie, actie, mag, page_router, pagina, wie

GETOOND = ("Aard", "Plaats", "Buurt", "Thema", "Getroffen", "Gevolgen voor de openbare orde", "Ernst")
"""What one wants to know at the table; the rest stands on the melding's own page."""
ONBEKEND = "Van deze agenda is hier niets bekend. Kijk bij Overleg."


def router(inzage: Inzage, verband: Verband, woorden: Woorden) -> APIRouter:
    """Show them to who may read what reporters wrote; each as its own page would."""
    router = page_router()

    @router.get("/meldingen/agenda/{overleg_id}")
    @actie("toelichting.lezen")
    async def agenda(request: Request, overleg_id: UUID) -> HTMLResponse:
        lezer = wie(request)
        rijen = [
            {
                "id": melding.id,
                "soort": SOORTEN[melding.soort],
                "kort": "dit incident" if melding.soort == "incident" else "deze melding",
                "gebeurd": from_iso(melding.inhoud["voorgevallenOp"]),
                "regels": [
                    regel for regel in woorden.beschreven(melding.inhoud) if regel[0] in GETOOND and regel[1] != "–"
                ],
                "toelichting": await inzage.toelichting(melding),
            }
            async for melding in _leesbaar(inzage, verband, overleg_id, lezer)
        ]
        if not rijen:
            raise NietGevonden(ONBEKEND)
        return pagina(request, "intake/agenda.html", overleg_id=overleg_id, meldingen=rijen)

    return router


async def _leesbaar(inzage: Inzage, verband: Verband, overleg_id: UUID, lezer: Wie) -> AsyncIterator[Melding]:
    """Those that this reader may see; what only stands there behind closed doors for who may know of that."""
    for melding_id, vertrouwelijk in await inzage.op_agenda(overleg_id):
        if vertrouwelijk and not mag(lezer, "vertrouwelijk.lezen"):
            continue
        try:
            melding = await inzage.een(melding_id)
            if await verband.leest_tekst(lezer, melding):
                yield melding
        except NietGevonden:
            continue

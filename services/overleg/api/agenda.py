"""`agenda.ics`: the meetings of a role in anybody's own calendar."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.application.agendalinks import houder_van
from services.overleg.store.filters import Vraag
from services.overleg.vormen.agendabestand import bestand
from services.overleg.vormen.bevoegd import ziet
from shared.facts import NietGevonden
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import Wie, actie, api_router, limiet, mag, wie

TERUG, ZOVEEL = timedelta(weeks=13), 1_000


def router(dienst: Overlegdienst, inzage: Inzage, ledger: Ledger, klok: Klok, adres: str) -> APIRouter:
    """The calendar, by a secret link or a key."""
    router = api_router(tags=["overleggen"])

    @router.get("/agenda.ics", response_class=Response, responses={200: {"content": {"text/calendar": {}}}})
    @actie("agenda.volgen")
    @limiet("agenda", per_minuut=60)
    async def agenda(request: Request, sleutel: Annotated[str | None, Query(max_length=100)] = None) -> Response:
        """Geef de overleggen van een rol als agenda (RFC 5545), met de geheime link of met een sleutel."""
        lezer = await _lezer(request, ledger, sleutel)
        zicht = ziet(dienst.profielen, lezer)
        gevonden = await inzage.overleggen(Vraag(vanaf=klok() - TERUG), zicht, hoogstens=ZOVEEL)
        zones = {profiel.gemeente.code: profiel.zone for profiel in dienst.profielen.alle()}
        kop = {"content-disposition": 'inline; filename="agenda.ics"'}
        return Response(bestand(gevonden, zones, adres=adres), media_type="text/calendar", headers=kop)

    return router


async def _lezer(request: Request, ledger: Ledger, sleutel: str | None) -> Wie:
    lezer = wie(request)
    if sleutel:
        houder = await houder_van(ledger, sleutel)
        lezer = Wie(houder.rol, houder.locatie, houder.gemeente)
    if not mag(lezer, "agenda.abonneren"):
        raise NietGevonden("Deze agenda is er niet. Maak in Meldketen een link naar uw agenda.")
    return lezer

"""Offer a quarantined message again, after the cause was mended: as an operation and as a button for `beheer`."""

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response

from meldketen.loop import Loop
from shared.bus import Inbox
from shared.facts import NietGevonden
from shared.klok import Klok
from shared.web import actie, api_router, context, omleiding, page_router


def api(inbox: Inbox, klok: Klok) -> APIRouter:
    """Give the operation of one service."""
    router = api_router(tags=["beheer"])

    @router.post("/quarantaine/{bericht_id}/_verwerk", status_code=204)
    @actie("beheer.quarantaine")
    async def verwerk(request: Request, bericht_id: str) -> None:
        """Verwerk een bericht dat in quarantaine staat alsnog; lukt dat niet, dan blijft het staan."""
        await inbox.replay(bericht_id, context(request, klok))

    return router


def paginas(loops: Sequence[Loop], klok: Klok) -> APIRouter:
    """Give the button on the page of `beheer`."""
    router = page_router()

    @router.post("/beheer/quarantaine/{dienst}/{bericht_id}")
    @actie("beheer.quarantaine")
    async def verwerk(request: Request, dienst: str, bericht_id: str) -> Response:
        await _inbox(loops, dienst).replay(bericht_id, context(request, klok))
        return omleiding("/beheer")

    return router


def _inbox(loops: Sequence[Loop], naam: str) -> Inbox:
    for loop in loops:
        if loop.dienst.naam == naam:
            return loop.consumer.inbox
    raise NietGevonden("Deze dienst draait hier niet.")

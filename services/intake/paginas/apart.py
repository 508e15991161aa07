"""`/coa-berichten`: messages of the COA that could not be taken: look, mend the cause, and offer them again."""

from collections.abc import Awaitable, Callable
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from services.intake.application import Quarantaine
from services.intake.application.bevoegd import mag_zien
from services.intake.application.quarantaine import WEG
from services.intake.paginas.woorden import Woorden
from shared.facts import Context, NietGevonden, OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.ledger import Ledger
from shared.maskering import masker
from shared.web import actie, context, omleiding, page_router, pagina, wie

PAD = "/coa-berichten"
HOOGSTENS = 8000
"""Characters of a message that are shown."""


class Apart:
    """What the page is made of. `opnieuw` takes a message after all."""

    def __init__(
        self,
        quarantaine: Quarantaine,
        ledger: Ledger,
        klok: Klok,
        opnieuw: Callable[[UUID, Context], Awaitable[None]],
    ) -> None:
        self._quarantaine, self._ledger, self._klok, self._opnieuw = quarantaine, ledger, klok, opnieuw

    async def lijst(self, request: Request, woorden: Woorden, *, weigering: Rejected | None = None) -> HTMLResponse:
        """Show what waits, with why a message still cannot be taken."""
        berichten = [
            (wacht, woorden.naam("locatie", wacht.geweigerd.gemeente, wacht.geweigerd.locatie))
            for wacht in await self._quarantaine.lijst(self._ledger)
            if mag_zien(wie(request), gemeente=wacht.geweigerd.gemeente, locatie=wacht.geweigerd.locatie)
        ]
        status = 409 if weigering else 200
        return pagina(request, "intake/apart.html", status=status, berichten=berichten, weigering=weigering)

    async def een(self, request: Request, apart_id: UUID) -> HTMLResponse:
        """Show a message as it came, masked: whoever was called must know what it is about (LVS-0.3)."""
        await self._eis_eigen(request, apart_id)
        apart = await self._quarantaine.open(self._ledger, apart_id)
        tekst = masker(apart.inhoud.decode(errors="replace")[:HOOGSTENS])
        return pagina(request, "intake/apart_een.html", status=200, apart_id=apart_id, tekst=tekst)

    async def verwerk(self, request: Request, apart_id: UUID) -> None:
        """Take it after all.

        Raises:
            Rejected: it still cannot be taken.
        """
        await self._eis_eigen(request, apart_id)
        await self._opnieuw(apart_id, context(request, self._klok))

    async def _eis_eigen(self, request: Request, apart_id: UUID) -> None:
        """Refuse a message of another place as one that is not there: who guesses numbers learns nothing."""
        feiten = [recorded.fact for recorded in await self._ledger.load(apart_id)]
        if not any(mag_zien(wie(request), gemeente=feit.gemeente, locatie=feit.locatie) for feit in feiten):
            raise NietGevonden(WEG)


def router(apart: Apart, woorden: Woorden) -> APIRouter:
    """The list, one message, and the button."""
    router = page_router()

    @router.get(PAD)
    @actie("coa-berichten.lezen")
    async def lijst(request: Request) -> HTMLResponse:
        return await apart.lijst(request, woorden)

    @router.get(f"{PAD}/{{apart_id}}")
    @actie("coa-berichten.openen")
    async def een(request: Request, apart_id: UUID) -> HTMLResponse:
        return await apart.een(request, apart_id)

    @router.post(f"{PAD}/{{apart_id}}/verwerk")
    @actie("coa-berichten.verwerken")
    async def verwerk(request: Request, apart_id: UUID) -> Response:
        try:
            await apart.verwerk(request, apart_id)
        except (OngeldigeInvoer, Rejected) as weigering:
            if isinstance(weigering, NietGevonden):
                raise
            return await apart.lijst(request, woorden, weigering=weigering)
        return omleiding(PAD)

    return router

"""`/meldingen/{id}/melder/wissen`: staff erase how to reach a reporter who asks for it without a code."""

from collections.abc import Mapping
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application import Inzage, Melding
from services.intake.application.bevoegd import eis_zichtbaar
from services.intake.application.melderkant import Melderkant
from services.intake.kluis import WISGRONDEN, Lezer
from services.intake.paginas.woorden import SOORTEN
from services.intake.uitingen import Wisopdracht
from shared.facts import Fout, NietGevonden, OngeldigeInvoer
from shared.klok import Klok
from shared.web import actie, context, eis_zeker, formulier, lees_invoer, page_router, pagina, wie

PAD = "/meldingen/{melding_id}/melder/wissen"
GRONDEN = [(grond.value, woorden[0].upper() + woorden[1:]) for grond, woorden in WISGRONDEN.items()]
Velden = Mapping[str, object]


def router(inzage: Inzage, melderkant: Melderkant, klok: Klok) -> APIRouter:
    """Ask why, and erase."""
    router, kant = page_router(), _Wissen(inzage, melderkant, klok)

    @router.get(PAD)
    @actie("contact.wissen")
    async def toon(request: Request, melding_id: UUID) -> HTMLResponse:
        return await kant.toon(request, melding_id)

    @router.post(PAD)
    @actie("contact.wissen")
    async def wis(request: Request, melding_id: UUID) -> HTMLResponse:
        return await kant.wis(request, melding_id, await formulier(request))

    return router


class _Wissen:
    """The form, and what it does."""

    def __init__(self, inzage: Inzage, melderkant: Melderkant, klok: Klok) -> None:
        self._inzage, self._contacten, self._klok = inzage, melderkant.contacten, klok

    async def wis(self, request: Request, melding_id: UUID, velden: Velden) -> HTMLResponse:
        """Erase, once a reason was chosen and the tick was set."""
        melding, lezer = await self._zichtbaar(request, melding_id), wie(request)
        try:
            opdracht = _opdracht(velden)
            await self._contacten.laat_wissen(
                melding_id,
                gemeente=melding.inhoud["gemeente"],
                grond=opdracht.grond,
                lezer=Lezer(str(lezer.rol), lezer.id),
                context=context(request, self._klok),
            )
        except OngeldigeInvoer as fout:
            fouten = {gebrek.veld: gebrek.reden for gebrek in fout.fouten}
            return await self.toon(request, melding_id, status=400, velden=velden, fouten=fouten)
        except NietGevonden:  # somebody else was first: the page says that there is nothing
            return await self.toon(request, melding_id, status=404)
        return await self.toon(request, melding_id, gedaan=True)

    async def toon(
        self,
        request: Request,
        melding_id: UUID,
        *,
        status: int = 200,
        velden: Velden | None = None,
        fouten: Mapping[str, str] | None = None,
        gedaan: bool = False,
    ) -> HTMLResponse:
        """Show the form, or that there is nothing to erase (any more)."""
        melding = await self._zichtbaar(request, melding_id)
        return pagina(
            request,
            "intake/contactwissen.html",
            status=status,
            velden=velden or {},
            fouten=fouten or {},
            gedaan=gedaan,
            melding=melding,
            soort=SOORTEN[melding.soort],
            gebeurd=melding.gebeurd,
            gronden=GRONDEN,
            bereikbaar=await self._contacten.nummer(melding_id) is not None,
        )

    async def _zichtbaar(self, request: Request, melding_id: UUID) -> Melding:
        melding = await self._inzage.een(melding_id)
        eis_zichtbaar(wie(request), melding.inhoud)
        return melding


def _opdracht(velden: Velden) -> Wisopdracht:
    """Read the form.

    Raises:
        OngeldigeInvoer: no reason was chosen, or the tick is not there.
    """
    if velden.get("grond") not in set(WISGRONDEN):
        raise OngeldigeInvoer(Fout("grond", "kies waarom u de gegevens wist"))
    eis_zeker(velden)
    return lees_invoer(Wisopdracht, {"grond": velden["grond"]})

"""`/beheer/winkeliers`: make a group's code, see which there are, withdraw one."""

from collections.abc import Mapping
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from services.intake.application.groepen import Groepen
from services.intake.groep import Opzet
from services.intake.paginas.ingevuld import Velden
from services.intake.paginas.woorden import Woorden
from shared.facts import OngeldigeInvoer
from shared.klok import Klok
from shared.web import actie, context, formulier, omleiding, page_router, pagina

PAD = "/beheer/winkeliers"


def router(groepen: Groepen, klok: Klok, woorden: Woorden) -> APIRouter:
    """Offer it to who supervises."""
    router = page_router()

    async def blad(
        request: Request,
        velden: Velden,
        fouten: Mapping[str, str] | None = None,
        *,
        status: int = 200,
        code: str = "",
    ) -> HTMLResponse:
        return pagina(
            request,
            "intake/groepen.html",
            status=status,
            velden=velden,
            fouten=fouten or {},
            code=code,
            link=f"{request.url.scheme}://{request.url.netloc}/winkeliers?code={code}",
            groepen=[(groep, _waar(groep.gemeente, groep.opzet, woorden)) for groep in await groepen.alle()],
            locaties=woorden.locaties(),
            gebieden=woorden.gebieden(),
            plaatsen=woorden.keuzes("plaatsen"),
            plaats_verplicht=woorden.plaats_verplicht(),
        )

    @router.get(PAD)
    @actie("groepen.beheren")
    async def toon(request: Request) -> HTMLResponse:
        return await blad(request, {})

    @router.post(PAD)
    @actie("groepen.beheren")
    async def maak(request: Request) -> HTMLResponse:
        velden = await formulier(request)
        gemeente, _, locatie = str(velden.get("locatie", "")).rpartition(":")
        gekozen = {naam: str(velden[naam]) for naam in ("gebied", "plaats") if naam in velden}
        try:
            opzet = Opzet(str(velden.get("naam", "")), locatie, **gekozen)
            code = await groepen.maak(opzet, gemeente or None, context(request, klok))
        except OngeldigeInvoer as fout:
            fouten = {een.veld: f"{een.reden[:1].upper()}{een.reden[1:]}." for een in fout.fouten}
            return await blad(request, velden, fouten, status=400)
        return await blad(request, {}, code=code)

    @router.post(PAD + "/{groep_id}/trek-in")
    @actie("groepen.beheren")
    async def trek_in(request: Request, groep_id: UUID) -> RedirectResponse:
        await groepen.trek_in(groep_id, context(request, klok))
        return omleiding(PAD)

    return router


def _waar(gemeente: str, opzet: Opzet, woorden: Woorden) -> str:
    plek = woorden.naam("locatie", gemeente, opzet.locatie)
    return f"{woorden.naam('gebied', gemeente, opzet.gebied)}, {plek}" if opzet.gebied else plek

"""`/maatregelen`: what runs, and the form to impose one; a refusal stands above the form with its rule."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from services.overleg.application import Maatregeldienst, Naslag
from services.overleg.paginas.formulier import Maatregelformulier, keuzes
from services.overleg.paginas.woorden import Woorden
from services.overleg.store.filters import Maatregelvraag
from services.overleg.vormen.bevoegd import verhul, voor_gemeente, ziet
from shared.facts import OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import Wie, actie, context, formulier, lees_invoer, mag, omleiding, page_router, pagina, wie


def router(dienst: Maatregeldienst, naslag: Naslag, ledger: Ledger, klok: Klok, woorden: Woorden) -> APIRouter:
    """The list and the form."""
    router = page_router()

    async def toon(request: Request, status: int = 200, **meer: object) -> HTMLResponse:
        lezer = wie(request)
        gevonden = await naslag.maatregelen(Maatregelvraag(), ziet(dienst.profielen, lezer))
        return pagina(
            request,
            "overleg/maatregelen.html",
            status=status,
            maatregelen=[woorden.maatregel(verhul(lezer, maatregel)) for maatregel in gevonden],
            ziet_betrokkene=mag(lezer, "betrokkene.lezen"),
            keuzes=keuzes(dienst.profielen.van(_gemeente(dienst, lezer, request))),
            gemeenten=[(profiel.gemeente.code, profiel.gemeente.naam) for profiel in dienst.profielen.alle()],
            **{"velden": {}, "fouten": {}, "weigering": None, "opgelegd": "opgelegd" in request.query_params, **meer},
        )

    @router.get("/maatregelen")
    @actie("maatregelen.lezen")
    async def lijst(request: Request) -> HTMLResponse:
        return await toon(request)

    @router.post("/maatregelen")
    @actie("maatregel.opleggen")
    async def leg_op(request: Request) -> Response:
        velden = await formulier(request)
        try:
            await _leg_op(request, velden)
        except OngeldigeInvoer as fout:
            return await toon(request, 400, velden=velden, fouten={gebrek.veld: gebrek.reden for gebrek in fout.fouten})
        except Rejected as weigering:
            return await toon(request, 409, velden=velden, weigering=weigering)
        return omleiding("/maatregelen?opgelegd")

    async def _leg_op(request: Request, velden: Mapping[str, object]) -> None:
        invoer, door = lees_invoer(Maatregelformulier, velden), wie(request)
        gemeente = voor_gemeente(dienst.profielen, door, invoer.gemeente)
        aanvraag = invoer.lees(dienst.profielen.van(gemeente).zone)
        await ledger.run(
            lambda tx: dienst.leg_op(
                tx, invoer.soort, aanvraag, maatregel_id=invoer.aanvraag, gemeente=gemeente, door=door.rol
            ),
            context(request, klok),
        )

    return router


def _gemeente(dienst: Maatregeldienst, lezer: Wie, request: Request) -> str:
    """The municipality of the form: one's own, the one chosen, or the first."""
    gekozen = request.query_params.get("gemeente", "")
    eerste = dienst.profielen.alle()[0].gemeente.code
    return lezer.gemeente or (gekozen if gekozen in dienst.profielen else eerste)

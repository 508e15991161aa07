"""`/coa-berichten`: messages of the COA that could not be taken: look, and say what became of them."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel
from starlette.responses import Response

from services.intake.application import Quarantaine
from services.intake.application.bevoegd import mag_zien
from services.intake.application.quarantaine import WEG, Afgehandeld, Wachtend
from services.intake.paginas.coabericht import leesbaar
from services.intake.paginas.woorden import Woorden
from shared.coaberichten import GEWORDEN, in_gewone_woorden, is_beschadigd
from shared.contracts.intake import CoaAfhandeling, IncidentGeweigerd
from shared.facts import Context, Fout, NietGevonden, OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.ledger import Ledger
from shared.maskering import masker
from shared.web import actie, context, eis_zeker, formulier, lees_invoer, omleiding, page_router, pagina, wie
from shared.woorden import rolnaam

PAD = "/coa-berichten"
HOOGSTENS = 8000
"""Characters of a message that are shown."""


UITKOMSTEN = {uitkomst: f"{woorden[:1].upper()}{woorden[1:]}" for uitkomst, woorden in GEWORDEN.items()}


class Afhandeling(BaseModel):
    """What became of a message, from the list."""

    uitkomst: CoaAfhandeling


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

    async def lijst(
        self,
        request: Request,
        woorden: Woorden,
        *,
        weigering: Rejected | None = None,
        fouten: Mapping[str, str] | None = None,
    ) -> HTMLResponse:
        """Show what waits, with why a message still cannot be taken."""
        berichten = [
            (wacht, _plek(woorden, wacht.geweigerd), _wat(wacht), not is_beschadigd(wacht.geweigerd.reden))
            for wacht in await self._quarantaine.lijst(self._ledger)
            if mag_zien(wie(request), gemeente=wacht.geweigerd.gemeente, locatie=wacht.geweigerd.locatie)
        ]
        status = 400 if fouten else 409 if weigering else 200
        nog = in_gewone_woorden(weigering.reden) if weigering else ""
        wat = {"berichten": berichten, "weigering": nog, "fouten": fouten or {}, "uitkomsten": list(UITKOMSTEN.items())}
        klaar = await self._afgehandeld(request, woorden)
        net = next((een for een in klaar if str(een["id"]) == request.query_params.get("afgehandeld")), None)
        return pagina(request, "intake/apart.html", status=status, afgehandeld=klaar, net=net, **wat)

    async def een(self, request: Request, woorden: Woorden, apart_id: UUID) -> HTMLResponse:
        """Show a message as it came, masked: whoever was called must know what it is about (LVS-0.3)."""
        wat = await self._eis_eigen(request, apart_id)
        apart = await self._quarantaine.open(self._ledger, apart_id)
        opnieuw = not is_beschadigd(wat.reden)
        gezien = {
            "velden": leesbaar(apart.inhoud, wat.gemeente, woorden),
            "tekst": masker(apart.inhoud.decode(errors="replace")[:HOOGSTENS]),
        }
        return pagina(request, "intake/apart_een.html", status=200, apart_id=apart_id, opnieuw=opnieuw, **gezien)

    async def verwerk(self, request: Request, apart_id: UUID) -> None:
        """Take it after all.

        Raises:
            Rejected: it still cannot be taken.
        """
        await self._eis_eigen(request, apart_id)
        await self._opnieuw(apart_id, context(request, self._klok))

    async def handel_af(self, request: Request, apart_id: UUID) -> None:
        """Say what became of it.

        Raises:
            OngeldigeInvoer: nothing was chosen, nobody is sure, or it cannot be so. NietGevonden: it is not there.
        """
        await self._eis_eigen(request, apart_id)
        velden = await formulier(request)
        gegeven = _gekozen(velden)
        eis_zeker(velden)
        use_case = self._quarantaine.handel_af(apart_id, gegeven.uitkomst, door=str(wie(request).rol))
        await self._ledger.run(use_case, context(request, self._klok))

    async def _afgehandeld(self, request: Request, woorden: Woorden) -> list[dict[str, object]]:
        """What became of the messages of the last weeks, as far as this reader saw them wait."""
        return [
            {
                "id": een.id,
                "plek": _plek(woorden, een),
                "uitkomst": UITKOMSTEN[een.uitkomst],
                "door": rolnaam(een.door),
                "op": een.op,
            }
            for een in await self._quarantaine.afgehandeld(self._ledger, self._klok())
            if mag_zien(wie(request), gemeente=een.gemeente, locatie=een.locatie)
        ]

    async def _eis_eigen(self, request: Request, apart_id: UUID) -> IncidentGeweigerd:
        """Refuse a message of another place as one that is not there: who guesses numbers learns nothing."""
        for recorded in await self._ledger.load(apart_id):
            feit = recorded.fact
            if isinstance(feit, IncidentGeweigerd) and mag_zien(
                wie(request), gemeente=feit.gemeente, locatie=feit.locatie
            ):
                return feit
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
        return await apart.een(request, woorden, apart_id)

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

    @router.post(f"{PAD}/{{apart_id}}/handel-af")
    @actie("coa-berichten.afhandelen")
    async def handel_af(request: Request, apart_id: UUID) -> Response:
        try:
            await apart.handel_af(request, apart_id)
        except OngeldigeInvoer as fout:
            fouten = {f"{gebrek.veld}-{apart_id}": gebrek.reden for gebrek in fout.fouten}
            return await apart.lijst(request, woorden, fouten=fouten)
        return omleiding(f"{PAD}?afgehandeld={apart_id}")

    return router


def _gekozen(velden: Mapping[str, object]) -> Afhandeling:
    try:
        return lees_invoer(Afhandeling, {naam: velden[naam] for naam in velden if naam != "zeker"})
    except OngeldigeInvoer:
        raise OngeldigeInvoer(Fout("uitkomst", "Kies wat er is gebeurd.")) from None


def _wat(wacht: Wachtend) -> str:
    return in_gewone_woorden(wacht.geweigerd.reden)


def _plek(woorden: Woorden, wat: IncidentGeweigerd | Afgehandeld) -> str:
    return woorden.naam("locatie", wat.gemeente, wat.locatie)

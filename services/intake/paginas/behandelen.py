"""The forms on the page of one melding. Each is one unit; after it the page is shown again, and says what was done."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from services.intake.application import Behandeling
from services.intake.application.opzoeken import Opzoeker
from services.intake.opdrachten import (
    Classificatie,
    Doorzetopdracht,
    Intrekopdracht,
    Koppelopdracht,
    Ontkoppelopdracht,
    Sluitopdracht,
)
from services.intake.paginas.correctie import lees_correctie
from services.intake.paginas.detail import Detail
from services.intake.paginas.gedaan import NIETS
from services.intake.paginas.woorden import Woorden
from shared.contracts import Fact
from shared.facts import Fout, NietGevonden, OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.kortnummer import is_heel, staart
from shared.ledger import Ledger, Transaction
from shared.web import Wie, actie, context, formulier, lees_invoer, omleiding, page_router, wie

PAD = "/meldingen/{melding_id}"
GEEN = "er is geen melding met dit nummer; kijk of u alle acht tekens goed heeft overgenomen, zoals 4K7M-20RX"
MEER = "meer dan een melding heeft dit nummer; open de andere melding en koppel daar deze"
Velden = Mapping[str, object]
UseCase = Callable[[Transaction], Sequence[Fact]]
Maak = Callable[[Wie, UUID, Velden], UseCase]


class Formulieren:
    """Takes what was sent, and shows the page again: changed, or with what is wrong."""

    def __init__(self, detail: Detail, opzoeker: Opzoeker, ledger: Ledger, klok: Klok, woorden: Woorden) -> None:
        self._detail, self._opzoeker, self._ledger, self._klok = detail, opzoeker, ledger, klok
        self._woorden = woorden

    def zone(self, door: Wie) -> ZoneInfo:
        """In which the times of a form are read."""
        return self._woorden.zone(door.gemeente or "")

    async def neem(self, request: Request, melding_id: UUID, maak: Maak, *, kort: str = "") -> Response:
        """Run the use case that `maak` makes of the fields. `kort`: the field that takes a short number too."""
        velden: Velden = await formulier(request)
        toon: Callable[..., Awaitable[HTMLResponse]] = self._detail.toon
        try:
            gelezen = await self._lang(wie(request), velden, kort) if kort else velden
            feiten = await self._ledger.run(maak(wie(request), melding_id, gelezen), context(request, self._klok))
        except OngeldigeInvoer as fout:
            fouten = {gebrek.veld: gebrek.reden for gebrek in fout.fouten}
            return await toon(request, melding_id, status=400, velden=velden, fouten=fouten)
        except NietGevonden:
            raise
        except Rejected as weigering:
            return await toon(request, melding_id, status=409, velden=velden, weigering=weigering)
        vorm = request.url.path.rpartition("/")[2]
        return omleiding(f"/meldingen/{melding_id}?gedaan={vorm if feiten else NIETS}")

    async def _lang(self, door: Wie, velden: Velden, veld: str) -> Velden:
        """Write the whole number where somebody typed the short one.

        Raises:
            OngeldigeInvoer: it is no number, no melding that they see has it, or more than one has.
        """
        getypt = str(velden.get(veld, ""))
        if not getypt or is_heel(getypt):
            return velden
        einde = staart(getypt)
        gevonden = await self._opzoeker.op_staart(door, einde) if einde else []
        if len(gevonden) != 1:
            raise OngeldigeInvoer(Fout(veld, GEEN if not gevonden else MEER))
        return {**velden, veld: str(gevonden[0])}


def router(behandeling: Behandeling, formulieren: Formulieren) -> APIRouter:
    """Take every form of the page."""
    router = page_router()
    _inhoud(router, behandeling, formulieren)
    _verband(router, behandeling, formulieren)
    return router


def _inhoud(router: APIRouter, behandeling: Behandeling, formulieren: Formulieren) -> None:
    @router.post(f"{PAD}/classificeer")
    @actie("melding.behandelen")
    async def classificeer(request: Request, melding_id: UUID) -> Response:
        return await formulieren.neem(request, melding_id, _met(behandeling.classificeer, Classificatie))

    @router.post(f"{PAD}/corrigeer")
    @actie("melding.corrigeren")
    async def corrigeer(request: Request, melding_id: UUID) -> Response:
        def maak(door: Wie, nummer: UUID, velden: Velden) -> UseCase:
            return behandeling.corrigeer(door, nummer, lees_correctie(velden, formulieren.zone(door)), vraag_na=True)

        return await formulieren.neem(request, melding_id, maak)

    @router.post(f"{PAD}/trek-in")
    @actie("melding.corrigeren")
    async def trek_in(request: Request, melding_id: UUID) -> Response:
        return await formulieren.neem(request, melding_id, _met(behandeling.trek_in, Intrekopdracht))

    @router.post(f"{PAD}/sluit")
    @actie("melding.behandelen")
    async def sluit(request: Request, melding_id: UUID) -> Response:
        return await formulieren.neem(request, melding_id, _met(behandeling.sluit, Sluitopdracht))

    @router.post(f"{PAD}/heropen")
    @actie("melding.behandelen")
    async def heropen(request: Request, melding_id: UUID) -> Response:
        return await formulieren.neem(request, melding_id, lambda door, nummer, _: behandeling.heropen(door, nummer))


def _verband(router: APIRouter, behandeling: Behandeling, formulieren: Formulieren) -> None:
    @router.post(f"{PAD}/koppel")
    @actie("melding.behandelen")
    async def koppel(request: Request, melding_id: UUID) -> Response:
        return await formulieren.neem(request, melding_id, _met(behandeling.koppel, Koppelopdracht), kort="aan")

    @router.post(f"{PAD}/ontkoppel")
    @actie("melding.behandelen")
    async def ontkoppel(request: Request, melding_id: UUID) -> Response:
        return await formulieren.neem(request, melding_id, _met(behandeling.ontkoppel, Ontkoppelopdracht))

    @router.post(f"{PAD}/zet-door")
    @actie("melding.behandelen")
    async def zet_door(request: Request, melding_id: UUID) -> Response:
        return await formulieren.neem(request, melding_id, _met(behandeling.zet_door, Doorzetopdracht))


def _met(doe: Callable[[Wie, UUID, Any], UseCase], vorm: type[Any]) -> Maak:
    return lambda door, melding_id, velden: doe(door, melding_id, lees_invoer(vorm, velden))

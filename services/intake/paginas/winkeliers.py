"""`/winkeliers`: the short form of a group (TB-2.6), for who has its link or its code."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application import Ontvangst
from services.intake.application.aanname import Aanname
from services.intake.application.groepen import Groepen, afzender
from services.intake.groep import Groep
from services.intake.melding import AndereInhoud
from services.intake.opgave import TEKST_HOOGSTENS
from services.intake.paginas.ingevuld import Velden, lees_formulier, lees_sleutel, nieuwe_sleutel
from services.intake.paginas.talen import lees_taal
from services.intake.paginas.woorden import AANGIFTE, Woorden
from shared.facts import NietGevonden, OngeldigeInvoer
from shared.klok import Klok
from shared.profiel import Profielen
from shared.web import actie, context, formulier, limiet, page_router, pagina
from shared.web.request import facilities
from shared.web.weigering import TeVaak

NEDERLANDS = lees_taal("nl")
VOLGORDE = ("thema", "datum", "tijd", "toelichting", "aangifte")
THEMA = "winkeldiefstal"
CODE_HOOGSTENS = 64
PER_GROEP = 30
"""How many a minute one group may report, from however many addresses."""


class Winkeliers:
    """The form of a group: what every melding of it has in common is not asked."""

    def __init__(self, groepen: Groepen, aanname: Aanname, klok: Klok, profielen: Profielen, woorden: Woorden) -> None:
        self._groepen, self._aanname, self._klok = groepen, aanname, klok
        self._profielen, self._woorden = profielen, woorden

    async def toon(self, request: Request, code: str) -> HTMLResponse:
        """Show the form of the code's group, or ask for a code."""
        if not code:
            return _vraag_code(request)
        try:
            groep = await self._groep(code)
        except NietGevonden as fout:
            return _vraag_code(request, fout.reden, status=404)
        return self._blad(request, groep, code, self._begin())

    async def meld(self, request: Request) -> HTMLResponse:
        """Take a melding of a group; a form with only a code shows the form of that group."""
        velden = await formulier(request)
        code = str(velden.get("code", ""))
        if "sleutel" not in velden:
            return await self.toon(request, code)
        try:
            groep = await self._groep(code)
        except NietGevonden as fout:
            return _vraag_code(request, fout.reden, status=404)
        if wacht := facilities(request).limiter.wait("winkeliers-groep", str(groep.id), PER_GROEP):
            raise TeVaak(wacht)
        return await self._neem(request, groep, velden, code)

    async def _neem(self, request: Request, groep: Groep, velden: Velden, code: str) -> HTMLResponse:
        antwoorden = {naam: waarde for naam, waarde in velden.items() if naam not in ("sleutel", "code")}
        ingevuld = lees_formulier({**antwoorden, **groep.zegt()}, self._profielen, self._klok())
        try:
            verzoek = ("formulier", lees_sleutel(velden))
            moment = context(request, self._klok)
            ontvangst = await self._aanname.neem(ingevuld.gelezen, moment, afzender(groep), verzoek=verzoek)
        except OngeldigeInvoer as fout:
            fouten = ingevuld.per_veld(fout.fouten, NEDERLANDS, VOLGORDE)
            return self._blad(request, groep, code, velden, fouten, status=400)
        except AndereInhoud:
            fouten = {"formulier": NEDERLANDS("controle.opnieuw")}
            return self._blad(request, groep, code, {**velden, "sleutel": nieuwe_sleutel()}, fouten, status=409)
        return self._blad(request, groep, code, self._begin(), ontvangst=ontvangst)

    async def _groep(self, code: str) -> Groep:
        if len(code) > CODE_HOOGSTENS:
            raise NietGevonden("Dit is geen code. Kijk of u hem goed heeft overgenomen.")
        return await self._groepen.met_code(code)

    def _begin(self) -> dict[str, str]:
        nu = self._klok().astimezone(ZoneInfo(self._profielen.alle()[0].gemeente.tijdzone))
        return {"thema": THEMA, "datum": f"{nu:%Y-%m-%d}", "tijd": f"{nu:%H:%M}"}

    def _blad(
        self,
        request: Request,
        groep: Groep,
        code: str,
        velden: Velden,
        fouten: Mapping[str, str] | None = None,
        *,
        status: int = 200,
        ontvangst: Ontvangst | None = None,
    ) -> HTMLResponse:
        return pagina(
            request,
            "intake/winkeliers.html",
            status=status,
            groep=groep,
            code=code,
            velden=velden,
            fouten=fouten or {},
            ontvangst=ontvangst,
            sleutel=velden.get("sleutel") or nieuwe_sleutel(),
            plek=self._woorden.naam("gebied" if groep.opzet.gebied else "locatie", groep.gemeente, _plek(groep)),
            themas=self._woorden.keuzes("themas"),
            aangiften=[(aangifte.value, naam) for aangifte, naam in AANGIFTE.items()],
            hoogstens=TEKST_HOOGSTENS,
        )


def router(winkeliers: Winkeliers) -> APIRouter:
    """Offer the form."""
    router = page_router()

    @router.get("/winkeliers")
    @actie("groep.melden")
    @limiet("groepscode", per_minuut=30)
    async def toon(request: Request) -> HTMLResponse:
        return await winkeliers.toon(request, request.query_params.get("code", "").strip())

    @router.post("/winkeliers")
    @actie("groep.melden")
    @limiet("groepscode", per_minuut=30)
    async def meld(request: Request) -> HTMLResponse:
        return await winkeliers.meld(request)

    return router


def _plek(groep: Groep) -> str:
    return groep.opzet.gebied or groep.opzet.locatie


def _vraag_code(request: Request, reden: str = "", *, status: int = 200) -> HTMLResponse:
    fouten = {"code": reden} if reden else {}
    return pagina(request, "intake/groepscode.html", status=status, velden={}, fouten=fouten)

"""`/winkeliers`: the short form of a group (TB-2.6), for who has its link or its code."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application import FORMULIER, Intakedienst
from services.intake.application.aanname import Aanname
from services.intake.application.groepen import Groepen, afzender
from services.intake.groep import Groep
from services.intake.melding import AndereInhoud
from services.intake.paginas.groepsblad import Groepsblad, vraag_code
from services.intake.paginas.groepsmelding import fouten_in, lees_groepsmelding
from services.intake.paginas.ingevuld import Velden, lees_sleutel, nieuwe_sleutel
from services.intake.paginas.verbergen import erbij
from services.intake.paginas.woorden import ZONDER_DAGDEEL, Woorden
from shared.facts import NietGevonden, OngeldigeInvoer
from shared.klok import Klok
from shared.profiel import Profielen
from shared.web import actie, context, formulier, limiet, page_router
from shared.web.gevoelig import WEG
from shared.web.rate import HOUR
from shared.web.request import facilities

CODE_HOOGSTENS = 64
PER_UUR = 4
"""How many meldingen an hour one group may send, from however many addresses: fewer than make a threshold (LVS-1.6)."""
TE_VEEL = (
    "Van uw groep kwamen dit uur al {aantal} meldingen binnen. Meer nemen wij er in een uur niet aan. Verstuur"
    " deze over {minuten} minuten. Uw antwoorden staan hieronder nog. Kan het niet wachten? Bel de politie: 0900-8844."
)


class Winkeliers:
    """The form of a group: what every melding of it has in common is not asked."""

    def __init__(
        self,
        groepen: Groepen,
        dienst: Intakedienst,
        aanname: Aanname,
        klok: Klok,
        profielen: Profielen,
        woorden: Woorden,
    ) -> None:
        self._groepen, self._dienst, self._aanname, self._klok = groepen, dienst, aanname, klok
        self._profielen, self._blad = profielen, Groepsblad(profielen, woorden)

    async def toon(self, request: Request, code: str) -> HTMLResponse:
        """Show the form of the code's group, or ask for a code."""
        if not code:
            return vraag_code(request)
        try:
            groep = await self._groep(code)
        except NietGevonden as fout:
            return vraag_code(request, fout.reden, code=code, status=404)
        return self._blad.vragen(request, groep, {"code": code})

    async def meld(self, request: Request) -> HTMLResponse:
        """Go on from a page of the form; one with only a code shows the form of that group."""
        velden = await formulier(request)
        code = str(velden.get("code", ""))
        if "sleutel" not in velden:
            return await self.toon(request, code)
        try:
            groep = await self._groep(code)
        except NietGevonden as fout:
            return vraag_code(request, fout.reden, code=code, status=404)
        return await self._verder(request, groep, velden)

    async def _verder(self, request: Request, groep: Groep, velden: Velden) -> HTMLResponse:
        """Show the questions again, the answers once more, or what came of sending them."""
        if velden.get("ga") == "wijzig":
            return self._blad.vragen(request, groep, velden)
        if (ga := str(velden.get("ga", ""))).startswith(WEG):
            velden = {**velden, "verberg": erbij(str(velden.get("verberg", "")), ga.removeprefix(WEG))}
        fouten = self._fouten(groep, velden)
        if fouten and fouten.keys() != {"verberg"}:
            return self._blad.vragen(request, groep, velden, fouten, status=400)
        if fouten or velden.get("ga") != "verstuur":
            return self._blad.controle(request, groep, velden, fouten, status=400 if fouten else 200)
        if wacht := facilities(request).limiter.wait("winkeliers-groep", str(groep.id), PER_UUR, HOUR):
            return self._te_veel(request, groep, velden, wacht)
        return await self._neem(request, groep, velden)

    def _te_veel(self, request: Request, groep: Groep, velden: Velden, wacht: int) -> HTMLResponse:
        fouten = {"formulier": TE_VEEL.format(aantal=PER_UUR, minuten=-(-wacht // 60))}
        antwoord = self._blad.controle(request, groep, velden, fouten, status=429)
        antwoord.headers["Retry-After"] = str(wacht)
        return antwoord

    async def _neem(self, request: Request, groep: Groep, velden: Velden) -> HTMLResponse:
        gelezen = lees_groepsmelding(groep, velden, self._profielen, self._klok()).gelezen
        verzoek = (FORMULIER, lees_sleutel(velden))
        moment = context(request, self._klok)
        try:
            ontvangst = await self._aanname.neem(gelezen, moment, afzender(groep), verzoek=verzoek)
        except AndereInhoud:
            fouten = {"formulier": ZONDER_DAGDEEL("controle.opnieuw")}
            nieuw = {**velden, "sleutel": nieuwe_sleutel()}
            return self._blad.controle(request, groep, nieuw, fouten, status=409)
        return self._blad.vragen(request, groep, {"code": velden["code"]}, ontvangst=ontvangst)

    def _fouten(self, groep: Groep, velden: Velden) -> Mapping[str, str]:
        op = self._klok()
        ingevuld = lees_groepsmelding(groep, velden, self._profielen, op)
        try:
            lees_sleutel(velden)
        except OngeldigeInvoer as fout:
            return ingevuld.per_veld(fout.fouten, ZONDER_DAGDEEL, ())
        return fouten_in(velden, ingevuld, self._dienst.bezwaren(ingevuld.gelezen, afzender(groep), op))

    async def _groep(self, code: str) -> Groep:
        if len(code) > CODE_HOOGSTENS:
            raise NietGevonden("Dit is geen code. Kijk of u hem goed heeft overgenomen.")
        return await self._groepen.met_code(code)


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

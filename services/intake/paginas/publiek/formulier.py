"""`/melden` for the public: from page to page, and at the end a melding."""

from collections.abc import Iterable

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.intake.application import FORMULIER, IEDEREEN, Intakedienst
from services.intake.application.aanname import Aanname
from services.intake.melding import AndereInhoud
from services.intake.paginas.ingevuld import lees_formulier, lees_sleutel
from services.intake.paginas.publiek.bladen import DEEL, Bladen
from services.intake.paginas.publiek.invulling import CONTROLE, Invulling, lees_invulling, volgende, vorige
from services.intake.paginas.publiek.vragen import VELDEN, Vragen
from services.intake.paginas.verbergen import bezwaar
from shared.facts import Fout, OngeldigeInvoer
from shared.klok import Klok
from shared.profiel import Profielen
from shared.web import context, taal_van
from shared.web.gevoelig import WEG
from shared.web.talen import Taal

NAAR = "naar:"
"""Before the code of a question, on the button that leads to it."""


class Publiek:
    """The form for everyone: every page carries all answers so far, so that the server keeps none."""

    def __init__(self, dienst: Intakedienst, aanname: Aanname, klok: Klok, profielen: Profielen) -> None:
        self._dienst, self._aanname, self._klok, self._profielen = dienst, aanname, klok, profielen
        self._vragen = Vragen(profielen)
        self._bladen = Bladen(self._vragen)

    def begin(self, request: Request) -> HTMLResponse:
        """Show the first page."""
        return self._bladen.begin(request)

    async def ga_verder(self, request: Request) -> HTMLResponse:
        """Take the answers of one page, and show the page that was asked for."""
        try:
            invulling = await lees_invulling(request, self._vragen)
            lees_sleutel(invulling.stand)
        except OngeldigeInvoer as fout:
            return self._opnieuw(request, fout)
        if invulling.ga == "vorige":
            vraag = vorige(self._vragen, invulling)
            return self._bladen.vraag(request, vraag, invulling) if vraag else self._bladen.begin(request)
        if invulling.ga.startswith(WEG):
            return self._controle(request, invulling.zonder(invulling.ga.removeprefix(WEG)))
        if invulling.ga == "taal" or invulling.ga.startswith(NAAR):
            return self._daar(request, invulling)
        return self._controle(request, invulling) if invulling.stap == CONTROLE else self._verder(request, invulling)

    async def verstuur(self, request: Request) -> HTMLResponse:
        """Take the melding."""
        try:
            invulling = await lees_invulling(request, self._vragen)
            sleutel = lees_sleutel(invulling.stand)
        except OngeldigeInvoer as fout:
            return self._opnieuw(request, fout)
        if fouten := self._fouten(request, invulling, (*VELDEN, "verberg")):
            return self._verbeter(request, invulling, fouten)
        gelezen = lees_formulier(invulling.als_formulier(self._vragen), self._profielen, self._klok()).gelezen
        try:
            ontvangst = await self._aanname.neem(gelezen, context(request, self._klok), verzoek=(FORMULIER, sleutel))
        except AndereInhoud:
            fouten = {"formulier": taal_van(request, DEEL)("controle.opnieuw")}
            return self._bladen.controle(request, invulling.met_nieuwe_sleutel(), fouten, status=409)
        return self._bladen.ontvangen(request, ontvangst, met_tekst=bool(invulling.tekst))

    def _verder(self, request: Request, invulling: Invulling) -> HTMLResponse:
        nu = self._vragen.vraag(invulling.stap, invulling.stand)
        if nu and (fouten := self._fouten(request, invulling, nu.velden)):
            return self._bladen.vraag(request, nu, invulling, fouten, status=400)
        vraag = volgende(self._vragen, invulling)
        return self._bladen.vraag(request, vraag, invulling) if vraag else self._bladen.controle(request, invulling)

    def _daar(self, request: Request, invulling: Invulling) -> HTMLResponse:
        """Go to a question to change its answer, or show the same page in another language."""
        vraag = self._vragen.vraag(invulling.ga.removeprefix(NAAR), invulling.stand)
        if vraag:
            wijzigt = Invulling(invulling.stand, vraag.code, terug=True)
            return self._bladen.vraag(request, vraag, wijzigt)
        vraag = self._vragen.vraag(invulling.stap, invulling.stand)
        return self._bladen.vraag(request, vraag, invulling) if vraag else self._controle(request, invulling)

    def _controle(self, request: Request, invulling: Invulling) -> HTMLResponse:
        fouten = self._fouten(request, invulling, ("verberg",))
        return self._bladen.controle(request, invulling, fouten, status=400 if fouten else 200)

    def _verbeter(self, request: Request, invulling: Invulling, fouten: dict[str, str]) -> HTMLResponse:
        """Show the first question whose answer cannot be taken."""
        for vraag in self._vragen.gesteld(invulling.stand):
            if eigen := {veld: reden for veld, reden in fouten.items() if veld in vraag.velden}:
                wijzigt = Invulling(invulling.stand, vraag.code, terug=True)
                return self._bladen.vraag(request, vraag, wijzigt, eigen, status=400)
        return self._bladen.controle(request, invulling, fouten, status=400)

    def _fouten(self, request: Request, invulling: Invulling, velden: Iterable[str]) -> dict[str, str]:
        """Say what cannot be taken in these fields, in the form's order."""
        taal, op = taal_van(request, DEEL), self._klok()
        ingevuld = lees_formulier(invulling.als_formulier(self._vragen), self._profielen, op)
        bezwaren = self._dienst.bezwaren(ingevuld.gelezen, IEDEREEN, op)
        gevonden = ingevuld.per_veld(bezwaren, taal, VELDEN) | _verberg(invulling, taal)
        return {veld: gevonden[veld] for veld in gevonden if veld in set(velden)}

    def _opnieuw(self, request: Request, fout: OngeldigeInvoer) -> HTMLResponse:
        taal = taal_van(request, DEEL)
        return self._bladen.begin(request, _in_woorden(fout.fouten[0], taal), status=400)


def _in_woorden(fout: Fout, taal: Taal) -> dict[str, str]:
    return {fout.veld: taal(f"fout.{fout.veld}")}


def _verberg(invulling: Invulling, taal: Taal) -> dict[str, str]:
    reden = bezwaar(invulling.tekst, invulling.woorden, taal)
    return {"verberg": reden} if reden else {}

"""`/volgen`: see with a volgcode what was done, and say more. The code comes in by POST, never in an address."""

from collections.abc import Mapping
from uuid import uuid4

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application import Inzage, Melding
from services.intake.application.melderkant import Melderkant
from services.intake.opgave import TEKST_HOOGSTENS
from services.intake.paginas.aanvullen import ANDERS, Aanvullen
from services.intake.paginas.woorden import Woorden
from services.intake.volgcode import in_groepen, lees
from services.intake.voortgang import BESPROKEN_STAP, INGELICHT_STAP
from shared.contracts.intake import Aard
from shared.facts import NietGevonden, OngeldigeInvoer
from shared.klok import Klok
from shared.ledger import from_iso
from shared.web import actie, context, eis_zeker, formulier, limiet, page_router, pagina
from shared.woorden import AARDEN

VRAAG_HOOGSTENS = 120
GEWIST = "Uw e-mailadres en telefoonnummer zijn gewist. U krijgt geen berichten meer van ons."


def router(inzage: Inzage, melderkant: Melderkant, woorden: Woorden, klok: Klok) -> APIRouter:
    """Ask for the code, show the melding's progress, and take what its reporter adds."""
    router, beeld = page_router(), _Beeld(inzage, melderkant, woorden, klok)
    aanvullen = Aanvullen(inzage, melderkant, klok, beeld.toon)

    @router.get("/volgen")
    @actie("melding.volgen")
    async def vraag(request: Request) -> HTMLResponse:
        return pagina(request, "intake/volgen.html", velden={}, fouten={})

    @router.post("/volgen")
    @actie("melding.volgen")
    @limiet("volgen", per_minuut=10)
    async def toon(request: Request) -> HTMLResponse:
        return await beeld.toon(request, _code(await formulier(request)))

    @router.post("/volgen/aanvullen")
    @actie("melding.volgen")
    @limiet("volgen", per_minuut=10)
    async def vul_aan(request: Request) -> HTMLResponse:
        velden = await formulier(request)
        return await aanvullen.neem(request, _code(velden), velden)

    @router.post("/volgen/wissen")
    @actie("melding.volgen")
    @limiet("volgen", per_minuut=10)
    async def wis(request: Request) -> HTMLResponse:
        return await beeld.wis(request, await formulier(request))

    return router


class _Beeld:
    """What a reporter is shown, and what is done with what comes back."""

    def __init__(self, inzage: Inzage, melderkant: Melderkant, woorden: Woorden, klok: Klok) -> None:
        self._inzage, self._melderkant, self._woorden, self._klok = inzage, melderkant, woorden, klok

    async def wis(self, request: Request, velden: Mapping[str, object]) -> HTMLResponse:
        """Erase the contact details of who has this code, and is sure."""
        code = _code(velden)
        try:
            melding = await self._inzage.volg(code)
            eis_zeker(velden)
        except OngeldigeInvoer as fout:
            return await self.toon(request, code, status=400, fouten=_fouten(fout))
        except NietGevonden as fout:
            return _opnieuw(request, 404, code, fout.reden)
        nu = context(request, self._klok)
        await self._melderkant.contacten.wis(melding.id, reden="op verzoek van de melder", context=nu)
        return await self.toon(request, code, gedaan=GEWIST)

    async def toon(
        self,
        request: Request,
        code: str,
        *,
        status: int = 200,
        velden: Mapping[str, object] | None = None,
        fouten: Mapping[str, str] | None = None,
        gedaan: str = "",
    ) -> HTMLResponse:
        """Show a melding to who has its code."""
        if not code:
            return _opnieuw(request, 400, "", "Vul uw volgcode in.")
        try:
            melding = await self._inzage.volg(code)
        except NietGevonden as fout:
            return _opnieuw(request, 404, code, fout.reden)
        return pagina(
            request,
            "intake/gevolgd.html",
            status=status,
            volgcode=in_groepen(lees(code)),
            velden=velden or {},
            fouten=fouten or {},
            gedaan=gedaan,
            sleutel=(velden or {}).get("sleutel") or str(uuid4()),
            hoogstens=TEKST_HOOGSTENS,
            **self._in_woorden(melding),
            **await self._van_melder(melding),
        )

    async def _van_melder(self, melding: Melding) -> dict[str, object]:
        gesprekken = self._melderkant.gesprekken
        verhaal = await gesprekken.verhaal(melding.id)
        stappen = await gesprekken.voortgang(melding.id, verhaal)
        open_ = [(str(uiting.id), f"Antwoord op: {_kort(uiting.tekst)}") for uiting in verhaal.uitingen if uiting.open]
        return {
            "status_woord": await gesprekken.status(melding.id, melding.status, verhaal),
            "toelichting": await self._inzage.toelichting(melding),
            "stappen": stappen,
            "gesprek": verhaal.uitingen,
            "vraagkeuzes": [*open_, (ANDERS, "Iets anders over mijn melding")],
            "ingelicht": any(stap.wat.startswith(INGELICHT_STAP) for stap in stappen),
            "besproken": any(stap.wat == BESPROKEN_STAP for stap in stappen),
            "contact": await self._melderkant.contacten.nummer(melding.id) is not None,
        }

    def _in_woorden(self, melding: Melding) -> dict[str, object]:
        inhoud = melding.inhoud
        velden = (("Onderwerp", "thema"), ("Locatie", "locatie"), ("Plaats", "plaats"), ("Buurt", "gebied"))
        return {
            "melding": melding,
            "nummer": self._woorden.telefoon(inhoud["gemeente"]),
            "gebeurd": from_iso(inhoud["voorgevallenOp"]),
            "gemeld": [
                ("Soort gedrag", AARDEN[Aard(inhoud["aard"])]),
                *(
                    (kop, self._woorden.naam(veld, inhoud["gemeente"], inhoud[veld]))
                    for kop, veld in velden
                    if inhoud[veld]
                ),
            ],
        }


def _fouten(fout: OngeldigeInvoer) -> dict[str, str]:
    return {gebrek.veld: gebrek.reden for gebrek in fout.fouten}


def _kort(tekst: str | None) -> str:
    woorden = tekst or "een vraag die is gewist"
    return woorden if len(woorden) <= VRAAG_HOOGSTENS else f"{woorden[:VRAAG_HOOGSTENS]}…"


def _code(velden: Mapping[str, object]) -> str:
    """Return the code that was typed, also what can be none: a text pasted whole is told from an empty field."""
    getypt = velden.get("volgcode")
    return getypt if isinstance(getypt, str) else ""


def _opnieuw(request: Request, status: int, getypt: str, reden: str) -> HTMLResponse:
    velden, fouten = {"volgcode": getypt}, {"volgcode": reden}
    return pagina(request, "intake/volgen.html", status=status, velden=velden, fouten=fouten)

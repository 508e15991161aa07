"""`/meldingen/{id}/melder`: for staff, the conversation with a reporter, how to reach one, and masking afterwards."""

from collections.abc import Mapping
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application import Inzage, Melding
from services.intake.application.bevoegd import eis_zichtbaar
from services.intake.application.melderkant import Melderkant
from services.intake.application.verbergen import verberg
from services.intake.kluis import DOELEN, Contact, Lezer
from services.intake.opgave import TEKST_HOOGSTENS
from services.intake.paginas.balie import Bekeken
from services.intake.paginas.ingevuld import nieuwe_sleutel
from services.intake.paginas.verbergen import stukken
from services.intake.paginas.woorden import SOORTEN
from services.intake.uitingen import Contactvraag, Toevoeging, Verbergopdracht, Vraagopdracht
from shared.facts import Fout, NietGevonden, OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.profiel import Profielen
from shared.profiel.goedkeuring import bezwaar
from shared.web import actie, context, eis_zeker, formulier, lees_invoer, page_router, pagina, wie
from shared.web.gevoelig import Gevoelig, lees_gevoelig

PAD = "/meldingen/{melding_id}/melder"
Velden = Mapping[str, object]
TEKSTSOORTEN = {"toelichting": "Toelichting", "gesprek": "Vraag of aanvulling", "reden": "Reden van een medewerker"}
AANLEIDINGEN = {
    "ontvangen": "Melding ontvangen",
    "besproken": "Melding besproken",
    "gesloten": "Melding afgehandeld",
    "vraag": "Wij hebben een vraag",
}
UITKOMSTEN = {
    "verzonden": "Verstuurd",
    "mislukt": "Mislukt, wordt opnieuw geprobeerd",
    "niet-verzonden": "Niet verstuurd",
}


def router(inzage: Inzage, melderkant: Melderkant, klok: Klok, profielen: Profielen) -> APIRouter:
    """Show it, and take what staff do."""
    router, kant = page_router(), _Kant(inzage, melderkant, klok, profielen)

    @router.get(PAD)
    @actie("gesprek.lezen")
    async def toon(request: Request, melding_id: UUID) -> HTMLResponse:
        return await kant.toon(request, melding_id)

    @router.post(f"{PAD}/vraag")
    @actie("melder.vragen")
    async def vraag(request: Request, melding_id: UUID) -> HTMLResponse:
        return await kant.stel_vraag(request, melding_id, await formulier(request))

    @router.post(f"{PAD}/aanvulling")
    @actie("melding.aanvullen")
    async def aanvulling(request: Request, melding_id: UUID) -> HTMLResponse:
        return await kant.voeg_toe(request, melding_id, await formulier(request))

    @router.post(f"{PAD}/gezien")
    @actie("melder.vragen")
    async def gezien(request: Request, melding_id: UUID) -> HTMLResponse:
        return await kant.gezien(request, melding_id)

    @router.post(f"{PAD}/contact")
    @actie("contact.lezen")
    async def contact(request: Request, melding_id: UUID) -> HTMLResponse:
        return await kant.toon_contact(request, melding_id, await formulier(request))

    @router.post(f"{PAD}/verberg")
    @actie("tekst.verbergen")
    async def verberg_tekst(request: Request, melding_id: UUID) -> HTMLResponse:
        return await kant.verberg(request, melding_id, await formulier(request))

    return router


class _Kant:
    """What the page shows, and what its forms do."""

    def __init__(self, inzage: Inzage, melderkant: Melderkant, klok: Klok, profielen: Profielen) -> None:
        self._inzage, self._melderkant, self._klok, self._profielen = inzage, melderkant, klok, profielen

    async def stel_vraag(self, request: Request, melding_id: UUID, velden: Velden) -> HTMLResponse:
        """Ask the reporter something."""
        try:
            opdracht = lees_invoer(Vraagopdracht, velden)
            use_case = self._melderkant.gesprekken.stel_vraag(wie(request), melding_id, opdracht.vraag)
            await self._melderkant.ledger.run(use_case, context(request, self._klok))
        except (OngeldigeInvoer, Rejected) as fout:
            return await self._opnieuw(request, melding_id, velden, fout, "vraag")
        return await self.toon(request, melding_id, gedaan="Uw vraag staat klaar voor de melder.")

    async def voeg_toe(self, request: Request, melding_id: UUID, velden: Mapping[str, str | list[str]]) -> HTMLResponse:
        """Keep what the reporter told; first shown once more where that was asked, or where a word needs a look."""
        gevoelig = lees_gevoelig(velden, "tekst")
        nu = {naam: waarde for naam, waarde in gevoelig.velden.items() if naam != "ga" and waarde}
        if velden.get("ga") == "bekijk" or gevoelig.nieuw:
            delen = Bekeken(stukken(str(nu.get("tekst", "")), ())) if velden.get("ga") == "bekijk" else None
            return await self.toon(request, melding_id, velden=nu, gevoelig=gevoelig, bekeken=delen)
        try:
            erbij, door = lees_invoer(Toevoeging, {"tekst": "", **nu}), wie(request)
            use_case = self._melderkant.gesprekken.vul_aan(
                melding_id, erbij.tekst, antwoord_op=erbij.antwoord_op, sleutel=erbij.sleutel, door=door
            )
            await self._melderkant.ledger.run(use_case, context(request, self._klok))
        except (OngeldigeInvoer, Rejected) as fout:
            return await self._opnieuw(request, melding_id, nu, fout, "tekst")
        return await self.toon(request, melding_id, gedaan="Toegevoegd. De melder leest dit met de volgcode.")

    async def gezien(self, request: Request, melding_id: UUID) -> HTMLResponse:
        """Take it from the list of what nobody saw."""
        use_case = self._melderkant.gesprekken.gezien(wie(request), melding_id)
        await self._melderkant.ledger.run(use_case, context(request, self._klok))
        return await self.toon(request, melding_id, gedaan="Vastgelegd: dit is gezien.")

    async def verberg(self, request: Request, melding_id: UUID, velden: Velden) -> HTMLResponse:
        """Mask words in a text, or erase it."""
        try:
            opdracht = _verbergopdracht(velden)
            use_case = verberg(wie(request), melding_id, opdracht.zegel, opdracht.woorden)
            await self._melderkant.ledger.run(use_case, context(request, self._klok))
        except (OngeldigeInvoer, Rejected) as fout:
            return await self._opnieuw(request, melding_id, velden, fout, "woorden")
        return await self.toon(request, melding_id, gedaan="Gedaan. Dat dit is gebeurd, is vastgelegd.")

    async def toon_contact(self, request: Request, melding_id: UUID, velden: Velden) -> HTMLResponse:
        """Show how to reach the reporter; the logbook has it first."""
        melding, lezer = await self._zichtbaar(request, melding_id), wie(request)
        try:
            doel = lees_invoer(Contactvraag, velden).doel
            contact = await self._melderkant.contacten.lees(
                melding_id,
                gemeente=melding.inhoud["gemeente"],
                doel=doel,
                lezer=Lezer(str(lezer.rol), lezer.id),
                context=context(request, self._klok),
            )
        except (OngeldigeInvoer, Rejected) as fout:
            return await self._opnieuw(request, melding_id, velden, fout, "doel")
        return await self.toon(request, melding_id, contact=contact)

    async def toon(
        self,
        request: Request,
        melding_id: UUID,
        *,
        status: int = 200,
        velden: Velden | None = None,
        fouten: Mapping[str, str] | None = None,
        gedaan: str = "",
        contact: Contact | None = None,
        gevoelig: Gevoelig | None = None,
        bekeken: Bekeken | None = None,
    ) -> HTMLResponse:
        """Show the page."""
        melding = await self._zichtbaar(request, melding_id)
        return pagina(
            request,
            "intake/melder.html",
            status=status,
            velden=velden or {},
            fouten=fouten or {},
            gedaan=gedaan,
            contact=contact,
            gevoelig=gevoelig,
            bekeken=bekeken,
            sleutel=(velden or {}).get("sleutel") or nieuwe_sleutel(),
            **self._over(melding),
            **await self._gesprek(melding),
        )

    def _over(self, melding: Melding) -> dict[str, object]:
        profiel = self._profielen.van(melding.inhoud["gemeente"])
        lijn = profiel.terugkoppelen.lijn
        return {
            "melding": melding,
            "soort": SOORTEN[melding.soort],
            "gebeurd": melding.gebeurd,
            "lijn": lijn,
            "geen_lijn": bezwaar(lijn, self._klok().astimezone(profiel.zone).date()),
            "doelen": [(doel.value, woorden) for doel, woorden in DOELEN.items()],
            "hoogstens": TEKST_HOOGSTENS,
        }

    async def _gesprek(self, melding: Melding) -> dict[str, object]:
        kant = self._melderkant
        verhaal, teksten = await kant.gesprekken.verhaal(melding.id), await kant.gesprekken.teksten(melding.id)
        return {
            "gesprek": verhaal.uitingen,
            "vragen": [(str(een.id), een.tekst) for een in verhaal.uitingen if een.open and een.tekst],
            "ongelezen": verhaal.ongelezen,
            "verteld": [
                (op, AANLEIDINGEN[feit.aanleiding], UITKOMSTEN[feit.uitkomst], feit.reden)
                for op, feit in verhaal.verteld
            ],
            "teksten": [(zegel, TEKSTSOORTEN[soort], op, tekst) for zegel, soort, op, tekst in teksten],
            "bereikbaar": await kant.contacten.nummer(melding.id) is not None,
        }

    async def _zichtbaar(self, request: Request, melding_id: UUID) -> Melding:
        melding = await self._inzage.een(melding_id)
        eis_zichtbaar(wie(request), melding.inhoud)
        return melding

    async def _opnieuw(
        self, request: Request, melding_id: UUID, velden: Velden, fout: Rejected, veld: str
    ) -> HTMLResponse:
        if isinstance(fout, OngeldigeInvoer):
            fouten, status = {gebrek.veld: gebrek.reden for gebrek in fout.fouten}, 400
        else:
            fouten, status = {veld: fout.reden}, 404 if isinstance(fout, NietGevonden) else 409
        return await self.toon(request, melding_id, status=status, velden=velden, fouten=fouten)


def _verbergopdracht(velden: Velden) -> Verbergopdracht:
    """Read the form: the whole text goes only where that was chosen, never because a field stayed empty.

    Raises:
        OngeldigeInvoer: what must change in it.
    """
    woorden = tuple(regel.strip() for regel in str(velden.get("woorden", "")).splitlines() if regel.strip())
    alles = velden.get("wat") == "alles"
    if not alles and not woorden:
        raise OngeldigeInvoer(Fout("woorden", "vul in welke woorden onleesbaar moeten worden, een per regel"))
    eis_zeker(velden)
    return lees_invoer(Verbergopdracht, {"zegel": velden.get("zegel"), "woorden": () if alles else woorden})

"""Between the municipality and a reporter who stays unknown: with the volgcode, or with the role and a purpose."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter, Request, Response

from services.intake.api import meldervormen as vormen
from services.intake.application import Inzage
from services.intake.application.bevoegd import eis_zichtbaar
from services.intake.application.gesprekken import Gesprekken
from services.intake.application.melderkant import Melderkant
from services.intake.application.verbergen import verberg
from services.intake.kluis import Lezer
from services.intake.uitingen import (
    Aanvulling,
    Contactvraag,
    Toevoeging,
    Verbergopdracht,
    Volgcode,
    Vraagopdracht,
    Wisopdracht,
)
from shared.klok import Klok
from shared.kluis.vorm import Verwerking
from shared.web import actie, api_router, context, limiet, wie


def router(inzage: Inzage, melderkant: Melderkant, klok: Klok) -> APIRouter:
    """Give both sides: the reporter's, without a login, and that of staff."""
    router = api_router()
    router.include_router(_van_melder(inzage, melderkant, klok))
    router.include_router(_in_gesprek(inzage, melderkant, klok))
    router.include_router(_over_melder(inzage, melderkant, klok))
    return router


def _van_melder(inzage: Inzage, melderkant: Melderkant, klok: Klok) -> APIRouter:
    router = api_router(tags=["terugkoppelingen"])
    gesprekken = melderkant.gesprekken

    @router.post("/terugkoppelingen/_bekijk", response_model_exclude_none=True)
    @actie("melding.volgen")
    @limiet("volgen", per_minuut=10)
    async def bekijk(code: Volgcode) -> vormen.Stand:
        """Bekijk met de volgcode wat er met uw melding is gedaan; aanmelden is niet nodig."""
        return await stand(code.volgcode)

    @router.post("/terugkoppelingen/_vul-aan", response_model_exclude_none=True)
    @actie("melding.volgen")
    @limiet("volgen", per_minuut=10)
    async def vul_aan(request: Request, gegeven: Aanvulling) -> vormen.Stand:
        """Vul met de volgcode uw melding aan, of geef antwoord op een vraag van de gemeente."""
        melding = await inzage.volg(gegeven.volgcode)
        use_case = gesprekken.vul_aan(
            melding.id, gegeven.tekst, antwoord_op=gegeven.antwoord_op, sleutel=gegeven.sleutel
        )
        await melderkant.ledger.run(use_case, context(request, klok))
        return await stand(gegeven.volgcode)

    @router.post("/terugkoppelingen/_wis-contact", response_model_exclude_none=True)
    @actie("melding.volgen")
    @limiet("volgen", per_minuut=10)
    async def wis(request: Request, code: Volgcode) -> vormen.Stand:
        """Laat met de volgcode uw e-mailadres en telefoonnummer wissen; u krijgt dan geen berichten meer."""
        melding = await inzage.volg(code.volgcode)
        await melderkant.contacten.wis(melding.id, reden="op verzoek van de melder", context=context(request, klok))
        return await stand(code.volgcode)

    async def stand(volgcode: str) -> vormen.Stand:
        melding = await inzage.volg(volgcode)
        bereikbaar = await melderkant.contacten.nummer(melding.id) is not None
        verhaal = await gesprekken.verhaal(melding.id)
        stappen = await gesprekken.voortgang(melding.id, verhaal)
        return vormen.stand(melding, stappen, verhaal.uitingen, bereikbaar=bereikbaar)

    return router


def _in_gesprek(inzage: Inzage, melderkant: Melderkant, klok: Klok) -> APIRouter:
    router, gesprekken = api_router(tags=["melders"]), melderkant.gesprekken

    @router.get("/meldingen/{melding_id}/gesprek", response_model_exclude_none=True)
    @actie("gesprek.lezen")
    async def gesprek(request: Request, melding_id: UUID) -> vormen.Gesprek:
        """Geef wat de melder is gevraagd, wat hij daarop zei, en welke berichten uitgingen."""
        await _zichtbaar(inzage, request, melding_id)
        return await _toon(gesprekken, melding_id)

    @router.get("/aanvullingen")
    @actie("gesprek.lezen")
    async def ongelezen(request: Request) -> vormen.NieuwVanMelders:
        """Geef bij welke meldingen de melder iets zei dat nog niemand zag, het oudste eerst."""
        return vormen.nieuw(await gesprekken.ongelezen(wie(request)))

    @router.post("/meldingen/{melding_id}/_gezien", response_model_exclude_none=True)
    @actie("melder.vragen")
    async def gezien(request: Request, melding_id: UUID) -> vormen.Gesprek:
        """Leg vast dat gezien is wat de melder zei."""
        await melderkant.ledger.run(gesprekken.gezien(wie(request), melding_id), context(request, klok))
        return await _toon(gesprekken, melding_id)

    @router.post("/meldingen/{melding_id}/_vul-aan", response_model_exclude_none=True)
    @actie("melding.aanvullen")
    async def vul_aan(request: Request, melding_id: UUID, erbij: Toevoeging) -> vormen.Gesprek:
        """Schrijf op wat de melder u vertelde; de tekst wordt eerst gemaskeerd."""
        use_case = gesprekken.vul_aan(
            melding_id, erbij.tekst, antwoord_op=erbij.antwoord_op, sleutel=erbij.sleutel, door=wie(request)
        )
        await melderkant.ledger.run(use_case, context(request, klok))
        return await _toon(gesprekken, melding_id)

    @router.post("/meldingen/{melding_id}/_stel-vraag", response_model_exclude_none=True)
    @actie("melder.vragen")
    async def stel_vraag(request: Request, melding_id: UUID, opdracht: Vraagopdracht) -> vormen.Gesprek:
        """Vraag de melder iets; wie de volgcode heeft ziet de vraag (KG-2.3c)."""
        use_case = gesprekken.stel_vraag(wie(request), melding_id, opdracht.vraag)
        await melderkant.ledger.run(use_case, context(request, klok))
        return await _toon(gesprekken, melding_id)

    return router


def _over_melder(inzage: Inzage, melderkant: Melderkant, klok: Klok) -> APIRouter:
    router = api_router(tags=["melders"])

    @router.post("/meldingen/{melding_id}/_verberg", response_model_exclude_none=True)
    @actie("tekst.verbergen")
    async def verberg_tekst(request: Request, melding_id: UUID, opdracht: Verbergopdracht) -> vormen.Gesprek:
        """Maak woorden in een tekst achteraf onleesbaar, of wis de hele tekst; dat wordt vastgelegd."""
        use_case = verberg(wie(request), melding_id, opdracht.zegel, opdracht.woorden)
        await melderkant.ledger.run(use_case, context(request, klok))
        return await _toon(melderkant.gesprekken, melding_id)

    @router.post("/meldingen/{melding_id}/_bekijk-contact", response_model_exclude_none=True)
    @actie("contact.lezen")
    async def bekijk_contact(request: Request, melding_id: UUID, opdracht: Contactvraag) -> vormen.Contact:
        """Lees hoe de melder te bereiken is, met een doel; elke keer staat in het logboek."""
        gemeente, lezer = await _zichtbaar(inzage, request, melding_id), wie(request)
        contact = await melderkant.contacten.lees(
            melding_id,
            gemeente=gemeente,
            doel=opdracht.doel,
            lezer=Lezer(str(lezer.rol), lezer.id),
            context=context(request, klok),
        )
        return vormen.Contact(email=contact.email, telefoon=contact.telefoon)

    @router.post("/meldingen/{melding_id}/_wis-contact", status_code=204, response_class=Response)
    @actie("contact.wissen")
    async def wis_contact(request: Request, melding_id: UUID, opdracht: Wisopdracht) -> Response:
        """Wis de contactgegevens van een melder die geen volgcode heeft, met een reden; dat wordt vastgelegd."""
        gemeente, lezer = await _zichtbaar(inzage, request, melding_id), wie(request)
        await melderkant.contacten.laat_wissen(
            melding_id,
            gemeente=gemeente,
            grond=opdracht.grond,
            lezer=Lezer(str(lezer.rol), lezer.id),
            context=context(request, klok),
        )
        return Response(status_code=204)

    @router.get("/verwerkingen")
    @actie("logboek.lezen")
    async def verwerkingen() -> Sequence[Verwerking]:
        """Geef elke keer dat iemand contactgegevens las of liet wissen (Logboek Dataverwerkingen), de oudste eerst."""
        regels = await asyncio.to_thread(melderkant.kluis.logboek.regels)
        return [Verwerking.model_validate(regel) for regel in regels]

    return router


async def _zichtbaar(inzage: Inzage, request: Request, melding_id: UUID) -> str:
    """Return of which municipality it is.

    Raises:
        NietGevonden: it is not theirs.
    """
    melding = await inzage.een(melding_id)
    eis_zichtbaar(wie(request), melding.inhoud)
    return str(melding.inhoud["gemeente"])


async def _toon(gesprekken: Gesprekken, melding_id: UUID) -> vormen.Gesprek:
    return vormen.gesprek(await gesprekken.verhaal(melding_id))

"""The channels over HTTP: how they do, the test button, and what people answer."""

import asyncio

from fastapi import APIRouter, Request

from services.escalatie.application import Antwoorden, Kanaalproef, Piketbalie, kanaalstanden
from services.escalatie.vormen.piket import (
    Antwoord,
    Antwoorduitslag,
    Kanaaltest,
    Kanalenlijst,
    Testuitslag,
    Testuitslagen,
    kanaalvorm,
)
from services.escalatie.woorden import rol_naam
from shared.klok import Klok
from shared.ledger import Ledger
from shared.web import actie, api_router, context, wie


def router(balie: Piketbalie, proef: Kanaalproef, antwoorden: Antwoorden, ledger: Ledger, klok: Klok) -> APIRouter:
    """What the channels offer over HTTP."""
    router = api_router(tags=["kanalen"])

    @router.get("/kanalen")
    @actie("kanalen.lezen")
    async def kanalen(request: Request) -> Kanalenlijst:
        """Geef van elk kanaal wanneer het voor het laatst werkte en waarom het niet werkte."""
        standen = await kanaalstanden(ledger, wie(request).gemeente)
        return Kanalenlijst(kanalen=[kanaalvorm(stand) for stand in standen])

    @router.post("/kanalen/_test")
    @actie("kanalen.testen")
    async def test(request: Request, invoer: Kanaaltest) -> Testuitslagen:
        """Stuur een proefbericht naar elk kanaal van een rol, of van een dienst in het rooster."""
        profiel = balie.profiel(invoer.gemeente or wie(request).gemeente)
        loop = proef.begin(
            profiel, invoer.rol, context(request, klok), door=str(wie(request).rol), dienst=invoer.dienst
        )
        uitslagen = await asyncio.shield(loop.taak)
        gedaan = [Testuitslag(kanaal=uit.kanaal, gelukt=not uit.fout, reden=uit.fout or None) for uit in uitslagen]
        return Testuitslagen(uitslagen=gedaan)

    @router.post("/antwoorden")
    @actie("escalatie.antwoorden")
    async def antwoord(request: Request, invoer: Antwoord) -> Antwoorduitslag:
        """Verwerk wat een poort voor sms of e-mail doorgeeft. De code uit het bericht staat in de tekst."""
        if invoer.soort == "aangekomen":
            await antwoorden.aangekomen(invoer.tekst, context(request, klok))
            return Antwoorduitslag(gedaan=True, tekst="Dank u wel.")
        alarm = await antwoorden.bevestig(invoer.tekst, context(request, klok))
        return Antwoorduitslag(gedaan=True, tekst=f"Dank u wel. Bevestigd door {rol_naam(alarm.rol)}.")

    return router

"""Answers over a period."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from services.rapportage.api.bestand import BESTANDEN, antwoord
from services.rapportage.api.vraag import Bestandsvorm, Eerder, Gemeente, Locatie, Peildatum, Periodevraag, WeekCode
from services.rapportage.api.wie import voor
from services.rapportage.application import Evaluatiedienst, Rapportagedienst, Verloopdienst, veranderingen
from services.rapportage.verloop.doorlooptijden import Doorlooptijden
from services.rapportage.verloop.kwaliteit import Kwaliteit
from services.rapportage.verloop.veranderd import Veranderingen
from services.rapportage.verslagen.bladen import doorloopblad, evaluatieblad, kwaliteitblad
from services.rapportage.verslagen.evaluatie import Evaluatie
from shared.klok import Klok
from shared.web import actie


def periodes(router: APIRouter, dienst: Rapportagedienst, verloop: Verloopdienst, klok: Klok) -> None:
    """Add the routes."""

    @router.get("/doorlooptijden", tags=["doorlooptijden"], response_model=Doorlooptijden, responses=BESTANDEN)
    @actie("weekbeeld.lezen")
    async def doorlooptijden(request: Request, vraag: Annotated[Periodevraag, Query()]) -> Response:
        """Geef hoe lang elke stap duurde voor wat in een periode is ontvangen: helft, 90 procent, en per regel."""
        plek, wie_kijkt = voor(request, dienst, vraag.locatie, vraag.gemeente)
        uit = await verloop.doorlooptijden(plek, wie_kijkt, klok(), **vraag.wanneer)
        return antwoord(request, uit, vraag.formaat, doorloopblad, f"doorlooptijden-{uit.locatie}-{uit.tot}")

    @router.get("/kwaliteit", tags=["kwaliteit"], response_model=Kwaliteit, responses=BESTANDEN)
    @actie("weekbeeld.lezen")
    async def kwaliteit(request: Request, vraag: Annotated[Periodevraag, Query()]) -> Response:
        """Geef hoe goed de cijfers zijn: onbekend, laat, dubbel, gecorrigeerd, en welk kanaal stil is."""
        plek, wie_kijkt = voor(request, dienst, vraag.locatie, vraag.gemeente)
        uit = await verloop.kwaliteit(plek, wie_kijkt, klok(), **vraag.wanneer)
        return antwoord(request, uit, vraag.formaat, kwaliteitblad, f"kwaliteit-{uit.locatie}-{uit.tot}")


def evaluaties(router: APIRouter, dienst: Rapportagedienst, evaluatie: Evaluatiedienst, klok: Klok) -> None:
    """Add the route."""

    @router.get("/evaluaties", tags=["evaluaties"], response_model=Evaluatie, responses=BESTANDEN)
    @actie("weekbeeld.lezen")
    async def evaluaties(
        request: Request,
        locatie: Locatie,
        gemeente: Gemeente = None,
        peildatum: Peildatum = None,
        formaat: Bestandsvorm = None,
    ) -> Response:
        """Geef de evaluatie van het eerste kwartaal na aankomst van de eerste bewoners (LVS-0.5, LVS-1.3)."""
        plek, wie_kijkt = voor(request, dienst, locatie, gemeente)
        uit = await evaluatie.evaluatie(plek, wie_kijkt, klok(), peildatum=peildatum)
        return antwoord(request, uit, formaat, evaluatieblad, f"evaluatie-{uit.locatie}-{uit.tot}")


def verschillen(router: APIRouter, dienst: Rapportagedienst, klok: Klok) -> None:
    """Add the route."""

    @router.get("/veranderingen", tags=["weekbeelden"])
    @actie("weekbeeld.lezen")
    async def verander(
        request: Request,
        locatie: Locatie,
        gemeente: Gemeente = None,
        eerder: Eerder = None,
        peildatum: Peildatum = None,
        week: WeekCode = None,
    ) -> Veranderingen:
        """Geef wat er in het beeld van een week is veranderd tussen twee peildata."""
        plek, wie_kijkt = voor(request, dienst, locatie, gemeente)
        vraag = {"eerder": eerder, "peildatum": peildatum, "week": week}
        return await veranderingen(dienst, plek, wie_kijkt, klok(), **vraag)

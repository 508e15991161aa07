"""A meeting on paper: the record, and before the meeting its agenda (`/overleg/{id}/agenda.pdf`)."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from starlette.responses import Response

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.beelden import Agenda
from services.overleg.paginas.stuk import stuk_van_agenda
from services.overleg.paginas.woorden import Woorden
from services.overleg.vormen.bevoegd import ziet
from shared.klok import Klok
from shared.pdf import maak_pdf, pdf_antwoord
from shared.profiel.regels import in_cellen
from shared.web import actie, page_router, wie

SJABLOON = Path(__file__).parents[1] / "templates" / "overleg" / "verslag.typ"


def router(inzage: Inzage, dienst: Overlegdienst, klok: Klok, woorden: Woorden) -> APIRouter:
    """The agenda, as far as this reader may see it."""
    router = page_router()

    @router.get("/overleg/{overleg_id}/agenda.pdf")
    @actie("overleg.lezen")
    async def stuk(request: Request, overleg_id: UUID) -> Response:
        agenda, nu = await inzage.agenda(overleg_id, ziet(dienst.profielen, wie(request))), klok()
        zone = dienst.profielen.van(agenda.overleg.gemeente).zone
        wat = stuk_van_agenda(woorden.agenda(agenda), zone, nu)
        inhoud = await papier(dienst, agenda, wat, f"Agenda {agenda.overleg.naam}", nu)
        return pdf_antwoord(inhoud, f"agenda-{kenteken(agenda, zone)}")

    return router


def kenteken(agenda: Agenda, zone: ZoneInfo) -> str:
    """By what the file of a meeting is told from that of the week before: its series and its day."""
    return f"{agenda.overleg.reeks}-{agenda.overleg.aanvang.astimezone(zone):%Y-%m-%d}"


async def papier(dienst: Overlegdienst, agenda: Agenda, wat: Mapping[str, Any], titel: str, op: datetime) -> bytes:
    """Make the PDF, beside the loop."""
    profiel = dienst.profielen.van(agenda.overleg.gemeente)
    naam, kleur = profiel.gemeente.naam, profiel.huisstijl.kleur

    def maak() -> bytes:
        return maak_pdf(
            SJABLOON, in_cellen(wat, profiel), gemeente=naam, titel=titel, op=op, zone=profiel.zone, kleur=kleur
        )

    return await asyncio.to_thread(maak)

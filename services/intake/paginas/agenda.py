"""`/meldingen/agenda/{overleg_id}`: what reporters wrote about everything on one agenda, to prepare a meeting."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.intake.application import Inzage, Melding, Verband
from services.intake.paginas.woorden import SOORTEN, Woorden
from shared.facts import NietGevonden
from shared.loket import Genummerd, Loket
from shared.web import Wie, actie, mag, page_router, pagina, wie

GETOOND = ("Aard", "Plaats", "Buurt", "Thema", "Getroffen", "Gevolgen voor de openbare orde", "Ernst")
"""What one wants to know at the table; the rest stands on the melding's own page."""
ONBEKEND = "Van deze agenda is hier niets bekend. Kijk bij Overleg."


@dataclass(frozen=True, slots=True)
class Agendateksten:
    """What was written with meldingen, each as its own page would show it to this reader."""

    inzage: Inzage
    verband: Verband

    async def __call__(self, lezer: Wie, meldingen: Sequence[UUID]) -> Mapping[UUID, str]:
        """Give the texts of those that this reader may read; empty where nothing was written."""
        leesbaar = self.leesbaar(lezer, meldingen)
        return {melding.id: await self.inzage.toelichting(melding) or "" async for melding in leesbaar}

    async def leesbaar(self, lezer: Wie, meldingen: Iterable[UUID]) -> AsyncIterator[Melding]:
        """Those whose text this reader may see."""
        for melding_id in meldingen:
            try:
                melding = await self.inzage.een(melding_id)
                if await self.verband.leest_tekst(lezer, melding):
                    yield melding
            except NietGevonden:
                continue


def router(teksten: Agendateksten, woorden: Woorden, loket: Loket) -> APIRouter:
    """Show them to who may read what reporters wrote, by the numbers of the agenda where those can be asked for."""
    router, inzage = page_router(), teksten.inzage

    @router.get("/meldingen/agenda/{overleg_id}")
    @actie("toelichting.lezen")
    async def agenda(request: Request, overleg_id: UUID) -> HTMLResponse:
        lezer = wie(request)
        bij = _per_melding(await loket.agenda_van(lezer, overleg_id))
        op_agenda = [nummer for nummer, geheim in await inzage.op_agenda(overleg_id) if _mag(lezer, geheim=geheim)]
        rijen = [
            {**_rij(melding, woorden), "punt": bij.get(melding.id), "toelichting": await inzage.toelichting(melding)}
            async for melding in teksten.leesbaar(lezer, _op_volgorde(op_agenda, bij))
        ]
        if not rijen:
            raise NietGevonden(ONBEKEND)
        return pagina(request, "intake/agenda.html", overleg_id=overleg_id, meldingen=rijen)

    return router


def _mag(lezer: Wie, *, geheim: bool) -> bool:
    """What only stands there behind closed doors is for who may know of that."""
    return not geheim or mag(lezer, "vertrouwelijk.lezen")


def _rij(melding: Melding, woorden: Woorden) -> dict[str, Any]:
    return {
        "id": melding.id,
        "soort": SOORTEN[melding.soort],
        "kort": "dit incident" if melding.soort == "incident" else "deze melding",
        "gebeurd": melding.gebeurd,
        "regels": [regel for regel in woorden.beschreven(melding.inhoud) if regel[0] in GETOOND and regel[1] != "–"],
    }


def _per_melding(punten: Iterable[Genummerd]) -> dict[UUID, Genummerd]:
    """At which item each melding is discussed: the last that names it, for those about more of them come before."""
    return {melding_id: punt for punt in punten for melding_id in punt.meldingen}


def _op_volgorde(meldingen: Iterable[UUID], bij: Mapping[UUID, Genummerd]) -> list[UUID]:
    """As on the agenda; what has no number there comes behind, as it came."""
    return sorted(meldingen, key=lambda each: bij[each].nr if each in bij else len(bij) + 1_000_000)

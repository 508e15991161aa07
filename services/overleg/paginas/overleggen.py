"""`/overleg`: what is coming, what must still be closed, and what no meeting discusses."""

from collections.abc import Collection
from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from services.overleg.application import Inzage, Overlegdienst
from services.overleg.grenzen.termijn import duur
from services.overleg.overleg import Status
from services.overleg.paginas.woorden import Woorden
from services.overleg.store.filters import Vraag
from services.overleg.vormen.bevoegd import ziet
from shared.klok import Klok
from shared.profiel import Profielen
from shared.web import actie, page_router, pagina, wie

KOMEND = timedelta(weeks=5)
ZONDER = 20
"""How many meldingen without a meeting the page shows; the API gives all."""


def lezen(inzage: Inzage, dienst: Overlegdienst, klok: Klok, woorden: Woorden) -> APIRouter:
    """Pages that show."""
    router = page_router()

    @router.get("/overleg")
    @actie("overleg.lezen")
    async def lijst(request: Request) -> HTMLResponse:
        zicht, nu = ziet(dienst.profielen, wie(request)), klok()
        komend = await inzage.geteld(await inzage.overleggen(Vraag(vanaf=nu, tot=nu + KOMEND), zicht), zicht)
        te_sluiten = await inzage.overleggen(Vraag(te_sluiten=nu, met_punten=True), zicht)
        leeg = await inzage.overleggen(Vraag(te_sluiten=nu, met_punten=False, nieuwste_eerst=True), zicht)
        gesloten = Vraag(status=Status.GESLOTEN, nieuwste_eerst=True)
        zonder = await inzage.zonder_overleg(zicht, hoogstens=ZONDER + 1)
        return pagina(
            request,
            "overleg/overleggen.html",
            eerste=[woorden.agenda(agenda) for agenda in await inzage.volgende(Vraag(vanaf=nu), zicht)],
            komend=[woorden.overleg(overleg) for overleg in komend if overleg.status is not Status.GESLOTEN],
            te_sluiten=[woorden.overleg(overleg) for overleg in te_sluiten],
            leeg_te_sluiten=[woorden.overleg(overleg) for overleg in leeg],
            gesloten=[woorden.overleg(overleg) for overleg in await inzage.overleggen(gesloten, zicht, hoogstens=10)],
            zonder=[woorden.melding(melding, melding.gemeente) for melding in zonder[:ZONDER]],
            termijnen=_termijnen(dienst.profielen, {melding.gemeente for melding in zonder}),
            meer_zonder=len(zonder) > ZONDER,
        )

    return router


def _termijnen(profielen: Profielen, gemeenten: Collection[str]) -> list[dict[str, str | date | None]]:
    """How long a melding may stand on no agenda, by municipality, and who said so when."""
    gevonden = [profielen.van(code) for code in sorted(gemeenten) if code in profielen]
    wat = [(profiel.gemeente.naam, profiel.bespreken) for profiel in gevonden]
    return [
        {"naam": naam, "na": duur(each.zonder_overleg_na), "regel": each.regel, "ingesteld_op": each.ingesteld_op}
        for naam, each in wat
    ]

"""The page with the weekbeeld: which location, which peildatum, and the picture itself."""

from dataclasses import dataclass
from datetime import datetime

from fastapi import Request
from fastapi.responses import HTMLResponse

from services.rapportage.application import Rapportagedienst, kijker
from services.rapportage.beeld import Weekbeeld
from services.rapportage.paginas.kiezen import kies_plek, waarde
from services.rapportage.plek import Kijker, Plek
from services.rapportage.staafbeeld import staafbeeld
from shared.facts import OngeldigeInvoer
from shared.web import pagina, wie


@dataclass(frozen=True)
class Keuzes:
    """What stands in the form; empty is what most want: the first location, now, this week."""

    locatie: str
    peildatum: str
    week: str

    def velden(self, plek: Plek) -> dict[str, str]:
        """Return what the form shows."""
        return {"locatie": waarde(plek), "peildatum": self.peildatum, "week": self.week}


async def weekpagina(request: Request, dienst: Rapportagedienst, keuzes: Keuzes, nu: datetime) -> HTMLResponse:
    """Show the picture; with a wrong date the form says so, above the picture of now."""
    wie_kijkt = kijker(wie(request))
    plekken = dienst.plekken(wie_kijkt)
    plek = kies_plek(plekken, keuzes.locatie)
    beeld, fouten = await _beeld(dienst, plek, wie_kijkt, keuzes, nu)
    return pagina(
        request,
        "rapportage/weekbeeld.html",
        status=400 if fouten else 200,
        locaties=[(waarde(plek), plek.locatie.naam) for plek in plekken],
        velden=keuzes.velden(plek),
        fouten=fouten,
        beeld=beeld,
        meldingen_per_dag=staafbeeld("Meldingen per dag", beeld.per_dag, lambda dag: dag.meldingen),
        incidenten_per_dag=staafbeeld("Incidenten per dag", beeld.per_dag, lambda dag: dag.incidenten),
    )


async def _beeld(
    dienst: Rapportagedienst, plek: Plek, wie_kijkt: Kijker, keuzes: Keuzes, nu: datetime
) -> tuple[Weekbeeld, dict[str, str]]:
    try:
        vraag = {"peildatum": keuzes.peildatum or None, "week": keuzes.week or None}
        return await dienst.weekbeeld(plek, wie_kijkt, nu, **vraag), {}
    except OngeldigeInvoer as fout:
        return await dienst.weekbeeld(plek, wie_kijkt, nu), {een.veld: een.reden for een in fout.fouten}

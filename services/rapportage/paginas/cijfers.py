"""The pages with figures for everybody, and the one on which they are published."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from services.rapportage.application import Rapportagedienst, Uitgever, kijker
from services.rapportage.duiding import DUIDING, bijnaam, niet_getoond, rond_opening, sinds
from services.rapportage.openbaar import als_csv, lees_csv
from services.rapportage.paginas.kiezen import waarde
from services.rapportage.paginas.tijdkeuzes import afgelopen
from services.rapportage.plek import Plek
from shared.facts import Fout, OngeldigeInvoer, Rejected
from shared.klok import Klok
from shared.web import actie, context, formulier, omleiding, pagina, wie

Velden = dict[str, str]


def cijferpaginas(router: APIRouter, dienst: Rapportagedienst, uitgever: Uitgever, klok: Klok) -> None:
    """Add the pages."""
    werk = _Publiceren(dienst, uitgever, klok)

    @router.get("/open-data")
    @actie("open-data.lezen")
    async def lijst(request: Request) -> HTMLResponse:
        plekken = {plek.sleutel: plek.locatie for plek in dienst.plekken(kijker(wie(request)))}
        publicaties, sjabloon = await uitgever.alles(), "rapportage/open_data.html"
        woorden: dict[str, Any] = {"duiding": DUIDING, "bijnaam": bijnaam, "rond_opening": rond_opening, "sinds": sinds}
        woorden["niet_getoond"] = niet_getoond
        return pagina(request, sjabloon, publicaties=publicaties, plekken=plekken, **woorden)

    @router.get("/open-data/publiceren")
    @actie("open-data.publiceren")
    async def kies(request: Request) -> HTMLResponse:
        return werk.toon(request, {veld: request.query_params.get(veld, "") for veld in ("locatie", "kwartaal")})

    @router.post("/open-data/publiceren")
    @actie("open-data.publiceren")
    async def publiceer(request: Request) -> Response:
        """First the table as everybody will see it; with `akkoord` it is published."""
        velden = {naam: waarde for naam, waarde in (await formulier(request)).items() if isinstance(waarde, str)}
        try:
            return await werk.verder(request, velden)
        except OngeldigeInvoer as fout:
            return werk.toon(request, velden, 400, fouten={f.veld: f.reden for f in fout.fouten})
        except Rejected as nee:
            return werk.toon(request, velden, 409, fouten={"kwartaal": nee.reden})


class _Publiceren:
    """The form: choose, look, publish."""

    def __init__(self, dienst: Rapportagedienst, uitgever: Uitgever, klok: Klok) -> None:
        self._dienst, self._uitgever, self._klok = dienst, uitgever, klok

    def toon(self, request: Request, velden: Velden, status: int = 200, **meer: object) -> HTMLResponse:
        """Show it as far as it is filled in."""
        plekken, kwartaal = self._plekken(request), velden.get("kwartaal", "")
        gekozen = next((plek for plek in plekken if waarde(plek) == velden.get("locatie")), plekken[0])
        keuzes = [(waarde(plek), plek.locatie.naam) for plek in plekken]
        tijden = afgelopen(gekozen, self._klok(), kwartaal)
        overig = {"fouten": {}, "voorbeeld": None, "tijden": tijden, "niet_getoond": niet_getoond, **meer}
        return pagina(request, "rapportage/publiceren.html", status=status, locaties=keuzes, velden=velden, **overig)

    async def verder(self, request: Request, velden: Velden) -> Response:
        """Show the table, or publish it."""
        plek, kwartaal = self._gekozen(request, velden), velden.get("kwartaal", "")
        if not kwartaal:
            raise OngeldigeInvoer(Fout("kwartaal", "verplicht"))
        if velden.get("akkoord") != "ja":
            tabel = await self._uitgever.voorbeeld(plek, kwartaal, self._klok())
            return self.toon(request, velden, voorbeeld=lees_csv(als_csv(tabel)))
        await self._uitgever.publiceer(plek, kwartaal, context(request, self._klok), door=str(wie(request).rol))
        return omleiding("/open-data")

    def _plekken(self, request: Request) -> list[Plek]:
        alle = self._dienst.plekken(kijker(wie(request)))
        return [plek for plek in alle if plek.locatie.soort == "opvanglocatie"] or alle

    def _gekozen(self, request: Request, velden: Velden) -> Plek:
        for plek in self._plekken(request):
            if waarde(plek) == velden.get("locatie"):
                return plek
        raise OngeldigeInvoer(Fout("locatie", "kies een locatie uit de lijst"))

"""`/beheer/audit`: who looked at what and did what, for who supervises; the same as a file."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from shared.facts import Fout, OngeldigeInvoer
from shared.profiel.schema import Rol
from shared.web.audit.audit import Audit
from shared.web.audit.regel import BEDIENING, NIEMAND, Herkomst, Regel, Resultaat
from shared.web.audit.vraag import ALLES, BLAD, Vraag
from shared.web.audit.woorden import is_nummer, wat, zoekdeel
from shared.web.forms import lees_invoer
from shared.web.opmaak import ZONE, getal
from shared.web.pages import pagina
from shared.web.routing import actie, page_router
from shared.web.toegang.actienamen import actiegroepen, naam_van
from shared.werkblad import Formaat, Werkblad, bestand_antwoord
from shared.woorden import rolnaam

PAD = "/beheer/audit"
ODS_HOOGSTENS = 10_000
"""Lines in an ODS: that is a second of work and 130 MB, for it is made at once; an XLSX and a CSV are not."""
TE_VEEL = f"dit zijn meer dan {getal(ODS_HOOGSTENS)} regels; kies xlsx of csv, of een kortere periode"
KOPPEN = ("Tijdstip", "Wie en rol", "Actie", "Wat", "Resultaat", "Herkomst", "Plek", "Aantal")
STUK = (
    "Tijdstip",
    "Wie",
    "Rol",
    "Actie",
    "Actie in woorden",
    "Wat",
    "Resultaat",
    "Herkomst",
    "Plek",
    "Aantal",
    "Spoor",
)
"""The columns of a file: the code of an action for programs, its words as on the page."""
RESULTATEN = {
    Resultaat.BEGONNEN: "Begonnen",
    Resultaat.GELUKT: "Gelukt",
    Resultaat.AFGEWEZEN: "Afgewezen",
    Resultaat.GEWEIGERD: "Geweigerd",
    Resultaat.NIET_AANGEMELD: "Niet aangemeld",
    Resultaat.NIET_GEVONDEN: "Niet gevonden",
    Resultaat.MISLUKT: "Mislukt",
}
EINDE_ONBEKEND = {Resultaat.BEGONNEN: "Begonnen, einde niet bekend"}
"""On the page, where what ended is one line: it goes on, or the process was stopped."""
HERKOMSTEN = {
    Herkomst.PAGINA: "Pagina",
    Herkomst.API: "API",
    Herkomst.OPDRACHT: "Opdrachtregel",
}
ANDEREN = {NIEMAND: "Publiek", BEDIENING: "Bediening"}
"""Who is no role of the product."""
Rij = tuple[str | int | datetime, ...]
Woord = Annotated[str, StringConstraints(max_length=100, strip_whitespace=True)]


def _gewone_dag(dag: date) -> date:
    if not 2000 <= dag.year <= 2200:
        raise ValueError("vul een dag in tussen 2000 en 2200")
    return dag


Dag = Annotated[date, AfterValidator(_gewone_dag)]


class Filter(BaseModel):
    """What somebody filled in."""

    model_config = ConfigDict(extra="forbid")

    vanaf: Dag | None = None
    tm: Dag | None = None
    wie: Woord = ""
    rol: Rol | None = None
    actie: Woord = ""
    wat: Woord = ""
    resultaat: Resultaat | None = None
    herkomst: Herkomst | None = None
    blad: Annotated[int, Field(ge=1, le=10_000)] = 1

    def vraag(self) -> Vraag:
        """Ask it."""
        return Vraag(
            vanaf=_begin(self.vanaf) if self.vanaf else None,
            tot=_begin(self.tm + timedelta(days=1)) if self.tm else None,
            wie=self.wie,
            rol=str(self.rol or ""),
            actie=self.actie,
            betreft=zoekdeel(self.wat),
            resultaat=str(self.resultaat or ""),
            herkomst=str(self.herkomst or ""),
            sla_over=(self.blad - 1) * BLAD,
            hoogstens=BLAD + 1,
        )


def router(audit: Audit, pleknaam: Callable[[str], str] = str) -> APIRouter:
    """Show the lines in words, and give them as a file, with codes. `pleknaam`: what people call a place."""
    router = page_router()

    @router.get(PAD)
    @actie("audit.lezen")
    async def toon(request: Request) -> HTMLResponse:
        velden = {naam: waarde for naam, waarde in request.query_params.items() if waarde.strip()}
        try:
            filter_ = lees_invoer(Filter, velden)
        except OngeldigeInvoer as fout:
            return _blad(request, velden, {een.veld: een.reden for een in fout.fouten}, [], 1)
        regels = await audit.regels(filter_.vraag())
        getoond = await audit.zonder_begin(regels[:BLAD])
        rijen = [_rij(regel, pleknaam(regel.plek), wat(regel.betreft), _actie(regel)) for regel in getoond]
        return _blad(request, velden, {}, rijen, filter_.blad, meer=len(regels) > BLAD)

    @router.get(f"{PAD}.{{formaat}}")
    @actie("audit.lezen")
    async def bestand(request: Request, formaat: Formaat) -> Response:
        velden = {naam: waarde for naam, waarde in request.query_params.items() if waarde.strip() and naam != "blad"}
        vraag = lees_invoer(Filter, velden).vraag()
        regels = await audit.regels(replace(vraag, hoogstens=ALLES))
        if formaat == "ods" and len(regels) > ODS_HOOGSTENS:
            raise OngeldigeInvoer(Fout("formaat", TE_VEEL))
        # beside the loop: everybody else would wait until the file is there
        return await asyncio.to_thread(_bestand, regels, formaat)

    return router


def _blad(
    request: Request,
    velden: dict[str, str],
    fouten: dict[str, str],
    rijen: Sequence[Rij],
    blad: int,
    *,
    meer: bool = False,
) -> HTMLResponse:
    return pagina(
        request,
        "audit.html",
        status=400 if fouten else 200,
        velden=velden,
        fouten=fouten,
        regels=rijen,
        koppen=KOPPEN,
        rollen=[(str(rol), rolnaam(rol)) for rol in Rol],
        acties=actiegroepen(),
        resultaten=[(str(een), EINDE_ONBEKEND.get(een, woorden)) for een, woorden in RESULTATEN.items()],
        herkomsten=[(str(een), woorden) for een, woorden in HERKOMSTEN.items()],
        blad=blad,
        meer=meer,
        over_een=is_nummer(velden.get("wat", "")),
        vraag={naam: waarde for naam, waarde in velden.items() if naam != "blad"},
    )


def _bestand(regels: Sequence[Regel], formaat: Formaat) -> Response:
    rijen = [_rij(regel, regel.plek, regel.betreft, regel.actie, _actie(regel), een_regel=True) for regel in regels]
    return bestand_antwoord(Werkblad("Audit", STUK, rijen), formaat, "audit")


def _actie(regel: Regel) -> str:
    return naam_van(regel.actie)


def _rij(regel: Regel, plek: str, betreft: str, *actie: str, een_regel: bool = False) -> Rij:
    uitkomst = RESULTATEN[regel.resultaat]
    return (
        regel.op.astimezone(ZONE),
        regel.wie or "onbekend",
        ANDEREN[regel.rol] if regel.rol in ANDEREN else rolnaam(regel.rol),
        *actie,
        betreft,
        uitkomst if een_regel else EINDE_ONBEKEND.get(regel.resultaat, uitkomst),
        HERKOMSTEN[regel.herkomst],
        plek,
        regel.aantal,
        regel.spoor,
    )


def _begin(dag: date) -> datetime:
    return datetime(dag.year, dag.month, dag.day, tzinfo=ZONE)

"""`/hulp` and `/hulp/ROL`: short guides by what somebody comes to do, with pictures that a test keeps true."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from shared.begrippen import BEGRIPPEN, DOCUMENTEN
from shared.facts import NietGevonden
from shared.profiel.schema import Rol
from shared.web import static_files
from shared.web.handleiding import Handleiding
from shared.web.handleidingen import HANDLEIDINGEN
from shared.web.pages import pagina
from shared.web.routing import actie, page_router
from shared.web.toegang.wie import wie
from shared.woorden import rolnaam

INWONER = "inwoner"


@dataclass(frozen=True, slots=True)
class Lezer:
    """For whom a guide is."""

    code: str
    naam: str


def router() -> APIRouter:
    """Give the pages; they are open to everybody, and hold nothing of any case."""
    router = page_router()

    @router.get("/hulp")
    @actie("uitleg.lezen")
    async def overzicht(request: Request) -> HTMLResponse:
        eigen = str(wie(request).rol or INWONER)
        return pagina(
            request,
            "hulp.html",
            lezers=lezers(),
            eigen=eigen,
            handleidingen=_van(eigen),
            begrippen=BEGRIPPEN,
            documenten=DOCUMENTEN,
        )

    @router.get("/hulp/{rol}")
    @actie("uitleg.lezen")
    async def van_rol(request: Request, rol: str) -> HTMLResponse:
        gevonden = [lezer for lezer in lezers() if lezer.code == rol]
        if not gevonden:
            raise NietGevonden("Deze handleiding is er niet. Kies er een op de pagina Hulp.")
        return pagina(request, "hulp_rol.html", lezer=gevonden[0], handleidingen=_van(rol), plaat=plaat)

    return router


def lezers() -> Sequence[Lezer]:
    """Give everybody for whom there is a guide."""
    return (Lezer(INWONER, "Inwoner"), *(Lezer(str(rol), rolnaam(rol)) for rol in Rol))


def plaat(naam: str) -> str:
    """Give the address of a picture; empty where it was not made yet."""
    bestand = f"hulp-{naam}.webp"
    return static_files.address(bestand) if bestand in static_files.files() else ""


def _van(code: str) -> list[Handleiding]:
    return [een for een in HANDLEIDINGEN if code in een.voor]

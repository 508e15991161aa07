"""What is served while the services are not open yet: how far that is, and where to turn meanwhile."""

import re
from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from shared.profiel.schema.huisstijl import Huisstijl
from shared.settings import Settings
from shared.voortgang import Stand
from shared.web.crowd import Crowd
from shared.web.edge import Edge
from shared.web.pages import pagina
from shared.web.problem import problem
from shared.web.rate import Limiter
from shared.web.refusals import Refusal
from shared.web.request import Access, Facilities
from shared.web.security import hosts_of
from shared.web.static_files import StaticFiles
from shared.web.surface import Surfaces
from shared.web.thema import NAAM, thema
from shared.web.trace import trace_id

NEE = HTTPStatus.SERVICE_UNAVAILABLE
LATER = {"Retry-After": "5"}
TITEL = "Nog even geduld"
NIET_BEWAARD = "Meldketen maakt zijn overzichten opnieuw. Wat u stuurde, is niet bewaard. Probeer het zo opnieuw."
_API = re.compile(r"/[a-z]+/v\d+(/|$)")


class _Wachtkamer:
    """Answers whoever comes: people with a page, programs with a problem, a monitor with how far it is."""

    def __init__(self, stand: Callable[[], Stand], bestanden: StaticFiles) -> None:
        self._stand, self._bestanden = stand, bestanden

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        pad = scope["path"]
        if pad.startswith("/static/"):
            await self._bestanden(scope, receive, send)
        else:
            await self._antwoord(Request(scope), pad)(scope, receive, send)

    def _antwoord(self, request: Request, pad: str) -> Response:
        if pad == "/gezond":
            return JSONResponse({"status": "gezond"})
        if pad == "/gereed":
            return self._gereed(self._stand())
        if _API.match(pad):
            return problem(Refusal(NEE, TITEL, NIET_BEWAARD, headers=LATER), trace_id(request))
        verstuurd = request.method != "GET"
        antwoord = pagina(request, "opbouw.html", status=NEE, stand=self._stand(), verstuurd=verstuurd)
        antwoord.headers.update(LATER)
        return antwoord

    def _gereed(self, stand: Stand) -> Response:
        hoever = f"{stand.gedaan} van {stand.van}" if stand.van else "begonnen"
        niet = {"meldketen": f"overzichten worden opnieuw gemaakt: {hoever}"}
        return JSONResponse({"gereed": False, "nietGereed": niet, "stand": {}}, NEE, LATER)


def wachtkamer(
    stand: Callable[[], Stand], *, toegang: Access, instellingen: Settings, naam: str, huisstijl: Huisstijl | None
) -> Edge:
    """Give what is served meanwhile; `stand` says how far it is, `naam` is the municipality's."""
    sheet = thema(huisstijl or Huisstijl())
    app = _Wachtkamer(stand, StaticFiles({NAAM: sheet}))
    limiter = Limiter(enabled=False)  # nothing is done for anybody
    boven = instellingen.melding_bovenaan
    facilities = Facilities(toegang, limiter, Crowd(), naam, (), boven, sheet.at(NAAM))
    return Edge(Surfaces({}, app), app, hosts_of(instellingen), facilities)

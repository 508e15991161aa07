"""The API of one service."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from shared.settings import Settings
from shared.web.openapi import describe
from shared.web.problem import problems
from shared.web.routing import ongemarkeerde_routes

ALGEMEEN = (
    "een dienst van Meldketen, volgens de NL API Design Rules. Een fout is een problem+json met per veld een reden;"
    " tijdstippen hebben een offset en komen in UTC terug."
)
LICENSE = {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}


class ServiceApp(FastAPI):
    """A FastAPI that describes itself as it answers."""

    def openapi(self) -> dict[str, Any]:
        """Describe the API; made once."""
        if not self.openapi_schema:
            self.openapi_schema = describe(self)
        return self.openapi_schema

    def published_at(self, dienst: str, instellingen: Settings) -> None:
        """Say where it can be reached, and whom to ask."""
        base = instellingen.basis_url
        self.servers = [{"url": f"{base}/{dienst}/v1"}]
        self.contact = {"name": "Beheer Meldketen", "url": f"{base}/hulp", "email": instellingen.contact_email}


def service_app(
    dienst: str, router: APIRouter, *, titel: str, omschrijving: str = "", versie: str = "1.0.0"
) -> ServiceApp:
    """Give the API of one service, to be reached below `/<dienst>/v1`.

    Raises:
        LookupError: a route has no rule.
    """
    refuse_unmarked(dienst, router)
    app = ServiceApp(
        title=f"Meldketen: {titel}",
        description=omschrijving or f"{titel}: {ALGEMEEN}",
        version=versie,
        license_info=LICENSE,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    problems(app)
    app.router.routes.extend(router.routes)
    app.router.add_route("/openapi.json", _description(app), include_in_schema=False)
    return app


def refuse_unmarked(naam: str, router: APIRouter) -> None:
    """Refuse a door with a way in that nobody gave a rule."""
    if without := ongemarkeerde_routes(router.routes):
        raise LookupError(f"{naam}: no @actie on {', '.join(without)}")


def _description(app: ServiceApp) -> Callable[[Request], Awaitable[Response]]:
    async def openapi_json(_: Request) -> Response:
        return JSONResponse(app.openapi(), headers={"Access-Control-Allow-Origin": "*"})

    return openapi_json

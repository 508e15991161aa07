"""What an operator and a monitor ask: alive, ready, how much."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from shared.web.routing import actie, page_router
from shared.web.toegang.wie import mag, wie
from shared.web.weigering import GeenToegang

LOOPBACK = frozenset({"127.0.0.1", "::1"})


@dataclass(frozen=True)
class Gereedheid:
    """`niet`: what is not ready and why (empty: ready); `stand`: what an operator likes to see, such as queues."""

    niet: Mapping[str, str] = field(default_factory=dict)
    stand: Mapping[str, str | int | float] = field(default_factory=dict)


async def requests_alone() -> bytes:
    """Give the figures of this process where nobody knows more: what was counted of requests."""
    return generate_latest()


def router(
    gereed: Callable[[], Awaitable[Gereedheid]], metingen: Callable[[], Awaitable[bytes]] = requests_alone
) -> APIRouter:
    """Give the three routes; none of them tells anything about a case. `metingen`: in the format of Prometheus."""
    router = page_router()

    @router.get("/gezond")
    @actie("gezondheid.lezen")
    async def alive() -> JSONResponse:
        return JSONResponse({"status": "gezond"})

    @router.get("/gereed")
    @actie("gezondheid.lezen")
    async def ready() -> JSONResponse:
        found = await gereed()
        status, headers = (503, {"Retry-After": "5"}) if found.niet else (200, None)
        body = {"gereed": not found.niet, "nietGereed": dict(found.niet), "stand": dict(found.stand)}
        return JSONResponse(body, status, headers)

    @router.get("/metrics")
    @actie("metingen.lezen")
    async def metrics(request: Request) -> Response:
        if not (_is_near(request) or mag(wie(request), "beheer.lezen")):
            raise GeenToegang("De metingen zijn te lezen vanaf deze machine, of met een sleutel voor beheer.")
        return Response(await metingen(), media_type=CONTENT_TYPE_LATEST)

    return router


def _is_near(request: Request) -> bool:
    return request.client is not None and request.client.host in LOOPBACK

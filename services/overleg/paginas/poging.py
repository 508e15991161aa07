"""Do what a form asks, or show the form again with what is wrong."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from fastapi.responses import HTMLResponse
from starlette.responses import Response

from services.overleg.paginas.zinnen import zinnen
from shared.facts import NietGevonden, OngeldigeInvoer, Rejected
from shared.web import omleiding
from shared.web.weigering import GeenToegang

LEEG: Mapping[str, Any] = {"velden": {}, "fouten": {}, "weigering": None}
"""What a form shows when nobody sent it yet."""


class Opnieuw(Protocol):
    """Shows the form again."""

    def __call__(self, status: int, **meer: object) -> Awaitable[HTMLResponse]:
        """With what was sent, and what is wrong with it."""


async def poging(
    doe: Callable[[], Awaitable[str | HTMLResponse]],
    opnieuw: Opnieuw,
    velden: Mapping[str, object],
    woorden: Mapping[str, str],
) -> Response:
    """Try; `doe` says where to go next, or what to show. What is missing, or not for this person, is for the shell."""
    try:
        gedaan = await doe()
        return omleiding(gedaan) if isinstance(gedaan, str) else gedaan
    except OngeldigeInvoer as fout:
        return await opnieuw(400, velden=velden, fouten=zinnen(fout.fouten, woorden))
    except (NietGevonden, GeenToegang):
        raise
    except Rejected as weigering:
        return await opnieuw(409, velden=velden, weigering=weigering)

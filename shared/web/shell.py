"""The shell around all services: one site, one way of answering."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from fastapi import APIRouter, FastAPI
from starlette.types import ASGIApp

from shared.klok import Klok
from shared.settings import Settings
from shared.web.toegang import Toegang


@dataclass(frozen=True)
class Gereedheid:
    """`niet`: what is not ready and why (empty: ready); `stand`: what an operator likes to see, such as queues."""

    niet: Mapping[str, str] = field(default_factory=dict)
    stand: Mapping[str, str | int | float] = field(default_factory=dict)


def service_app(
    dienst: str, router: APIRouter, *, titel: str, omschrijving: str = "", versie: str = "1.0.0"
) -> FastAPI:
    """Give the API of one service, to be reached below `/<dienst>/v1`.

    Raises:
        LookupError: a route has no rule.
    """
    raise NotImplementedError


def site(
    apis: Mapping[str, FastAPI],
    paginas: Sequence[APIRouter],
    *,
    toegang: Toegang,
    instellingen: Settings,
    klok: Klok,
    naam: str,
    gereed: Callable[[], Awaitable[Gereedheid]],
) -> ASGIApp:
    """Give everything that is served: APIs, pages, static files, `/gezond`, `/gereed`, `/metrics`.

    Raises:
        LookupError: a page has no rule.
    """
    raise NotImplementedError

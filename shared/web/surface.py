"""The parts of the site, told apart by the beginning of a path: an API with its version, or the pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.types import ASGIApp

from shared.web.routing import Handler, short_ways
from shared.web.security import ANSWER, Headers


@dataclass(frozen=True, slots=True)
class Surface:
    """One part: its name in the metrics, what answers, where it hangs, and what its answers always carry."""

    naam: str
    app: ASGIApp
    prefix: str
    headers: Headers
    is_api: bool
    short: Mapping[tuple[str, str], Handler] = field(default_factory=dict)
    """By method and whole path: what is asked so often that matching routes would be most of the work."""


class Surfaces:
    """Finds the part that a path belongs to."""

    def __init__(self, apis: Mapping[str, FastAPI], pages: ASGIApp) -> None:
        self.apis = {naam: _api(naam, app) for naam, app in apis.items()}
        self._pages = Surface("paginas", pages, "", ANSWER, is_api=False)
        self._static = Surface("static", pages, "", ANSWER, is_api=False)

    def of(self, path: str) -> Surface:
        """Give the API below whose prefix the path lies, else the pages."""
        first = path.split("/", 2)[1] if path[:1] == "/" else ""
        api = self.apis.get(first)
        if api is not None and (path.startswith(api.prefix + "/") or path == api.prefix):
            return api
        return self._static if first == "static" else self._pages

    def ways_in(self) -> Iterator[tuple[str, str, str]]:
        """Name every way in: method, path with its parameters, and the action that it is ("" where it has none)."""
        for surface in (*self.apis.values(), self._pages):
            app = surface.app
            for route in iter_route_contexts(app.routes) if isinstance(app, FastAPI) else ():
                for method in sorted(route.methods or ()):
                    yield method, f"{surface.prefix}{route.path}", getattr(route.endpoint, "__actie__", "")


def _api(naam: str, app: FastAPI) -> Surface:
    headers = (*ANSWER, (b"api-version", app.version.encode()))
    prefix = f"/{naam}/v1"
    short = {(method, prefix + path): handler for (method, path), handler in short_ways(app.routes).items()}
    return Surface(naam, app, prefix, headers, is_api=True, short=short)

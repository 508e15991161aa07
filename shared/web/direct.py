"""A short way for endpoints that want nothing but the request and give a whole answer.

FastAPI prepares parameters, dependencies and serialisation for every call; measured here that is a third of what a
bare endpoint costs. An endpoint of that shape uses none of it, so it is called as it is.
"""

from collections.abc import Callable, Coroutine
from inspect import iscoroutinefunction
from typing import Any

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, RouteContext
from starlette.requests import Request
from starlette.responses import Response

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


def direct(route: APIRoute) -> Handler | None:
    """Give the endpoint itself as handler, where it takes the request alone and says that it returns a `Response`."""
    endpoint: Any = route.endpoint
    name = _only_request(route.dependant)
    if not (name and iscoroutinefunction(endpoint) and _answers_itself(endpoint)):
        return None

    async def handle(request: Request) -> Response:
        answer: Response = await endpoint(**{name: request})
        return answer

    return handle


def same_dependencies(context: RouteContext) -> bool:
    """Whether including a router added no dependencies to this route: the short way would pass them by."""
    return len(context.dependencies) == len(getattr(context.original_route, "dependencies", ()))


def _only_request(dependant: Dependant) -> str | None:
    params = (dependant.path_params, dependant.query_params, dependant.header_params, dependant.cookie_params)
    others = (dependant.body_params, dependant.dependencies, dependant.response_param_name)
    late = (dependant.background_tasks_param_name, dependant.http_connection_param_name)
    return None if any((*params, *others, *late)) else dependant.request_param_name


def _answers_itself(endpoint: Callable[..., Any]) -> bool:
    hint = endpoint.__annotations__.get("return")
    return isinstance(hint, type) and issubclass(hint, Response)

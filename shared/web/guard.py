"""Who stands before a route: establishes who is asking, and refuses who may not."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request

Limit = tuple[str, int]
Guard = Callable[[Request, str, Limit | None], Awaitable[None]]


async def guard_api(request: Request, actie: str, limit: Limit | None) -> None:
    """Check key or session, then the table, then the rate."""
    raise NotImplementedError


async def guard_page(request: Request, actie: str, limit: Limit | None) -> None:
    """Check as for the API, and the token in a form."""
    raise NotImplementedError

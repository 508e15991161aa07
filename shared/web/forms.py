"""From a sent form to a checked shape."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel
from starlette.requests import Request

M = TypeVar("M", bound=BaseModel)


async def formulier(request: Request) -> dict[str, str | list[str]]:
    """Read the sent fields: without the csrf field and without fields left empty; a repeated one as a list."""
    raise NotImplementedError


def lees_invoer(shape: type[M], velden: Mapping[str, object]) -> M:
    """Check fields against a shape.

    Raises:
        OngeldigeInvoer: with a Dutch reason for each field.
    """
    raise NotImplementedError

"""Asking every service for its part of a page: one that fails, or thinks too long, takes nothing from the others."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from shared.web.crash import log_crash

T = TypeVar("T")


async def vraag(antwoord: Awaitable[T], geduld: float) -> T | None:
    """Wait so many seconds at most; None where there is no answer, and the page must say so."""
    try:
        async with asyncio.timeout(geduld):
            return await antwoord
    except Exception as exc:  # noqa: BLE001  whatever breaks in one service, the page says so and shows the others
        log_crash(exc)
        return None

"""Looking until something is so, and work that ends with the measurement."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from time import perf_counter
from typing import Any

ELKE = 0.001
HOOGSTENS = 60.0


async def tot(klaar: Callable[[], bool], elke: float = ELKE) -> None:
    """Wait until it is so, looking again and again.

    Raises:
        TimeoutError: it is never so; a measurement must not hang.
    """
    einde = perf_counter() + HOOGSTENS
    while not klaar():
        if perf_counter() > einde:
            raise TimeoutError
        await asyncio.sleep(elke)


@asynccontextmanager
async def lopend(*werk: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run work beside what is measured, and end it."""
    tasks = [asyncio.create_task(een) for een in werk]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task

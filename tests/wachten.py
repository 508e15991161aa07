"""Waiting in tests: look again until something is so, or until the deadline says that it will not be."""

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

PAUZE = 0.01


def wacht_tot(predicate: Callable[[], T], timeout: float = 10.0, *, op: str = "") -> T:
    """Block until `predicate()` is true; give what it gave. In a coroutine: `await wacht_tot_async(…)`.

    Args:
        timeout: seconds after which the test fails.
        op: what is waited for, in the failure's words.

    Raises:
        AssertionError: the deadline passed.
    """
    einde = time.monotonic() + timeout
    while not (uitkomst := predicate()):
        _op_tijd(einde, op, timeout)
        time.sleep(PAUZE)
    return uitkomst


async def wacht_tot_async(
    predicate: Callable[[], T | Awaitable[T]],
    timeout: float = 10.0,  # noqa: ASYNC109 - the deadline is the point here
    *,
    op: str = "",
) -> T:
    """Do the same without blocking the loop; `predicate` may be a coroutine function."""
    einde = time.monotonic() + timeout
    while not (uitkomst := await _uitkomst(predicate)):
        _op_tijd(einde, op, timeout)
        await asyncio.sleep(PAUZE)
    return uitkomst


async def _uitkomst(predicate: Callable[[], T | Awaitable[T]]) -> T:
    uitkomst = predicate()
    return await uitkomst if inspect.isawaitable(uitkomst) else uitkomst


def _op_tijd(einde: float, op: str, timeout: float) -> None:
    if time.monotonic() > einde:
        raise AssertionError(f"na {timeout:g} s nog niet: {op or 'de voorwaarde'}")

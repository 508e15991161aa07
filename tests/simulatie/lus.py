"""An event loop of which the seed decides everything: its clock jumps to what is due, its threads are steps."""

import asyncio
from collections.abc import Callable
from random import Random
from typing import Any


class Vast(AssertionError):
    """Everybody waits and nothing is due: that would last for ever."""


class VirtueleLus(asyncio.BaseEventLoop):
    """Time passes only when nothing is left to do now; what goes to a thread is done in one step, some time later."""

    def __init__(self, toeval: Random) -> None:
        super().__init__()
        self.toeval, self._nu = toeval, 0.0
        self._selector = self

    def time(self) -> float:
        """Return the virtual moment, in seconds since the beginning."""
        return self._nu

    def verloop(self, seconden: float) -> None:
        """Let so much time pass, with all that is due in it."""
        klaar = self.create_future()
        self.call_later(seconden, klaar.set_result, None)
        self.run_until_complete(klaar)

    def select(self, timeout: float | None) -> list[Any]:
        """Let time pass until the next thing is due (this is what the loop asks of a selector)."""
        if timeout is None:
            raise Vast("iedereen wacht, en er komt niets meer")
        self._nu += timeout
        return []

    def run_in_executor(self, _executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:  # type: ignore[override]
        """Do it in one step after a while, and tell the outcome a while later: others go on in between."""
        klaar = self.create_future()
        self.call_later(self.even(), self._doe, klaar, func, args)
        return klaar

    def even(self) -> float:
        """Return how long something takes: hardly anything, sometimes so long that the world has changed."""
        kans = self.toeval.random()
        if kans < 0.9:
            return 0.001 * kans
        return 0.03 * self.toeval.random() if kans < 0.99 else 4 * self.toeval.random()

    def _doe(self, klaar: asyncio.Future[Any], func: Callable[..., Any], args: tuple[Any, ...]) -> None:
        try:
            uitkomst, fout = func(*args), None
        except Exception as error:  # noqa: BLE001  it belongs to whoever waits for it
            uitkomst, fout = None, error
        self.call_later(self.even(), _vertel, klaar, uitkomst, fout)

    def _process_events(self, _event_list: list[Any]) -> None:
        """Nothing comes from outside."""

    def _write_to_self(self) -> None:
        """Nobody sleeps, so nobody has to be woken."""


def _vertel(klaar: asyncio.Future[Any], uitkomst: Any, fout: Exception | None) -> None:
    if klaar.done():
        return
    if fout is None:
        klaar.set_result(uitkomst)
    else:
        klaar.set_exception(fout)

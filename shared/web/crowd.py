"""How many requests are being answered at once: beyond it a quick no, so that what was let in is answered soon.

Each kind of door has places of its own, and who signed in has other places than the public: a flood of reports takes
none from a confirmation, an incident of the COA, a desk, or a monitor that asks how things are.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from shared.web.weigering import TeDruk

PLACES = 512
"""Enough to fill the ledger's groups in a burst, few enough to be answered within a second or so."""
DOORS = 1_000
"""Addresses remembered at once as belonging to a kind that was full."""

Kind = tuple[str, bool]
Door = tuple[str, str, bool]


class Crowd:
    """Counts who is inside."""

    def __init__(self, places: int = PLACES) -> None:
        self._places = places
        self._inside: Counter[Kind] = Counter()
        self._refused: dict[Door, Kind] = {}

    @contextmanager
    def place(self, door: Door, actie: str, *, signed_in: bool) -> Iterator[None]:
        """Hold a place as long as the answer is being made; not while a request comes in or an answer goes out.

        Raises:
            TeDruk: all places of this kind are taken (503).
        """
        kind = (actie, signed_in)
        if self._inside[kind] >= self._places:
            self._remember(door, kind)
            raise TeDruk
        self._inside[kind] += 1
        try:
            yield
        finally:
            self._inside[kind] -= 1

    def is_full(self, door: Door) -> bool:
        """Say whether `place` would refuse: before anything is done for a request of which it refused the like."""
        kind = self._refused.get(door)
        return kind is not None and self._inside[kind] >= self._places

    def _remember(self, door: Door, kind: Kind) -> None:
        if len(self._refused) >= DOORS:
            self._refused.clear()
        self._refused[door] = kind


def door_of(method: str, path: str, headers: Mapping[bytes, bytes]) -> Door:
    """Name what is knocked on, and whether somebody says to be known: only the guard finds out if that is so."""
    return method, path, b"authorization" in headers or b"cookie" in headers

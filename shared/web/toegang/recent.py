"""What was looked up a moment ago, so that a busy key does not ask the database every time."""

from time import monotonic

from shared.web.toegang.wie import Wie

SECONDS = 3.0
"""How long a key withdrawn by another process may still work."""
MOST = 10_000


class Recent:
    """Keys and sessions that worked within the last `SECONDS`. What does not work is never kept."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._known: dict[str, tuple[float, Wie]] = {}

    def get(self, sealed: str) -> Wie | None:
        """Give who it was, while that is recent enough."""
        found = self._known.get(sealed)
        return found[1] if found and monotonic() < found[0] else None

    def put(self, sealed: str, wie: Wie) -> Wie:
        """Keep who it is."""
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[sealed] = (monotonic() + self._seconds, wie)
        return wie

    def forget(self) -> None:
        """Ask the database again from now on."""
        self._known.clear()

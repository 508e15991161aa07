"""A clock that the demo holds in its hand, until it lets go and real time goes on."""

from datetime import UTC, datetime


class SpeelKlok:
    """Stands still between two steps; only ever forward. After `loslaten` it is the real clock."""

    def __init__(self, begin: datetime) -> None:
        self._op, self._los = begin.astimezone(UTC), False

    def __call__(self) -> datetime:
        """Return the moment it is in the demo."""
        return datetime.now(UTC) if self._los else self._op

    def zet(self, op: datetime) -> None:
        """Move on to `op`; a moment in the past leaves it where it is."""
        self._op = max(self._op, op.astimezone(UTC))

    def loslaten(self) -> None:
        """Go on in real time."""
        self._los = True

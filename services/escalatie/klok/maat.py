"""How many notices a role gets in a minute before they are put together."""

from collections import deque
from datetime import datetime, timedelta

MINUUT = timedelta(minutes=1)
BUNDEL = timedelta(seconds=30)
"""Above the limit a role gets one message in this time, with everything that waits."""


class Maat:
    """Counts per role what went out. Only about comfort: after a restart it counts anew."""

    def __init__(self) -> None:
        self._gestuurd: dict[tuple[str, str], deque[datetime]] = {}
        self._bundel: dict[tuple[str, str], datetime] = {}

    def mag(self, wie: tuple[str, str], grens: int, op: datetime) -> bool:
        """Take one of the places of this minute, if there is one."""
        rij = self._gestuurd.setdefault(wie, deque())
        while rij and (rij[0] <= op - MINUUT or rij[0] > op):
            rij.popleft()
        if len(rij) >= grens:
            return False
        rij.append(op)
        return True

    def mag_bundel(self, wie: tuple[str, str], op: datetime) -> bool:
        """Take the place of the next message with everything in it, if it is time for one."""
        vorige = self._bundel.get(wie)
        if vorige is not None and vorige <= op < vorige + BUNDEL:
            return False
        self._bundel[wie] = op
        return True

    def volgende_bundel(self, wie: tuple[str, str], op: datetime) -> datetime:
        """When the next message with everything in it goes."""
        return self._bundel.get(wie, op) + BUNDEL

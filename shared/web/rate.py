"""How often one address may do something: counted in memory only, never stored or logged."""

import ipaddress
from collections import OrderedDict
from time import monotonic

WINDOW = 60.0
HOUR = 3600.0
MOST = 20_000
"""Addresses kept at once; beyond it the one that came least recently is forgotten."""


class Limiter:
    """Counts within a window that begins with the first request. Keys are salted hashes, so no address stands here."""

    def __init__(self, *, enabled: bool = True) -> None:
        self._enabled = enabled
        self._seen: OrderedDict[int, tuple[float, int]] = OrderedDict()

    def wait(self, naam: str, address: str, most: int, window: float = WINDOW) -> int:
        """Count one request and give the seconds to wait before it may be answered: 0 is now."""
        if not self._enabled:
            return 0
        key, now = hash((naam, _network(address))), monotonic()
        began, times = self._seen.get(key, (now, 0))
        if now - began >= window:
            began, times = now, 0
        self._keep(key, began, times + 1)
        return 0 if times < most else int(began + window - now) + 1

    def _keep(self, key: int, began: float, times: int) -> None:
        self._seen[key] = (began, times)
        self._seen.move_to_end(key)
        if len(self._seen) > MOST:
            self._seen.popitem(last=False)


def _network(address: str) -> str:
    """One household has a whole /64 of IPv6."""
    if ":" not in address:
        return address
    try:
        return str(ipaddress.ip_network(f"{address.partition('%')[0]}/64", strict=False))
    except ValueError:
        return address

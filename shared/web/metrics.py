"""What is counted about requests: never a path with an id in it, never an address."""

from functools import cache

from prometheus_client import Counter, Histogram

REQUESTS = Counter("meldketen_http_verzoeken", "Answered requests", ("dienst", "methode", "status"))
DURATION = Histogram(
    "meldketen_http_duur_seconden",
    "Seconds until the last byte of an answer",
    ("dienst",),
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
OTHER_METHOD = "anders"


@cache
def _requests(dienst: str, method: str, status: int) -> Counter:
    return REQUESTS.labels(dienst, method, str(status))


@cache
def _duration(dienst: str) -> Histogram:
    return DURATION.labels(dienst)


def count(dienst: str, method: str, status: int, seconds: float) -> None:
    """Count one answered request."""
    _requests(dienst, method if method in METHODS else OTHER_METHOD, status).inc()
    _duration(dienst).observe(seconds)

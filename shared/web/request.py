"""What the shell lays beside every request for the doors to use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from starlette.requests import Request

from shared.profiel.schema import Profiel
from shared.taken import Deel
from shared.web.audit import Audit
from shared.web.crowd import Crowd
from shared.web.menu import Ingang
from shared.web.rate import Limiter
from shared.web.talen import Talen
from shared.web.toegang.wie import Wie
from shared.web.turnstile import Turnstiles

HEADERS = "meldketen.headers"
FACILITIES = "meldketen.shell"


class Access(Protocol):
    """Who can tell who is asking."""

    @property
    def audit(self) -> Audit:
        """Where what happens is kept."""

    async def by_key(self, key: str) -> Wie | None:
        """Give who carries this API key, if it works."""

    async def by_session(self, code: str) -> Wie | None:
        """Give who carries this session, if it lives."""


@dataclass(frozen=True, slots=True)
class Facilities:
    """The same for the whole site."""

    toegang: Access
    limiter: Limiter
    crowd: Crowd
    naam: str
    menu: Sequence[Ingang]
    melding_bovenaan: str = ""
    thema: str = ""
    """Address of the sheet with the municipality's colours."""
    overleg: str = ""
    """What people call the meeting that they prepare every week."""
    vandaag: Sequence[Deel] = ()
    """What each service brings to the start page."""
    talen: Talen = field(default_factory=Talen)
    """In which languages the public pages are offered."""
    profielen: Sequence[Profiel] = ()
    """Of the municipalities that this site is of: whose rules its pages name."""
    turnstiles: Turnstiles = field(default_factory=Turnstiles)


def facilities(request: Request) -> Facilities:
    """Give what the site laid beside this request.

    Raises:
        KeyError: the application runs without its shell, which no route may.
    """
    found: Facilities = request.scope[FACILITIES]
    return found


def headers(request: Request) -> Mapping[bytes, bytes]:
    """Give the request's headers, read once."""
    found: Mapping[bytes, bytes] = request.scope[HEADERS]
    return found

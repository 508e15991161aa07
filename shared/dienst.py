"""What a service is given, and what it hands to the one who runs it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from fastapi import APIRouter

from shared.bus import CoaMessage, Event
from shared.facts import Context
from shared.klok import Klok
from shared.ledger import Ledger, Timer, Transaction
from shared.loket import Loket
from shared.maskering import laat_staan
from shared.profiel import Profielen
from shared.profiel.plaatsnamen import plaatsnamen
from shared.settings import Settings
from shared.taken import Taken
from shared.voortgang import Voortgang, stil
from shared.web.toegang import Toegang
from shared.wisregister import Wisregel
from shared.zoeken import Zoeker

Handlers = Mapping[type[Any], Callable[[Transaction, Any, Event], None]]


@dataclass(frozen=True)
class Omgeving:
    """Everything from outside that a service may use."""

    profielen: Profielen
    klok: Klok
    instellingen: Settings
    toegang: Toegang
    voortgang: Voortgang = stil
    """Hears how far it is where a service builds its views again while it is opened."""
    loket: Loket = field(default_factory=Loket)
    """Where the services of this process ask each other what a page shows."""

    def __post_init__(self) -> None:
        """Let the names of this installation's places stay in every text: whoever masks has no profile at hand."""
        laat_staan(plaatsnamen(self.profielen))


@dataclass(frozen=True, slots=True)
class Onbevestigd:
    """How many warnings nobody has confirmed, and since when the oldest is open; None where there is none."""

    aantal: int
    sinds: datetime | None


@dataclass(frozen=True)
class Dienst:
    """One service, wired. `sources`: whose events it takes; `handlers` by type, or `raw` for everything."""

    naam: str
    ledger: Ledger
    api: APIRouter
    paginas: APIRouter | None = None
    sources: Sequence[str] = ()
    handlers: Handlers = field(default_factory=dict)
    gaat_voor: bool = False
    """Whether it has events before the others of its process: it warns people."""
    raw: Callable[[Transaction, Event], None] | None = None
    timers: Mapping[str, Callable[[Timer, Context], Awaitable[None]]] = field(default_factory=dict)
    coa: Callable[[CoaMessage, Callable[..., Awaitable[None]]], Awaitable[None]] | None = None
    """Takes a message of a COA system; the second argument tells the sender what was wrong with it."""
    hartslag: Callable[[str, str], Awaitable[None]] | None = None
    """Hears the sign of life of a COA system: municipality and location."""
    aan_het_begin: Callable[[Context], Awaitable[None]] | None = None
    herbouw: Callable[[Voortgang], object] | None = None
    """Builds again what is not a view of the service's own facts (rapportage: of what it received)."""
    verschillen: Callable[[], Sequence[str]] | None = None
    """Says, in Dutch, where that differs from what it was built from."""
    onbevestigd: Callable[[], Awaitable[Onbevestigd]] | None = None
    """Says how much waits for a person; of a service that warns people."""
    taken: Taken | None = None
    """Says what waits for somebody today: its part of the start page."""
    zoek: Zoeker | None = None
    """Finds what somebody may see of what they look for."""
    wis_opnieuw: Callable[[Sequence[Wisregel], Context], Awaitable[Mapping[str, int]]] | None = None
    """Erases what the register says, after a copy was put back or a stop halfway; says how much of each kind."""
    bij_stoppen: Callable[[], None] | None = None
    """Ends what would keep the web server waiting: answers that never end by themselves. Called on its loop."""
    laatste_woorden: Callable[[], Awaitable[None]] | None = None
    """Ends what was begun and answers to nobody, and records its outcome; the ledger is still open."""
    bij_sluiten: Callable[[], None] | None = None
    """Lets go of the other stores that this service holds."""

    def sluit(self) -> None:
        """Let go of the ledger and of every other store."""
        self.ledger.close()
        if self.bij_sluiten is not None:
            self.bij_sluiten()

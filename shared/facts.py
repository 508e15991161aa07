"""What a fact looks like once it stands in a ledger, and how the domain says no."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from shared.contracts import Fact


class Rejected(Exception):
    """A refusal by the domain. `reden` is Dutch and for the user: what is wrong, where, what to do."""

    regel: ClassVar[str] = ""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


class NietGevonden(Rejected):
    """What was asked for does not exist, or not for this person."""


@dataclass(frozen=True)
class Fout:
    """One field that cannot be accepted, and why; never its value."""

    veld: str
    reden: str


class OngeldigeInvoer(Rejected):
    """The request itself is wrong: every field that must change, in one answer."""

    def __init__(self, *fouten: Fout) -> None:
        super().__init__("; ".join(f"{fout.veld}: {fout.reden}" for fout in fouten))
        self.fouten = fouten


@dataclass(frozen=True, slots=True)
class Context:
    """Under what something is recorded: the moment, the trace it belongs to, and the event that caused it."""

    op: datetime
    correlatie: str
    oorzaak: str = ""
    span: str = ""
    """The step of the trace that records it (`shared/tracing`); is not stored."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact and where it stands. `place` counts 1, 2, 3 … in its ledger; `data` is the JSON that was stored."""

    place: int
    stream: UUID
    version: int
    naam: str
    fact: Fact
    id: str
    tijd: datetime
    correlatie: str
    oorzaak: str
    hash: bytes
    data: bytes

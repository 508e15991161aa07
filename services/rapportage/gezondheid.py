"""How every service is doing, as the page for operators shows it. Who runs the services says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Wachtend:
    """A message in quarantine: it could not be handled, and waits for a person.

    `plaats` counts in the ledger of `bron`; `reden` never holds what the message said.
    """

    id: str
    bron: str
    plaats: int
    naam: str
    reden: str
    sinds: datetime


@dataclass(frozen=True)
class Dienststand:
    """One service. `reden`: why it is not ready, in Dutch; empty when it is.

    `gelezen`: per source the last place applied. `te_publiceren` and `te_verwerken`: facts not yet on the bus, and
    messages on the bus not yet applied; None where this is not known. `reserve`: another process does the work,
    and this one takes over when that ends.
    """

    naam: str
    reden: str = ""
    gelezen: Mapping[str, int] = field(default_factory=dict)
    te_publiceren: int | None = None
    te_verwerken: int | None = None
    quarantaine: Sequence[Wachtend] = ()
    reserve: bool = False

    @property
    def gereed(self) -> bool:
        """Whether it keeps up."""
        return not self.reden


class Gezondheid(Protocol):
    """Whoever runs the services."""

    async def standen(self) -> Sequence[Dienststand]:
        """Say how each service is doing now."""
        ...

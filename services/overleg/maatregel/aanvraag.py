"""What somebody wants to impose."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.contracts.overleg import GerichtOp


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """Ids, codes and moments only, so a name cannot be among it (LVS-2.2); the explanation stands apart."""

    gericht_op: GerichtOp
    ingaande: datetime
    eindigt: datetime | None = None
    gebied: str | None = None
    betrokkene: UUID | None = None
    om_geraadpleegd_op: datetime | None = None
    driehoek_op: datetime | None = None
    overleg_id: UUID | None = None
    agendapunt_id: UUID | None = None
    meldingen: tuple[UUID, ...] = ()
    grondslag: str | None = None
    bevoegd_gezag: str | None = None
    """Whoever states basis and authority states those of the catalogue: they are compared, never stored."""
    voorwaarden: tuple[str, ...] | None = None
    """The conditions that the authority says are met; None: a program of before this field says nothing about them."""
    toegelicht: bool = False
    """Whether an explanation came with it."""

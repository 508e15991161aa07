"""One notice: to which role, at which step of which escalation. It follows from the facts alone."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from shared.contracts import Fact
from shared.contracts.escalatie import (
    AlarmHerhaald,
    EscalatieGeopend,
    EscalatieOpgeschaald,
    LinkGevraagd,
    Stap,
    StapGemist,
)
from shared.contracts.escalatie.piket import BevestigingIngetrokken, BevestigingVerlopen

_NAMESPACE = UUID("5f0c2f0e-6f5b-4c0d-8a55-3a1d8e9f2b71")


@dataclass(frozen=True, slots=True)
class Alarm:
    """A notice that must be delivered; `ronde` counts how often this step was repeated."""

    escalatie_id: UUID
    stap: Stap
    trede: int
    ronde: int
    rol: str

    @property
    def op_verzoek(self) -> bool:
        """Whether its role asked for it, because the link in an earlier one had expired."""
        return self.ronde < 0

    @property
    def id(self) -> UUID:
        """The same after every restart and rebuild."""
        return uuid5(_NAMESPACE, f"{self.escalatie_id}/{self.stap}/{self.trede}/{self.ronde}/{self.rol}")


def alarmen_van(fact: Fact) -> tuple[Alarm, ...]:
    """Which notices this fact asks for."""
    match fact:
        case EscalatieGeopend(treden=treden) if treden:
            return _alarmen(fact.escalatie_id, Stap.ONTVANGEN, 0, 1, treden[0].rollen)
        case EscalatieOpgeschaald():
            return _alarmen(fact.escalatie_id, Stap.ONTVANGEN, fact.trede, 1, fact.rollen)
        case StapGemist():
            return _alarmen(fact.escalatie_id, fact.stap, fact.trede, 1, fact.rollen)
        case AlarmHerhaald():
            return _alarmen(fact.escalatie_id, fact.stap, fact.trede, fact.ronde, fact.rollen)
        case BevestigingVerlopen() | BevestigingIngetrokken():
            return _alarmen(fact.escalatie_id, Stap.ONTVANGEN, fact.trede, fact.ronde, fact.rollen)
        case LinkGevraagd():
            return _alarmen(fact.escalatie_id, fact.stap, fact.trede, fact.ronde, (fact.rol,))
        case _:
            return ()


def _alarmen(escalatie_id: UUID, stap: Stap, trede: int, ronde: int, rollen: tuple[str, ...]) -> tuple[Alarm, ...]:
    return tuple(Alarm(escalatie_id, stap, trede, ronde, rol) for rol in rollen)

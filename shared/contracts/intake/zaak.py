"""What every fact about a melding that stands already has in common."""

from uuid import UUID

from shared.contracts.base import Fact


class _OverMelding(Fact):
    melding_id: UUID

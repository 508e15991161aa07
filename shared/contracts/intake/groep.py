"""Groups that share one channel, such as the shopkeepers of an area (TB-2.6)."""

from uuid import UUID

from shared.contracts.base import Fact


class GroepscodeGemaakt(Fact):
    """Who has the code of this group can now report by its channel. The code itself is nowhere."""

    groep_id: UUID
    kanaal: str
    regel: str = ""


class GroepscodeIngetrokken(Fact):
    """The code of this group works no longer."""

    groep_id: UUID

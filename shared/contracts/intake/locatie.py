"""Whether the system of a COA location can be heard: silence is never an outcome (promise 6)."""

from shared.contracts.base import Fact, Tijdstip


class LocatieStil(Fact):
    """No sign of life since `sinds`, for longer than the profile allows."""

    sinds: Tijdstip
    laatst_gehoord_op: Tijdstip | None = None
    regel: str = ""


class LocatieHoorbaar(Fact):
    """It is heard, for the first time or again."""

    stil_sinds: Tijdstip | None = None

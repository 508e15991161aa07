"""One time that a threshold would have gone off. Pure."""

from dataclasses import dataclass, field
from datetime import datetime

from shared.profiel.schema import Drempel


@dataclass(slots=True)
class Vuur:
    """When, where, by how many, and whether it would have warned by itself. `erbij`: follow-ups that joined."""

    drempel: Drempel
    locatie: str
    moment: datetime
    telling: int
    feiten: tuple[str, ...] = field(repr=False)
    venster: tuple[datetime, datetime] | None = None
    toelichting: str = ""
    onderdrukt_door: str = ""
    vervolg: bool = False
    erbij: int = 0
    laatste: datetime | None = None
    """When something was last added."""

    @property
    def waarschuwt(self) -> bool:
        """Whether somebody would have heard it."""
        return not self.onderdrukt_door

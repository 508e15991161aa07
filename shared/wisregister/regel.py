"""One line of the register: which data of which store, and when. Never a word of what it was. Pure."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

STAND = "stand"
"""No erasure, but that every one up to this place of this ledger stands in this register."""
DEEL = "deel-van-tekst"
"""Words of a text: which ones stands nowhere, so nobody but who asked for it can do it again."""
KLUIS = "kluis"
"""An entry of a vault, by its random number."""


class Wisregel(BaseModel):
    """One erasure. `soort`, `betreft` and the seals as in the fact about it; `plaats` 0 where there is no fact."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    opslag: str
    keten: str
    plaats: int = 0
    op: AwareDatetime
    soort: str
    betreft: UUID | None = None
    zegel: str | None = None
    nieuw_zegel: str | None = None
    """Of what stands in the place of a text now."""

    @property
    def wat(self) -> tuple[str, UUID | None, str | None]:
        """What was erased. Of a text the seal alone: of it may first a part go, and later the rest."""
        return ("", None, self.zegel) if self.zegel else (self.soort, self.betreft, None)


def laatste(regels: Iterable[Wisregel]) -> Sequence[Wisregel]:
    """Return the last line about each thing that was erased, in the order of the register."""
    return [*{regel.wat: regel for regel in regels if regel.soort != STAND}.values()]


def begin_van(keten: str) -> str:
    """Return what every copy of one ledger has in common: what its id begins with."""
    return keten.partition(".")[0]

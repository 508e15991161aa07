"""What overleg tells of messages about meldingen to inhabitants, council and media (LVS-4)."""

from enum import StrEnum
from uuid import UUID

from shared.contracts.base import Fact


class Publiek(StrEnum):
    """For whom a message is meant."""

    INWONERS = "inwoners"
    RAAD = "raad"
    MEDIA = "media"


class _OverBericht(Fact):
    bericht_id: UUID


class BerichtOpgesteld(_OverBericht):
    """A draft, or a draft that was changed: whoever was consulted about an earlier text was not about this one."""

    versie: int
    onderwerpzegel: str
    tekstzegel: str
    publiek: tuple[Publiek, ...]
    meldingen: tuple[UUID, ...] = ()
    overleg_id: UUID | None = None
    agendapunt_id: UUID | None = None
    door: str


class BerichtVoorgelegd(_OverBericht):
    """The COA and the police were asked what they think of this version."""

    versie: int
    aan: tuple[str, ...]
    regel: str = "LVS-4"


class BerichtGeraadpleegd(_OverBericht):
    """A partner said what it thinks of this version; the municipality decides."""

    versie: int
    door: str
    """The role that was consulted."""
    instemming: bool
    tekstzegel: str | None = None
    """The remark."""
    regel: str = "LVS-4"


class BerichtGoedgekeurd(_OverBericht):
    """The municipality approved this version."""

    versie: int
    door: str


class BerichtGepubliceerd(_OverBericht):
    """The message went out. `spoed`: before everybody was consulted, with the reason behind `redenzegel`."""

    versie: int
    door: str
    tekstzegel: str
    spoed: bool = False
    redenzegel: str | None = None
    niet_geraadpleegd: tuple[str, ...] = ()
    regel: str = "LVS-4"


class BerichtVervallen(_OverBericht):
    """The draft is not used."""

    door: str

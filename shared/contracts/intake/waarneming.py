"""What was seen: a melding of a resident or desk, an incident of the COA, or a message that could not be read."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.base import Fact, Gezegd, Tijdstip


class Aard(StrEnum):
    """Kind of behaviour (LVS-2.3); the public form may leave it to the meldpunt."""

    OVERLAST = "overlast"
    CRIMINEEL = "crimineel"
    GGZ = "ggz"
    NOG_TE_BEPALEN = "nog-te-bepalen"


class GerichtTegen(StrEnum):
    """Towards whom the behaviour was directed (KG-1, KG-2.4)."""

    OMWONENDEN = "omwonenden"
    BEWONERS = "bewoners"
    VERGUNNINGHOUDERS = "vergunninghouders"
    MEDEWERKERS = "medewerkers"
    ONDERNEMERS = "ondernemers"
    OPENBARE_RUIMTE = "openbare-ruimte"
    ONBEKEND = "onbekend"


class Aangifte(StrEnum):
    """Whether the police took a formal report (TB-3.1)."""

    GEDAAN = "gedaan"
    NIET_GEDAAN = "niet-gedaan"
    ONBEKEND = "onbekend"


class Dagdeel(StrEnum):
    """In which six hours of a day it happened, for who does not know the time: each begins where the last one ends."""

    NACHT = "nacht"
    OCHTEND = "ochtend"
    MIDDAG = "middag"
    AVOND = "avond"


class Registratie(StrEnum):
    """`historisch` counts in reports, but is never forwarded, put on an agenda or alarmed."""

    DIRECT = "direct"
    HISTORISCH = "historisch"


class _Waarneming(Fact):
    melding_id: UUID
    aard: Aard
    plaats: str | None = None
    voorgevallen_op: Tijdstip
    kanaal: str
    gericht_tegen: GerichtTegen = GerichtTegen.ONBEKEND
    thema: str = "overig"
    gebied: str | None = None
    aangifte: Aangifte = Aangifte.ONBEKEND
    publieke_taak: bool = False
    registratie: Registratie = Registratie.DIRECT
    tekstzegel: str | None = None
    """SHA-256(salt + masked text), hex: proves the text without holding it."""
    klok_wijkt_af: bool = False
    """The sender's clock was ahead: `voorgevallen_op` lay up to ten minutes in the future."""
    dagdeel: Dagdeel | None = None
    """All that is known of the time: `voorgevallen_op` is when it begins. None: that moment was given."""


class MeldingOntvangen(_Waarneming):
    """A resident, shopkeeper or desk reported something (LVS-2.1 to 2.4)."""

    terugkoppeling_gewenst: bool = False


class IncidentGemeld(_Waarneming):
    """The COA reported an incident in the location (LVS-0.3, LVS-0.4)."""

    gevolgen_openbare_orde: bool
    ernst: Literal[1, 2, 3, 4]
    politie_gebeld_op: Tijdstip | None = None
    wapen: Gezegd = Gezegd.ONBEKEND
    """Whether a weapon was seen or spoken of."""
    nog_gaande: Gezegd = Gezegd.ONBEKEND
    """Whether it still went on when this was reported."""


class CoaAfhandeling(StrEnum):
    """Why a message of the COA that could not be taken needs no more work."""

    OPNIEUW_GESTUURD = "opnieuw-gestuurd"
    ANDERS_GEMELD = "anders-gemeld"
    GEEN_INCIDENT = "geen-incident"


class CoaBerichtAfgehandeld(Fact):
    """Somebody looked at a message that could not be taken and said what became of it; its copy is erased with this."""

    quarantaine_id: UUID
    uitkomst: CoaAfhandeling
    door: str


class IncidentGeweigerd(Fact):
    """A COA message could not be taken: it stands in quarantine and somebody must look now (promise 6)."""

    quarantaine_id: UUID
    reden: str
    """Dutch, which field and why; never the value."""

"""What staff, or the COA about its own incident, did with a melding that stands."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.base import Gezegd, Tijdstip
from shared.contracts.intake.waarneming import Aangifte, Aard, Dagdeel, GerichtTegen
from shared.contracts.intake.zaak import _OverMelding


class Koppeling(StrEnum):
    """How two meldingen belong together."""

    ZELFDE_VOORVAL = "zelfde-voorval"
    HOORT_BIJ = "hoort-bij"


class Intrekreden(StrEnum):
    """Why a melding does not count any more."""

    VERGISSING = "vergissing"
    OP_VERZOEK = "op-verzoek"
    NIET_VOOR_ONS = "niet-voor-ons"
    PROEF = "proef"


class Sluitreden(StrEnum):
    """Why nothing more is done with a melding."""

    AFGEHANDELD = "afgehandeld"
    OVERGEDRAGEN = "overgedragen"
    GEEN_ACTIE_NODIG = "geen-actie-nodig"
    TE_WEINIG_BEKEND = "te-weinig-bekend"


class _Gedaan(_OverMelding):
    door: str
    """A role, never a person."""


class MeldingGeclassificeerd(_Gedaan):
    """Staff said what kind of behaviour it was, and about what (LVS-2.3): from now on these two count."""

    aard: Aard
    thema: str
    redenzegel: str | None = None
    """Seal of the masked reason, as `tekstzegel`."""


class MeldingGecorrigeerd(_Gedaan):
    """Something in it was wrong. Every field that changed has its new value; what is None did not change.

    `gevolgen_openbare_orde` from false to true starts LVS-0.3 at once. `dagdeel` belongs to `voorgevallen_op`: where
    that changed, None says that the time is exact from now on.
    """

    aard: Aard | None = None
    thema: str | None = None
    plaats: str | None = None
    gebied: str | None = None
    gericht_tegen: GerichtTegen | None = None
    voorgevallen_op: Tijdstip | None = None
    aangifte: Aangifte | None = None
    publieke_taak: bool | None = None
    gevolgen_openbare_orde: bool | None = None
    ernst: Literal[1, 2, 3, 4] | None = None
    politie_gebeld_op: Tijdstip | None = None
    redenzegel: str | None = None
    dagdeel: Dagdeel | None = None
    wapen: Gezegd | None = None
    nog_gaande: Gezegd | None = None
    """Of an incident: what the COA says now, so `nee` is that it is over."""


class MeldingIngetrokken(_Gedaan):
    """It does not count any more; it stays readable, and can be reopened."""

    reden: Intrekreden


class MeldingGekoppeld(_Gedaan):
    """It belongs with another one; both stay (`hoort-bij`: the other is the main one)."""

    aan: UUID
    soort: Koppeling


class MeldingOntkoppeld(_Gedaan):
    """A link is undone."""

    aan: UUID


class MeldingGesloten(_Gedaan):
    """Nothing more is done with it."""

    reden: Sluitreden


class MeldingHeropend(_Gedaan):
    """A closed or withdrawn melding counts and is worked on again."""

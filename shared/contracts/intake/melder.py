"""Between the municipality and the reporter (KG-2.3c): never an address, never the words."""

from typing import Literal
from uuid import UUID

from shared.contracts.base import Tijdstip
from shared.contracts.intake.zaak import _OverMelding


class TerugkoppelingGegeven(_OverMelding):
    """Its reporter was told something (KG-2.3c), or not: then `reden` says why, in Dutch. Never to which address."""

    sjabloon: str
    """Code of the text in the profile."""
    aanleiding: Literal["ontvangen", "besproken", "gesloten", "vraag"]
    weg: Literal["mail", "sms", "geen"]
    uitkomst: Literal["verzonden", "mislukt", "niet-verzonden"]
    """`mislukt` is tried again at `opnieuw_op`; `niet-verzonden` is not."""
    reden: str = ""
    poging: int = 1
    vraag_id: UUID | None = None
    """The question that it is about, for the occasion `vraag`."""
    opnieuw_op: Tijdstip | None = None


class VraagGesteld(_OverMelding):
    """Staff asked the reporter something: shown to who has the volgcode (KG-2.3c)."""

    vraag_id: UUID
    tekstzegel: str
    door: str


class AanvullingOntvangen(_OverMelding):
    """A reporter added something with the volgcode, or told it to staff; or answered a question so (KG-2.3c)."""

    aanvulling_id: UUID
    tekstzegel: str
    antwoord_op: UUID | None = None
    """The question that this answers."""
    door: str | None = None
    """The role that wrote down what the reporter told; None: the reporter wrote it, with the volgcode."""


class AanvullingGezien(_OverMelding):
    """Staff saw what the reporter said until now (KG-2.3c). `door`: the role."""

    door: str

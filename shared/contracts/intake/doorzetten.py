"""Handing a melding over to partners: at once (KG-2.3b), and to the cluster the same day (KG-2.3a)."""

from typing import Literal

from shared.contracts.base import Tijdstip
from shared.contracts.intake.zaak import _OverMelding


class MeldingDoorgezet(_OverMelding):
    """A melding goes to a partner: once `aangeboden`, then `bezorgd`, or `mislukt` and tried again at `opnieuw_op`."""

    aan: str
    """Code of the partner in the profile."""
    rol: str | None = None
    """What that partner is in the system, if anything: who may read this melding from now on."""
    uitkomst: Literal["aangeboden", "mislukt", "bezorgd"]
    automatisch: bool
    """By a rule of the profile; else by a person."""
    regel: str
    weg: Literal["kanaal", "zelf"] = "kanaal"
    """`zelf`: a person told them, by telephone for instance."""
    uiterlijk: Tijdstip | None = None
    """Later than this it is missed (`DoorzettingGemist`)."""
    poging: int = 0
    opnieuw_op: Tijdstip | None = None
    reden: str = ""
    """Why it failed, in Dutch; never an address."""
    door: str | None = None


class DoorzettingGemist(_OverMelding):
    """A melding is not where it must be: `partner` not at once, `cluster` probably not before the day is over."""

    soort: Literal["partner", "cluster"]
    aan: tuple[str, ...]
    """Codes of partners; none where a person must choose and did not."""
    uiterlijk: Tijdstip
    """For `cluster` the end of the day, which lies ahead: this warns before it."""
    regel: str

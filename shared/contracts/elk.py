"""What each service tells."""

from uuid import UUID

from shared.contracts.base import Fact, Tijdstip


class ProfielVastgesteld(Fact):
    """From now on this profile is in force: decisions name its version, a rebuild reads it back."""

    versie: str
    sha256: str
    geldig_vanaf: Tijdstip
    inhoud: str
    """The TOML text, without secrets (channels name environment variables)."""


class GegevensVernietigd(Fact):
    """Data was erased for good; what kind and why, never what it said."""

    soort: str
    reden: str
    aantal: int = 1
    betreft: UUID | None = None
    zegel: str | None = None
    """Of a text: the seal in the fact that it belonged to."""
    nieuw_zegel: str | None = None
    """Of what stands in its place now: masked again, or nothing."""
    door: str | None = None
    """The role that asked for it; None: its term was over."""
    regel: str = ""

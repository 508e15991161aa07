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

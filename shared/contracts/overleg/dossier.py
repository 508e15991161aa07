"""What overleg tells of the dossierkluis: that there is an entry, never what it says."""

from uuid import UUID

from shared.contracts.base import Fact, Tijdstip


class BetrokkeneVastgelegd(Fact):
    """A random id stands for somebody in the municipality's case system; only the vault knows who."""

    betrokkene: UUID
    bewaren_tot: Tijdstip
    """Erased then, unless a measure on this betrokkene still runs or ended shortly before."""


class BewaartermijnVerlengd(Fact):
    """A measure on this betrokkene ran on, so the reference is kept longer."""

    betrokkene: UUID
    bewaren_tot: Tijdstip

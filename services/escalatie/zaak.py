"""One escalation with all that its notices and pages may tell. No personal data, no texts (promise 7). Pure."""

from dataclasses import dataclass
from datetime import datetime

from services.escalatie.drempels.herziening import SLUIT_HAAR
from services.escalatie.staat import Escalatie, Status
from services.escalatie.voorval import Lid
from shared.contracts.escalatie import DrempelHerzien, DrempelOverschreden
from shared.profiel.eigen import INCIDENT_GEWEIGERD, NAMEN
from shared.profiel.schema import Profiel


@dataclass(frozen=True, slots=True)
class Zaak:
    """Everything that the notices of one escalation may tell. `erbij`: meldingen that joined after the opening."""

    escalatie: Escalatie
    overschreden: DrempelOverschreden
    profiel: Profiel
    erbij: int = 0
    herzien: DrempelHerzien | None = None
    politie_op: datetime | None = None
    """When the police confirmed."""
    leden: tuple[Lid, ...] = ()
    """The meldingen that it began with, where several were counted, as they stand now."""

    @property
    def plek(self) -> str:
        """The location as people call it."""
        locatie = self.profiel.locatie(self.escalatie.locatie)
        if locatie is None and self.escalatie.locatie == "alle":
            return self.profiel.gemeente.naam
        return locatie.naam if locatie else self.escalatie.locatie

    @property
    def veranderd(self) -> str:
        """What changed after the opening; of one that was closed not that it must be."""
        uitleg = self.herzien.uitleg if self.herzien else ""
        return uitleg.removesuffix(SLUIT_HAAR).strip() if self.escalatie.status is Status.GESLOTEN else uitleg

    @property
    def over_bericht(self) -> bool:
        """Whether it is about COA messages that could not be taken."""
        return self.overschreden.drempel == INCIDENT_GEWEIGERD

    @property
    def bericht_klaar(self) -> bool:
        """Whether it is about such messages, and every one of them was handled."""
        return self.over_bericht and self.herzien is not None and not self.herzien.nog_overschreden

    @property
    def tekst_open(self) -> bool:
        """Whether who is warned may read what was reported: an incident with consequences (LVS-0.3)."""
        drempel = self.profiel.drempel(self.overschreden.drempel)
        return bool(drempel and drempel.soort == "enkel-incident" and drempel.gevolgen_openbare_orde)

    @property
    def meer(self) -> bool:
        """Whether several meldingen led to it: then no single moment is when it happened."""
        return len(self.overschreden.feiten) > 1

    @property
    def is_techniek(self) -> bool:
        """Whether it is about the system: a message nobody can read, or a sender or Meldketen itself that stopped."""
        drempel = self.profiel.drempel(self.overschreden.drempel)
        return self.overschreden.drempel in NAMEN or bool(drempel and "locatie-stil" in drempel.signalen)

    @property
    def stelt_overleg_voor(self) -> bool:
        """Whether an extra meeting was proposed because of it."""
        drempel = self.profiel.drempel(self.overschreden.drempel)
        return bool(drempel and drempel.stelt_overleg_voor)

"""A group that shares one channel (TB-2.6): what it needs, and what it always says. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.facts import Fout, OngeldigeInvoer
from shared.profiel.schema import Profiel

KANAAL = "winkeliers"
REGEL = "TB-2.6"
NAAM_HOOGSTENS = 80
VAST = {"kanaal": KANAAL, "aard": "crimineel", "gerichtTegen": "ondernemers"}
"""What every melding of shopkeepers has in common."""


@dataclass(frozen=True, slots=True)
class Opzet:
    """What a group is made with: where its meldingen are about. Its name is that of an area, never of a person."""

    naam: str
    locatie: str
    gebied: str | None = None
    plaats: str | None = None


@dataclass(frozen=True, slots=True)
class Groep:
    """One group as it stands."""

    id: UUID
    opzet: Opzet
    gemeente: str
    gemaakt_op: datetime
    ingetrokken_op: datetime | None = None

    def zegt(self) -> dict[str, str]:
        """Give what every melding of this group says."""
        plek = {"gemeente": self.gemeente, "locatie": self.opzet.locatie}
        waar = {"gebied": self.opzet.gebied, "plaats": self.opzet.plaats}
        return VAST | plek | {veld: code for veld, code in waar.items() if code}


def eis_opzet(opzet: Opzet, profiel: Profiel | None) -> Profiel:
    """Refuse a group that could never report.

    Raises:
        OngeldigeInvoer: every field that must change.
    """
    if profiel is None:
        raise OngeldigeInvoer(Fout("locatie", "kies over welke locatie de meldingen gaan"))
    if fouten := tuple(_tegen(opzet, profiel)):
        raise OngeldigeInvoer(*fouten)
    return profiel


def _tegen(opzet: Opzet, profiel: Profiel) -> Iterator[Fout]:
    locatie, gevraagd = profiel.locatie(opzet.locatie), profiel.meldingen
    plaatsen = {keuze.code for keuze in (gevraagd.plaatsen_bij(locatie) if locatie else gevraagd.plaatsen)}
    if not opzet.naam.strip() or len(opzet.naam) > NAAM_HOOGSTENS:
        yield Fout("naam", f"geef de groep een naam van hoogstens {NAAM_HOOGSTENS} tekens, zoals 'Winkels Dorpsstraat'")
    if KANAAL not in {keuze.code for keuze in gevraagd.kanalen}:
        yield Fout("kanaal", f"het profiel kent het kanaal '{KANAAL}' niet")
    if opzet.gebied and (locatie is None or opzet.gebied not in {gebied.code for gebied in locatie.gebieden}):
        yield Fout("gebied", "dit gebied hoort niet bij de locatie")
    if opzet.plaats not in (plaatsen if gevraagd.plaats_verplicht and plaatsen else {None, *plaatsen}):
        yield Fout("plaats", "kies waar de winkels zijn")

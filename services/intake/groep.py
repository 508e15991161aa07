"""A group that shares one channel (TB-2.6): what it needs, and what it always says. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.facts import Fout, OngeldigeInvoer
from shared.profiel.schema import Locatie, Profiel

KANAAL = "winkeliers"
REGEL = "TB-2.6"
NAAM_HOOGSTENS = 80
NAAM = re.compile(r"(?:[^\W_]|[ .,&'’()/-])+")
"""Letters, digits, spaces and a few signs: the name stands on a public page."""
NAAM_TEKENS = ". , & ' ( ) / -"
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

    def buurt(self, profiel: Profiel) -> Locatie | None:
        """Give what its meldingen are about as long as nobody says they concern the reception location of the group.

        None where the profile has no such place, or the group has it already.
        """
        eigen = profiel.locatie(self.opzet.locatie)
        if eigen is None or eigen.soort != "opvanglocatie":
            return None
        wijken = [plek for plek in profiel.locaties if plek.soort == "wijk" and plek.code == self.opzet.gebied]
        return next((plek for plek in (*wijken, *profiel.locaties) if plek.soort != "opvanglocatie"), None)

    def zegt(self, profiel: Profiel, *, opvang: bool) -> dict[str, str]:
        """Give what every melding of this group says. `opvang`: the shopkeeper has a reason to think of it."""
        buurt = None if opvang else self.buurt(profiel)
        locatie = buurt.code if buurt else self.opzet.locatie
        waar = self._in(buurt, profiel) if buurt else {"gebied": self.opzet.gebied, "plaats": self.opzet.plaats}
        gezegd = {"gemeente": self.gemeente, "locatie": locatie, **waar}
        return VAST | {veld: code for veld, code in gezegd.items() if code}

    def _in(self, buurt: Locatie, profiel: Profiel) -> dict[str, str | None]:
        """Say where in another place the shops are: what that place does not have is left out."""
        plaatsen = [plaats.code for plaats in profiel.meldingen.plaatsen_bij(buurt)]
        gebieden = {gebied.code for gebied in buurt.gebieden}
        return {
            "gebied": self.opzet.gebied if self.opzet.gebied in gebieden else None,
            "plaats": self.opzet.plaats if self.opzet.plaats in (None, *plaatsen) else next(iter(plaatsen), None),
        }


def eis_opzet(opzet: Opzet, profiel: Profiel | None) -> Profiel:
    """Refuse a group that could never report.

    Raises:
        OngeldigeInvoer: every field that must change.
    """
    if profiel is None:
        raise OngeldigeInvoer(Fout("locatie", "kies bij welke locatie de groep hoort"))
    if fouten := tuple(_tegen(opzet, profiel)):
        raise OngeldigeInvoer(*fouten)
    return profiel


def _tegen(opzet: Opzet, profiel: Profiel) -> Iterator[Fout]:
    locatie, gevraagd = profiel.locatie(opzet.locatie), profiel.meldingen
    plaatsen = {keuze.code for keuze in (gevraagd.plaatsen_bij(locatie) if locatie else gevraagd.plaatsen)}
    if len(opzet.naam) > NAAM_HOOGSTENS:
        yield Fout("naam", f"de naam is te lang: {len(opzet.naam)} tekens, en er passen er {NAAM_HOOGSTENS}")
    elif not opzet.naam.strip():
        yield Fout("naam", f"geef de groep een naam van hoogstens {NAAM_HOOGSTENS} tekens, zoals 'Winkels Dorpsstraat'")
    elif not NAAM.fullmatch(opzet.naam):
        yield Fout(
            "naam", f"gebruik alleen letters, cijfers, spaties en {NAAM_TEKENS}: de naam staat op een openbare pagina"
        )
    if KANAAL not in {keuze.code for keuze in gevraagd.kanalen}:
        yield Fout("kanaal", f"het profiel kent het kanaal '{KANAAL}' niet")
    if opzet.gebied and (locatie is None or opzet.gebied not in {gebied.code for gebied in locatie.gebieden}):
        yield Fout("gebied", "dit gebied hoort niet bij de locatie")
    if opzet.plaats not in (plaatsen if gevraagd.plaats_verplicht and plaatsen else {None, *plaatsen}):
        yield Fout("plaats", "kies waar de winkels zijn")

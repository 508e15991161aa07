"""Which location somebody asks about, and with whose eyes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from services.rapportage.tijdlijn import Zicht
from shared.facts import Fout, NietGevonden, OngeldigeInvoer
from shared.profiel import Locatie, Profiel, Profielen, Rol


@dataclass(frozen=True)
class Plek:
    """A location and the profile that it belongs to."""

    profiel: Profiel
    locatie: Locatie

    @property
    def sleutel(self) -> tuple[str, str]:
        """How the views name it: municipality and location."""
        return self.profiel.gemeente.code, self.locatie.code

    def kop(self, peildatum: datetime, gelezen: dict[str, int]) -> dict[str, Any]:
        """On what an answer about this place stands: the fields of `Antwoord`."""
        return {
            "locatie": self.locatie.code,
            "locatie_naam": self.locatie.naam,
            "gemeente": self.profiel.gemeente.code,
            "peildatum": peildatum,
            "profielversie": self.profiel.versie,
            "gelezen": gelezen,
        }

    @property
    def gebieden(self) -> dict[str, str]:
        """The areas of this place by code; of the municipality those of all its places."""
        alle = self.profiel.locaties if self.locatie.soort == "gemeente" else (self.locatie,)
        return {gebied.code: gebied.naam for locatie in alle for gebied in locatie.gebieden}

    @property
    def is_vangnet(self) -> bool:
        """Whether this place also shows what is of the whole municipality, or of a location no profile knows.

        That is the municipality itself, or the first location where the profile does not name it: nothing that is
        open or in force may be on no page at all (promise 6).
        """
        gemeenten = [plek for plek in self.profiel.locaties if plek.soort == "gemeente"]
        return self.locatie == (gemeenten or self.profiel.locaties)[0]

    def dekt(self, locatie: str) -> bool:
        """Whether what is of this location code is shown here."""
        return locatie == self.locatie.code or (self.is_vangnet and self.profiel.locatie(locatie) is None)

    @property
    def zone(self) -> ZoneInfo:
        """Where its days begin and end."""
        return ZoneInfo(self.profiel.gemeente.tijdzone)


@dataclass(frozen=True)
class Kijker:
    """Who asks: a role, perhaps bound to one location or municipality, and what it may see."""

    rol: Rol | None = None
    locatie: str | None = None
    gemeente: str | None = None
    zicht: Zicht = Zicht()  # noqa: RUF009  frozen

    def dekt(self, plek: Plek) -> Callable[[str], bool]:
        """What counts as being of this place: who is bound to a location sees no more than that code."""
        return plek.dekt if self.locatie is None else plek.locatie.code.__eq__

    def ziet(self, plek: Plek) -> bool:
        """Whether this location is theirs."""
        gemeente, locatie = plek.sleutel
        return self.locatie in (None, locatie) and self.gemeente in (None, gemeente)


def alle_plekken(profielen: Profielen) -> list[Plek]:
    """Every location of every profile, in the order of the profiles."""
    return [Plek(profiel, locatie) for profiel in profielen.alle() for locatie in profiel.locaties]


def zoek_plek(profielen: Profielen, locatie: str, gemeente: str | None = None) -> Plek:
    """Find a location by its code.

    Raises:
        NietGevonden: no profile has it.
        OngeldigeInvoer: two municipalities have it and none was named.
    """
    plekken = [plek for plek in alle_plekken(profielen) if plek.locatie.code == locatie]
    gekozen = [plek for plek in plekken if gemeente in (None, plek.profiel.gemeente.code)]
    if not gekozen:
        raise NietGevonden("Deze locatie staat niet in het profiel. Kies een locatie uit het profiel.")
    if len(gekozen) > 1:
        raise OngeldigeInvoer(Fout("gemeente", "Meer gemeenten hebben deze locatie. Geef ook de code van de gemeente."))
    return gekozen[0]

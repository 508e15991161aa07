"""Who sees which meetings: the municipality all, a partner those at which it sits, a location its own."""

from dataclasses import dataclass

from services.overleg.reeks import Cyclus
from services.overleg.store.filters import Deel
from shared.profiel import Profiel, Profielen, Rol

ALLES = frozenset({Rol.OOV, Rol.BURGEMEESTER, Rol.MELDPUNT})


@dataclass(frozen=True, slots=True)
class Zicht:
    """The limits of one reader. `reeksen`: None for all, else pairs of municipality and series."""

    gemeente: str | None = None
    locatie: str | None = None
    reeksen: tuple[tuple[str, str], ...] | None = None
    vertrouwelijk: bool = False

    def delen(self) -> list[Deel]:
        """The limits as SQL on meetings."""
        if self.reeksen is None:
            return self.plek()
        paren = " OR ".join("(gemeente = ? AND reeks = ?)" for _ in self.reeksen) or "1 = 0"
        return [*self.plek(), (f"({paren})", tuple(deel for paar in self.reeksen for deel in paar))]

    def plek(self) -> list[Deel]:
        """The limits of place alone, as SQL."""
        grenzen = {"gemeente": self.gemeente, "locatie": self.locatie}
        return [(f"{kolom} = ?", (waarde,)) for kolom, waarde in grenzen.items() if waarde is not None]

    def mag(self, cyclus: Cyclus) -> bool:
        """Whether a series at a location is within the limits."""
        binnen = self.gemeente in {None, cyclus.gemeente} and self.locatie in {None, cyclus.locatie.code}
        return binnen and (self.reeksen is None or (cyclus.gemeente, cyclus.reeks.code) in self.reeksen)


def reeksen_van(profielen: Profielen, rol: Rol | None) -> tuple[tuple[str, str], ...] | None:
    """The series at which a role sits; None where it sees all."""
    if rol in ALLES:
        return None
    return tuple(
        (profiel.gemeente.code, reeks.code)
        for profiel in profielen.alle()
        for reeks in profiel.reeksen
        if rol in _rollen(profiel, reeks.deelnemers)
    )


def _rollen(profiel: Profiel, deelnemers: tuple[str, ...]) -> set[Rol]:
    partners = [profiel.partner(code) for code in deelnemers]
    return {partner.rol for partner in partners if partner and partner.rol}

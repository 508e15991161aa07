"""The measures that a municipality knows, and the calendar by which their terms are counted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from services.overleg.maatregel.weigering import MaatregelGeweigerd
from shared.facts import Fout, OngeldigeInvoer
from shared.profiel.schema import Maatregelsoort, Profiel, Verzoeksoort

ALTIJD_AFGESCHERMD = frozenset({"crisismaatregel", "tijdelijk-huisverbod"})
"""Whatever a profile says: these say something about somebody's health or home (LVS-3.1)."""
GEBIEDSVERBODEN = frozenset({"gebiedsverbod-acuut", "gebiedsverbod-kort", "gebiedsverbod-lang"})
"""Whatever a profile says: who is banned must know from where (TB-3.2)."""


@dataclass(frozen=True, slots=True)
class Catalogus:
    """The measures this municipality knows, its areas, and the zone in which its months are counted."""

    soorten: Mapping[str, Maatregelsoort]
    gebieden: Collection[str]
    zone: ZoneInfo
    verzoeken: Mapping[str, Verzoeksoort] = field(default_factory=dict)

    def soort(self, code: str) -> Maatregelsoort:
        """The kind of measure.

        Raises:
            MaatregelGeweigerd: another than the municipality takes it: it can be requested (LVS-0.2).
            OngeldigeInvoer: the municipality's catalogue does not have it.
        """
        if code in self.verzoeken:
            wat = self.verzoeken[code]
            raise MaatregelGeweigerd(
                f"'{wat.naam}' legt de gemeente niet zelf op. Doe een verzoek; het antwoord wordt erbij vastgelegd.",
                wat.regel,
            )
        if code not in self.soorten:
            raise OngeldigeInvoer(Fout("soort", f"kies een van: {', '.join(self.soorten)}"))
        return self.soorten[code]

    def naam(self, code: str) -> str:
        """What a kind of measure is called; a code that left the catalogue since is itself."""
        soort = self.soorten.get(code)
        return soort.naam if soort else code


def catalogus(profiel: Profiel) -> Catalogus:
    """The catalogue of one profile."""
    return Catalogus(
        {soort.code: soort for soort in profiel.maatregelen},
        {gebied.code for plek in profiel.locaties for gebied in plek.gebieden},
        profiel.zone,
        {soort.code: soort for soort in profiel.verzoeken},
    )


def afgeschermd(profiel: Profiel) -> frozenset[str]:
    """The kinds that only burgemeester and oov know of, and that stand on no agenda (LVS-3.1)."""
    return ALTIJD_AFGESCHERMD | {soort.code for soort in profiel.maatregelen if soort.afgeschermd}


def vraagt_gebied(soort: Maatregelsoort) -> bool:
    """Whether this kind is never imposed without an area."""
    if soort.code in GEBIEDSVERBODEN:
        return True
    return bool(soort.gebieden or soort.gebied_verplicht or soort.wijkt_voor or soort.binnen)

"""Looking at a part of what was reported: by kind, place, area and so on. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from services.rapportage.tellen import Cel
from services.rapportage.woorden import Lijst, Woorden
from shared.facts import Fout, OngeldigeInvoer


@dataclass(frozen=True)
class Uitsnede:
    """What must be so of everything that counts; None: may be anything. An incident has a channel too: the COA's."""

    aard: str | None = None
    plaats: str | None = None
    gebied: str | None = None
    thema: str | None = None
    kanaal: str | None = None
    gericht_tegen: str | None = None

    def gekozen(self) -> dict[str, str]:
        """Return what was chosen, by field."""
        alles = {veld.name: getattr(self, veld.name) for veld in fields(self)}
        return {naam: waarde for naam, waarde in alles.items() if waarde}

    def van(self, cellen: Iterable[Cel]) -> list[Cel]:
        """Keep what counts."""
        eisen = self.gekozen().items()
        return [cel for cel in cellen if all(getattr(cel, veld) == waarde for veld, waarde in eisen)]


ALLES = Uitsnede()


def keuzes(woorden: Woorden, gebieden: Lijst) -> Mapping[str, Lijst]:
    """Return what can be chosen, by field."""
    return {
        "aard": woorden.aard,
        "plaats": woorden.plaats,
        "gebied": gebieden,
        "thema": woorden.thema,
        "kanaal": woorden.kanaal,
        "gericht_tegen": woorden.gericht_tegen,
    }


def lees_uitsnede(gegeven: Mapping[str, str | None], woorden: Woorden, gebieden: Lijst) -> Uitsnede:
    """Read a choice.

    Raises:
        OngeldigeInvoer: something that cannot be chosen here.
    """
    gekozen = {veld: waarde for veld, waarde in gegeven.items() if waarde}
    kan = keuzes(woorden, gebieden)
    fouten = [
        Fout(veld, "Kies een waarde uit de lijst.") for veld, waarde in gekozen.items() if waarde not in kan[veld]
    ]
    if fouten:
        raise OngeldigeInvoer(*fouten)
    return Uitsnede(**gekozen)

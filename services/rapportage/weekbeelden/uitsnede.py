"""Looking at a part of what was reported: by kind, place, area and so on. Pure."""

from collections.abc import Mapping
from functools import cached_property

from services.rapportage.beeld import Vorm
from services.rapportage.tellen import Cel
from services.rapportage.woorden import Lijst, Woorden
from shared.facts import Fout, OngeldigeInvoer


class Uitsnede(Vorm):
    """What must be so of everything that counts; None: may be anything. An incident has a channel too: the COA's."""

    aard: str | None = None
    plaats: str | None = None
    gebied: str | None = None
    thema: str | None = None
    kanaal: str | None = None
    gericht_tegen: str | None = None

    def gekozen(self) -> dict[str, str]:
        """Return what was chosen, by field as the API and the forms name it."""
        return self.model_dump(exclude_none=True)

    def past(self, cel: Cel) -> bool:
        """Whether it counts."""
        return all(getattr(cel, veld) == waarde for veld, waarde in self._eisen)

    @cached_property
    def _eisen(self) -> tuple[tuple[str, str], ...]:
        return tuple(self.model_dump(exclude_none=True, by_alias=False).items())


def keuzes(woorden: Woorden, gebieden: Lijst) -> Mapping[str, Lijst]:
    """Return what can be chosen, by field as the API and the forms name it."""
    return {
        "aard": woorden.aard,
        "plaats": woorden.plaats,
        "gebied": gebieden,
        "thema": woorden.thema,
        "kanaal": woorden.kanaal,
        "gerichtTegen": woorden.gericht_tegen,
    }


def lees_uitsnede(gegeven: Mapping[str, str | None], woorden: Woorden, gebieden: Lijst) -> Uitsnede:
    """Read a choice.

    Raises:
        OngeldigeInvoer: something that cannot be chosen here.
    """
    snede = Uitsnede.model_validate({veld: waarde for veld, waarde in gegeven.items() if waarde})
    kan = keuzes(woorden, gebieden)
    fout = [veld for veld, waarde in snede.gekozen().items() if waarde not in kan[veld]]
    if fout:
        raise OngeldigeInvoer(*(Fout(veld, "Kies een waarde uit de lijst.") for veld in fout))
    return snede

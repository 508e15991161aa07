"""When people must be warned: the kinds of threshold, as data."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Field

from shared.contracts.intake import Aard, GerichtTegen
from shared.profiel.schema.basis import MetRegel
from shared.profiel.vormen import Code, Duur, Zin

Soort = Literal["enkel-incident", "aantal", "groei", "jaarnorm", "uitblijven"]
Signaal = Literal[
    "partner-gemist", "cluster-gemist", "locatie-stil", "agenda-gemist", "afspraak-te-laat", "maatregel-loopt-af"
]


class Drempel(MetRegel):
    """When people must be warned. What it leaves open may be anything.

    - `enkel-incident`: each matching incident.
    - `aantal`: `grens` matches within `venster`.
    - `groei`: at least `grens` in `venster`, and more than the rate of `vergelijk_met` before it explains: the chance
      of so many at an unchanged rate is at most `kans_hoogstens`.
    - `jaarnorm`: the year is expected to end above `grens`; counted are the matches, or the imported series `reeks`.
    - `uitblijven`: something that had to happen did not (`signalen`).
    """

    code: Code
    soort: Soort
    omschrijving: Zin
    locaties: tuple[Code, ...] = ()
    gevolgen_openbare_orde: bool | None = None
    aard: tuple[Aard, ...] = ()
    thema: tuple[Code, ...] = ()
    plaats: tuple[Code, ...] = ()
    gebied: tuple[Code, ...] = ()
    gericht_tegen: tuple[GerichtTegen, ...] = ()
    ernst_vanaf: Annotated[int, Field(ge=1, le=4)] | None = None
    grens: Annotated[int, Field(ge=1)] = 1
    venster: Duur | None = None
    vergelijk_met: Duur = timedelta(weeks=26)
    kans_hoogstens: Annotated[float, Field(gt=0, le=0.05)] = 0.005
    reeks: Code | None = None
    signalen: tuple[Signaal, ...] = ()
    ladder: Code
    wat_nu: Zin
    stelt_overleg_voor: Code | None = None
    rust: Duur | None = None
    """Nothing new for so long after a confirmation: the situation is over, and the escalation ends."""
    vervolg_binnen: Duur | None = None
    """So soon after the end one new event is enough: the situation goes on."""
    onderdrukt_door: tuple[Code, ...] = ()
    """As long as one of these larger ones is going on here, this one does not warn apart from it."""

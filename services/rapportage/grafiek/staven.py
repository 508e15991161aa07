"""Bars: this one solid, the other an outline with dashes, and a stroke where the mean lies. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.rapportage.grafiek.schaal import schaal
from services.rapportage.grafiek.schets import BREEDTE, LINKS, RECHTS, Beeld, Palet, Schets, zin

VULLING = 0.78
"""How much of a column its bars take."""


@dataclass(frozen=True)
class Staafbeeld:
    """Numbers by name. `korte_namen` stand below the bars; an empty one leaves a bar without."""

    id: str
    titel: str
    namen: Sequence[str]
    korte_namen: Sequence[str]
    nu: tuple[str, Sequence[int]]
    """What the solid bars are, and their numbers."""
    eerder: tuple[str, Sequence[int]] | None = None
    gemiddeld: Sequence[float | None] = ()

    @property
    def waarden(self) -> list[float | None]:
        """Every number in it."""
        return [*self.nu[1], *(self.eerder[1] if self.eerder else ()), *self.gemiddeld]


def teken_staven(beeld: Staafbeeld, palet: Palet) -> Beeld:
    """Draw it, with a number on each solid bar that is not zero where there is room."""
    naam, waarden = beeld.nu
    wat = f"{naam}: {zin(beeld.namen, waarden)}. Dezelfde getallen staan in de tabel."
    schets = Schets(beeld.id, beeld.titel, wat, palet, schaal(beeld.waarden))
    vak = (BREEDTE - LINKS - RECHTS) / len(beeld.namen)
    for nummer in range(len(beeld.namen)):
        _kolom(schets, beeld, nummer, vak)
    schets.onderaan(beeld.korte_namen)
    return schets.af(_legenda(beeld))


def _kolom(schets: Schets, beeld: Staafbeeld, nummer: int, vak: float) -> None:
    midden, breed = schets.x(nummer, len(beeld.namen)), vak * VULLING
    links, waarde = midden - breed / 2, beeld.nu[1][nummer]
    staaf = breed / (2 if beeld.eerder else 1)
    if beeld.eerder:
        schets.rechthoek(links, schets.y(beeld.eerder[1][nummer]), staaf - 2, schets.palet.hoofd, vol=False)
    begin = midden if beeld.eerder else links
    schets.rechthoek(begin, schets.y(waarde), staaf, schets.palet.hoofd, vol=True)
    if waarde and vak > 24:
        schets.tekst(begin + staaf / 2, schets.y(waarde) - 4, str(waarde), vet=True)
    gemiddeld = beeld.gemiddeld[nummer] if beeld.gemiddeld else None
    if gemiddeld is not None:
        hoogte = schets.y(gemiddeld)
        for kleur, dikte in (
            (schets.palet.grond, "5"),
            (schets.palet.accent, "2.5"),
        ):  # an edge: seen on a bar and beside it
            schets.lijn((links - 1, hoogte), (links + breed + 1, hoogte), kleur, stroke_width=dikte)


def _legenda(beeld: Staafbeeld) -> str:
    delen = [f"Dichte staaf: {beeld.nu[0]}."]
    delen += [f"Open staaf met streepjes: {beeld.eerder[0]}."] if beeld.eerder else []
    delen += ["Dwarsstreep: gemiddelde van de weken ervoor."] if any(g is not None for g in beeld.gemiddeld) else []
    return " ".join(delen)

"""A line through weeks, with the band of what is usual behind it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from services.rapportage.grafiek.schaal import schaal
from services.rapportage.grafiek.schets import Beeld, Palet, Schets, getal, zin


@dataclass(frozen=True)
class Band:
    """What is usual: between two numbers, both included, with the mean in it."""

    laag: float
    hoog: float
    gemiddeld: float | None


@dataclass(frozen=True)
class Lijnbeeld:
    """One line by name. `los`: one number beside it, as a diamond at the last place.

    `open_einde`: why the last number cannot be held against the others, if so: `die week loopt nog`.
    """

    id: str
    titel: str
    namen: Sequence[str]
    korte_namen: Sequence[str]
    waarden: Sequence[float | None]
    band: Band | None = None
    los: tuple[str, float] | None = None
    open_einde: str = ""


def teken_lijnen(beeld: Lijnbeeld, palet: Palet) -> Beeld:
    """Draw it: a dot on each number, the last one with its number beside it."""
    erbij = [beeld.band.hoog] if beeld.band else []
    erbij += [beeld.los[1]] if beeld.los else []
    schets = Schets(beeld.id, beeld.titel, _omschrijving(beeld), palet, schaal([*beeld.waarden, *erbij]))
    if beeld.band:
        _teken_band(schets, beeld.band, len(beeld.namen))
    _teken_lijn(schets, beeld)
    if beeld.los:
        schets.ruit(schets.x(len(beeld.namen) - 1, len(beeld.namen)), schets.y(beeld.los[1]), palet.accent)
    schets.onderaan(beeld.korte_namen)
    return schets.af(_legenda(beeld))


def _teken_band(schets: Schets, band: Band, aantal: int) -> None:
    links, rechts = schets.x(-0.4, aantal), schets.x(aantal - 0.6, aantal)
    laag, hoog = schets.y(band.laag), schets.y(band.hoog)
    schets.vlak([(links, hoog), (rechts, hoog), (rechts, laag), (links, laag)], schets.palet.vlak)
    for grens in (laag, hoog):
        schets.lijn((links, grens), (rechts, grens), schets.palet.hoofd, stroke_dasharray="2 3")
    if band.gemiddeld is not None:
        midden = schets.y(band.gemiddeld)
        schets.lijn((links, midden), (rechts, midden), schets.palet.accent, stroke_width="2", stroke_dasharray="8 4")


def _teken_lijn(schets: Schets, beeld: Lijnbeeld) -> None:
    """A week without a number breaks the line; to one that cannot be compared it is dashed."""
    plekken = [
        (schets.x(nummer, len(beeld.namen)), schets.y(waarde)) if waarde is not None else None
        for nummer, waarde in enumerate(beeld.waarden)
    ]
    for nummer, (van, naar) in enumerate(pairwise(plekken)):
        laatste = nummer == len(plekken) - 2
        if van and naar:
            streep = {"stroke_dasharray": "4 4"} if laatste and beeld.open_einde else {}
            schets.lijn(van, naar, schets.palet.hoofd, stroke_width="2.5", **streep)
    for plek in filter(None, plekken):
        schets.punt(*plek, schets.palet.hoofd)
    if plekken and (einde := plekken[-1]):
        schets.tekst(einde[0] + 7, einde[1] - 5, getal(beeld.waarden[-1]), anker="start", vet=True)


def _omschrijving(beeld: Lijnbeeld) -> str:
    delen = [f"{beeld.titel}: {zin(beeld.namen, beeld.waarden)}."]
    if beeld.band:
        delen.append(f"Gewoon is {getal(beeld.band.laag)} tot en met {getal(beeld.band.hoog)}.")
    if beeld.los:
        delen.append(f"{beeld.los[0]}: {getal(beeld.los[1])}.")
    return " ".join([*delen, "Dezelfde getallen staan in de tabel."])


def _legenda(beeld: Lijnbeeld) -> str:
    delen = ["Lijn met stippen: aantal per week."]
    delen += [f"Het laatste stuk is gestreept: {beeld.open_einde}."] if beeld.open_einde else []
    if beeld.band:
        delen.append("Vlak: wat gewoon is (negen van de tien weken). Streepjeslijn: het gemiddelde.")
    delen += [f"Ruit: {beeld.los[0].lower()}."] if beeld.los else []
    return " ".join(delen)

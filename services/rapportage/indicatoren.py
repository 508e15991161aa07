"""Goals, indicators and figures of a municipality (KN-besluit-2, LV-3, TB-1.2): shapes, and how they are made. Pure.

For who may see shielded tables only, a count from 1 up to the smallest that is shown has no value (`te_klein`), a year
that is not over is left out, a forecast is rounded to tens, and a series with such a count has none: from a forecast
that is looked at every day, what happened in between could be calculated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Literal

from services.rapportage.beeld import Vorm
from services.rapportage.cijferreeks import AANTAL, Jaarcijfer, Reeks
from services.rapportage.eenheden import waarde_in_woorden
from services.rapportage.stand import KLEUR, WOORDEN, Oordeel, Stand, oordeel
from services.rapportage.vooruitzicht import DEKKING, LOOPT_DOOR, Vooruitzicht, vooruitzicht
from shared.profiel import Profiel
from shared.profiel.schema import Doel, Indicator, Richting

NOG_VAST_TE_STELLEN = "nog vast te stellen"
VERBORGEN = "Kleine getallen tonen wij niet, en ook geen verwachting die ervan is afgeleid."
AFGEROND = "Afgerond op tientallen."
Soort = Literal["objectief", "subjectief", "niet-benoemd"]


class Jaarwaarde(Vorm):
    """One figure with its source. `heel`: over the whole year. `te_klein`: a number too small to show."""

    jaar: int
    waarde: float | None
    te_klein: bool
    heel: bool
    bron: str


class Verwachting(Vorm):
    """What the year will probably end on, and how that was computed."""

    jaar: int
    verwacht: float
    laag: float
    hoog: float
    dekking: float = DEKKING
    methode: str


class Meter(Vorm):
    """A goal or an indicator: its series against its norm. `norm`: what was compared with, of the judged year."""

    code: str
    naam: str
    reeks: str
    eenheid: str
    richting: Richting
    norm: float | None
    regel: str
    herkomst: str
    ingesteld_op: date | None
    stand: Stand
    kleur: str
    stand_in_woorden: str
    uitleg: str
    jaren: tuple[Jaarwaarde, ...]
    verwachting: Verwachting | None
    geen_verwachting: str


class Speerpuntbeeld(Vorm):
    """A priority; `vastgesteld` says in words whether it has an indicator."""

    code: str
    naam: str
    regel: str
    vastgesteld: str
    indicator: Meter | None


class Reeksbeeld(Vorm):
    """One imported series over the years."""

    reeks: str
    naam: str
    soort: Soort
    eenheid: str
    regel: str
    jaren: tuple[Jaarwaarde, ...]


class Indicatoren(Vorm):
    """Everything of one municipality, and on what it stands."""

    gemeente: str
    gemeente_naam: str
    peildatum: datetime
    profielversie: str
    gelezen: dict[str, int]
    kleinste_getal: int | None
    """None: every number is shown."""
    speerpunten: tuple[Speerpuntbeeld, ...]
    doelen: tuple[Meter, ...]
    cijfers: tuple[Reeksbeeld, ...]


@dataclass(frozen=True)
class Bril:
    """With which eyes figures are looked at. `kleinste`: smaller counts are not shown; None: all are."""

    kleinste: int | None = None

    @property
    def schermt_af(self) -> bool:
        """Whether numbers are shielded at all."""
        return self.kleinste is not None

    def te_klein(self, eenheid: str, waarde: float) -> bool:
        """Whether this number may not be shown."""
        return self.kleinste is not None and eenheid == AANTAL and 0 < waarde < self.kleinste

    def schrijf(self, eenheid: str, waarde: float) -> str:
        """Write a value as people say it."""
        if self.te_klein(eenheid, waarde):
            return f"minder dan {self.kleinste}"
        return waarde_in_woorden(eenheid, waarde)

    def verbergt(self, reeks: Reeks) -> bool:
        """Whether a series has a number that may not be shown."""
        return any(self.te_klein(reeks.eenheid, cijfer.waarde) for cijfer in reeks.jaren)

    def vooruit(self, vooruit: Vooruitzicht) -> Vooruitzicht:
        """Show a forecast of a count."""
        if not self.schermt_af or vooruit.waarom_niet or vooruit.methode != LOOPT_DOOR:
            return vooruit
        return replace(
            vooruit,
            verwacht=float(round(vooruit.verwacht, -1)),
            laag=float(round(vooruit.laag, -1)),
            hoog=float(round(vooruit.hoog, -1)),
            methode=f"{vooruit.methode} {AFGEROND}",
        )

    def jaren(self, reeks: Reeks) -> tuple[Jaarwaarde, ...]:
        """Show the years; a count that still grows would tell of single cases to who looks again tomorrow."""
        return tuple(self._jaar(reeks, cijfer) for cijfer in reeks.jaren if cijfer.heel or not self.schermt_af)

    def _jaar(self, reeks: Reeks, cijfer: Jaarcijfer) -> Jaarwaarde:
        te_klein = self.te_klein(reeks.eenheid, cijfer.waarde)
        waarde = None if te_klein else cijfer.waarde
        return Jaarwaarde(jaar=cijfer.jaar, waarde=waarde, te_klein=te_klein, heel=cijfer.heel, bron=cijfer.bron)


ALLES = Bril()


def speerpunten(profiel: Profiel, alle: Mapping[str, Reeks], jaar: int, bril: Bril) -> tuple[Speerpuntbeeld, ...]:
    """Show each priority with the indicator that the municipality set, if it did."""
    return tuple(
        Speerpuntbeeld(
            code=punt.code,
            naam=punt.naam,
            regel=punt.regel,
            vastgesteld="vastgesteld" if punt.indicator else NOG_VAST_TE_STELLEN,
            indicator=_meter(punt.code, punt.indicator, alle, jaar, bril) if punt.indicator else None,
        )
        for punt in profiel.speerpunten
    )


def doelen(profiel: Profiel, alle: Mapping[str, Reeks], jaar: int, bril: Bril) -> tuple[Meter, ...]:
    """Show each goal."""
    return tuple(_meter(doel.code, doel, alle, jaar, bril) for doel in profiel.doelen)


def cijfers(profiel: Profiel, alle: Mapping[str, Reeks], bril: Bril) -> tuple[Reeksbeeld, ...]:
    """Show every series: what is registered first, then what people answered, then what the profile does not name."""
    benoemd = {een.reeks: een for een in profiel.kerncijfers}
    bekend = [
        _reeksbeeld(alle[een.reeks], een.naam, een.soort, een.regel, bril)
        for soort in ("objectief", "subjectief")
        for een in profiel.kerncijfers
        if een.soort == soort and een.reeks in alle
    ]
    rest = [_reeksbeeld(reeks, code, "niet-benoemd", "", bril) for code, reeks in alle.items() if code not in benoemd]
    return (*bekend, *rest)


def _reeksbeeld(reeks: Reeks, naam: str, soort: Soort, regel: str, bril: Bril) -> Reeksbeeld:
    return Reeksbeeld(
        reeks=reeks.code, naam=naam, soort=soort, eenheid=reeks.eenheid, regel=regel, jaren=bril.jaren(reeks)
    )


def _meter(code: str, lat: Doel | Indicator, alle: Mapping[str, Reeks], jaar: int, bril: Bril) -> Meter:
    reeks = alle.get(lat.reeks, Reeks(lat.reeks, AANTAL, ()))
    gezien = oordeel(lat, reeks, bril.vooruit(vooruitzicht(reeks, jaar)), jaar, partial(bril.schrijf, reeks.eenheid))
    verwacht, waarom_niet = _verwachting(gezien, reeks, bril)
    norm = None if gezien.norm is not None and bril.te_klein(reeks.eenheid, gezien.norm) else gezien.norm
    return Meter(
        code=code,
        naam=lat.naam,
        reeks=lat.reeks,
        eenheid=reeks.eenheid,
        richting=lat.richting,
        norm=lat.norm if lat.norm is not None else norm,
        regel=lat.regel,
        herkomst=lat.herkomst.value,
        ingesteld_op=lat.ingesteld_op,
        stand=gezien.stand,
        kleur=KLEUR[gezien.stand],
        stand_in_woorden=WOORDEN[gezien.stand],
        uitleg=_uitleg(gezien, reeks, verwacht, bril),
        jaren=bril.jaren(reeks),
        verwachting=verwacht,
        geen_verwachting=waarom_niet,
    )


def _verwachting(gezien: Oordeel, reeks: Reeks, bril: Bril) -> tuple[Verwachting | None, str]:
    vooruit = gezien.vooruit
    if vooruit.waarom_niet:
        return None, vooruit.waarom_niet
    if bril.verbergt(reeks):
        return None, VERBORGEN
    wat = {veld: getattr(vooruit, veld) for veld in ("jaar", "verwacht", "laag", "hoog", "methode")}
    return Verwachting(**wat), ""


def _uitleg(gezien: Oordeel, reeks: Reeks, verwacht: Verwachting | None, bril: Bril) -> str:
    if verwacht is None and not gezien.vooruit.waarom_niet:
        return VERBORGEN
    if gezien.norm is not None and bril.te_klein(reeks.eenheid, gezien.norm):
        return f"Vergeleken is met een jaar waarvan wij het getal niet tonen: het is kleiner dan {bril.kleinste}."
    return gezien.uitleg

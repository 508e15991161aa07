"""Goals, indicators and figures of a municipality (KN-besluit-2, LV-3, TB-1.2): shapes, and how they are made. Pure."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Literal

from services.rapportage.beeld import Vorm
from services.rapportage.doelen.bril import Bril, Jaarwaarde
from services.rapportage.doelen.cijferreeks import AANTAL, Reeks
from services.rapportage.doelen.stand import KLEUR, WOORDEN, Oordeel, Stand, oordeel
from services.rapportage.doelen.vooruitzicht import DEKKING, vooruitzicht
from shared.profiel import Profiel
from shared.profiel.schema import Doel, Indicator, Richting

NOG_VAST_TE_STELLEN = "nog vast te stellen"
VERBORGEN = "Kleine getallen tonen wij niet, en ook geen verwachting die ervan is afgeleid."
Soort = Literal["objectief", "subjectief", "niet-benoemd"]


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

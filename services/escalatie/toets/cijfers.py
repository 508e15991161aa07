"""Reading a municipal series of figures from a CSV: per period, or the yearly figures as the documents print them."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import isfinite
from pathlib import Path

from shared.contracts.escalatie import Meetwaarde, Periodecijfer

HOOGSTENS = 5_000
"""Figures of one series in one import: more do not fit in a fact."""
EENHEDEN = {
    "": "aantal",
    "aantal": "aantal",
    "procent": "procent",
    "cijfer": "rapportcijfer",
    "rapportcijfer": "rapportcijfer",
}
"""What a file may say, and what it is called here."""
_TOT = {"procent": 100, "rapportcijfer": 10}
_ZO = "schrijf dagen als 2026-01-31 en een heel aantal; een cijfer of procent met een punt, zoals 7.6"


class CijfersFout(Exception):
    """Which line cannot be used, and why, in Dutch."""


class _Regelfout(ValueError):
    """What is wrong with one line, in Dutch."""


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """The figures of one series and source: counts as `perioden`, other units as `metingen`."""

    reeks: str
    bron: str
    eenheid: str
    perioden: tuple[Periodecijfer, ...] = ()
    metingen: tuple[Meetwaarde, ...] = ()

    @property
    def aantal(self) -> int:
        """How many figures there are."""
        return len(self.perioden) + len(self.metingen)


@dataclass(frozen=True, slots=True)
class _Regel:
    nummer: int
    reeks: str
    bron: str
    eenheid: str
    cijfer: Periodecijfer | Meetwaarde


def lees_cijfers(pad: Path, gemeente: str, vandaag: date | None = None) -> list[Ingelezen]:
    """Read the figures by series and source; lines that name another municipality are left out.

    With `vandaag`, a period that goes on after that day is wrong: a count so far would pass for the whole year.

    Raises:
        CijfersFout: a line is wrong; nothing is used then.
    """
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        rijen = enumerate(csv.DictReader(bestand), start=2)
        regels = [_regel(nummer, rij, pad.name) for nummer, rij in rijen if rij.get("gemeente") in (None, "", gemeente)]
    _eis_een_eenheid(regels)
    if vandaag:
        _eis_voorbij(regels, vandaag)
    gelezen = [_samen(*sleutel, deel) for sleutel, deel in _per_reeks(regels)]
    if te_lang := [een.reeks for een in gelezen if een.aantal > HOOGSTENS]:
        raise CijfersFout(f"{te_lang[0]}: meer dan {HOOGSTENS} cijfers; voer het in delen in.")
    return gelezen


def reeks_code(naam: str) -> str:
    """Turn the name of a series into the code by which a threshold asks for it: `meldingen-jeugdoverlast`."""
    code = re.sub(r"[^a-z0-9]+", "-", naam.lower()).strip("-")[:40].strip("-")
    if not code:
        raise _Regelfout("de naam van de reeks ontbreekt")
    return code


def _regel(nummer: int, rij: Mapping[str, str], bestand: str) -> _Regel:
    try:
        eenheid = _eenheid(rij.get("eenheid") or "")
        reeks = reeks_code(rij["reeks" if "reeks" in rij else "indicator"])
        return _Regel(nummer, reeks, str(rij.get("bron") or bestand)[:120], eenheid, _cijfer(rij, eenheid))
    except (KeyError, TypeError, ValueError) as fout:
        raise CijfersFout(f"Regel {nummer}: {_reden(fout)}") from None


def _eenheid(tekst: str) -> str:
    if tekst not in EENHEDEN:
        raise _Regelfout("de eenheid is aantal, procent of cijfer")
    return EENHEDEN[tekst]


def _cijfer(rij: Mapping[str, str], eenheid: str) -> Periodecijfer | Meetwaarde:
    if "jaar" in rij:
        jaar = int(rij["jaar"])
        van, tot = date(jaar, 1, 1), date(jaar, 12, 31)
    else:
        van, tot = date.fromisoformat(rij["van"]), date.fromisoformat(rij["tot"])
    tekst = rij["waarde" if "waarde" in rij else "aantal"]
    if tot < van:
        raise _Regelfout("de periode eindigt voor zij begint")
    if eenheid == "aantal":
        return Periodecijfer(van=van, tot=tot, aantal=_aantal(tekst))
    return Meetwaarde(van=van, tot=tot, waarde=_waarde(tekst, eenheid))


def _aantal(tekst: str) -> int:
    aantal = int(tekst)
    if aantal < 0:
        raise _Regelfout("het aantal is negatief")
    return aantal


def _waarde(tekst: str, eenheid: str) -> float:
    waarde, tot = float(tekst), _TOT[eenheid]
    if not isfinite(waarde) or not 0 <= waarde <= tot:
        raise _Regelfout(f"een {eenheid} ligt tussen 0 en {tot}")
    return waarde


def _eis_een_eenheid(regels: Iterable[_Regel]) -> None:
    """A series has one unit: a mark beside a count of the same name would be compared with it."""
    eenheden: dict[str, str] = {}
    for regel in regels:
        if eenheden.setdefault(regel.reeks, regel.eenheid) != regel.eenheid:
            raise CijfersFout(f"Regel {regel.nummer}: een andere eenheid dan eerder voor de reeks {regel.reeks}")


def _eis_voorbij(regels: Iterable[_Regel], vandaag: date) -> None:
    for regel in regels:
        if regel.cijfer.tot > vandaag:
            reden = "de periode is nog niet voorbij; geef met van en tot de dagen waarover is geteld"
            raise CijfersFout(f"Regel {regel.nummer}: {reden}")


def _per_reeks(regels: Iterable[_Regel]) -> Iterable[tuple[tuple[str, str, str], list[_Regel]]]:
    def sleutel(regel: _Regel) -> tuple[str, str, str]:
        return regel.reeks, regel.bron, regel.eenheid

    return [(wat, list(deel)) for wat, deel in groupby(sorted(regels, key=sleutel), key=sleutel)]


def _samen(reeks: str, bron: str, eenheid: str, regels: Iterable[_Regel]) -> Ingelezen:
    cijfers = [regel.cijfer for regel in regels]
    return Ingelezen(
        reeks,
        bron,
        eenheid,
        tuple(cijfer for cijfer in cijfers if isinstance(cijfer, Periodecijfer)),
        tuple(cijfer for cijfer in cijfers if isinstance(cijfer, Meetwaarde)),
    )


def _reden(fout: Exception) -> str:
    if isinstance(fout, KeyError):
        return f"de kolom {fout} ontbreekt; nodig zijn reeks, van, tot en aantal"
    return str(fout) if isinstance(fout, _Regelfout) else _ZO

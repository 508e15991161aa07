"""Reading a municipal series of figures from a CSV: per period, or the yearly figures as the documents print them."""

import csv
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from shared.contracts.escalatie import Periodecijfer

HOOGSTENS = 5_000
"""Figures of one series in one import: more do not fit in a fact."""


class CijfersFout(Exception):
    """Which line cannot be used, and why, in Dutch."""


def lees_cijfers(pad: Path, gemeente: str) -> dict[tuple[str, str], list[Periodecijfer]]:
    """Read the figures by series and source; lines that name another municipality are left out.

    Raises:
        CijfersFout: a line is wrong; nothing is used then.
    """
    reeksen: dict[tuple[str, str], list[Periodecijfer]] = {}
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        for nummer, rij in enumerate(csv.DictReader(bestand), start=2):
            if rij.get("eenheid") not in (None, "", "aantal") or rij.get("gemeente") not in (None, "", gemeente):
                continue
            try:
                reeks, periode = reeks_code(rij["reeks" if "reeks" in rij else "indicator"]), _periode(rij)
            except (KeyError, TypeError, ValueError) as fout:
                raise CijfersFout(f"Regel {nummer}: {_reden(fout)}") from None
            reeksen.setdefault((reeks, str(rij.get("bron") or pad.name)[:120]), []).append(periode)
    if te_lang := [reeks for (reeks, _), perioden in reeksen.items() if len(perioden) > HOOGSTENS]:
        raise CijfersFout(f"{te_lang[0]}: meer dan {HOOGSTENS} cijfers; voer het in delen in.")
    return reeksen


def reeks_code(naam: str) -> str:
    """Turn the name of a series into the code by which a threshold asks for it: `meldingen-jeugdoverlast`."""
    code = re.sub(r"[^a-z0-9]+", "-", naam.lower()).strip("-")[:40].strip("-")
    if not code:
        raise ValueError("de naam van de reeks ontbreekt")
    return code


def _periode(rij: Mapping[str, str]) -> Periodecijfer:
    if "jaar" in rij:
        jaar = int(rij["jaar"])
        van, tot, aantal = date(jaar, 1, 1), date(jaar, 12, 31), int(rij["waarde"])
    else:
        van, tot, aantal = date.fromisoformat(rij["van"]), date.fromisoformat(rij["tot"]), int(rij["aantal"])
    if tot < van or aantal < 0:
        raise ValueError("de periode eindigt voor zij begint, of het aantal is negatief")
    return Periodecijfer(van=van, tot=tot, aantal=aantal)


def _reden(fout: Exception) -> str:
    if isinstance(fout, KeyError):
        return f"de kolom {fout} ontbreekt; nodig zijn reeks, van, tot en aantal"
    tekst = str(fout)
    eigen = tekst.startswith("de ")
    return tekst if eigen else "schrijf dagen als 2026-01-31 en een heel aantal"

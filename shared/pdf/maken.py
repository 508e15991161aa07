"""Filling a Typst template. What comes from people arrives as text in JSON, so nothing in it is read as markup."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import typst

BASIS = Path(__file__).parent / "basis.typ"
STANDAARD: Final = "ua-1"
"""Typst itself refuses what this standard does not allow: a heading level passed over, a picture without words."""


class PdfFout(Exception):
    """A template that does not compile: a mistake of ours, not of who asked."""


def maak_pdf(
    sjabloon: Path,
    gegevens: Mapping[str, Any],
    *,
    gemeente: str,
    titel: str,
    op: datetime,
    zone: ZoneInfo | None = None,
    bestanden: Mapping[str, bytes] | None = None,
    kleur: str,
) -> bytes:
    """Fill a template (`.typ`) and return the PDF. Blocks for some 30 ms: not for an event loop.

    Args:
        gegevens: what the template finds as `gegevens`; moments and days as Dutch text, made by the caller.
        gemeente: name of the municipality, at the top of every page.
        op: when it was made, at the foot of every page; the same input gives the same bytes.
        kleur: of headings; dark enough to be read on white.
        bestanden: pictures by name (`beeld.svg`), for `image("beeld.svg", alt: …)`.

    Raises:
        PdfFout: the template is wrong.
    """
    bronnen = {"main.typ": sjabloon.read_bytes(), "basis.typ": BASIS.read_bytes(), **(bestanden or {})}
    lokaal = op.astimezone(zone or ZoneInfo("Europe/Amsterdam"))
    kop = {"gemeente": gemeente, "titel": titel, "gemaakt": f"{lokaal:%d-%m-%Y %H.%M} uur", "kleur": kleur}
    try:
        return _vertaal(bronnen, {"kop": json.dumps(kop), "gegevens": json.dumps(gegevens)}, int(op.timestamp()))
    except typst.TypstError as fout:
        raise PdfFout(f"{sjabloon.name}: {fout.message}") from fout


def _vertaal(bronnen: Any, invoer: dict[str, str], gemaakt: int) -> bytes:
    return typst.compile(
        bronnen, font_paths=_letters(), sys_inputs=invoer, format="pdf", pdf_standards=STANDAARD, timestamp=gemaakt
    )


@cache
def _letters() -> typst.Fonts:
    """The letters that Typst brings: the same paper on every machine."""
    return typst.Fonts(include_system_fonts=False)

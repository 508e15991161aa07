"""Filling a Typst template. What comes from people arrives as text in JSON, so nothing in it is read as markup."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

BASIS = Path(__file__).parent / "basis.typ"
STANDAARD: Final = "ua-1"
"""Typst itself refuses what this standard does not allow: a heading level passed over, a picture without words."""


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
        PdfFout: the template is wrong (`shared.pdf.fout`).
    """
    bronnen = {"main.typ": sjabloon.read_bytes(), "basis.typ": BASIS.read_bytes(), **(bestanden or {})}
    lokaal = op.astimezone(zone or ZoneInfo("Europe/Amsterdam"))
    kop = {"gemeente": gemeente, "titel": titel, "gemaakt": f"{lokaal:%d-%m-%Y %H.%M} uur", "kleur": kleur}
    from shared.pdf.zetten import zet  # Typst takes 7 MB: only for who makes a paper

    invoer = {"kop": json.dumps(kop), "gegevens": json.dumps(gegevens)}
    return zet(bronnen, invoer, naam=sjabloon.name, standaard=STANDAARD, gemaakt=int(op.timestamp()))

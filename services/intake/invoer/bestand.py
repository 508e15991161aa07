"""Reading a CSV line by line. A line that cannot be read is handed on as such: it costs itself, never another line."""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TextIO

from services.intake.invoer import herkennen
from services.intake.invoer.veldkaart import Bestand

REGEL_HOOGSTENS = 200_000
BLOK_HOOGSTENS = 100
"""How many lines one record may span: a quote that is never closed must not swallow the rest of the file."""

NIET_GESLOTEN = "een aanhalingsteken is niet gesloten"


class BestandFout(Exception):
    """A file of which not one line can be read; the text is Dutch."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One record, and the number of its first line (the heading is line 1)."""

    regel: int
    velden: list[str]


@dataclass(frozen=True, slots=True)
class Gebroken:
    """A line that is no record."""

    regel: int
    tekst: str
    reden: str


Gevonden = Rij | Gebroken


def lees_bestand(pad: Path, vorm: Bestand) -> tuple[list[str], Iterator[Gevonden]]:
    """Give the heading, and the records behind it one by one.

    Raises:
        BestandFout: it cannot be opened, is empty, or its heading cannot be read.
    """
    regels = _regels(pad, vorm.codering)
    teken, regels = _scheidingsteken(regels, vorm)
    kop = next(_records(regels, teken, None), None)
    if not isinstance(kop, Rij):
        waarom = f"{kop.reden} (codering en scheidingsteken staan in de veldkaart)" if kop else "het is leeg"
        raise BestandFout(f"{pad.name}: de kopregel kan niet gelezen worden: {waarom}")
    namen = [naam.strip() for naam in kop.velden]
    return namen, _records(regels, teken, len(namen))


def tel_regels(pad: Path) -> int:
    """Count lines roughly, for a progress bar."""
    with pad.open("rb") as stroom:
        return sum(blok.count(b"\n") for blok in iter(lambda: stroom.read(1 << 20), b""))


def _scheidingsteken(regels: Iterator[tuple[int, str]], vorm: Bestand) -> tuple[str, Iterator[tuple[int, str]]]:
    """Find what separates fields, and give back every line that may be the heading."""
    eerste = next(regels, None)
    if eerste is None:
        return ",", regels
    if gezegd := herkennen.zegt_scheidingsteken(eerste[1]):
        return vorm.scheidingsteken or gezegd, regels
    return vorm.scheidingsteken or herkennen.scheidingsteken(eerste[1]), chain([eerste], regels)


def _regels(pad: Path, gezegd: str | None) -> Iterator[tuple[int, str]]:
    codering = ""
    try:
        codering = gezegd or herkennen.codering(pad)
        with pad.open(encoding=codering, errors="surrogateescape", newline="") as stroom:
            yield from enumerate(_begrensd(stroom), start=1)
    except OSError:
        raise BestandFout(f"{pad}: dit bestand kan niet gelezen worden; klopt het pad?") from None
    except UnicodeError:
        raise BestandFout(f"{pad.name}: dit bestand is niet geschreven in {codering}") from None


def _begrensd(stroom: TextIO) -> Iterator[str]:
    while regel := stroom.readline(REGEL_HOOGSTENS):
        yield regel
        while len(regel) == REGEL_HOOGSTENS and not regel.endswith(("\n", "\r")):
            regel = stroom.readline(REGEL_HOOGSTENS)


def _records(regels: Iterator[tuple[int, str]], teken: str, breedte: int | None) -> Iterator[Gevonden]:
    """Read records; when a quote stays open, its line is given up and the lines behind it get their own chance."""
    wachtend: deque[tuple[int, str]] = deque()
    while (eerste := _volgende(wachtend, regels)) is not None:
        nummer, tekst = eerste
        if not tekst.strip():
            continue
        blok = [eerste]
        uitkomst = _ontleed(tekst, teken, breedte)
        while uitkomst is NIET_GESLOTEN and len(blok) < BLOK_HOOGSTENS:
            if (meer := _volgende(wachtend, regels)) is None:
                break
            blok.append(meer)
            uitkomst = _ontleed("".join(deel for _, deel in blok), teken, breedte)
        if isinstance(uitkomst, str):
            wachtend.extendleft(reversed(blok[1:]))
            yield Gebroken(nummer, tekst, uitkomst)
        else:
            yield Rij(nummer, uitkomst)


def _volgende(wachtend: deque[tuple[int, str]], regels: Iterator[tuple[int, str]]) -> tuple[int, str] | None:
    return wachtend.popleft() if wachtend else next(regels, None)


def _ontleed(tekst: str, teken: str, breedte: int | None) -> list[str] | str:
    """Give the fields, or in Dutch why there are none."""
    if (bezwaar := _onleesbaar(tekst)) is not None:
        return bezwaar
    try:
        velden = next(csv.reader([tekst], delimiter=teken, strict=True))
    except csv.Error as fout:
        return NIET_GESLOTEN if "unexpected end of data" in str(fout) else "de aanhalingstekens kloppen niet"
    if breedte is not None and len(velden) != breedte:
        return f"heeft {len(velden)} kolommen, de kopregel {breedte}"
    return velden


def _onleesbaar(tekst: str) -> str | None:
    if len(tekst) >= REGEL_HOOGSTENS:
        return "is te lang"
    if "\0" in tekst:
        return "bevat een teken dat geen tekst is"
    if tekst.isascii():
        return None
    try:
        tekst.encode()
    except UnicodeEncodeError:
        return "heeft een andere codering dan de veldkaart zegt"
    return None

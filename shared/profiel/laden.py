"""From a TOML file to a profile, or to everything that is wrong with it."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from shared.profiel.controle import gebreken
from shared.profiel.fouten import Gebrek, ProfielFout
from shared.profiel.posities import Pad, regel_van, regels
from shared.profiel.schema import Profiel
from shared.profiel.uitleg import reden

MEEGELEVERD = Path(__file__).parents[2] / "deploy" / "profielen"
_SYNTAX = {
    "Expected '=' after a key": "na de naam van een veld hoort een =",
    "Invalid value": "de waarde is niet te lezen; tekst hoort tussen aanhalingstekens",
    "Cannot overwrite a value": "dit veld staat er twee keer",
    "Cannot declare": "deze tabel staat er twee keer",
    "Unclosed array": "de lijst is niet afgesloten met ]",
    "Illegal character": "de tekst is niet afgesloten op deze regel",
    "Expected ']": "de kop is niet afgesloten met ]",
}


def laad(naam_of_pad: str | Path) -> Profiel:
    """A shipped profile by name (`zoetermeer`), or any profile by path.

    Raises:
        ProfielFout: the file cannot be found or read, or the profile is wrong.
    """
    pad = _bestand(naam_of_pad)
    try:
        tekst = pad.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = 1 + fout.object.count(b"\n", 0, fout.start)
        raise ProfielFout(pad.name, [Gebrek(regel, "", "bewaar het bestand als UTF-8")]) from fout
    except OSError as fout:
        raise ProfielFout(str(pad), [Gebrek(0, "", "dit bestand kan niet gelezen worden")]) from fout
    return lees(tekst, pad.name)


def lees(tekst: str, bron: str = "profiel") -> Profiel:
    """A profile from its TOML text; `bron` is how messages call it.

    Raises:
        ProfielFout: every line that must change, in order.
    """
    try:
        ruw = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise ProfielFout(bron, [_syntaxfout(str(fout), tekst)]) from fout
    model, fouten = _valideer(ruw)
    fouten += gebreken(ruw, tekst)
    if model is None or fouten:
        plekken = regels(tekst)
        raise ProfielFout(bron, sorted(Gebrek(regel_van(plekken, pad), _schrijf(pad), wat) for pad, wat in fouten))
    return model.met_tekst(tekst)


def herlees(inhoud: str) -> Profiel:
    """A profile that was accepted before: what is checked more strictly since may not make history unreadable."""
    ruw = json.loads(inhoud) if inhoud.startswith("{") else tomllib.loads(inhoud)
    return Profiel.model_validate(ruw, extra="ignore").met_tekst(inhoud)


def _bestand(naam_of_pad: str | Path) -> Path:
    meegeleverd = MEEGELEVERD / f"{naam_of_pad}.toml"
    for pad in (meegeleverd, Path(naam_of_pad)):
        if pad.is_file():
            return pad
    namen = ", ".join(sorted(bestand.stem for bestand in MEEGELEVERD.glob("*.toml")))
    wat = f"dit profiel is er niet; geef het pad van een bestand, of een van: {namen}"
    raise ProfielFout(str(naam_of_pad), [Gebrek(0, "", wat)])


def _valideer(ruw: dict[str, Any]) -> tuple[Profiel | None, list[tuple[Pad, str]]]:
    try:
        return Profiel.model_validate(ruw), []
    except ValidationError as fout:
        return None, [(wat["loc"], reden(wat)) for wat in fout.errors() if not _volgt_uit_ander(wat, fout.errors())]


def _volgt_uit_ander(fout: ErrorDetails, alle: list[ErrorDetails]) -> bool:
    """A list of which every item is wrong counts as empty too: saying so helps nobody."""
    pad = fout["loc"]
    return fout["type"] == "too_short" and any(ander["loc"][:-1] == pad for ander in alle)


def _syntaxfout(melding: str, tekst: str) -> Gebrek:
    plek = re.search(r"at line (\d+)", melding)
    regel = int(plek[1]) if plek else tekst.rstrip().count("\n") + 1
    bekend: Iterator[str] = (uitleg for begin, uitleg in _SYNTAX.items() if melding.startswith(begin))
    return Gebrek(regel, "", next(bekend, "deze regel is geen geldige TOML"))


def _schrijf(pad: Pad) -> str:
    tekst = "".join(f"[{deel}]" if isinstance(deel, int) else f".{deel}" for deel in pad)
    return tekst.removeprefix(".")

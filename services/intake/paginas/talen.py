"""The languages of the public pages: a file of texts for each, chosen by a link, remembered nowhere."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request

MAP = Path(__file__).parents[1] / "teksten"
_NUMMER = re.compile(r"\d+(?:-\d+)+")
_ALS_GEHEEL = "\u2066\\g<0>\u2069"
"""Between Arabic words a browser writes the parts of `0900-8844` from right to left, unless it is set apart."""
STANDAARD = "nl"


@dataclass(frozen=True, slots=True)
class Taal:
    """One language. Called with a key, and values for what stands between braces, it gives the text."""

    code: str
    teksten: Mapping[str, str | bool]

    def __call__(self, sleutel: str, **waarden: object) -> str:
        """Give a text; a key that no file has is a mistake of ours."""
        tekst = str(self.teksten[sleutel])
        return tekst.format(**waarden) if waarden else tekst

    def woord(self, veld: str, code: str, anders: str) -> str:
        """Word a code of the profile, or leave it as the profile words it."""
        return str(self.teksten.get(f"codes.{veld}.{code}", anders))

    @property
    def naam(self) -> str:
        """What the language calls itself."""
        return self("taal.naam")

    @property
    def richting(self) -> str:
        """Say `ltr` or `rtl`."""
        return self("taal.richting")

    @property
    def nagekeken(self) -> bool:
        """Whether a translator looked at it."""
        return self.teksten["taal.nagekeken"] is True

    @property
    def vraagteken(self) -> str:
        """What stands behind an address to stay in this language."""
        return "" if self.code == STANDAARD else f"?taal={self.code}"


class Talen:
    """The languages that an installation offers."""

    def __init__(self, codes: Iterable[str]) -> None:
        self.alle = tuple(lees_taal(code) for code in dict.fromkeys((STANDAARD, *codes)))

    def kies(self, request: Request) -> Taal:
        """Give the language that the address asks for, else Dutch."""
        gevraagd = request.query_params.get("taal")
        return next((taal for taal in self.alle if taal.code == gevraagd), self.alle[0])


@cache
def lees_taal(code: str) -> Taal:
    """Read the texts of one language."""
    with (MAP / f"{code}.toml").open("rb") as stroom:
        teksten = dict(_plat(tomllib.load(stroom)))
    if teksten["taal.richting"] == "rtl":
        teksten = {sleutel: _geheel(waarde) for sleutel, waarde in teksten.items()}
    return Taal(code, teksten)


def _geheel(waarde: str | bool) -> str | bool:
    return _NUMMER.sub(_ALS_GEHEEL, waarde) if isinstance(waarde, str) else waarde


def _plat(tabel: Mapping[str, Any], voor: str = "") -> Iterator[tuple[str, str | bool]]:
    for naam, waarde in tabel.items():
        if isinstance(waarde, dict):
            yield from _plat(waarde, f"{voor}{naam}.")
        else:
            yield f"{voor}{naam}", waarde

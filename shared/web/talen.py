"""The languages of the public pages: texts in files, chosen by a link, kept in the address, remembered nowhere.

A draft may lack a whole part (`gevolgd`): the pages of that part are shown in English then, and say so in their `lang`.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from shared.wanneer import Gebeurd, met_dagdeel
from shared.web import opmaak
from shared.web.dagen import WEEKDAGEN
from shared.woorden import MAANDEN

_HIER = Path(__file__).parent
MAPPEN: Final = (_HIER / "teksten", *sorted(_HIER.parents[1].glob("services/*/teksten")))
"""The shell's own texts and those of every service; no key stands in two of them."""
_NUMMER = re.compile(r"\d+(?:-\d+)+")
_ALS_GEHEEL = "\u2066\\g<0>\u2069"
"""Between Arabic words a browser writes the parts of `0900-8844` from right to left, unless it is set apart."""
STANDAARD, RESERVE = "nl", "en"
"""What is shown unless another is asked for, and in place of a draft that lacks the texts of a page."""


@dataclass(frozen=True, slots=True)
class Taal:
    """One language. Called with a key, and values for what stands between braces, it gives the text.

    `gevraagd`: the language that addresses keep asking for, where this one stands in for it.
    """

    code: str
    teksten: Mapping[str, str | bool]
    gevraagd: str = ""

    def __call__(self, sleutel: str, **waarden: object) -> str:
        """Give a text; a key that no file has is a mistake of ours."""
        tekst = str(self.teksten[sleutel])
        return tekst.format(**waarden) if waarden else tekst

    def woord(self, veld: str, code: str, anders: str) -> str:
        """Word what has its Dutch words elsewhere (a code of the profile, say), or leave it as it is worded there."""
        return str(self.teksten.get(f"codes.{veld}.{code}", anders))

    def heeft(self, deel: str) -> bool:
        """Whether the texts of a part are there."""
        return any(sleutel.startswith(f"{deel}.") for sleutel in self.teksten)

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
    def nederlands(self) -> bool:
        """Whether it is the language of everything else."""
        return self.code == STANDAARD

    @property
    def vraagteken(self) -> str:
        """What stands behind an address to stay in this language."""
        return "" if self.nederlands else f"?taal={self.gevraagd or self.code}"

    def datum(self, dag: date) -> str:
        """Write `dinsdag 24 november 2026`, with the words of this language."""
        if self.nederlands:
            return opmaak.datum(dag)
        hier = dag.astimezone(opmaak.ZONE) if isinstance(dag, datetime) else dag
        weekdag = self.woord("dag", str(hier.weekday()), WEEKDAGEN[hier.weekday()])
        return f"{weekdag} {hier.day} {self.woord('maand', str(hier.month), MAANDEN[hier.month - 1])} {hier.year}"

    def tijdstip(self, moment: datetime | Gebeurd) -> str:
        """Write a day with its time: `10.00 uur` in Dutch, `10:00` elsewhere; or with the part of it that is known."""
        if self.nederlands:
            return opmaak.tijdstip(moment)
        wanneer = moment if isinstance(moment, Gebeurd) else Gebeurd(moment)
        dag, deel = self.datum(wanneer.op), wanneer.dagdeel
        if deel:
            return met_dagdeel(dag, deel, self.woord("dagdeel", deel, ""))
        return f"{dag}, {wanneer.op.astimezone(opmaak.ZONE):%H:%M}"

    def getal(self, aantal: int) -> str:
        """Write a number: `4.000` in Dutch, `4,000` in English."""
        return f"{aantal:,}".replace(",", self("algemeen.duizend"))


class Talen:
    """The languages that an installation offers."""

    def __init__(self, codes: Iterable[str] = ()) -> None:
        self.alle = tuple(lees_taal(code) for code in dict.fromkeys((STANDAARD, *codes)))

    def kies(self, gevraagd: str | None, deel: str = "algemeen") -> Taal:
        """Give the language that is asked for, else Dutch; English in its place where it lacks the texts of a part."""
        taal = next((taal for taal in self.alle if taal.code == gevraagd), self.alle[0])
        return taal if taal.heeft(deel) else replace(lees_taal(RESERVE), gevraagd=taal.code)


@cache
def lees_taal(code: str) -> Taal:
    """Read the texts of one language."""
    teksten = {sleutel: waarde for plek in MAPPEN for sleutel, waarde in lees_bestand(plek / f"{code}.toml")}
    if teksten["taal.richting"] == "rtl":
        teksten = {sleutel: _geheel(waarde) for sleutel, waarde in teksten.items()}
    return Taal(code, teksten)


def lees_bestand(pad: Path) -> list[tuple[str, str | bool]]:
    """Read the texts of one file, each by its whole key."""
    with pad.open("rb") as stroom:
        return list(_plat(tomllib.load(stroom)))


def _geheel(waarde: str | bool) -> str | bool:
    return _NUMMER.sub(_ALS_GEHEEL, waarde) if isinstance(waarde, str) else waarde


def _plat(tabel: Mapping[str, Any], voor: str = "") -> Iterator[tuple[str, str | bool]]:
    for naam, waarde in tabel.items():
        if isinstance(waarde, dict):
            yield from _plat(waarde, f"{voor}{naam}.")
        else:
            yield f"{voor}{naam}", waarde

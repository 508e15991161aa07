"""On which line of a TOML text each field stands.

`tomllib` gives values without their place. This reader is only used on text that `tomllib` accepted, so it follows
the shape of the text (headers, keys, lists, inline tables) and checks nothing.
"""

import re
from collections.abc import Iterator

Pad = tuple[str | int, ...]

_TEKEN = re.compile(
    r"""
      (?P<leeg>[ \t\r]+|\#[^\n]*)
    | (?P<tekst>\"\"\"(?:\\.|(?!\"\"\")[^\\])*\"{3,5} | '''(?:(?!''').)*'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<los>[\[\]{}=,.\n] | [^\s\[\]{}=,.\#"']+)
    """,
    re.VERBOSE | re.DOTALL,
)
_EINDE = ""
_NA_WAARDE = frozenset({",", "]", "}", "\n", _EINDE})


def regels(toml: str) -> dict[Pad, int]:
    """Line (from 1) of every table, key and list item; the path of `b` in the second `[[a]]` is `("a", 1, "b")`."""
    return _Lezer(toml).lees()


def regel_van(gevonden: dict[Pad, int], pad: Pad) -> int:
    """The line of a field, or of the nearest table around it when the field itself is missing."""
    while pad not in gevonden and pad:
        pad = pad[:-1]
    return gevonden.get(pad, 1)


def _tekens(toml: str) -> Iterator[tuple[str, int]]:
    regel = 1
    for gevonden in _TEKEN.finditer(toml):
        if gevonden.lastgroup != "leeg":
            yield gevonden.group(), regel
        regel += gevonden.group().count("\n")
    yield _EINDE, regel


class _Lezer:
    def __init__(self, toml: str) -> None:
        self._tekens = list(_tekens(toml))
        self._plek = 0
        self._lengte: dict[Pad, int] = {}
        self._regels: dict[Pad, int] = {(): 1}

    def lees(self) -> dict[Pad, int]:
        tabel: Pad = ()
        while self._volgend != _EINDE:
            if self._volgend == "[":
                tabel = self._kop()
            elif self._volgend == "\n":
                self._neem()
            else:
                self._toekenning(tabel)
        return self._regels

    @property
    def _volgend(self) -> str:
        return self._tekens[self._plek][0]

    def _neem(self) -> str:
        teken = self._volgend
        self._plek += 1
        return teken

    def _noteer(self, pad: Pad) -> None:
        self._regels.setdefault(pad, self._tekens[self._plek][1])

    def _kop(self) -> Pad:
        self._neem()
        if is_lijst := self._volgend == "[":
            self._neem()
        *ouders, naam = self._sleutel()
        pad = (*self._laatste(ouders), naam)
        self._noteer(pad)
        if is_lijst:
            self._lengte[pad] = self._lengte.get(pad, 0) + 1
            pad = (*pad, self._lengte[pad] - 1)
            self._noteer(pad)
        self._sla_over("]")
        return pad

    def _laatste(self, namen: list[str]) -> Pad:
        """A header under a list of tables speaks about the last table of that list."""
        pad: Pad = ()
        for naam in namen:
            pad = (*pad, naam)
            self._noteer(pad)
            if pad in self._lengte:
                pad = (*pad, self._lengte[pad] - 1)
        return pad

    def _toekenning(self, tabel: Pad) -> None:
        namen = self._sleutel()
        for tot in range(1, len(namen)):
            self._noteer((*tabel, *namen[:tot]))
        self._neem()
        self._waarde((*tabel, *namen))

    def _sleutel(self) -> list[str]:
        namen = [self._neem().strip("\"'")]
        while self._volgend == ".":
            self._neem()
            namen.append(self._neem().strip("\"'"))
        return namen

    def _waarde(self, pad: Pad) -> None:
        self._noteer(pad)
        if self._volgend == "[":
            self._lijst(pad)
        elif self._volgend == "{":
            self._inline_tabel(pad)
        else:
            while self._volgend not in _NA_WAARDE:
                self._neem()

    def _lijst(self, pad: Pad) -> None:
        self._neem()
        self._sla_over("\n")
        nummer = 0
        while self._volgend != "]":
            self._waarde((*pad, nummer))
            nummer += 1
            self._sla_over("\n", ",")
        self._neem()

    def _inline_tabel(self, pad: Pad) -> None:
        self._neem()
        self._sla_over("\n")
        while self._volgend != "}":
            self._toekenning(pad)
            self._sla_over("\n", ",")
        self._neem()

    def _sla_over(self, *tekens: str) -> None:
        while self._volgend in tekens:
            self._neem()

"""What is wrong in a profile: where, and what is expected there."""

from typing import NamedTuple


class Gebrek(NamedTuple):
    """One thing to change in a profile."""

    regelnummer: int
    veldpad: str
    reden: str


class ProfielFout(Exception):
    """The profile is refused. `fouten` holds every line that must change; the text is Dutch and for the user."""

    def __init__(self, bron: str, fouten: list[Gebrek]) -> None:
        super().__init__("\n".join(_zin(bron, fout) for fout in fouten))
        self.bron = bron
        self.fouten = fouten


def _zin(bron: str, fout: Gebrek) -> str:
    plek = f"{bron}, regel {fout.regelnummer}" if fout.regelnummer else bron
    return f"{plek}, {fout.veldpad}: {fout.reden}" if fout.veldpad else f"{plek}: {fout.reden}"

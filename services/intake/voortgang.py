"""What happened with a melding, told to its reporter: only what may be known, in plain words. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from shared.contracts import Fact
from shared.contracts import intake as feiten

OP_AGENDA, BESPROKEN, DOORGESCHOVEN, VERTROUWELIJK = "op-agenda", "besproken", "doorgeschoven", "vertrouwelijk"
INGELICHT = "ingelicht"
DOORGESCHOVEN_NAAR = "doorgeschoven-naar"
"""What overleg told about a melding; a confidential item is not told on."""
_WACHT = (OP_AGENDA, DOORGESCHOVEN)
"""What says when it will be discussed."""
_VERDER = (VERTROUWELIJK, OP_AGENDA, INGELICHT, DOORGESCHOVEN, BESPROKEN)

WIE: Mapping[str, str] = {
    "politie": "de politie",
    "handhaving": "handhaving",
    "jongerenwerk": "het jongerenwerk",
    "zorg": "het zorgteam",
    "coa": "het COA",
    "om": "het Openbaar Ministerie",
}
_DOORGEZET = "doorgezet"
STAPPEN: Mapping[str, str] = {
    "ontvangen": "Uw melding is ontvangen.",
    "bekeken": "Een medewerker heeft uw melding bekeken.",
    _DOORGEZET: "Uw melding is doorgegeven aan een partner van de gemeente.",
    **{f"{_DOORGEZET}-{rol}": f"Uw melding is doorgegeven aan {wie}." for rol, wie in WIE.items()},
    "ingetrokken": "Uw melding telt niet meer mee.",
    "gesloten": "Uw melding is afgehandeld.",
    "heropend": "Uw melding is opnieuw in behandeling.",
    "gevraagd": "Wij hebben u iets gevraagd.",
    "aangevuld": "U heeft iets toegevoegd.",
    "verteld": "Een medewerker schreef op wat u vertelde.",
    OP_AGENDA: "Uw melding staat op de agenda van het overleg over deze locatie.",
    BESPROKEN: "Uw melding is besproken in het overleg over deze locatie.",
    DOORGESCHOVEN: "Uw melding is nog niet besproken. Dat gebeurt in het volgende overleg.",
    DOORGESCHOVEN_NAAR: "Uw melding is nog niet besproken. Dat gebeurt op {dag}.",
    INGELICHT: "Het overleg laat u weten:",
}
"""What a reporter reads of each thing that can happen, by its code; pages word the codes in other languages."""

STATUSSEN: Mapping[str, str] = {
    "ontvangen": "Ontvangen",
    "in-behandeling": "In behandeling",
    "gesloten": "Afgehandeld",
    "ingetrokken": "Telt niet meer mee",
}
_NA_OVERLEG: Mapping[str, str] = {
    OP_AGENDA: "Staat op de agenda van een overleg",
    BESPROKEN: "Besproken in een overleg",
    DOORGESCHOVEN: "Nog niet besproken",
}
"""What a reporter reads while a melding is open: how far the meetings are with it, for that is where it is handled."""
STANDEN: Mapping[str, str] = {**STATUSSEN, **_NA_OVERLEG}


_BIJ_STAF: Mapping[str, str] = {
    OP_AGENDA: "staat op de agenda van een overleg",
    BESPROKEN: "besproken in een overleg",
    DOORGESCHOVEN: "doorgeschoven naar een later overleg",
}
_IN_LIJST: Mapping[str, str] = {
    OP_AGENDA: "Op de agenda",
    BESPROKEN: "Besproken",
    DOORGESCHOVEN: "Op een latere agenda",
}


class Gehoord(NamedTuple):
    """What overleg told at a moment, and when that meeting is, where that is known.

    `tekst`: the sentence of the profile that the reporter may read, where it is that. `punt`: the item of the agenda.
    """

    op: datetime
    soort: str
    overleg_op: datetime | None = None
    tekst: str = ""
    punt: str = ""


@dataclass(frozen=True, slots=True)
class Stap:
    """One thing that happened. `overleg_op`: when the meeting is that it is about; `tekst`: what that meeting says."""

    op: datetime
    code: str
    overleg_op: datetime | None = None
    tekst: str = ""

    @property
    def wat(self) -> str:
        """Say it in Dutch."""
        return f"{STAPPEN[self.code]} {self.tekst}".rstrip()


def voortgang(eigen: Iterable[tuple[datetime, Fact]], overleg: Iterable[Gehoord]) -> list[Stap]:
    """Tell it in order of time; what would repeat the line before it is left out."""
    stappen = [Stap(op, code) for op, feit in eigen if (code := _code(feit))]
    geordend = _zonder_tegenspraak(sorted(overleg, key=_volgorde))
    stappen += [Stap(hoor.op, code, _dag(hoor, geordend), hoor.tekst) for hoor in geordend if (code := _gehoord(hoor))]
    return _zonder_herhaling(sorted(stappen, key=lambda stap: stap.op))


def _zonder_tegenspraak(gehoord: Sequence[Gehoord]) -> list[Gehoord]:
    """Of an item that moved on, leave out on which agenda it stood before: that day does not hold any more."""
    verder = {hoor.punt: hoor for hoor in gehoord if hoor.soort == DOORGESCHOVEN}
    return [hoor for hoor in gehoord if hoor.soort not in _WACHT or not _achterhaald(hoor, verder.get(hoor.punt))]


def _achterhaald(hoor: Gehoord, verder: Gehoord | None) -> bool:
    """Whether it was said no later than that the item moved on, or in the same minute: it came on the next agenda."""
    return verder is not None and hoor is not verder and _minuut(hoor.op) <= _minuut(verder.op)


def _minuut(op: datetime) -> datetime:
    return op.replace(second=0, microsecond=0)


def _dag(hoor: Gehoord, alle: Sequence[Gehoord]) -> datetime | None:
    """When the meeting is; discussed before the day of the plan, when that was."""
    if hoor.tekst or hoor.overleg_op is None:
        return None
    besproken = [ander.op for ander in alle if ander.soort == BESPROKEN and ander.op >= hoor.op]
    return min([hoor.overleg_op, *besproken[:1]])


def _gehoord(hoor: Gehoord) -> str:
    if hoor.tekst:
        return INGELICHT
    return hoor.soort if hoor.soort in _NA_OVERLEG else ""


def stand_voor_melder(status: str, eigen: Iterable[tuple[datetime, Fact]], overleg: Iterable[Gehoord]) -> str:
    """Say how far it is, by its code in `STANDEN`."""
    return laatst_uit_overleg(status, eigen, overleg) or status


def status_voor_staf(woord: str, soort: str) -> str:
    """Say to staff how far it is: `woord`, and what a meeting did with it last."""
    return f"{woord}, {_BIJ_STAF[soort]}" if soort else woord


def stand_voor_lijst(woord: str, soort: str) -> str:
    """Say the same where there is little room: one of the two."""
    return _IN_LIJST[soort] if soort else woord


def laatst_uit_overleg(status: str, eigen: Iterable[tuple[datetime, Fact]], overleg: Iterable[Gehoord]) -> str:
    """Give what a meeting did last: it counts until the melding ends, or is opened again. Empty: nothing."""
    heropend = max((op for op, feit in eigen if isinstance(feit, feiten.MeldingHeropend)), default=None)
    gehoord = [hoor for hoor in overleg if hoor.soort in _NA_OVERLEG and (heropend is None or hoor.op > heropend)]
    if status not in ("ontvangen", "in-behandeling") or not gehoord:
        return ""
    return max(gehoord, key=_volgorde).soort


def _volgorde(gehoord: Gehoord) -> tuple[datetime, int]:
    """By time; what one meeting did at one moment by how far it brings the melding, for its facts share their time."""
    return gehoord.op, _VERDER.index(gehoord.soort)


def _zonder_herhaling(stappen: Sequence[Stap]) -> list[Stap]:
    vorige = ["", *(stap.wat for stap in stappen)]
    return [stap for stap, eerder in zip(stappen, vorige, strict=False) if stap.wat != eerder]


def _code(feit: Fact) -> str:
    """Name what a fact means to a reporter; nothing: they do not hear of it."""
    if isinstance(feit, feiten.MeldingDoorgezet):
        aan = f"{_DOORGEZET}-{feit.rol}"
        return (aan if aan in STAPPEN else _DOORGEZET) if feit.uitkomst == "bezorgd" else ""
    if isinstance(feit, feiten.AanvullingOntvangen):
        return "verteld" if feit.door else "aangevuld"
    return _CODES.get(type(feit), "")


_CODES: Mapping[type[Fact], str] = {
    feiten.MeldingOntvangen: "ontvangen",
    feiten.IncidentGemeld: "ontvangen",
    feiten.MeldingGeclassificeerd: "bekeken",
    feiten.MeldingIngetrokken: "ingetrokken",
    feiten.MeldingGesloten: "gesloten",
    feiten.MeldingHeropend: "heropend",
    feiten.VraagGesteld: "gevraagd",
}

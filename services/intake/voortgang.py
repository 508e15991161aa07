"""What happened with a melding, told to its reporter: only what may be known, in plain words. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.contracts import Fact
from shared.contracts import intake as feiten

OP_AGENDA, BESPROKEN, DOORGESCHOVEN, VERTROUWELIJK = "op-agenda", "besproken", "doorgeschoven", "vertrouwelijk"
"""What overleg told about a melding; a confidential item is not told on."""
_VERDER = (VERTROUWELIJK, OP_AGENDA, DOORGESCHOVEN, BESPROKEN)

WIE: Mapping[str, str] = {
    "politie": "de politie",
    "handhaving": "handhaving",
    "jongerenwerk": "het jongerenwerk",
    "zorg": "het zorgteam",
    "coa": "het COA",
    "om": "het Openbaar Ministerie",
}
_OVERLEG: Mapping[str, str] = {
    OP_AGENDA: "Uw melding staat op de agenda van het overleg over deze locatie.",
    BESPROKEN: "Uw melding is besproken in het overleg over deze locatie.",
    DOORGESCHOVEN: "Uw melding schuift door naar het volgende overleg.",
}


STATUSSEN: Mapping[str, str] = {
    "ontvangen": "Ontvangen",
    "in-behandeling": "In behandeling",
    "gesloten": "Afgehandeld",
    "ingetrokken": "Telt niet meer mee",
}
_NA_OVERLEG: Mapping[str, str] = {
    OP_AGENDA: "Staat op de agenda van een overleg",
    BESPROKEN: "Besproken in een overleg",
    DOORGESCHOVEN: "Staat op de agenda van een later overleg",
}
"""What a reporter reads while a melding is open: how far the meetings are with it, for that is where it is handled."""


@dataclass(frozen=True, slots=True)
class Stap:
    """One thing that happened."""

    op: datetime
    wat: str


def voortgang(eigen: Iterable[tuple[datetime, Fact]], overleg: Iterable[tuple[datetime, str]]) -> list[Stap]:
    """Tell it in order of time; what would repeat the line before it is left out."""
    stappen = [Stap(op, wat) for op, feit in eigen if (wat := _wat(feit))]
    stappen += [Stap(op, _OVERLEG[soort]) for op, soort in sorted(overleg, key=_volgorde) if soort in _OVERLEG]
    return _zonder_herhaling(sorted(stappen, key=lambda stap: stap.op))


def status_voor_melder(
    status: str, eigen: Iterable[tuple[datetime, Fact]], overleg: Iterable[tuple[datetime, str]]
) -> str:
    """Say how far it is: what a meeting did counts until the melding ends, or is opened again after it."""
    heropend = max((op for op, feit in eigen if isinstance(feit, feiten.MeldingHeropend)), default=None)
    gehoord = [(op, soort) for op, soort in overleg if soort in _NA_OVERLEG and (heropend is None or op > heropend)]
    if status not in ("ontvangen", "in-behandeling") or not gehoord:
        return STATUSSEN[status]
    return _NA_OVERLEG[max(gehoord, key=_volgorde)[1]]


def _volgorde(gehoord: tuple[datetime, str]) -> tuple[datetime, int]:
    """By time; what one meeting did at one moment by how far it brings the melding, for its facts share their time."""
    op, soort = gehoord
    return op, _VERDER.index(soort)


def _zonder_herhaling(stappen: Sequence[Stap]) -> list[Stap]:
    vorige = ["", *(stap.wat for stap in stappen)]
    return [stap for stap, eerder in zip(stappen, vorige, strict=False) if stap.wat != eerder]


def _wat(feit: Fact) -> str:
    zeg = _ZEG.get(type(feit))
    return zeg if isinstance(zeg, str) else zeg(feit) if zeg else ""


def _doorgezet(feit: Fact) -> str:
    if not isinstance(feit, feiten.MeldingDoorgezet) or feit.uitkomst != "bezorgd":
        return ""
    return f"Uw melding is doorgegeven aan {WIE.get(feit.rol or '', 'een partner van de gemeente')}."


_ZEG: Mapping[type[Fact], str | Callable[[Fact], str]] = {
    feiten.MeldingOntvangen: "Uw melding is ontvangen.",
    feiten.IncidentGemeld: "Uw melding is ontvangen.",
    feiten.MeldingGeclassificeerd: "Een medewerker heeft uw melding bekeken.",
    feiten.MeldingDoorgezet: _doorgezet,
    feiten.MeldingIngetrokken: "Uw melding telt niet meer mee.",
    feiten.MeldingGesloten: "Uw melding is afgehandeld.",
    feiten.MeldingHeropend: "Uw melding is opnieuw in behandeling.",
    feiten.VraagGesteld: "Wij hebben u iets gevraagd.",
    feiten.AanvullingOntvangen: "U heeft iets toegevoegd.",
}

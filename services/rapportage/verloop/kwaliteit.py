"""How good the figures are: what is unknown, late, double or corrected, and who has fallen silent. Pure.

A count that falls can be a situation that gets better, or a channel that fails: both are shown beside each other.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from services.rapportage.beeld import Antwoord, Vorm
from services.rapportage.verloop.stappen import KLEINSTE, Duur, duur, rang
from services.rapportage.woorden import NIET_OPGEGEVEN, Lijst

WAARSCHUWING = (
    "Minder meldingen betekent niet altijd minder overlast. Het kan ook zijn dat een meldpunt, formulier of koppeling "
    "niet werkt, of dat mensen niet meer melden. Kijk daarom eerst of elk kanaal nog meldingen binnenkrijgt."
)

KORTSTE_STILTE = 24 * 60 * 60
"""Seconds. Shorter is never called silence: after ten calls in an hour an hour without one means nothing."""


@dataclass(frozen=True, slots=True)
class Staat:
    """One melding or incident as it stood at the peildatum, with what was changed in it."""

    incident: bool
    ontvangen: datetime
    voorgevallen: datetime
    aard: str
    plaats: str
    kanaal: str
    gericht_tegen: str
    thema: str
    gebied: str
    aangifte: str
    historisch: bool
    telt: bool = True
    correcties: int = 0
    zelfde_voorval: int = 0


class Veldkwaliteit(Vorm):
    """How often a field says nothing. `van`: in how many it is asked. `aandeel`: None with fewer than five."""

    veld: str
    naam: str
    onbekend: int
    van: int
    aandeel: float | None


class LateMeldingen(Duur):
    """Time between what happened and its report."""

    code: str
    naam: str
    later_dan_een_dag: int
    later_dan_een_week: int


class Stilte(Vorm):
    """Whether a channel, or the location as a whole, is silent for longer than usual.

    `gewoon_seconden`: in nine of ten times the next one came within this; None: fewer than five pauses to go by.
    """

    code: str
    naam: str
    ontvangen: int
    laatste: datetime | None
    stil_seconden: int | None
    gewoon_seconden: int | None
    langer_dan_gewoon: bool


class Systeemstilte(Vorm):
    """The system of the location (COA) gives no sign of life (`LocatieStil`)."""

    sinds: datetime
    regel: str


class Kwaliteit(Antwoord):
    """How good the figures of one location are, over what was received within a period."""

    van: date
    tot: date
    kleinste_aantal: int
    waarschuwing: str
    meldingen: int
    incidenten: int
    historisch: int
    ingetrokken: int
    gecorrigeerd: int
    correcties: int
    zelfde_voorval: int
    onbekend: tuple[Veldkwaliteit, ...]
    laat: tuple[LateMeldingen, ...]
    stiltes: tuple[Stilte, ...]
    systeem_stil: Systeemstilte | None


_VELDEN: tuple[tuple[str, str, Callable[[Staat], str], frozenset[str]], ...] = (
    ("aard", "Aard", lambda staat: staat.aard, frozenset({"nog-te-bepalen"})),
    ("plaats", "Plaats", lambda staat: staat.plaats, frozenset({NIET_OPGEGEVEN})),
    ("gerichtTegen", "Getroffen", lambda staat: staat.gericht_tegen, frozenset({"onbekend"})),
    ("thema", "Thema ('overig')", lambda staat: staat.thema, frozenset({"overig", NIET_OPGEGEVEN})),
    ("gebied", "Gebied", lambda staat: staat.gebied, frozenset({NIET_OPGEGEVEN})),
)


def gewogen(alles: Sequence[Staat], kanalen: Lijst, op: datetime) -> dict[str, Any]:
    """Compute everything of a `Kwaliteit` that follows from the meldingen; silence as it was at `op`."""
    staten = [staat for staat in alles if staat.telt]
    meldingen = [staat for staat in staten if not staat.incident]
    incidenten = [staat for staat in staten if staat.incident]
    return {
        "kleinste_aantal": KLEINSTE,
        "waarschuwing": WAARSCHUWING,
        "meldingen": len(meldingen),
        "incidenten": len(incidenten),
        "historisch": sum(staat.historisch for staat in staten),
        "ingetrokken": len(alles) - len(staten),
        "gecorrigeerd": sum(staat.correcties > 0 for staat in staten),
        "correcties": sum(staat.correcties for staat in staten),
        "zelfde_voorval": sum(staat.zelfde_voorval > 0 for staat in staten),
        "onbekend": onbekend(staten),
        "laat": (laat("meldingen", "Meldingen", meldingen), laat("incidenten", "Incidenten", incidenten)),
        "stiltes": stiltes(alles, kanalen, op),
    }


def onbekend(staten: Sequence[Staat]) -> tuple[Veldkwaliteit, ...]:
    """Count per field how often it says nothing; whether aangifte was done only of what is criminal (TB-3.1)."""
    velden = [_veld(code, naam, [lees(staat) in niets for staat in staten]) for code, naam, lees, niets in _VELDEN]
    aangiften = [staat.aangifte == "onbekend" for staat in staten if staat.aard == "crimineel"]
    return (*velden, _veld("aangifte", "Aangifte (bij strafbare feiten)", aangiften))


def _veld(code: str, naam: str, leeg: Sequence[bool]) -> Veldkwaliteit:
    onbekend_, van = sum(leeg), len(leeg)
    aandeel = round(onbekend_ / van, 4) if van >= KLEINSTE else None
    return Veldkwaliteit(veld=code, naam=naam, onbekend=onbekend_, van=van, aandeel=aandeel)


def laat(code: str, naam: str, staten: Iterable[Staat]) -> LateMeldingen:
    """Measure how long after it happened something was reported; not of what was imported as history."""
    tijden = [staat.ontvangen - staat.voorgevallen for staat in staten if not staat.historisch]
    aantal, mediaan, p90 = duur(tijden)
    return LateMeldingen(
        code=code,
        naam=naam,
        aantal=aantal,
        mediaan_seconden=mediaan,
        p90_seconden=p90,
        later_dan_een_dag=sum(tijd > timedelta(days=1) for tijd in tijden),
        later_dan_een_week=sum(tijd > timedelta(days=7) for tijd in tijden),
    )


def stiltes(staten: Sequence[Staat], kanalen: Lijst, peildatum: datetime) -> tuple[Stilte, ...]:
    """Say of meldingen, of incidents, and of each channel since when nothing came."""
    direct = [staat for staat in staten if not staat.historisch]
    meldingen = [staat.ontvangen for staat in direct if not staat.incident]
    incidenten = [staat.ontvangen for staat in direct if staat.incident]
    codes = [*kanalen, *sorted({staat.kanaal for staat in direct} - kanalen.keys())]
    per_kanaal = [
        _stilte(f"kanaal-{code}", kanalen.get(code, code), _van_kanaal(direct, code), peildatum) for code in codes
    ]
    samen = (
        _stilte("meldingen", "Alle meldingen", meldingen, peildatum),
        _stilte("incidenten", "Alle incidenten", incidenten, peildatum),
    )
    return (*samen, *per_kanaal)


def _van_kanaal(staten: Iterable[Staat], code: str) -> list[datetime]:
    return [staat.ontvangen for staat in staten if staat.kanaal == code]


def _stilte(code: str, naam: str, momenten: Iterable[datetime], peildatum: datetime) -> Stilte:
    op_volgorde = sorted(momenten)
    pauzes = sorted(int((later - eerder).total_seconds()) for eerder, later in pairwise(op_volgorde))
    gewoon = rang(pauzes, 90) if len(pauzes) >= KLEINSTE else None
    laatste = op_volgorde[-1] if op_volgorde else None
    stil = max(0, int((peildatum - laatste).total_seconds())) if laatste else None
    return Stilte(
        code=code,
        naam=naam,
        ontvangen=len(op_volgorde),
        laatste=laatste,
        stil_seconden=stil,
        gewoon_seconden=gewoon,
        langer_dan_gewoon=gewoon is not None and stil is not None and stil > max(gewoon, KORTSTE_STILTE),
    )

"""What happens in the invented year: drawn once from a fixed seed, so that every demo shows the same."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from meldketen.demo.teksten import BESCHADIGD, INCIDENT, OMGEVING, TEGEN_BEWONERS, VOOR_AANKOMST
from services.rapportage.openbaar import Kwartaal

LOCATIE = "rokkeveenseweg"
MELDINGEN_VOOR, MELDINGEN_NA, INCIDENTEN = 24, 126, 20
WEKEN_SINDS_AANKOMST = 20
"""Enough for the evaluation of the first quarter, and for seven weeks or more of the last quarter that is published."""
DAGEN_VOORAF = 210
"""How long before arrival people report something: with the weeks since, it fits in the year."""
GEBIEDEN = ("rokkeveen", "driemanspolder", "stadscentrum", "dorp")
KANALEN = ("overlast-van-buren", "meldpunt-bezorgd", "webformulier", "telefoon", "winkeliers")
CRIMINEEL = frozenset({"winkeldiefstal", "drugs", "geweld", "vernieling", "intimidatie"})
RUSTIG, RUSTIG_DEEL = ("geluid", "jeugd", "verkeer", "overig"), 0.65
"""Most of what is reported is a nuisance, not an offence."""
NA_KWARTAAL = timedelta(days=8, hours=10)
VOOR_NU = timedelta(hours=2)
"""How long ago the damaged message came: piket knows of it, and nobody has said yet what became of it."""
ZAAD = 637


@dataclass(frozen=True)
class Voorval:
    """Somebody tells something at `op`; `inhoud` is the body that a real sender would send."""

    op: datetime
    soort: Literal["melding", "incident", "beschadigd"]
    """`beschadigd`: an incident of which the last part is lost on its way."""
    inhoud: dict[str, Any]


def aankomst(nu: datetime) -> date:
    """Return the day on which the first residents arrive in the demo: twenty weeks before `nu`."""
    return (nu - timedelta(weeks=WEKEN_SINDS_AANKOMST)).date()


def jaar(nu: datetime, zone: ZoneInfo) -> list[Voorval]:
    """Return a year of events up to `nu`, in order of time."""
    dobbel = random.Random(ZAAD)  # noqa: S311  an invented year, nothing secret
    dag = aankomst(nu)
    voorvallen = [
        *_vooraf(dobbel, dag, zone),
        *_meldingen(dobbel, dag, zone),
        *_incidenten(dobbel, dag, zone),
        _beschadigd(nu),
    ]
    return sorted((v for v in voorvallen if v.op < nu - timedelta(hours=1)), key=lambda v: v.op)


def publicaties(begin: datetime, nu: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, str]]:
    """Yield when which quarter (`2026-K3`) is published: each that lies in the year from `begin`, soon after it."""
    kwartalen = (Kwartaal(jaar, nummer, zone) for jaar in (begin.year, nu.year) for nummer in (1, 2, 3, 4))
    for een in dict.fromkeys(kwartalen):
        op = een.tot + NA_KWARTAAL
        if een.van >= begin and op < nu:
            yield op, een.code


def nu_gebeurt(nu: datetime) -> Voorval:
    """Return the incident with which the demo ends: the alert that you see happening."""
    return Voorval(
        nu,
        "incident",
        {
            **_wanneer(nu - timedelta(minutes=4)),
            "aard": "crimineel",
            "plaats": "buiten-noodopvang",
            "thema": "intimidatie",
            "gerichtTegen": "bewoners",
            "gevolgenOpenbareOrde": True,
            "wapen": "nee",
            "nogGaande": "ja",
            "ernst": 3,
            "toelichting": "Een groep van ongeveer twintig mensen staat bij het hek en roept naar bewoners.",
        },
    )


def _vooraf(dobbel: random.Random, dag: date, zone: ZoneInfo) -> Iterator[Voorval]:
    for _ in range(MELDINGEN_VOOR):
        op = _moment(dobbel, dag - timedelta(days=dobbel.randint(3, DAGEN_VOORAF)), zone)
        tekst = dobbel.choice(VOOR_AANKOMST)
        tegen = "bewoners" if "gericht tegen" in tekst else "openbare-ruimte"
        yield _melding(dobbel, op, aard="overlast", thema="overig", tegen=tegen, tekst=tekst)


def _meldingen(dobbel: random.Random, dag: date, zone: ZoneInfo) -> Iterator[Voorval]:
    for nummer in range(MELDINGEN_NA):
        # more in the first weeks than in the last, and never none
        dagen = dobbel.choice(
            (dobbel.triangular(0, 7 * WEKEN_SINDS_AANKOMST, 10), dobbel.uniform(0, 7 * WEKEN_SINDS_AANKOMST))
        )
        op = _moment(dobbel, dag + timedelta(days=int(dagen)), zone)
        bron, tegen = (TEGEN_BEWONERS, "bewoners") if nummer % 3 == 0 else (OMGEVING, "omwonenden")
        thema = dobbel.choice(RUSTIG if dobbel.random() < RUSTIG_DEEL else sorted(bron))
        if thema == "winkeldiefstal":
            tegen = "ondernemers"
        aard = "ggz" if thema == "verward-gedrag" else "crimineel" if thema in CRIMINEEL else "overlast"
        yield _melding(dobbel, op, aard=aard, thema=thema, tegen=tegen, tekst=dobbel.choice(bron[thema]))


def _incidenten(dobbel: random.Random, dag: date, zone: ZoneInfo) -> Iterator[Voorval]:
    for nummer in range(INCIDENTEN):
        op = _moment(dobbel, dag + timedelta(days=dobbel.randint(0, 7 * WEKEN_SINDS_AANKOMST - 1)), zone)
        thema = dobbel.choice(sorted(INCIDENT))
        ernstig = nummer % 5 == 0
        inhoud = {
            **_wanneer(op - timedelta(minutes=dobbel.randint(2, 40))),
            "aard": "ggz"
            if thema == "verward-gedrag"
            else "crimineel"
            if thema in {"geweld", "intimidatie"}
            else "overlast",
            "plaats": "buiten-noodopvang" if thema == "intimidatie" else "in-noodopvang",
            "thema": thema,
            "gerichtTegen": "bewoners" if thema == "intimidatie" else dobbel.choice(("bewoners", "medewerkers")),
            "gevolgenOpenbareOrde": ernstig,
            "ernst": 3 if ernstig else dobbel.choice((1, 1, 2)),
            "toelichting": dobbel.choice(INCIDENT[thema]),
        }
        yield Voorval(op, "incident", inhoud)


def _beschadigd(nu: datetime) -> Voorval:
    op = nu - VOOR_NU
    inhoud = {
        **_wanneer(op - timedelta(minutes=11)),
        "aard": "overlast",
        "plaats": "in-noodopvang",
        "thema": "vernieling",
        "gerichtTegen": "bewoners",
        "gevolgenOpenbareOrde": False,
        "ernst": 2,
        "toelichting": BESCHADIGD,
    }
    return Voorval(op, "beschadigd", inhoud)


def _melding(dobbel: random.Random, op: datetime, *, aard: str, thema: str, tegen: str, tekst: str) -> Voorval:
    inhoud = {
        **_wanneer(op - timedelta(minutes=dobbel.randint(5, 600))),
        "aard": aard,
        "plaats": "buiten-noodopvang",
        "kanaal": "winkeliers" if thema == "winkeldiefstal" else dobbel.choice(KANALEN),
        "thema": thema,
        "gebied": dobbel.choice(GEBIEDEN),
        "gerichtTegen": tegen,
        "toelichting": tekst,
    }
    return Voorval(op, "melding", inhoud)


def _wanneer(op: datetime) -> dict[str, Any]:
    return {"locatie": LOCATIE, "voorgevallenOp": op.isoformat()}


def _moment(dobbel: random.Random, dag: date, zone: ZoneInfo) -> datetime:
    uur = min(23, int(dobbel.triangular(8, 24, 21)))
    return datetime.combine(dag, time(uur, dobbel.randint(0, 59), dobbel.randint(0, 59)), zone)

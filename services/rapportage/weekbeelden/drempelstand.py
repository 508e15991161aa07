"""How near each threshold of the profile is, as counted here. Pure.

Warning is escalatie's: it weighs every report at once, counts linked meldingen once, and does not count again what it
warned about. This counts what happened in the window up to the peildatum, in whole hours and each melding once, so that
people see a threshold come near; whether one was crossed is told by the open escalation.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from services.rapportage.beeld import Vorm
from services.rapportage.tellen import Cel
from shared.profiel import Drempel

Stand = Literal["rustig", "nadert", "bereikt", "gewogen", "escalatie-open", "niet-geteld"]
"""`gewogen`: enough to be held against the weeks before, which escalatie does."""
ENKEL = timedelta(days=7)
"""A threshold of a single incident has no window: its incidents of the last week are told."""
LANGST = timedelta(days=35)
"""How far back is looked. A growth threshold compares with much longer; that is escalatie's."""
NIET_HIER = {
    "uitblijven": "Waarschuwt zodra iets uitblijft.",
    "jaarnorm": "Een norm voor een heel jaar: zie doelen en indicatoren.",
}
KIEST = ("aard", "thema", "plaats", "gebied", "gericht_tegen")
"""What a threshold can choose some of."""
GROEI = "Vanaf dit aantal kijken wij of het meer is dan in de weken ervoor."


class Drempelstand(Vorm):
    """One threshold. `telling` of `grens` in the window up to the peildatum; None where it is not counted here."""

    code: str
    naam: str
    soort: str
    regel: str
    herkomst: str
    ingesteld_op: date | None
    grens: int
    venster_dagen: int | None
    telling: int | None
    stand: Stand
    wat_nu: str
    toelichting: str


def drempelstanden(
    drempels: Iterable[Drempel], locatie: str, cellen: Sequence[Cel], peildatum: datetime, open_: Collection[str] | None
) -> tuple[Drempelstand, ...]:
    """Say how near the thresholds of a location are; `open_`: those of which an escalation is open, if that is told."""
    geldig = [drempel for drempel in drempels if not drempel.locaties or locatie in drempel.locaties]
    return tuple(_stand(drempel, cellen, peildatum, open_ or ()) for drempel in geldig)


def grenzen(drempels: Iterable[Drempel], peildatum: datetime) -> list[datetime]:
    """Return where windows begin, and the hour after the peildatum: between two of these, cells may be merged."""
    return [*(_begin(drempel, peildatum) for drempel in drempels), peildatum + timedelta(hours=1)]


def kijken_naar(drempels: Iterable[Drempel]) -> list[str]:
    """Return what tells apart that counts for one of them: of the rest it does not matter what it is."""
    kiest = {veld for drempel in drempels for veld in KIEST if getattr(drempel, veld)}
    return ["historisch", "ernst", "gevolgen", *sorted(kiest)]


def _stand(drempel: Drempel, cellen: Sequence[Cel], peildatum: datetime, open_: Collection[str]) -> Drempelstand:
    telling = _telling(drempel, cellen, peildatum)
    venster = _venster(drempel)
    return Drempelstand(
        code=drempel.code,
        naam=drempel.omschrijving,
        soort=drempel.soort,
        regel=drempel.regel,
        herkomst=drempel.herkomst,
        ingesteld_op=drempel.ingesteld_op,
        grens=drempel.grens,
        venster_dagen=None if telling is None else venster.days,
        telling=telling,
        stand="escalatie-open" if drempel.code in open_ else _hoe_ver(drempel, telling),
        wat_nu=drempel.wat_nu,
        toelichting=GROEI if drempel.soort == "groei" else NIET_HIER.get(drempel.soort, ""),
    )


def _telling(drempel: Drempel, cellen: Sequence[Cel], peildatum: datetime) -> int | None:
    if drempel.soort in NIET_HIER or drempel.reeks is not None or _venster(drempel) > LANGST:
        return None
    begin = _begin(drempel, peildatum)
    return sum(cel.aantal for cel in cellen if begin <= cel.uur <= peildatum and _past(drempel, cel))


def _begin(drempel: Drempel, peildatum: datetime) -> datetime:
    return (peildatum - _venster(drempel)).replace(minute=0, second=0, microsecond=0)


def _past(drempel: Drempel, cel: Cel) -> bool:
    """What the threshold leaves open does not matter; imported history never warns."""
    return (
        not cel.historisch
        and (cel.incident or drempel.soort != "enkel-incident")
        and _in(drempel.aard, cel.aard)
        and _in(drempel.thema, cel.thema)
        and _in(drempel.plaats, cel.plaats)
        and _in(drempel.gebied, cel.gebied)
        and _in(drempel.gericht_tegen, cel.gericht_tegen)
        and (drempel.ernst_vanaf is None or (cel.incident and cel.ernst >= drempel.ernst_vanaf))
        and drempel.gevolgen_openbare_orde in (None, cel.gevolgen if cel.incident else None)
    )


def _in(gekozen: Sequence[str], waarde: str) -> bool:
    return not gekozen or waarde in gekozen


def _venster(drempel: Drempel) -> timedelta:
    if drempel.soort == "enkel-incident":
        return ENKEL
    return drempel.venster or timedelta(weeks=4)


def _hoe_ver(drempel: Drempel, telling: int | None) -> Stand:
    """Near is: a third of the limit or less is missing, and something was counted."""
    if telling is None:
        return "niet-geteld"
    if drempel.soort == "groei":
        return "gewogen" if telling >= drempel.grens else "rustig"
    if telling >= drempel.grens:
        return "bereikt"
    return "nadert" if telling and 3 * (drempel.grens - telling) <= drempel.grens else "rustig"

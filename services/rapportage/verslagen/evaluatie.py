"""The evaluation of the first quarter after arrival (LVS-0.5, LVS-1.3): shapes, and how it is counted. Pure.

What counts when is as in `beeld.py`: on the day it happened, as known at the peildatum. A week is seven days from the
first day of the period, so that weeks can be compared; the trend takes whole weeks that were over at the peildatum.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from dateutil.relativedelta import relativedelta

from services.rapportage.beeld import Antwoord, Vorm
from services.rapportage.doelen.indicatoren import Reeksbeeld
from services.rapportage.plek import Plek
from services.rapportage.tellen import Cel, is_incident, is_melding
from services.rapportage.toestand import NOOIT_GETELD
from services.rapportage.verloop.periode import Periode
from services.rapportage.verloop.stappen import Verloop
from services.rapportage.verslagen.trend import Trend, trend
from services.rapportage.week import begin
from services.rapportage.woorden import NIET_OPGEGEVEN, Lijst, Woorden

MAANDEN = 3
"""LVS-1.3: the first quarter, where the profile's series says nothing else."""
REGELS = ("LVS-0.5", "LVS-1.3")
ROND = timedelta(days=28)
"""How long before and after a measure meldingen are counted."""
WAARNAAR = ("aard", "plaats", "thema", "gericht_tegen", "gevolgen", "historisch")
"""What a report over a period counts by."""
KANTTEKENING = (
    "Dit bewijst niet dat een maatregel werkt. Er gebeurt vaak meer tegelijk, na een piek wordt het ook vanzelf "
    "rustiger, en geteld is de hele locatie, niet alleen het gebied of de groep van de maatregel."
)


class Aantal(Vorm):
    """One row of a table."""

    code: str
    naam: str
    aantal: int


class Evaluatieweek(Vorm):
    """One week of the period; `volledig`: seven days, and over at the peildatum."""

    nummer: int
    van: date
    tot: date
    volledig: bool
    meldingen: int
    incidenten: int
    per_aard: tuple[Aantal, ...]
    """Of the meldingen."""


class Telbeeld(Vorm):
    """Numbers and kinds over the whole period."""

    totaal: int
    waarvan_historisch: int
    met_gevolgen_openbare_orde: int
    per_aard: tuple[Aantal, ...]
    per_plaats: tuple[Aantal, ...]
    per_thema: tuple[Aantal, ...]
    per_gericht_tegen: tuple[Aantal, ...]
    trend: Trend


class Afsprakenbeeld(Vorm):
    """Agreements made within the period, as they stood at the peildatum: each is in one of the last five."""

    gemaakt: int
    op_tijd_nagekomen: int
    te_laat_nagekomen: int
    over_datum: int
    nog_open: int
    vervallen: int


class Maatregelbeeld(Vorm):
    """A measure and the meldingen around it, in days and numbers; None: that time is not over yet."""

    maatregel_id: UUID
    soort: str
    naam: str
    regel: str
    ingaande: datetime
    einde: datetime | None
    meldingen_voor: int
    meldingen_tijdens: int
    dagen_tijdens: int
    meldingen_na: int | None


class Periodeverslag(Antwoord):
    """What happened at one location within a period, and the figures of its municipality beside it."""

    regels: tuple[str, ...]
    van: date
    tot: date
    volledig: bool
    gemeten_sinds: date | None
    """Since when this location is there or something was known of it: what is before it is not nought, but unknown."""
    weken: tuple[Evaluatieweek, ...]
    meldingen: Telbeeld
    incidenten: Telbeeld
    doorlooptijden_meldingen: Verloop
    doorlooptijden_incidenten: Verloop
    afspraken: Afsprakenbeeld | None
    """None: not for this role."""
    maatregelen: tuple[Maatregelbeeld, ...] | None
    """None: not for this role."""
    kanttekening_maatregelen: str
    cijfers: tuple[Reeksbeeld, ...] | None
    """Registered figures of the municipality beside what people answered (TB-1.2, LV-2). None: not for this role."""


class Evaluatie(Periodeverslag):
    """The evaluation of one location. `aankomst`: None where the profile does not say when the first residents came."""

    aankomst: date | None


@dataclass(frozen=True)
class Maatregel:
    """A measure with its real end, as known at the peildatum: by its term, or earlier by a fact."""

    maatregel_id: UUID
    soort: str
    regel: str
    ingaande: datetime
    einde: datetime | None


@dataclass(frozen=True)
class Afspraak:
    """An agreement as it stood at the peildatum."""

    uiterlijk: datetime
    nagekomen: datetime | None
    vervallen: bool


def eerste_kwartaal(plek: Plek) -> Periode | None:
    """Return the first quarter after the first residents came; None where the profile does not say when."""
    aankomst = plek.locatie.eerste_bewoners_op
    if aankomst is None:
        return None
    maanden = next((r.maanden_na_aankomst for r in plek.profiel.reeksen if r.maanden_na_aankomst), MAANDEN)
    return Periode(aankomst, aankomst + relativedelta(months=maanden) - timedelta(days=1), plek.zone)


def weken(periode: Periode, cellen: Sequence[Cel], peildatum: datetime, lijsten: Woorden) -> tuple[Evaluatieweek, ...]:
    """Count week by week, from the first day of the period: those that had begun, of others nothing is known."""
    eersten = (periode.van + timedelta(days=n) for n in range(0, (periode.tot - periode.van).days + 1, 7))
    begonnen = [eerste for eerste in eersten if begin(eerste, periode.zone) <= peildatum]
    return tuple(_week(n, van, periode, cellen, peildatum, lijsten) for n, van in enumerate(begonnen, 1))


def grenzen(periode: Periode) -> list[datetime]:
    """Return where a week or a month of a period begins, and where it ends: between two, cells may be merged."""
    dagen = [periode.van + timedelta(days=n) for n in range((periode.tot - periode.van).days + 1)]
    begint = (dag for n, dag in enumerate(dagen) if n % 7 == 0 or dag.day == 1)
    return [*(begin(dag, periode.zone) for dag in begint), periode.einde]


def trendweken(weken: Iterable[Evaluatieweek], sinds: date | None) -> list[Evaluatieweek]:
    """Choose the weeks that a trend may look at: over, and with somebody there to report."""
    return [week for week in weken if week.volledig and (sinds is None or week.van >= sinds)]


def telbeeld(cellen: Sequence[Cel], kies: Callable[[Cel], bool], reeks: Sequence[int], lijsten: Woorden) -> Telbeeld:
    """Count the meldingen or the incidents; `reeks`: their number in each whole week."""
    gekozen = [cel for cel in cellen if kies(cel)]
    return Telbeeld(
        totaal=som(gekozen),
        waarvan_historisch=som(cel for cel in gekozen if cel.historisch),
        met_gevolgen_openbare_orde=som(cel for cel in gekozen if cel.gevolgen),
        per_aard=per(gekozen, lambda cel: cel.aard, lijsten.aard),
        per_plaats=per(gekozen, lambda cel: cel.plaats, lijsten.plaats),
        per_thema=per(gekozen, lambda cel: cel.thema, lijsten.thema),
        per_gericht_tegen=per(gekozen, lambda cel: cel.gericht_tegen, lijsten.gericht_tegen),
        trend=trend(reeks),
    )


def afspraken(alle: Iterable[Afspraak], peildatum: datetime) -> Afsprakenbeeld:
    """Say what came of the agreements."""
    standen = [_stand(afspraak, peildatum) for afspraak in alle]
    velden = ("op_tijd_nagekomen", "te_laat_nagekomen", "over_datum", "nog_open", "vervallen")
    return Afsprakenbeeld(gemaakt=len(standen), **{veld: standen.count(veld) for veld in velden})


def rondom(maatregel: Maatregel, naam: str, cellen: Sequence[Cel], peildatum: datetime) -> Maatregelbeeld:
    """Count the meldingen in four weeks before a measure, during it, and in four weeks after it.

    `cellen`: in order of time, all of those weeks.
    """
    tot = min(maatregel.einde or peildatum, peildatum)
    over = maatregel.einde is not None and maatregel.einde + ROND <= peildatum
    return Maatregelbeeld(
        maatregel_id=maatregel.maatregel_id,
        soort=maatregel.soort,
        naam=naam,
        regel=maatregel.regel,
        ingaande=maatregel.ingaande,
        einde=maatregel.einde,
        meldingen_voor=_tussen(cellen, maatregel.ingaande - ROND, maatregel.ingaande),
        meldingen_tijdens=_tussen(cellen, maatregel.ingaande, tot),
        dagen_tijdens=max(0, (tot - maatregel.ingaande).days),
        meldingen_na=_tussen(cellen, tot, tot + ROND) if over else None,
    )


def telt_mee(maatregel: Maatregel, periode: Periode) -> bool:
    """Whether it was in force within the period, and may be counted (LVS-3.1)."""
    begonnen = maatregel.ingaande < periode.einde
    return begonnen and (maatregel.einde or periode.einde) > periode.begin and maatregel.soort not in NOOIT_GETELD


def _week(
    nummer: int, van: date, periode: Periode, cellen: Iterable[Cel], peildatum: datetime, lijsten: Woorden
) -> Evaluatieweek:
    tot = min(van + timedelta(days=6), periode.tot)
    eerste, einde = begin(van, periode.zone), begin(tot + timedelta(days=1), periode.zone)
    binnen = [cel for cel in cellen if eerste <= cel.uur < einde]
    meldingen = [cel for cel in binnen if is_melding(cel)]
    return Evaluatieweek(
        nummer=nummer,
        van=van,
        tot=tot,
        volledig=(tot - van).days == 6 and einde <= peildatum,
        meldingen=som(meldingen),
        incidenten=som(cel for cel in binnen if is_incident(cel)),
        per_aard=per(meldingen, lambda cel: cel.aard, lijsten.aard),
    )


def _stand(afspraak: Afspraak, peildatum: datetime) -> str:
    if afspraak.nagekomen:
        return "op_tijd_nagekomen" if afspraak.nagekomen <= afspraak.uiterlijk else "te_laat_nagekomen"
    if afspraak.vervallen:
        return "vervallen"
    return "over_datum" if afspraak.uiterlijk < peildatum else "nog_open"


def som(cellen: Iterable[Cel]) -> int:
    """Say how many there are."""
    return sum(cel.aantal for cel in cellen)


def _tussen(cellen: Sequence[Cel], van: datetime, tot: datetime) -> int:
    eerste, einde = (bisect_left(cellen, moment, key=lambda cel: cel.uur) for moment in (van, tot))
    return som(cel for cel in cellen[eerste:einde] if is_melding(cel))


def per(cellen: Sequence[Cel], waarnaar: Callable[[Cel], str], lijst: Lijst) -> tuple[Aantal, ...]:
    """Count by every code of the list, also with nothing; then by what was counted outside it."""
    telling = Counter[str]()
    for cel in cellen:
        telling[waarnaar(cel)] += cel.aantal
    codes = [*lijst, *sorted(telling.keys() - lijst.keys())]
    namen = {NIET_OPGEGEVEN: "Niet opgegeven", **lijst}
    return tuple(
        Aantal(code=code or "niet-opgegeven", naam=namen.get(code, code), aantal=telling[code]) for code in codes
    )

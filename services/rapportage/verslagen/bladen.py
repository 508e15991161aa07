"""Every report as one table: a row per number, so that any sheet or program can filter it. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from services.rapportage.beeld import Antwoord, Incidentenbeeld, Meldingenbeeld, Paar, Telling
from services.rapportage.doelen.indicatoren import Reeksbeeld
from services.rapportage.openbaar.opmaak import NIET_GETOOND
from services.rapportage.verloop.doorlooptijden import Doorlooptijden
from services.rapportage.verloop.kwaliteit import Kwaliteit
from services.rapportage.verloop.stappen import Duur, Norm, Verloop
from services.rapportage.verslagen.evaluatie import Aantal, Evaluatie, Periodeverslag, Telbeeld
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld
from shared.werkblad.blad import Cel, Werkblad

WEEKKOPPEN = ("onderdeel", "code", "naam", "dezeWeek", "vorigeWeek", "gemiddeld", "jaarGeleden")
KOPPEN = ("onderdeel", "code", "naam", "maat", "waarde")
TOTALEN = ("meldingen", "incidenten", "historisch", "ingetrokken", "gecorrigeerd", "correcties", "zelfde_voorval")
Rij = Sequence[Cel]


def weekblad(beeld: Weekbeeld) -> Werkblad:
    """The counts of a week and what they are compared with; the first rows say which weeks and what was known."""
    return Werkblad(f"Week {beeld.deze_week.code}", WEEKKOPPEN, [*_weekkop(beeld), *_weekrijen(beeld)])


def doorloopblad(uit: Doorlooptijden) -> Werkblad:
    """Each step: how many, how long, and how often its rules were met. Times in seconds."""
    delen = (("meldingen", uit.meldingen), ("incidenten", uit.incidenten))
    rijen = [rij for wat, verloop in delen for rij in _verloop(wat, verloop)]
    return Werkblad("Doorlooptijden", KOPPEN, [*kop(uit, uit.van, uit.tot), *rijen])


def kwaliteitblad(uit: Kwaliteit) -> Werkblad:
    """How good the figures are: unknown, late, silent, changed. Times in seconds."""
    return Werkblad("Kwaliteit van de cijfers", KOPPEN, [*kop(uit, uit.van, uit.tot), *_kwaliteit(uit)])


def evaluatieblad(uit: Evaluatie) -> Werkblad:
    """The evaluation: per week, per kind, steps, agreements and measures."""
    return Werkblad("Evaluatie", KOPPEN, [*kop(uit, uit.van, uit.tot), *perioderijen(uit)])


def _weekkop(beeld: Weekbeeld) -> Iterator[Rij]:
    toen = beeld.jaar_geleden.code
    yield "week", beeld.locatie, beeld.locatie_naam, beeld.deze_week.code, beeld.vorige_week.code, None, toen
    yield "peildatum", "", "", *([beeld.peildatum.isoformat()] * 4)
    yield "profielversie", beeld.gemeente, "", *([beeld.profielversie] * 4)
    for veld, waarde in beeld.uitsnede.gekozen().items():
        yield "uitsnede", veld, waarde, *([None] * 4)


def _weekrijen(beeld: Weekbeeld) -> Iterator[Rij]:
    yield from _meldingen(beeld.meldingen)
    yield from _incidenten(beeld.incidenten)
    for week in beeld.weken:
        yield "meldingen per week", week.code, "", week.meldingen, None, None, None
        yield "incidenten per week", week.code, "", week.incidenten, None, None, None
    for dag in beeld.per_dag:
        yield _rij("meldingen per dag", dag.datum.isoformat(), dag.naam, dag.meldingen)
        yield _rij("incidenten per dag", dag.datum.isoformat(), dag.naam, dag.incidenten)
    for uur in beeld.per_uur:
        yield _rij("meldingen per uur", f"{uur.uur:02}", f"{uur.uur} uur", uur.meldingen)
        yield _rij("incidenten per uur", f"{uur.uur:02}", f"{uur.uur} uur", uur.incidenten)


def _meldingen(deel: Meldingenbeeld) -> Iterator[Rij]:
    yield _rij("meldingen", "totaal", "Meldingen", deel.totaal)
    yield _rij("meldingen", "waarvan-historisch", "Waarvan historisch", deel.waarvan_historisch)
    yield from _tabel("meldingen per kanaal", deel.per_kanaal)
    yield from _soorten("meldingen", deel)


def _incidenten(deel: Incidentenbeeld) -> Iterator[Rij]:
    yield _rij("incidenten", "totaal", "Incidenten", deel.totaal)
    yield _rij("incidenten", "waarvan-historisch", "Waarvan historisch", deel.waarvan_historisch)
    yield _rij("incidenten", "met-gevolgen", "Met gevolgen voor de openbare orde", deel.met_gevolgen_openbare_orde)
    yield from _tabel("incidenten per ernst", deel.per_ernst)
    yield from _soorten("incidenten", deel)


def _soorten(wat: str, deel: Meldingenbeeld | Incidentenbeeld) -> Iterator[Rij]:
    yield from _tabel(f"{wat} per aard", deel.per_aard)
    yield from _tabel(f"{wat} per plaats", deel.per_plaats)
    yield from _tabel(f"{wat} per gebied", deel.per_gebied)
    yield from _tabel(f"{wat} per gerichtTegen", deel.per_gericht_tegen)
    yield from _tabel(f"{wat} per thema", deel.per_thema)


def _tabel(onderdeel: str, tellingen: Iterable[Telling]) -> Iterator[Rij]:
    return (_rij(onderdeel, telling.code, telling.naam, telling) for telling in tellingen)


def _rij(onderdeel: str, code: str, naam: str, paar: Paar) -> Rij:
    return onderdeel, code, naam, paar.deze_week, paar.vorige_week, paar.gemiddeld, paar.jaar_geleden


def kop(uit: Antwoord, van: date, tot: date) -> Iterator[Rij]:
    """On what a table stands."""
    yield "locatie", uit.locatie, uit.locatie_naam, "gemeente", uit.gemeente
    yield "periode", "", "", "van", van
    yield "periode", "", "", "tot", tot
    yield "peildatum", "", "", "bekend op", uit.peildatum.isoformat()
    yield "profielversie", "", "", "versie", uit.profielversie


def _verloop(wat: str, verloop: Verloop) -> Iterator[Rij]:
    yield wat, "gevallen", "", "aantal", verloop.gevallen
    for stap in verloop.stappen:
        yield from _duur(f"{wat} per stap", stap.code, stap.naam, stap)
        yield f"{wat} per stap", stap.code, stap.naam, "nogNiet", stap.nog_niet
        for een in stap.per_partner:
            yield from _duur(f"{wat}: {stap.code} per partner", een.partner, een.naam, een)
        for norm in stap.normen:
            yield from _norm(f"{wat}: regels bij {stap.code}", norm)


def _duur(onderdeel: str, code: str, naam: str, duur: Duur) -> Iterator[Rij]:
    yield onderdeel, code, naam, "aantal", duur.aantal
    yield onderdeel, code, naam, "mediaanSeconden", duur.mediaan_seconden
    yield onderdeel, code, naam, "p90Seconden", duur.p90_seconden


def _norm(onderdeel: str, norm: Norm) -> Iterator[Rij]:
    for maat, waarde in (("gehaald", norm.gehaald), ("van", norm.van), ("aandeel", norm.aandeel)):
        yield onderdeel, norm.regel or "", norm.omschrijving, maat, waarde


def _kwaliteit(uit: Kwaliteit) -> Iterator[Rij]:
    for maat in TOTALEN:
        yield "totaal", maat, "", "aantal", getattr(uit, maat)
    for veld in uit.onbekend:
        for maat, waarde in (("onbekend", veld.onbekend), ("van", veld.van), ("aandeel", veld.aandeel)):
            yield "onbekend", veld.veld, veld.naam, maat, waarde
    for laat in uit.laat:
        yield from _duur("laat gemeld", laat.code, laat.naam, laat)
        yield "laat gemeld", laat.code, laat.naam, "laterDanEenDag", laat.later_dan_een_dag
        yield "laat gemeld", laat.code, laat.naam, "laterDanEenWeek", laat.later_dan_een_week
    for stilte in uit.stiltes:
        yield "stilte", stilte.code, stilte.naam, "ontvangen", stilte.ontvangen
        yield "stilte", stilte.code, stilte.naam, "laatste", _moment(stilte.laatste)
        yield "stilte", stilte.code, stilte.naam, "stilSeconden", stilte.stil_seconden
        yield "stilte", stilte.code, stilte.naam, "gewoonSeconden", stilte.gewoon_seconden


def perioderijen(uit: Periodeverslag) -> Iterator[Rij]:
    """Every number of a report about a period."""
    for wat, beeld in (("meldingen", uit.meldingen), ("incidenten", uit.incidenten)):
        yield from _telbeeld(wat, beeld)
    for week in uit.weken:
        yield "per week", str(week.nummer), week.van.isoformat(), "meldingen", week.meldingen
        yield "per week", str(week.nummer), week.van.isoformat(), "incidenten", week.incidenten
    yield from _verloop("meldingen", uit.doorlooptijden_meldingen)
    yield from _verloop("incidenten", uit.doorlooptijden_incidenten)
    for maat, aantal in (uit.afspraken.model_dump() if uit.afspraken else {}).items():
        yield "afspraken", maat, "", "aantal", aantal
    for een in uit.maatregelen or ():
        for maat in ("ingaande", "einde"):
            yield "maatregelen", een.soort, een.naam, maat, _moment(getattr(een, maat))
        for maat in ("meldingen_voor", "meldingen_tijdens", "dagen_tijdens", "meldingen_na"):
            yield "maatregelen", een.soort, een.naam, maat, getattr(een, maat)
    yield from cijferrijen(uit.cijfers or ())


def cijferrijen(cijfers: Iterable[Reeksbeeld]) -> Iterator[Rij]:
    """Imported figures by year, each followed by its source; `x`: too small to show."""
    for reeks in cijfers:
        for jaar in reeks.jaren:
            waarde = NIET_GETOOND if jaar.waarde is None else jaar.waarde
            yield f"cijfers: {reeks.soort}, {reeks.eenheid}", reeks.reeks, reeks.naam, str(jaar.jaar), waarde
            yield "bron van cijfers", reeks.reeks, reeks.naam, str(jaar.jaar), jaar.bron


def _telbeeld(wat: str, beeld: Telbeeld) -> Iterator[Rij]:
    yield wat, "totaal", "", "aantal", beeld.totaal
    yield wat, "waarvan-historisch", "", "aantal", beeld.waarvan_historisch
    yield wat, "met-gevolgen", "", "aantal", beeld.met_gevolgen_openbare_orde
    for maat in ("per_week", "laag", "hoog"):
        yield wat, "trend", beeld.trend.conclusie, maat, getattr(beeld.trend, maat)
    per: tuple[tuple[str, tuple[Aantal, ...]], ...] = (
        ("aard", beeld.per_aard),
        ("plaats", beeld.per_plaats),
        ("thema", beeld.per_thema),
        ("gerichtTegen", beeld.per_gericht_tegen),
    )
    for naam, aantallen in per:
        for een in aantallen:
            yield f"{wat} per {naam}", een.code, een.naam, "aantal", een.aantal


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None

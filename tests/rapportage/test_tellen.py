"""Counting, from cells to tables: no store, no clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from services.rapportage import kenmerken, tellen
from services.rapportage.beeld import Paar, Telling
from services.rapportage.tellen import Cel
from services.rapportage.week import Week
from services.rapportage.woorden import woorden
from shared.profiel import laad
from tests.rapportage.verdeeld import teksten, verdeel

WEEK = Week(2026, 47, ZoneInfo("Europe/Amsterdam"))
WOORDEN, GEBIEDEN = woorden(laad("zoetermeer")), {"rokkeveen": "Rokkeveen", "dorp": "Dorp"}
MELDING = Cel(
    incident=False,
    uur=datetime(2026, 11, 17, 9, tzinfo=UTC),
    aard="overlast",
    plaats="buiten-noodopvang",
    kanaal="webformulier",
    gericht_tegen="omwonenden",
    thema="geluid",
    ernst=0,
    gevolgen=False,
    gebied="rokkeveen",
    historisch=False,
    aantal=1,
)
INCIDENT = MELDING._replace(incident=True, kanaal="coa", ernst=3, gevolgen=True)


def rij(tabel: tuple[Telling, ...], code: str) -> tuple[int, int]:
    """The two numbers of one row."""
    return next((telling.deze_week, telling.vorige_week) for telling in tabel if telling.code == code)


def test_meldingen_en_incidenten_worden_nooit_opgeteld() -> None:
    """A resident's report and an incident of the COA are two things (LVS-2.1, LVS-0.4)."""
    geteld = verdeel(WEEK, [MELDING, MELDING._replace(aantal=2), INCIDENT])
    assert tellen.meldingen(geteld, WOORDEN, GEBIEDEN).totaal == Paar(deze_week=3)
    incidenten = tellen.incidenten(geteld, WOORDEN, GEBIEDEN)
    assert incidenten.totaal == incidenten.met_gevolgen_openbare_orde == Paar(deze_week=1)
    assert rij(incidenten.per_ernst, "3") == (1, 0)


def test_elke_code_van_het_profiel_heeft_een_rij_ook_zonder_meldingen() -> None:
    """A zero is said, not left out, in the order of the profile."""
    beeld = tellen.meldingen(verdeel(WEEK, [MELDING]), WOORDEN, GEBIEDEN)
    assert [telling.code for telling in beeld.per_plaats] == ["in-noodopvang", "buiten-noodopvang"]
    assert [telling.deze_week for telling in beeld.per_plaats] == [0, 1]
    assert beeld.per_plaats[0].naam == "In de noodopvang"


def test_elke_tabel_telt_op_tot_het_totaal() -> None:
    """Also with codes that are no longer in the profile, and with a field left open."""
    cellen = [MELDING, MELDING._replace(plaats=""), MELDING._replace(plaats="oude-code", kanaal="brief", thema="x")]
    beeld = tellen.meldingen(verdeel(WEEK, cellen), WOORDEN, GEBIEDEN)
    for tabel in (beeld.per_aard, beeld.per_plaats, beeld.per_kanaal, beeld.per_gericht_tegen, beeld.per_thema):
        assert sum(telling.deze_week for telling in tabel) == 3
    assert rij(beeld.per_plaats, "niet-opgegeven") == rij(beeld.per_plaats, "oude-code") == (1, 0)


def test_historisch_telt_mee_en_staat_apart() -> None:
    """What was registered long after counts, and is said (contract: registratie)."""
    beeld = tellen.meldingen(verdeel(WEEK, [MELDING, MELDING._replace(historisch=True)]), WOORDEN, GEBIEDEN)
    assert (beeld.totaal.deze_week, beeld.waarvan_historisch.deze_week) == (2, 1)


def test_de_week_ervoor_staat_ernaast_en_wat_daarbuiten_valt_telt_niet() -> None:
    """The first and the last hour of the week are in it; one hour on either side is not."""
    uren = [
        WEEK.van - timedelta(days=8),
        WEEK.van - timedelta(hours=1),
        WEEK.van,
        WEEK.tot - timedelta(hours=1),
        WEEK.tot,
    ]
    beeld = tellen.meldingen(verdeel(WEEK, [MELDING._replace(uur=uur) for uur in uren]), WOORDEN, GEBIEDEN)
    assert beeld.totaal == Paar(deze_week=2, vorige_week=1)


def test_een_dag_is_een_lokale_dag_naast_dezelfde_dag_een_week_eerder() -> None:
    """23:00 UTC on Sunday is Monday here."""
    cellen = [MELDING._replace(uur=WEEK.van), MELDING._replace(uur=WEEK.vorige().van), INCIDENT._replace(uur=WEEK.van)]
    maandag, dinsdag, *_ = tellen.per_dag(verdeel(WEEK, cellen))
    assert (maandag.naam, maandag.datum.isoformat()) == ("maandag", "2026-11-16")
    assert (maandag.meldingen, maandag.incidenten) == (Paar(deze_week=1, vorige_week=1), Paar(deze_week=1))
    assert dinsdag.meldingen == Paar()


def test_een_deel_van_de_dag_staat_bij_geen_uur() -> None:
    """It counts in the week and on its day; of the hours, what somebody named, and beside them how many did not."""
    avond = teksten([MELDING._replace(uur=WEEK.van + timedelta(hours=18))])[0]
    zonder = avond[: kenmerken.TOT] + kenmerken.kenmerken(**MELDING._asdict(), dagdeel="avond")
    geteld = kenmerken.verdeel(WEEK, sorted([avond, zonder, zonder, *teksten([INCIDENT._replace(uur=WEEK.van)])]))
    uren = {uur.uur: uur.meldingen.deze_week for uur in tellen.per_uur(geteld) if uur.meldingen.deze_week}
    assert (geteld.totaal(tellen.MELDING).deze_week, uren) == (3, {18: 1})
    assert tellen.per_dag(geteld)[0].meldingen.deze_week == 3
    over = tellen.zonder_uur(geteld)
    assert (over.meldingen.deze_week, over.incidenten.deze_week) == (2, 0)


def test_op_de_dag_van_de_klokwissel_valt_geen_uur_weg_of_dubbel() -> None:
    """The Sunday of October has 25 hours, and each counts once on that Sunday."""
    week = Week(2026, 43, WEEK.zone)
    uren = [MELDING._replace(uur=week.van + timedelta(hours=uur)) for uur in range(169)]
    dagen = tellen.per_dag(verdeel(week, uren))
    assert [dag.meldingen.deze_week for dag in dagen] == [24] * 6 + [25]


def test_een_week_die_nog_loopt_is_niet_volledig() -> None:
    """A running week beside a whole one is no comparison: the picture says so."""
    assert not tellen.weekvak(WEEK, WEEK.tot - timedelta(seconds=1)).volledig
    assert tellen.weekvak(WEEK, WEEK.tot).volledig

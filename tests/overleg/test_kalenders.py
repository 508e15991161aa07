"""Golden calendars through 2027, looked at line by line against the documents (docs/overlegcyclus.md)."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.overleg.reeks import (
    Cyclus,
    TussenOnjuist,
    controleer_volgorde,
    cycli,
    einde,
    feestdag,
    is_werkdag,
    verschuif,
    voorkomens,
)
from shared.profiel import Profiel
from tests.overleg.kalender import GOUD, KALENDERS
from tests.overleg.voorbeelden import AANKOMST, AMSTERDAM, meegeleverd, met_reeks, profiel

JAAR, WEEK = timedelta(days=365), timedelta(weeks=1)
TWEE_JAAR = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("naam", KALENDERS)
def test_de_kalender_is_zoals_nagekeken(naam: str) -> None:
    """Every meeting of two years, with its rule and why it moved."""
    assert KALENDERS[naam]() == (GOUD / f"{naam}.txt").read_text(encoding="utf-8").splitlines()


REGEL = re.compile(r"^\| ((?:maan|dins|woens|donder|vrij)dag) ([^|]*?): ([^|]*)\|", re.MULTILINE)


@pytest.mark.parametrize(("naam", "kop"), [("zoetermeer", "## Zoetermeer"), ("koggenland", "## Koggenland")])
def test_de_pagina_naast_de_stukken_is_die_van_het_systeem(naam: str, kop: str) -> None:
    """What docs/overlegcyclus.md lays beside a document stands in the calendar, on that day and at that hour."""
    deel = (GOUD.parents[2] / "docs" / "overlegcyclus.md").read_text(encoding="utf-8").partition(kop)[2]
    kalender = KALENDERS[naam]()
    regels = REGEL.findall(deel.partition("\n## ")[0])
    assert len(regels) >= 6
    for weekdag, wanneer, wat in regels:
        uur = re.search(r"(\d+)\.(\d\d)", wanneer)
        begin = f"{int(uur[1]):02d}:{uur[2]}" if uur else ""
        for dag, maand in re.findall(r"(\d+)-(\d+)", wanneer):
            op_die_dag = [regel for regel in kalender if regel.startswith(f"2026-{int(maand):02d}-{int(dag):02d} ")]
            assert any(begin in regel and weekdag in regel for regel in op_die_dag), (wanneer, wat)


def test_leidschendam_voorburg_heeft_geen_vast_overleg() -> None:
    """The document gives no rhythm for any meeting, so none is invented (LV-5, LV-3.1)."""
    series = cycli(meegeleverd("leidschendam-voorburg"))
    assert {cyclus.reeks.code for cyclus in series} >= {"driehoek", "lokale-kamer", "districtscollege"}
    assert [voorkomen for cyclus in series for voorkomen in voorkomens(cyclus, *TWEE_JAAR)] == []


def _alle(van: Profiel, begin: datetime) -> Iterator[tuple[Cyclus, list[date]]]:
    for cyclus in cycli(van):
        gevonden = voorkomens(cyclus, begin, begin + JAAR)
        yield cyclus, [each.aanvang.astimezone(AMSTERDAM).date() for each in gevonden]


@settings(max_examples=25, deadline=None)
@given(aankomst=st.dates(date(1995, 1, 1), date(2090, 12, 31)))
def test_geen_overleg_op_een_feestdag(aankomst: date) -> None:
    """No series of any shipped profile meets by rhythm on a public holiday, whatever the year."""
    begin = datetime.combine(aankomst, time(), UTC)
    for van in (profiel(aankomst), meegeleverd("koggenland")):
        for _, dagen in _alle(van, begin):
            assert [dag for dag in dagen if feestdag(dag)] == []


@settings(max_examples=40, deadline=None)
@given(dag=st.dates(date(1995, 1, 1), date(2095, 1, 1)), hoe=st.sampled_from(["volgende-werkdag", "vorige-werkdag"]))
def test_een_feestdag_schuift_naar_een_werkdag_vlakbij(dag: date, hoe: str) -> None:
    """The rule of the profile moves a meeting to a working day less than a week away, and to the side that it says."""
    nieuw = verschuif(dag, hoe)
    assert nieuw is not None
    assert abs(nieuw - dag) < WEEK
    assert nieuw == dag if feestdag(dag) is None else is_werkdag(nieuw)
    assert nieuw >= dag if hoe == "volgende-werkdag" else nieuw <= dag


def test_een_overleg_kan_ook_vervallen() -> None:
    """A series that falls out on a public holiday is not held that week."""
    assert verschuif(date(2027, 4, 27), "vervalt") is None
    assert verschuif(date(2027, 4, 28), "vervalt") == date(2027, 4, 28)


def test_een_feestdag_keert_de_volgorde_niet_om() -> None:
    """Both days of Christmas 2029 push the LVOS to Thursday: the Politieoverleg waits until it is over (LVS-1.5)."""
    week = (datetime(2029, 12, 23, tzinfo=UTC), datetime(2029, 12, 30, tzinfo=UTC))
    momenten = {
        cyclus.reeks.code: each.aanvang.astimezone(AMSTERDAM)
        for cyclus in cycli(profiel(AANKOMST))
        for each in voorkomens(cyclus, *week)
    }
    assert momenten["lvos"] == datetime(2029, 12, 27, 10, tzinfo=AMSTERDAM)
    assert momenten["politieoverleg"] == datetime(2029, 12, 28, 9, tzinfo=AMSTERDAM)


def test_elk_groot_overleg_valt_in_een_week_tussen_twee_tweewekelijkse() -> None:
    """A week before and a week after each Groot Integraal Overleg there is a tweewekelijks overleg (KG-2.2.2)."""
    per_reeks = {cyclus.reeks.code: dagen for cyclus, dagen in _alle(meegeleverd("koggenland"), TWEE_JAAR[0])}
    assert len(per_reeks["groot-integraal"]) == 9
    weken = {code: {dag.isocalendar()[:2] for dag in dagen} for code, dagen in per_reeks.items()}
    for dag in per_reeks["groot-integraal"]:
        assert {(dag - WEEK).isocalendar()[:2], (dag + WEEK).isocalendar()[:2]} <= weken["tweewekelijks"]
        assert dag.isocalendar()[:2] not in weken["tweewekelijks"]


def test_een_groot_overleg_in_dezelfde_week_wordt_geweigerd() -> None:
    """A profile that starts counting a week later has no tweewekelijks overleg before and after (KG-2.2.2)."""
    fout = met_reeks(meegeleverd("koggenland"), "groot-integraal", vanaf=date(2026, 1, 19))
    with pytest.raises(TussenOnjuist, match="Groot Integraal Overleg") as geweigerd:
        controleer_volgorde(fout)
    assert geweigerd.value.regel == "KG-2.2.2"


def test_het_beheersoverleg_begint_als_het_bewonersoverleg_ophoudt() -> None:
    """Directly after it, every twelve weeks (TB-Winterswijk)."""
    series = {cyclus.reeks.code: cyclus for cyclus in cycli(profiel(AANKOMST))}
    bewoners, beheer = (voorkomens(series[code], *TWEE_JAAR) for code in ("bewonersoverleg", "beheersoverleg"))
    assert [each.aanvang for each in beheer] == [einde(series["bewonersoverleg"], each.aanvang) for each in bewoners]
    assert {later.aanvang - eerder.aanvang for eerder, later in pairwise(bewoners)} <= {
        12 * WEEK,
        12 * WEEK - timedelta(hours=1),
        12 * WEEK + timedelta(hours=1),
    }


def test_de_evaluatie_komt_een_keer_drie_maanden_na_aankomst() -> None:
    """2 May 2026 is a Saturday: the Monday after it, and never again (LVS-1.3)."""
    (evaluatie,) = [cyclus for cyclus in cycli(profiel(AANKOMST)) if cyclus.reeks.code == "evaluatie"]
    (enige,) = voorkomens(evaluatie, *TWEE_JAAR)
    assert enige.aanvang.astimezone(AMSTERDAM) == datetime(2026, 5, 4, 13, tzinfo=AMSTERDAM)

"""When the series of Zoetermeer meet: golden dates for arrival on Monday 2 February 2026."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.overleg.reeks import (
    Besluit,
    TussenOnjuist,
    VolgordeOnjuist,
    Voorkomen,
    controleer_volgorde,
    fase_op,
    maandag_van,
    na,
    ritme_op,
    voorkomens,
)
from tests.overleg.voorbeelden import AANKOMST, AMSTERDAM, DAG, UUR, lokaal, meegeleverd, met_reeks, profiel, reeks

JAAR = timedelta(days=365)


def test_voor_de_aankomst_komt_het_lvos_niet_op_vaste_dagen_bijeen() -> None:
    """Before the first residents arrive there is no rhythm (LVS-1.2)."""
    assert voorkomens(reeks("lvos"), lokaal(2026, 1, 1), lokaal(2026, 2, 2)) == []


def test_zonder_aankomstdatum_is_er_geen_ritme() -> None:
    """While nobody knows when residents come, the LVOS is ad hoc (LVS-1.2)."""
    assert voorkomens(reeks("lvos", None), lokaal(2026, 1, 1), lokaal(2027, 1, 1)) == []


def test_de_eerste_drie_maanden_is_er_elke_dinsdag_een_lvos() -> None:
    """Weekly in the first three months, from the first Tuesday to the last before 2 May (LVS-1.1)."""
    gevonden = voorkomens(reeks("lvos"), lokaal(2026, 1, 1), lokaal(2026, 5, 1, 23))
    dagen = [voorkomen.aanvang.astimezone(AMSTERDAM).date() for voorkomen in gevonden]
    assert dagen == [date(2026, 2, 3) + n * timedelta(weeks=1) for n in range(13)]
    assert dagen[-1] == date(2026, 4, 28)
    assert {(voorkomen.regel, voorkomen.voorlopig) for voorkomen in gevonden} == {("LVS-1.1", False)}


def test_na_drie_maanden_gaat_het_lvos_voorlopig_door() -> None:
    """After month three it goes on weekly, marked as provisional (LVS-2.4)."""
    gevonden = voorkomens(reeks("lvos"), lokaal(2026, 5, 1), lokaal(2026, 5, 31))
    assert [(v.aanvang.astimezone(AMSTERDAM).day, v.regel, v.voorlopig) for v in gevonden] == [
        (5, "LVS-2.4", True),
        (12, "LVS-2.4", True),
        (19, "LVS-2.4", True),
        (26, "LVS-2.4", True),
    ]


@pytest.mark.parametrize(
    ("dag", "in_utc"),
    [
        (date(2026, 3, 24), time(9)),
        (date(2026, 3, 31), time(8)),
        (date(2026, 10, 20), time(8)),
        (date(2026, 10, 27), time(9)),
    ],
)
def test_tien_uur_blijft_tien_uur_in_zomer_en_winter(dag: date, in_utc: time) -> None:
    """The clocks change on 29 March and 25 October: the meeting stays at ten."""
    moment = datetime.combine(dag, in_utc, UTC)
    (enige,) = voorkomens(reeks("lvos"), moment - DAG, moment + DAG)
    assert enige.aanvang == moment
    assert enige.aanvang.astimezone(AMSTERDAM).time() == time(10)


@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        (date(2026, 2, 1), "voor-aankomst"),
        (AANKOMST, "eerste-maanden"),
        (date(2026, 5, 1), "eerste-maanden"),
        (date(2026, 5, 2), "daarna"),
    ],
)
def test_fasen_tellen_in_kalendermaanden(dag: date, naam: str) -> None:
    """Three months are calendar months: 2 February up to and including 1 May (LVS-1.1)."""
    fase = fase_op(reeks("lvos"), dag)
    assert fase is not None
    assert fase.naam == naam


def test_grenzen_van_een_planning() -> None:
    """A meeting at the very end is planned, one at the very beginning was planned before."""
    eerste, tweede = lokaal(2026, 2, 3), lokaal(2026, 2, 10)
    assert [v.aanvang for v in voorkomens(reeks("lvos"), eerste, tweede)] == [tweede]


def test_hetzelfde_overleg_heeft_altijd_hetzelfde_id() -> None:
    """Planning from another day finds the same meetings, so that doing it twice adds nothing."""
    vroeg = voorkomens(reeks("lvos"), lokaal(2026, 2, 1), lokaal(2026, 4, 1))
    laat = voorkomens(reeks("lvos"), lokaal(2026, 3, 1), lokaal(2026, 4, 1))
    assert set(laat) <= set(vroeg)
    assert len({v.overleg_id for v in vroeg}) == len(vroeg)


@pytest.mark.parametrize(("weekdag", "tijd"), [("maandag", time(9)), ("dinsdag", time(10)), ("dinsdag", time(9))])
def test_een_politieoverleg_voor_het_lvos_wordt_geweigerd(weekdag: str, tijd: time) -> None:
    """The LVOS comes before the Politieoverleg, its findings are the input (LVS-1.5)."""
    fout = met_reeks(profiel(), "politieoverleg", weekdag=weekdag, tijd=tijd)
    with pytest.raises(VolgordeOnjuist, match="Politieoverleg") as geweigerd:
        controleer_volgorde(fout)
    assert geweigerd.value.regel == "LVS-1.5"


def test_het_meegeleverde_profiel_heeft_de_juiste_volgorde() -> None:
    """LVOS on Tuesday, Politieoverleg on Thursday (LVS-1.5)."""
    controleer_volgorde(profiel())


@settings(max_examples=60, deadline=None)
@given(aankomst=st.dates(date(1995, 1, 1), date(2090, 12, 31)), nu=st.integers(-60, 500))
def test_het_lvos_gaat_altijd_vooraf_aan_het_politieoverleg(aankomst: date, nu: int) -> None:
    """For any arrival date, holidays or not: each Politieoverleg comes after the LVOS of its own week (LVS-1.5)."""
    begin = datetime.combine(aankomst, time(), UTC) + timedelta(days=nu)
    lvos = {_week(v): v.aanvang for v in voorkomens(reeks("lvos", aankomst), begin, begin + JAAR)}
    politie = {_week(v): v.aanvang for v in voorkomens(reeks("politieoverleg", aankomst), begin + DAG, begin + JAAR)}
    assert len(politie) >= 51
    for week in lvos.keys() & politie.keys():
        assert lvos[week] + UUR <= politie[week]
        volgend_lvos = lvos.get(week + timedelta(weeks=1))
        assert volgend_lvos is None or politie[week] < volgend_lvos
    binnen = [week for week in politie if lvos and min(lvos) <= week < max(lvos)]
    assert all(week in lvos for week in binnen)


def _week(voorkomen: Voorkomen) -> date:
    assert voorkomen.dag is not None
    return maandag_van(voorkomen.dag)


def test_een_besluit_gaat_over_wat_voorlopig_was() -> None:
    """From its day on, the latest counts; the three months of LVS-1.1 are nobody's to shorten (LVS-1.3)."""
    vroeg, dag, later = date(2026, 3, 1), date(2026, 6, 2), date(2026, 7, 1)
    lvos = reeks("lvos")
    besloten = replace(lvos, besluiten=(Besluit(vroeg, "ad-hoc"), Besluit(dag, "doorgaan"), Besluit(later, "ad-hoc")))
    assert ritme_op(besloten, vroeg) == lvos.reeks.ritme
    assert ritme_op(besloten, date(2026, 5, 5)) is None
    for op_dag, vast in ((dag - DAG, False), (dag, True), (later - DAG, True), (later, False)):
        fase = fase_op(besloten, op_dag)
        assert fase is not None
        assert (fase.voorlopig, fase.regel) == (False, "LVS-1.3")
        assert (ritme_op(besloten, op_dag) is not None) is vast
    zonder = fase_op(lvos, dag)
    assert zonder is not None
    assert zonder.voorlopig


def test_het_uur_van_de_reeks_mag_precies_aansluiten() -> None:
    """What follows may begin at the very moment that the other is over; a minute later it is the next working day."""
    lvos, tien = reeks("lvos"), lokaal(2026, 2, 13)
    assert na(lvos, tien) == tien
    assert na(lvos, tien + UUR / 60) == lokaal(2026, 2, 16)


def test_het_politieoverleg_mag_aansluiten_op_het_lvos() -> None:
    """It begins when the LVOS is over, and not a minute before (LVS-1.5)."""
    aansluitend: dict[str, object] = {"weekdag": "dinsdag", "tijd": time(11, 30)}
    controleer_volgorde(met_reeks(profiel(), "politieoverleg", **aansluitend))
    with pytest.raises(VolgordeOnjuist):
        controleer_volgorde(met_reeks(profiel(), "politieoverleg", **aansluitend | {"tijd": time(11, 29)}))


def test_een_groot_overleg_valt_in_een_week_zonder_tweewekelijks() -> None:
    """Between two of them, not in the same week as one (KG-2.2.2)."""
    koggenland = meegeleverd("koggenland")
    controleer_volgorde(koggenland)
    with pytest.raises(TussenOnjuist):
        controleer_volgorde(met_reeks(koggenland, "tweewekelijks", herhaling="FREQ=WEEKLY;BYDAY=WE"))

"""Who has duty when: rotations, layers, holidays, changes, and the nights in which the clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given as voor_elke
from hypothesis import strategies as st

from services.escalatie.rooster import Plan, Wijziging
from shared.profiel.schema import Piketdienst, Piketlaag, Rol, Rooster

ZONE = ZoneInfo("Europe/Amsterdam")
MAANDAG = date(2026, 9, 28)
CODES = ("piket-a", "piket-b", "piket-c")
WEEK = Piketlaag(code="week", diensten=CODES, begin=MAANDAG, wissel=time(9))


def rooster(*lagen: Piketlaag) -> Rooster:
    """A rota of three seats."""
    return Rooster(
        rol=Rol.PIKET,
        diensten=tuple(Piketdienst(code=code) for code in CODES),
        lagen=lagen,
        terugval=(Rol.OOV,),
        regel="LVS-0.3",
        herkomst="gemeente",
        ingesteld_op=MAANDAG,
    )


def plan(*lagen: Piketlaag, wijzigingen: tuple[Wijziging, ...] = (), feest: frozenset[date] = frozenset()) -> Plan:
    """A rota in Amsterdam."""
    return Plan(rooster(*lagen), ZONE, lambda dag: dag in feest, wijzigingen)


def muur(tekst: str, fold: int = 0) -> datetime:
    """A moment as the clock on the wall shows it."""
    return datetime.fromisoformat(tekst).replace(tzinfo=ZONE, fold=fold).astimezone(UTC)


def dienst(van: Plan, tekst: str, fold: int = 0) -> str | None:
    """Who has duty then."""
    return van.nu(muur(tekst, fold))[0]


def test_een_week_om_de_beurt() -> None:
    """Each seat a week, changing on Monday at nine; before the first Monday nobody."""
    week = plan(WEEK)
    assert [dienst(week, f"{MAANDAG + timedelta(days=7 * n)}T09:00") for n in range(4)] == [*CODES, "piket-a"]
    assert dienst(week, "2026-10-05T08:59") == "piket-a"
    assert dienst(week, "2026-09-28T08:59") is None


def test_een_latere_laag_gaat_voor() -> None:
    """In office hours another seat, also past midnight where the hours run on; outside them the week's."""
    kantoor = Piketlaag(
        code="kantoor",
        diensten=("piket-c",),
        begin=MAANDAG,
        wissel=time(0),
        dagen=1,
        weekdagen=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"),
        van=time(8, 30),
        tot=time(17),
    )
    lagen = plan(WEEK, kantoor)
    assert dienst(lagen, "2026-09-29T08:29") == "piket-a"
    assert dienst(lagen, "2026-09-29T08:30") == "piket-c"
    assert dienst(lagen, "2026-09-29T17:00") == "piket-a"
    assert dienst(lagen, "2026-10-03T12:00") == "piket-a"
    nacht = plan(WEEK, kantoor.model_copy(update={"van": time(22), "tot": time(6), "weekdagen": ("vrijdag",)}))
    assert dienst(nacht, "2026-10-03T05:59") == "piket-c"
    assert dienst(nacht, "2026-10-03T06:00") == "piket-a"


@pytest.mark.parametrize(
    ("soort", "op_feest", "gewoon"), [("alleen", "piket-c", "piket-a"), ("niet", "piket-a", "piket-c")]
)
def test_feestdagen(soort: str, op_feest: str, gewoon: str) -> None:
    """A layer for holidays alone, and one that leaves them out."""
    kerst = date(2026, 12, 25)
    laag = Piketlaag.model_validate(
        {
            "code": "feest",
            "diensten": ("piket-c",),
            "begin": MAANDAG,
            "wissel": time(0),
            "dagen": 1,
            "feestdagen": soort,
        }
    )
    week = WEEK.model_copy(update={"diensten": ("piket-a",)})
    met = plan(week, laag, feest=frozenset({kerst}))
    assert dienst(met, "2026-12-25T12:00") == op_feest
    assert dienst(met, "2026-12-24T23:59") == gewoon


def test_een_wijziging_gaat_voor_alles() -> None:
    """Standing in for an evening; of two changes at one moment the last one recorded holds."""
    van, tot = muur("2026-09-29T18:00"), muur("2026-09-29T23:00")
    eerst = Wijziging(UUID(int=1), "piket-b", van, tot)
    later = Wijziging(UUID(int=2), "piket-c", van + timedelta(hours=1), tot, "ruil")
    met = plan(WEEK, wijzigingen=(eerst, later))
    assert dienst(met, "2026-09-29T18:30") == "piket-b"
    assert met.nu(muur("2026-09-29T19:00")) == ("piket-c", "ruil")
    assert dienst(met, "2026-09-29T23:00") == "piket-a"


def test_gaten_worden_gezien() -> None:
    """Only at night, and nobody by day: every day has its gap, exactly."""
    nacht = WEEK.model_copy(update={"van": time(17), "tot": time(9)})
    gaten = plan(nacht).gaten(muur("2026-09-29T00:00"), muur("2026-10-01T00:00"))
    assert [(gat.van, gat.tot) for gat in gaten] == [
        (muur(f"{dag}T09:00"), muur(f"{dag}T17:00")) for dag in ("2026-09-29", "2026-09-30")
    ]


@pytest.mark.parametrize(
    ("dag", "uren"), [("2026-10-25", 25), ("2027-03-28", 23)], ids=["the hour twice", "the hour that is not there"]
)
def test_de_nacht_van_de_klok(dag: str, uren: int) -> None:
    """The night of 25 October lasts an hour longer, that of 28 March an hour shorter; the change stays at nine."""
    elke_dag = plan(WEEK.model_copy(update={"dagen": 1}))
    begin = muur(f"{date.fromisoformat(dag) - timedelta(days=1)}T09:00")
    [beurt] = elke_dag.beurten(begin, muur(f"{dag}T09:00"))
    assert beurt.tot - beurt.van == timedelta(hours=uren)
    assert beurt.dienst == dienst(elke_dag, f"{dag}T02:30") == dienst(elke_dag, f"{dag}T02:30", fold=1)


def test_wisselen_in_het_uur_dat_twee_keer_komt() -> None:
    """A change at half past two goes the first time that the wall says so, and not back in the second hour."""
    elke_dag = plan(WEEK.model_copy(update={"dagen": 1, "wissel": time(2, 30)}))
    gisteren, vandaag = dienst(elke_dag, "2026-10-25T02:29"), dienst(elke_dag, "2026-10-25T02:30")
    assert gisteren != vandaag
    assert {dienst(elke_dag, f"2026-10-25T{tijd}", fold=1) for tijd in ("02:00", "02:15", "02:45")} == {vandaag}
    lente = [dienst(elke_dag, f"2027-03-28T{tijd}") for tijd in ("01:59", "03:29", "03:30")]
    assert lente[0] == lente[1] != lente[2]


LAGEN = st.lists(
    st.builds(
        lambda dagen, wissel, uren, weekdagen, feest: Piketlaag(
            code="laag",
            diensten=CODES,
            begin=MAANDAG,
            dagen=dagen,
            wissel=time(wissel),
            van=time(uren[0]) if uren else None,
            tot=time(uren[1]) if uren else None,
            weekdagen=weekdagen,
            feestdagen=feest,
        ),
        st.integers(1, 9),
        st.integers(0, 23),
        st.none() | st.tuples(st.integers(0, 23), st.integers(0, 23)),
        st.sampled_from([(), ("zaterdag", "zondag"), ("maandag",)]),
        st.sampled_from(["ook", "niet", "alleen"]),
    ),
    min_size=1,
    max_size=3,
)


@voor_elke(LAGEN, st.sampled_from(["2026-10-20", "2027-03-24", "2026-12-20"]), st.integers(0, 12 * 24 * 60))
def test_beurten_zijn_wat_er_op_elk_moment_geldt(lagen: list[Piketlaag], dag: str, minuut: int) -> None:
    """Whatever the layers: the stretches follow each other without holes, and say what holds at each moment."""
    van = muur(f"{dag}T00:00")
    tot = van + timedelta(days=12)
    geheel = plan(*lagen, feest=frozenset({date(2026, 12, 25), date(2026, 12, 26)}))
    beurten = geheel.beurten(van, tot)
    assert (beurten[0].van, beurten[-1].tot) == (van, tot)
    assert all(een.tot == ander.van for een, ander in pairwise(beurten))
    moment = van + timedelta(minutes=minuut)
    if moment < tot:
        beurt = next(beurt for beurt in beurten if beurt.van <= moment < beurt.tot)
        assert (beurt.dienst, beurt.bron) == geheel.nu(moment)

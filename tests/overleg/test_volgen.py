"""Series that follow: another arrival date, another hour, what the evaluation decided; what was held stays."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from services.overleg.application.beleggen import Evaluatiebesluit
from shared.contracts.overleg import OverlegGeannuleerd, OverlegGepland, OverlegVerzet, OverlegVoorgesteld
from shared.facts import OngeldigeInvoer
from shared.profiel import Profielen
from tests.fixtures.opslag import MakeLedger
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.test_verzetten import gepland, op
from tests.overleg.voorbeelden import (
    DAG,
    GEMEENTE,
    IN_FEBRUARI,
    PLEK,
    UUR,
    lokaal,
    melding,
    met_reeks,
    profiel,
    profielen,
)

DINSDAG, DONDERDAG = lokaal(2026, 2, 10), lokaal(2026, 2, 12, 9)


@pytest.fixture
def proef(make_ledger: MakeLedger) -> Proef:
    """Two days after arrival, planned ahead."""
    proef = maak_proef(make_ledger, profielen(), IN_FEBRUARI)
    proef.plan()
    return proef


def verder(proef: Proef, anders: Profielen) -> Proef:
    """The same office after a restart with another profile."""
    later = Proef(proef.ledger, anders, proef.nu)
    later.plan()
    return later


def test_een_latere_aankomst_verplaatst_de_reeks(proef: Proef) -> None:
    """What was planned by the old date falls out, its melding waits elsewhere; what was held stays (LVS-1.1, 1.2)."""
    gehouden = op(proef, "lvos", DINSDAG)
    proef.nu = DINSDAG
    proef.open(gehouden)
    proef.sluit(gehouden)
    id_ = proef.ontvang(melding(proef.nu))
    later = verder(proef, profielen(date(2026, 3, 9)))
    assert {aanvang for _, aanvang in gepland(later, "lvos")} == {
        moment for moment in later.overleggen() if moment >= lokaal(2026, 3, 10)
    }
    (staat,) = later.staat_op(id_)
    assert later.aanvang(staat) <= proef.nu + 3 * DAG
    assert later.ledger.query_sync("SELECT status FROM overleggen WHERE overleg_id = ?", (str(gehouden),)) == [
        ("gesloten",)
    ]
    assert later.ledger.views_differ() == []


def test_terug_naar_de_oude_datum_plant_opnieuw(proef: Proef) -> None:
    """What the series itself cancelled is planned again when it comes back, as another meeting."""
    eerst = proef.overleggen()
    verder(proef, profielen(date(2026, 6, 1)))
    terug = verder(proef, profielen())
    assert [aanvang for _, aanvang in gepland(terug, "lvos")] == eerst
    assert len(proef.feiten(OverlegGeannuleerd)) > 10


def test_een_ander_uur_verzet_wat_gepland_is(proef: Proef) -> None:
    """The profile's new hour moves what is to come; what somebody moved stays where that person put it."""
    met_de_hand = op(proef, "lvos", DINSDAG)
    proef.verzet(met_de_hand, DINSDAG + DAG)
    later = verder(proef, Profielen([met_reeks(profiel(), "lvos", tijd=time(11))]))
    feiten = [feit for feit in later.feiten(OverlegVerzet) if isinstance(feit, OverlegVerzet)]
    assert {feit.door for feit in feiten} == {"mens", "reeks"}
    assert later.aanvang(met_de_hand) == DINSDAG + DAG
    assert lokaal(2026, 2, 17) not in later.overleggen()


def test_na_het_besluit_is_het_lvos_niet_meer_voorlopig(make_ledger: MakeLedger) -> None:
    """The evaluation lets the weekly LVOS go on: from then it is no longer marked (LVS-1.3, LVS-2.4)."""
    proef = maak_proef(make_ledger, profielen(), lokaal(2026, 5, 4, 16))
    proef.plan()
    sql = "SELECT COUNT(*) FROM overleggen WHERE reeks = 'lvos' AND voorlopig = 1"
    assert proef.ledger.query_sync(sql) == [(13,)]
    proef.besluit(Evaluatiebesluit(uuid4(), GEMEENTE, PLEK, "lvos", "doorgaan"))
    assert proef.ledger.query_sync(sql) == [(0,)]
    proef.nu += 7 * DAG
    proef.plan()
    laatste = proef.feiten(OverlegGepland)[-1]
    assert isinstance(laatste, OverlegGepland)
    assert not any(feit.voorlopig for feit in proef.feiten(OverlegGepland)[-3:] if isinstance(feit, OverlegGepland))
    assert proef.ledger.views_differ() == []


def test_na_het_besluit_kan_het_lvos_ook_ad_hoc_verder(make_ledger: MakeLedger) -> None:
    """Then the planned ones fall out, and a melding proposes a meeting of its own (LVS-1.3, LVS-1.4)."""
    proef = maak_proef(make_ledger, profielen(), lokaal(2026, 5, 4, 16))
    proef.plan()
    id_ = proef.ontvang(melding(proef.nu))
    proef.besluit(Evaluatiebesluit(uuid4(), GEMEENTE, PLEK, "lvos", "ad-hoc"))
    assert gepland(proef, "lvos") == []
    assert len(proef.staat_op(id_)) == 1
    assert len(gepland(proef, "politieoverleg")) > 10


def test_over_een_reeks_zonder_evaluatie_valt_niets_te_besluiten(proef: Proef) -> None:
    """Only what an evaluation is about can be decided by it."""
    with pytest.raises(OngeldigeInvoer):
        proef.besluit(Evaluatiebesluit(uuid4(), GEMEENTE, PLEK, "driehoek", "ad-hoc"))


def test_wat_op_een_vervallen_dag_stond_gaat_naar_een_dag_die_blijft(proef: Proef) -> None:
    """From every week to every third: not to a meeting that falls out as well (LVS-2.4)."""
    id_ = proef.ontvang(melding(proef.nu))
    elke_drie: dict[str, object] = {"weekdag": None, "herhaling": "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"}
    anders = met_reeks(profiel(), "lvos", **elke_drie, vanaf=date(2026, 2, 24))
    later = verder(proef, Profielen([anders]))
    (staat,) = later.staat_op(id_)
    assert later.aanvang(staat) == lokaal(2026, 2, 24)
    assert [aanvang for _, aanvang in gepland(later, "lvos")][:2] == [lokaal(2026, 2, 24), lokaal(2026, 3, 17)]


def test_wat_zojuist_gepland_is_neemt_wat_vervalt(make_ledger: MakeLedger) -> None:
    """One meeting ahead, and it changes its day: what stood on it goes to the new day (LVS-2.4)."""
    kort = met_reeks(profiel(), "lvos", vooruit=7 * DAG)
    proef = maak_proef(make_ledger, Profielen([kort]), IN_FEBRUARI)
    proef.plan()
    id_ = proef.ontvang(melding(proef.nu))
    later = verder(proef, Profielen([met_reeks(kort, "lvos", weekdag="maandag")]))
    (staat,) = later.staat_op(id_)
    assert later.aanvang(staat) == DINSDAG - DAG
    assert later.feiten(OverlegVoorgesteld) == []


@pytest.mark.parametrize(("minuut", "uur"), [(59, 10), (60, 11)])
def test_een_uur_dat_al_voorbij_is_verzet_niets(make_ledger: MakeLedger, minuut: int, uur: int) -> None:
    """The new hour must still come; a meeting of today stays when it does not."""
    proef = maak_proef(make_ledger, Profielen([met_reeks(profiel(), "lvos", tijd=time(11))]), IN_FEBRUARI)
    proef.plan()
    lvos = op(proef, "lvos", DINSDAG + UUR)
    proef.nu = DINSDAG - UUR + minuut * timedelta(minutes=1)
    verder(proef, profielen())
    assert proef.aanvang(lvos) == lokaal(2026, 2, 10, uur)


def test_wat_verzet_is_wijkt_als_er_toch_een_lvos_komt(make_ledger: MakeLedger) -> None:
    """Moved to Monday while no LVOS was there; residents come after all: after the LVOS, at its own hour (LVS-1.5)."""
    elf = met_reeks(profiel(None), "politieoverleg", tijd=time(11))
    proef = maak_proef(make_ledger, Profielen([elf]), IN_FEBRUARI)
    proef.plan()
    politie = op(proef, "politieoverleg", DONDERDAG + 2 * UUR)
    ander = op(proef, "politieoverleg", DONDERDAG + 2 * UUR + 7 * DAG)
    proef.verzet(politie, DINSDAG - DAG)
    met_lvos = met_reeks(profiel(), "politieoverleg", tijd=time(11))
    later = verder(proef, Profielen([met_lvos]))
    assert later.aanvang(politie) == DINSDAG + DAG + UUR
    assert later.aanvang(ander) == DONDERDAG + 2 * UUR + 7 * DAG
    laatste = later.feiten(OverlegVerzet)[-1]
    assert isinstance(laatste, OverlegVerzet)
    assert (laatste.door, laatste.regel, "overleg ervoor" in (laatste.reden or "")) == ("reeks", "LVS-1.5", True)
    assert later.ledger.views_differ() == []


def test_wat_precies_aansluit_blijft(make_ledger: MakeLedger) -> None:
    """What begins when the LVOS is over is in order (LVS-1.5)."""
    proef = maak_proef(make_ledger, profielen(None), IN_FEBRUARI)
    proef.plan()
    politie = op(proef, "politieoverleg", DONDERDAG)
    proef.verzet(politie, DINSDAG + 1.5 * UUR)
    later = verder(proef, profielen())
    assert later.aanvang(politie) == DINSDAG + 1.5 * UUR


def test_een_later_lvos_duwt_wat_erop_aansloot_verder(proef: Proef) -> None:
    """The profile gives the LVOS another hour; what somebody put right after it comes after it again (LVS-1.5)."""
    politie = op(proef, "politieoverleg", DONDERDAG)
    proef.verzet(politie, DINSDAG + 1.5 * UUR)
    later = verder(proef, Profielen([met_reeks(profiel(), "lvos", tijd=time(13))]))
    assert later.aanvang(op(later, "lvos", DINSDAG + 3 * UUR)) == DINSDAG + 3 * UUR
    assert later.aanvang(politie) == lokaal(2026, 2, 11, 9)

"""Meetings that no rhythm gives, on both databases: proposed by a melding or an escalation (LVS-1.2, LVS-1.6)."""

import pytest

from shared.contracts.overleg import (
    AgendapuntToegevoegd,
    OverlegVoorgesteld,
)
from shared.facts import NietGevonden
from shared.profiel import Profielen
from tests.fixtures.opslag import MakeLedger
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.voorbeelden import (
    DAG,
    IN_FEBRUARI,
    PLEK,
    VOOR_AANKOMST,
    escalatie,
    lokaal,
    melding,
    met_reeks,
    profiel,
    profielen,
)


def test_voor_de_aankomst_stelt_een_melding_een_overleg_voor(make_ledger: MakeLedger, database: str) -> None:
    """Before arrival the LVOS is ad hoc: one proposal, which later meldingen join (LVS-1.2)."""
    proef = maak_proef(make_ledger, profielen(), VOOR_AANKOMST, database)
    proef.plan()
    (eerste,), (tweede,) = (proef.staat_op(proef.ontvang(melding(proef.nu))) for _ in range(2))
    assert eerste == tweede
    assert proef.aanvang(eerste) == lokaal(2026, 1, 6)
    (voorstel,) = proef.feiten(OverlegVoorgesteld)
    assert isinstance(voorstel, OverlegVoorgesteld)
    assert (voorstel.regel, voorstel.reeks) == ("LVS-1.2", "lvos")


def test_na_het_ad_hoc_overleg_komt_er_een_nieuw_voorstel(make_ledger: MakeLedger, database: str) -> None:
    """A proposal that was held takes no more; the next melding asks for another meeting (LVS-1.2)."""
    proef = maak_proef(make_ledger, profielen(), VOOR_AANKOMST, database)
    (eerste,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    proef.open(eerste)
    proef.sluit(eerste)
    (tweede,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    assert tweede != eerste


def test_zonder_ritme_schuift_een_punt_naar_een_nieuw_voorstel(make_ledger: MakeLedger, database: str) -> None:
    """What an ad hoc meeting did not get to is reason for the next one (LVS-2.4)."""
    proef = maak_proef(make_ledger, profielen(), VOOR_AANKOMST, database)
    id_ = proef.ontvang(melding(proef.nu))
    (eerste,) = proef.staat_op(id_)
    proef.open(eerste)
    tweede = proef.sluit(eerste, [proef.punt(id_)])
    assert proef.staat_op(id_) == [tweede]


def test_zonder_aankomstdatum_valt_geen_melding_weg(make_ledger: MakeLedger, database: str) -> None:
    """No date yet: the phase before arrival holds (LVS-1.2)."""
    proef = maak_proef(make_ledger, profielen(None), VOOR_AANKOMST, database)
    assert len(proef.staat_op(proef.ontvang(melding(proef.nu)))) == 1


def test_een_melding_zonder_reeks_is_te_zien(proef: Proef) -> None:
    """Where no series discusses a location, the melding is on no agenda and known as such (LVS-2.4)."""
    id_ = proef.ontvang(melding(proef.nu, locatie="zoetermeer"))
    assert proef.staat_op(id_) == []
    assert proef.ledger.query_sync("SELECT melding_id FROM meldingen_bekend") == [(str(id_),)]


def test_een_gemeentelijke_reeks_neemt_alle_meldingen(make_ledger: MakeLedger, database: str) -> None:
    """With one series for the municipality, a melding from anywhere stands on its agenda (LVS-2.4)."""
    breed = met_reeks(profiel(), "lvos", locaties=("zoetermeer",), fasen=())
    proef = maak_proef(make_ledger, Profielen([breed]), IN_FEBRUARI, database)
    for plek in ("zoetermeer", PLEK):
        assert len(proef.staat_op(proef.ontvang(melding(proef.nu, locatie=plek)))) == 1
    assert proef.overleggen() == [lokaal(2026, 2, 10)]


def test_een_escalatie_stelt_een_driehoek_voor(proef: Proef) -> None:
    """An extra driehoek is proposed within its term, with the reason and the meldingen (LVS-1.6); once."""
    reden = escalatie()
    proef.escaleer(reden)
    proef.escaleer(reden)
    (voorstel,) = proef.feiten(OverlegVoorgesteld)
    punt, ook_in_het_lvos = proef.feiten(AgendapuntToegevoegd)
    assert isinstance(voorstel, OverlegVoorgesteld)
    assert isinstance(punt, AgendapuntToegevoegd)
    assert isinstance(ook_in_het_lvos, AgendapuntToegevoegd)
    assert ook_in_het_lvos.escalatie_id == reden.escalatie_id
    assert ook_in_het_lvos.meldingen == ()
    assert (voorstel.soort, voorstel.regel, voorstel.escalatie_id) == ("driehoek", "LVS-1.6", reden.escalatie_id)
    assert "Vijf meldingen van strafbaar gedrag" in voorstel.reden
    assert voorstel.deelnemers == ("burgemeester", "politie", "om")
    assert proef.nu < voorstel.aanvang <= proef.nu + DAG
    assert (punt.meldingen, punt.escalatie_id) == (reden.meldingen, reden.escalatie_id)


def test_een_melding_kan_ook_in_de_driehoek_staan(proef: Proef) -> None:
    """The driehoek talks about it too; on the agenda of the LVOS it stands once all the same (LVS-1.6, LVS-2.4).

    Of one melding that waits there the escalation is told at its item; twice is once.
    """
    proef.plan()
    id_ = proef.ontvang(melding(proef.nu))
    reden = escalatie().model_copy(update={"meldingen": (id_,)})
    proef.escaleer(reden)
    proef.escaleer(reden)
    sql = "SELECT o.reeks FROM agendapunten a JOIN overleggen o ON o.overleg_id = a.overleg_id ORDER BY o.reeks"
    assert proef.ledger.query_sync(sql) == [("driehoek",), ("lvos",)]
    assert len(proef.staat_op(id_)) == 1
    erbij = proef.ledger.query_sync("SELECT melding_id, escalatie_id FROM escalatie_bij_melding")
    assert erbij == [(str(id_), str(reden.escalatie_id))]


@pytest.mark.parametrize("besproken", [True, False])
def test_een_escalatie_valt_niet_tussen_twee_overleggen(proef: Proef, besproken: bool) -> None:
    """Discussed already, or about more than one: the escalation has an item of its own (LVS-2.4)."""
    proef.plan()
    ids = tuple(proef.ontvang(melding(proef.nu)) for _ in range(1 if besproken else 2))
    if besproken:
        (overleg_id,) = proef.staat_op(ids[0])
        proef.open(overleg_id)
        proef.sluit(overleg_id)
    proef.escaleer(escalatie(None).model_copy(update={"meldingen": ids}))
    sql = "SELECT COUNT(*) FROM agendapunten WHERE soort = ? AND status = ?"
    assert proef.ledger.query_sync(sql, ("escalatie", "open")) == [(1,)]
    assert proef.ledger.query_sync("SELECT COUNT(*) FROM escalatie_bij_melding") == [(0,)]


def test_een_escalatie_zonder_overleg_stelt_niets_voor(proef: Proef) -> None:
    """Only a threshold that names a series asks for a meeting."""
    proef.escaleer(escalatie(None))
    assert proef.feiten(OverlegVoorgesteld) == []


def test_een_onbekende_reeks_wordt_niet_verzwegen(proef: Proef) -> None:
    """A series that the profile does not have is refused aloud: the event goes to quarantine (promise 6)."""
    with pytest.raises(NietGevonden, match="praathuis"):
        proef.escaleer(escalatie("praathuis"))

"""Overleg on a real ledger, on both databases: planning, agendas, closing."""

from datetime import timedelta
from uuid import uuid4

import pytest

from services.overleg.application import Overlegdienst
from services.overleg.reeks import VolgordeOnjuist
from shared.contracts.escalatie import EscalatieGeopend
from shared.contracts.overleg import (
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    OverlegGepland,
    OverlegGesloten,
    OverlegVoorgesteld,
)
from shared.facts import NietGevonden
from shared.profiel import Profielen
from shared.teksten import lees
from tests.fixtures.opslag import MakeLedger
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.voorbeelden import DAG, GEMEENTE, PLEK, UUR, incident, lokaal, melding, met_reeks, profiel, profielen

WEEK = timedelta(weeks=1)
IN_FEBRUARI = lokaal(2026, 2, 4, 12)
VOOR_AANKOMST = lokaal(2026, 1, 5, 12)


@pytest.fixture
def proef(make_ledger: MakeLedger, database: str) -> Proef:
    """Two days after the first residents arrived: the Wednesday after the first LVOS, nothing planned yet."""
    return maak_proef(make_ledger, profielen(), IN_FEBRUARI, database)


def test_een_kwartaal_vooruit_gepland(proef: Proef) -> None:
    """The calendar holds the next quarter: thirteen Tuesdays (LVS-1.1), and the Politieoverleg as well (LVS-1.5)."""
    proef.plan()
    assert proef.overleggen() == [lokaal(2026, 2, 10 + 0) + n * WEEK - _zomertijd(n) for n in range(13)]
    assert len(proef.overleggen("politieoverleg")) == 13
    assert proef.overleggen("driehoek") == []


def _zomertijd(week: int) -> timedelta:
    return UUR if week >= 7 else timedelta(0)


def test_twee_keer_plannen_voegt_niets_toe(proef: Proef) -> None:
    """After a restart the same meetings are found, and none is planned again."""
    proef.plan()
    eerst = proef.ledger.last_place()
    proef.plan()
    assert proef.ledger.last_place() == eerst


async def test_de_horizon_schuift_elke_dag_mee(proef: Proef) -> None:
    """The clock plans again each day, so the calendar is always a quarter ahead."""
    proef.plan()
    voor = len(proef.overleggen())
    assert await proef.wek() == 0
    for _ in range(7):
        proef.nu += DAG
        assert await proef.wek() >= 1
    assert len(proef.overleggen()) == voor + 1


def test_een_deelnemer_is_een_code(proef: Proef) -> None:
    """A planned meeting says why it is held and who sits there, as codes (LVS-1.1)."""
    proef.plan()
    gepland = proef.feiten(OverlegGepland)[0]
    assert isinstance(gepland, OverlegGepland)
    assert (gepland.regel, gepland.deelnemers) == ("LVS-1.1", ("coa", "politie", "handhaving", "gemeente"))


def test_een_melding_staat_op_de_agenda_van_het_volgende_lvos(proef: Proef) -> None:
    """Meldingen and incidents stand on the next agenda (LVS-2.4)."""
    proef.plan()
    for soort in (melding(proef.nu), incident(proef.nu)):
        (overleg_id,) = proef.staat_op(proef.ontvang(soort))
        assert proef.aanvang(overleg_id) == lokaal(2026, 2, 10)
    punt = proef.feiten(AgendapuntToegevoegd)[0]
    assert isinstance(punt, AgendapuntToegevoegd)
    assert punt.regel == "LVS-2.4"


def test_ook_als_de_planning_nog_niet_liep(proef: Proef) -> None:
    """An event before the first planning plans the next meeting itself; the planning then finds it."""
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    assert proef.aanvang(overleg_id) == lokaal(2026, 2, 10)
    proef.plan()
    assert len(proef.overleggen()) == 13


def test_een_melding_staat_op_een_agenda(proef: Proef) -> None:
    """The same melding in another event, or the same event again: one item (LVS-2.4)."""
    proef.plan()
    id_ = proef.ontvang(melding(proef.nu))
    proef.ontvang(incident(proef.nu, id=id_))
    proef.nu += WEEK
    proef.ontvang(melding(proef.nu, id=id_))
    assert len(proef.staat_op(id_)) == 1


def test_wat_besproken_is_komt_niet_terug(proef: Proef) -> None:
    """A late duplicate of a melding that was discussed puts nothing on an agenda."""
    proef.plan()
    eerste = melding(proef.nu)
    (overleg_id,) = proef.staat_op(proef.ontvang(eerste))
    proef.nu = proef.aanvang(overleg_id) + UUR
    proef.sluit(overleg_id)
    assert proef.staat_op(proef.ontvang(eerste)) == []


def test_historisch_komt_op_geen_agenda(proef: Proef) -> None:
    """Imported history counts in reports, it is not discussed."""
    proef.plan()
    assert proef.staat_op(proef.ontvang(melding(proef.nu - 300 * DAG, historisch=True))) == []
    assert proef.ledger.query_sync("SELECT COUNT(*) FROM meldingen_bekend") == [(0,)]


def test_wat_binnenkomt_tijdens_het_overleg_is_voor_het_volgende(proef: Proef) -> None:
    """Once opened, the agenda stands (LVS-2.4)."""
    proef.plan()
    (eerste,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    proef.open(eerste)
    (tweede,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    assert proef.aanvang(tweede) == lokaal(2026, 2, 17)


def test_sluiten_bespreekt_en_schuift_door(proef: Proef) -> None:
    """What was not discussed stands, with the same id, on the next agenda, and nowhere else (LVS-2.4)."""
    proef.plan()
    wel, niet = proef.ontvang(melding(proef.nu)), proef.ontvang(melding(proef.nu))
    (overleg_id,) = proef.staat_op(wel)
    proef.nu = proef.aanvang(overleg_id)
    proef.open(overleg_id)
    volgende = proef.sluit(overleg_id, [proef.punt(niet)])
    assert volgende is not None
    assert (proef.staat_op(wel), proef.staat_op(niet)) == ([], [volgende])
    assert proef.aanvang(volgende) == lokaal(2026, 2, 17)
    (gesloten,) = proef.feiten(OverlegGesloten)
    assert isinstance(gesloten, OverlegGesloten)
    assert (gesloten.besproken, gesloten.doorgeschoven) == (1, 1)
    besproken = [feit for feit in proef.feiten(AgendapuntBesproken) if feit.model_dump()["meldingen"]]
    assert len(besproken) == len(proef.feiten(AgendapuntDoorgeschoven)) == 1


def test_bevindingen_staan_gemaskeerd_naast_de_feiten(proef: Proef) -> None:
    """The fact carries a seal; the text is masked and stands apart (promise 7)."""
    proef.plan()
    proef.nu = lokaal(2026, 2, 10, 11)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu - WEEK)))
    proef.open(overleg_id)
    proef.sluit(overleg_id, bevindingen="Rustige week. Bel 06-12345678 voor de tram.")
    gesloten = proef.feiten(OverlegGesloten)[0]
    assert isinstance(gesloten, OverlegGesloten)
    assert lees(proef.ledger, gesloten.tekstzegel) == "Rustige week. Bel [telefoonnummer] voor de tram."
    assert all(b"Rustige" not in recorded.data for recorded in proef.ledger.read(0, 1000))


def test_een_vergeten_overleg_houdt_zijn_punten(proef: Proef) -> None:
    """Passed without being opened: its items wait, and at closing move to a meeting still to come (LVS-2.4)."""
    proef.plan()
    id_ = proef.ontvang(melding(proef.nu))
    (vergeten,) = proef.staat_op(id_)
    proef.nu += 3 * WEEK
    assert proef.staat_op(id_) == [vergeten]
    volgende = proef.sluit(vergeten, [proef.punt(id_)])
    assert volgende is not None
    assert proef.aanvang(volgende) == lokaal(2026, 3, 3)


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


def escalatie(reeks: str | None = "driehoek") -> EscalatieGeopend:
    """The threshold for the driehoek was crossed."""
    return EscalatieGeopend(
        gemeente=GEMEENTE,
        locatie=PLEK,
        escalatie_id=uuid4(),
        drempel="driehoek-aantal",
        regel="LVS-1.6",
        ladder="driehoek",
        meldingen=(uuid4(), uuid4()),
        stelt_overleg_voor=reeks,
    )


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
    assert "driehoek-aantal" in voorstel.reden
    assert voorstel.deelnemers == ("burgemeester", "politie", "om")
    assert proef.nu < voorstel.aanvang <= proef.nu + DAG
    assert (punt.meldingen, punt.escalatie_id) == (reden.meldingen, reden.escalatie_id)


def test_een_melding_kan_ook_in_de_driehoek_staan(proef: Proef) -> None:
    """The driehoek talks about it too; on the agenda of the LVOS it stands once all the same (LVS-1.6, LVS-2.4)."""
    proef.plan()
    id_ = proef.ontvang(melding(proef.nu))
    proef.escaleer(escalatie().model_copy(update={"meldingen": (id_,)}))
    sql = "SELECT o.reeks FROM agendapunten a JOIN overleggen o ON o.overleg_id = a.overleg_id ORDER BY o.reeks"
    assert proef.ledger.query_sync(sql) == [("driehoek",), ("lvos",), ("lvos",)]
    assert len(proef.staat_op(id_)) == 1


def test_een_escalatie_zonder_overleg_stelt_niets_voor(proef: Proef) -> None:
    """Only a threshold that names a series asks for a meeting."""
    proef.escaleer(escalatie(None))
    assert proef.feiten(OverlegVoorgesteld) == []


def test_een_onbekende_reeks_wordt_niet_verzwegen(proef: Proef) -> None:
    """A series that the profile does not have is refused aloud: the event goes to quarantine (promise 6)."""
    with pytest.raises(NietGevonden, match="praathuis"):
        proef.escaleer(escalatie("praathuis"))


def test_een_verkeerde_volgorde_start_niet() -> None:
    """A profile with the Politieoverleg before the LVOS is refused at start (LVS-1.5)."""
    with pytest.raises(VolgordeOnjuist):
        Overlegdienst(Profielen([met_reeks(profiel(), "politieoverleg", weekdag="maandag")]))


def test_herbouw_geeft_hetzelfde(proef: Proef) -> None:
    """Views are a function of the facts, the planning's timer stays (promise 5)."""
    proef.plan()
    wel, niet = proef.ontvang(melding(proef.nu)), proef.ontvang(melding(proef.nu))
    proef.escaleer(escalatie())
    (overleg_id,) = proef.staat_op(wel)
    proef.open(overleg_id)
    proef.sluit(overleg_id, [proef.punt(niet)], "Alles rustig.")
    assert proef.ledger.views_differ() == []
    voor = _alles(proef)
    proef.ledger.rebuild()
    assert _alles(proef) == voor
    assert proef.ledger.verify() is None


def _alles(proef: Proef) -> list[list[tuple[object, ...]]]:
    tabellen = ("overleggen", "agendapunten", "maatregelen", "meldingen_bekend", "timers")
    return [sorted(proef.ledger.query_sync(f"SELECT * FROM {tabel}"), key=repr) for tabel in tabellen]

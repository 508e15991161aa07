"""Overleg on a real ledger, on both databases: what comes on an agenda, and closing."""

from shared.contracts.overleg import (
    AgendapuntBesproken,
    AgendapuntDoorgeschoven,
    AgendapuntToegevoegd,
    OverlegGesloten,
)
from shared.teksten import lees
from tests.overleg.proef import Proef
from tests.overleg.voorbeelden import DAG, UUR, WEEK, escalatie, incident, lokaal, melding


def test_een_melding_staat_op_de_agenda_van_het_volgende_lvos(proef: Proef) -> None:
    """Meldingen and incidents stand on the next agenda (LVS-2.4)."""
    proef.plan()
    for soort in (melding(proef.nu), incident(proef.nu)):
        (overleg_id,) = proef.staat_op(proef.ontvang(soort))
        assert proef.aanvang(overleg_id) == lokaal(2026, 2, 10)
    punt = proef.feiten(AgendapuntToegevoegd)[0]
    assert isinstance(punt, AgendapuntToegevoegd)
    assert punt.regel == "LVS-2.4"


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
    proef.sluit(
        overleg_id, bevindingen="Rustige week. Bel 06-12345678 voor de tram.", reden="Eerder klaar. 06-12345678"
    )
    gesloten = proef.feiten(OverlegGesloten)[0]
    assert isinstance(gesloten, OverlegGesloten)
    assert lees(proef.ledger, gesloten.tekstzegel) == "Rustige week. Bel [telefoonnummer] voor de tram."
    assert lees(proef.ledger, gesloten.redenzegel) == "Eerder klaar. [telefoonnummer]"
    assert all(
        b"Rustige" not in recorded.data and b"Eerder" not in recorded.data for recorded in proef.ledger.read(0, 1000)
    )


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

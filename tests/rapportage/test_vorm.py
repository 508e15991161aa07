"""An installation of an earlier version gets the views of this one, filled, without anybody doing anything."""

from threading import Thread

from services.rapportage.store import LOGBOEK, schik, verschillen
from services.rapportage.store.herbouw import NAAM
from services.rapportage.store.tabellen import ONTVANGEN, VIEWS
from shared.facts import Context
from shared.ledger import Ledger, Table
from tests.fixtures.opslag import MakeLedger
from tests.rapportage.feiten import neem
from tests.rapportage.verhaal import NU, verhaal


def schikt(ledger: Ledger) -> Thread:
    """A process that starts; one that waits for ever does not keep the tests."""
    bouwer = Thread(target=schik, args=(ledger,), daemon=True)
    bouwer.start()
    return bouwer


def komt_klaar(bouwer: Thread) -> None:
    """It does not wait for ever."""
    bouwer.join(30)
    assert not bouwer.is_alive()


def test_views_van_een_vorige_versie_worden_bij_de_start_opnieuw_gebouwd(
    make_ledger: MakeLedger, database: str
) -> None:
    """Tables that did not exist, and one with fewer columns: whole after the start, from the log alone."""
    bron = make_ledger("bron", [], tables=[LOGBOEK])
    neem(bron, *verhaal().events)
    rijen = bron.query_sync(f"SELECT {', '.join(ONTVANGEN.namen)} FROM ontvangen")
    oud = Table("rapportage", (ONTVANGEN.maak(), "CREATE TABLE waarnemingen (source TEXT, place BIGINT)"))
    make_ledger("rapportage", [], tables=[oud], database=database).close()
    nieuw = make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    for rij in rijen:
        nieuw.run_sync(lambda tx, rij=rij: tx.execute(ONTVANGEN.voeg_toe(), rij), Context(NU, ""))  # type: ignore[misc]
    schik(nieuw)
    assert verschillen(nieuw) == []
    assert nieuw.query_sync("SELECT COUNT(*) FROM waarnemingen")[0][0] > 0


def test_wie_bij_is_wordt_niet_opnieuw_gebouwd(ledger: Ledger) -> None:
    """The second start changes nothing: a row that was put in behind its back is still there."""
    schik(ledger)
    tabel = VIEWS[-1]
    waarden = ("intake", "k", 1, "gm", "l", "n", "t", "s", "r")
    ledger.run_sync(lambda tx: tx.execute(tabel.voeg_toe(), waarden), Context(NU, ""))
    schik(ledger)
    assert ledger.query_sync(f"SELECT COUNT(*) FROM {tabel.naam}") == [(1,)]


def test_van_twee_die_samen_starten_bouwt_er_een(make_ledger: MakeLedger, database: str) -> None:
    """An active process and its standby: neither takes away what the other builds, and both go on."""
    eerste = make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    neem(eerste, *verhaal().events)
    eerste.run_sync(lambda tx: tx.execute("DELETE FROM waarnemingen"), Context(NU, ""))
    tweede = make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    for bouwer in [schikt(eerste), schikt(tweede)]:
        komt_klaar(bouwer)
    assert verschillen(tweede) == []


def test_wie_wacht_neemt_het_over_van_wie_stopt(make_ledger: MakeLedger, database: str) -> None:
    """The first held the claim and ended before it had built anything."""
    eerste = make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    neem(eerste, *verhaal().events)
    eerste.run_sync(lambda tx: tx.execute("DELETE FROM waarnemingen"), Context(NU, ""))
    tweede = make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    assert eerste.claim(NAAM)
    bouwer = schikt(tweede)
    assert bouwer.is_alive()
    eerste.close()
    komt_klaar(bouwer)
    assert verschillen(tweede) == []


def test_wie_gebouwd_heeft_laat_los(make_ledger: MakeLedger, database: str) -> None:
    """A process that goes on running does not keep the next version from building its own."""
    eerste = make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    neem(eerste, *verhaal().events)
    schik(eerste)
    tweede = make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    tweede.run_sync(lambda tx: tx.execute("UPDATE vormen SET vorm = 'anders'"), Context(NU, ""))
    komt_klaar(schikt(tweede))
    assert verschillen(tweede) == []

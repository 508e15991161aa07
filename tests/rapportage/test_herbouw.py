"""Dropping every view and building it again gives the same answers, on both databases (promise 5)."""

from pathlib import Path

import pytest

from services.rapportage.store.herbouw import bouw_ernaast, herbouw, verschillen, wissel
from services.rapportage.store.tabellen import LOGBOEK, VIEWS
from shared.facts import Context
from shared.ledger import Ledger
from shared.profiel import Profielen
from tests.fixtures.opslag import MakeLedger
from tests.rapportage.feiten import neem
from tests.rapportage.verhaal import NU, antwoorden, verhaal

CONTEXT = Context(op=NU, correlatie="")


@pytest.fixture
def gevuld(make_ledger: MakeLedger, database: str) -> Ledger:
    """A rapportage that heard the whole story."""
    ledger = make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    neem(ledger, *verhaal().events)
    return ledger


def doe(ledger: Ledger, sql: str) -> None:
    """Change the store behind its back."""
    ledger.run_sync(lambda tx: tx.execute(sql), CONTEXT)


def test_herbouw_geeft_dezelfde_antwoorden(gevuld: Ledger, profielen: Profielen) -> None:
    """Also when the views were emptied first."""
    voor = antwoorden(gevuld, profielen)
    for tabel in VIEWS:
        doe(gevuld, f"DELETE FROM {tabel.naam}")
    assert verschillen(gevuld)
    gehoord: list[tuple[int, int]] = []
    alles = len(verhaal().events)
    assert herbouw(gevuld, lambda gedaan, van: gehoord.append((gedaan, van))) == alles
    assert gehoord[-1] == (alles, alles)
    assert antwoorden(gevuld, profielen) == voor


def test_beide_databases_geven_dezelfde_bytes(
    make_ledger: MakeLedger, postgres: str, tmp_path: Path, profielen: Profielen
) -> None:
    """SQLite and PostgreSQL, taken in and rebuilt: four times the same."""
    ledgers = [make_ledger("rapportage", [], tables=[LOGBOEK], database=waar) for waar in (str(tmp_path), postgres)]
    uit = set()
    for ledger in ledgers:
        neem(ledger, *verhaal().events)
        uit.add(antwoorden(ledger, profielen))
        herbouw(ledger)
        uit.add(antwoorden(ledger, profielen))
    assert len(uit) == 1


def test_na_herbouw_gaat_het_gewoon_verder(
    make_ledger: MakeLedger, database: str, gevuld: Ledger, profielen: Profielen
) -> None:
    """Twice rebuilt, new events taken in, opened again: the tables and what they are searched by are still whole."""
    herbouw(gevuld)
    for achtervoegsel in ("_nieuw", "_vorig"):  # what one that was killed would leave
        doe(gevuld, f"CREATE TABLE {VIEWS[0].naam}{achtervoegsel} (iets TEXT)")
    herbouw(gevuld)
    keten = verhaal()
    nieuw = keten.meld("nieuw", NU, op=NU)
    neem(gevuld, nieuw)
    gevuld.close()
    opnieuw = make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    schoon = make_ledger("schoon", [], tables=[LOGBOEK], database=database)
    neem(schoon, *keten.events)
    assert antwoorden(opnieuw, profielen) == antwoorden(schoon, profielen)
    assert verschillen(opnieuw) == []


def test_wat_tijdens_de_herbouw_binnenkomt_gaat_mee(gevuld: Ledger) -> None:
    """An event between the last batch and the swap is in the new views as well."""
    laat = verhaal().meld("m9", NU, op=NU)
    gehad = bouw_ernaast(gevuld)
    neem(gevuld, laat)
    assert wissel(gevuld, gehad) == laat.place + sum(
        plaats.aantal for keten, plaats in gehad.items() if keten[0] != "intake"
    )
    assert gevuld.query_sync("SELECT COUNT(*) FROM waarnemingen WHERE place = ?", (laat.place,)) == [(1,)]
    assert verschillen(gevuld) == []


def test_verschillen_noemt_wat_niet_klopt(gevuld: Ledger) -> None:
    """A changed row, a missing one and one too many, each with its table and place."""
    assert verschillen(gevuld) == []
    doe(gevuld, "UPDATE waarnemingen SET aard = 'ggz' WHERE source = 'intake' AND place = 2")
    doe(gevuld, "DELETE FROM escalatiemomenten WHERE place = 3")
    doe(gevuld, "INSERT INTO verwijzingen VALUES ('intake', 'vreemd', 99, 'x', 'y', 0)")
    assert verschillen(gevuld) == [
        "rapportage: tabel escalatiemomenten klopt niet met het logboek bij escalatie, plaats 3",
        "rapportage: tabel waarnemingen klopt niet met het logboek bij intake, plaats 2",
        "rapportage: tabel verwijzingen klopt niet met het logboek bij intake, plaats 99",
    ]
    herbouw(gevuld)
    assert verschillen(gevuld) == []

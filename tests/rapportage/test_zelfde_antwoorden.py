"""Reports over a period are a function of the facts: on both databases, in any order of the sources, and rebuilt."""

import asyncio
import json
from pathlib import Path

import pytest

from services.rapportage.application import op, veranderingen
from services.rapportage.plek import Kijker
from services.rapportage.store import LOGBOEK, herbouw
from services.rapportage.tijdlijn import ALLES
from shared.bus import Event
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol
from tests.fixtures.opslag import MakeLedger
from tests.rapportage.cijfers import voer_bestand_in
from tests.rapportage.feiten import DINSDAG, LOCATIE, neem
from tests.rapportage.kwartaal import DAG, kwartaal

NU = DINSDAG + 2 * DAG
PEILDATA = (None, "2026-10-20", "2026-11-01T12:00:00Z")


def rapporten(ledger: Ledger, profielen: Profielen) -> str:
    """Every report over a period, at several moments."""
    return asyncio.run(_rapporten(ledger, profielen))


async def _rapporten(ledger: Ledger, profielen: Profielen) -> str:
    alles, kijker = op(ledger, profielen), Kijker(rol=Rol.OOV, zicht=ALLES)
    plek, uit = alles.dienst.plek(LOCATIE), []
    for peildatum in PEILDATA:
        uit += [
            await alles.verloop.doorlooptijden(plek, kijker, NU, peildatum=peildatum),
            await alles.verloop.kwaliteit(plek, kijker, NU, peildatum=peildatum),
            await alles.evaluatie.evaluatie(plek, kijker, NU, peildatum=peildatum),
            await alles.verslagen.verslag(plek, kijker, NU, soort="jaar", peildatum=peildatum),
            await veranderingen(alles.dienst, plek, kijker, NU, peildatum=peildatum),
        ]
    return json.dumps([antwoord.model_dump(mode="json") for antwoord in uit])


def _feiten() -> tuple[list[Event], list[Event], list[Event]]:
    keten = kwartaal(aantal=60)
    keten.leg_op("m", op=DINSDAG - 40 * DAG)
    voer_bestand_in(keten.escalatie, DINSDAG - 30 * DAG)
    voer_bestand_in(keten.escalatie, DINSDAG)
    return keten.intake.events, keten.overleg.events, keten.escalatie.events


@pytest.fixture
def verwacht(make_ledger: MakeLedger, tmp_path: Path, profielen: Profielen) -> str:
    """What intake first, on SQLite, gives."""
    ledger = make_ledger("verwacht", [], tables=[LOGBOEK], database=str(tmp_path))
    for bron in _feiten():
        neem(ledger, *bron)
    return rapporten(ledger, profielen)


def test_elke_volgorde_en_database_geeft_dezelfde_rapporten(
    make_ledger: MakeLedger, database: str, profielen: Profielen, verwacht: str
) -> None:
    """Overleg before intake, as after a refill; and again after a rebuild."""
    ledger = make_ledger("rapportage", [], tables=[LOGBOEK], database=database)
    intake, overleg, escalatie = _feiten()
    neem(ledger, *escalatie)
    neem(ledger, *overleg)
    neem(ledger, *intake)
    assert rapporten(ledger, profielen) == verwacht
    herbouw(ledger)
    assert rapporten(ledger, profielen) == verwacht
    assert json.loads(verwacht)[0]["meldingen"]["gevallen"] > 40

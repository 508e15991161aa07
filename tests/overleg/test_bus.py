"""What overleg hears on the bus, as the consumer hands it over; and several municipalities in one installation."""

from pathlib import Path
from uuid import uuid4

import pytest
from pydantic import SecretStr

from services.overleg.bus import BRONNEN, handlers
from services.overleg.main import bouw
from shared.bus import Event
from shared.contracts import Fact, read
from shared.contracts.escalatie import EscalatieGeopend
from shared.contracts.intake import IncidentGemeld, MeldingGecorrigeerd, MeldingOntvangen
from shared.dienst import Omgeving
from shared.facts import Context
from shared.ledger import Transaction, iso
from shared.profiel import Profielen
from shared.settings import Settings
from shared.web import Toegang
from tests.fixtures.opslag import MakeLedger
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.voorbeelden import escalatie, incident, lokaal, meegeleverd, melding, profielen

NU = lokaal(2026, 2, 4, 12)


@pytest.fixture
def proef(make_ledger: MakeLedger) -> Proef:
    """Two days after arrival."""
    return maak_proef(make_ledger, profielen(), NU)


def bericht(fact: Fact, naam: str) -> Event:
    """An event as it comes off the stream."""
    return Event(
        source="intake",
        place=1,
        previous=0,
        chain_id="0" * 32,
        hash=b"",
        id=uuid4().hex,
        naam=naam,
        moment=iso(NU),
        correlatie="0" * 32,
        oorzaak="",
        gemeente=fact.gemeente,
        locatie=fact.locatie,
        stream_id=str(uuid4()),
        version=1,
        data=fact.model_dump_json().encode(),
    )


def hoor(proef: Proef, fact: Fact) -> None:
    """Do what the consumer does: parse by type, hand over in a transaction."""
    event = bericht(fact, type(fact).__name__)
    soorten = {soort.__name__: (soort, handler) for soort, handler in handlers(proef.overleg).items()}
    soort, handler = soorten[event.naam]

    def verwerk(tx: Transaction) -> None:
        handler(tx, read(soort, event.data), event)

    proef.ledger.run_sync(verwerk, Context(op=NU, correlatie=event.correlatie, oorzaak=event.id))


@pytest.mark.parametrize("soort", [melding(NU), incident(NU)])
def test_een_melding_van_de_bus_staat_op_de_agenda(proef: Proef, soort: MeldingOntvangen | IncidentGemeld) -> None:
    """Both kinds; the fact remembers which event caused it (promise 8)."""
    hoor(proef, soort)
    assert len(proef.staat_op(soort.melding_id)) == 1
    assert all(recorded.oorzaak for recorded in proef.ledger.read(0, 10))


def test_een_escalatie_van_de_bus_stelt_een_overleg_voor(proef: Proef) -> None:
    """The driehoek of LVS-1.6."""
    hoor(proef, escalatie())
    assert len(proef.overleggen("driehoek")) == 1


def test_de_bronnen(proef: Proef) -> None:
    """Overleg listens to intake and escalatie."""
    assert BRONNEN == ("intake", "escalatie")
    assert set(handlers(proef.overleg)) >= {MeldingOntvangen, IncidentGemeld, EscalatieGeopend, MeldingGecorrigeerd}


async def test_drie_gemeenten_in_een_installatie(tmp_path: Path, toegang: Toegang) -> None:
    """Every shipped profile plans, and a municipality without a fixed meeting gets none invented."""
    alle = Profielen([meegeleverd(naam) for naam in ("zoetermeer", "leidschendam-voorburg", "koggenland")])
    dienst = bouw(Omgeving(alle, lambda: NU, Settings(data=tmp_path, geheim=SecretStr("proef" * 8)), toegang))
    assert dienst.aan_het_begin is not None
    await dienst.aan_het_begin(Context(op=NU, correlatie="0" * 32))
    per_gemeente = dict(dienst.ledger.query_sync("SELECT gemeente, COUNT(*) FROM overleggen GROUP BY gemeente"))
    dienst.ledger.close()
    assert "gm1916" not in per_gemeente
    assert per_gemeente["gm0637"] >= 13

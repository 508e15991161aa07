"""Rapportage as it is wired: real ledgers tell, the inbox of the bus hands over, the answers follow."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from services.rapportage import main
from services.rapportage.application import Rapportagedienst
from services.rapportage.application.eigen_stand import EigenStand
from services.rapportage.plek import Kijker
from shared.bus import Event, Inbox
from shared.contracts import Fact
from shared.contracts.elk import ProfielVastgesteld
from shared.contracts.intake import IncidentGemeld, MeldingOntvangen
from shared.dienst import Dienst, Omgeving
from shared.facts import Context
from shared.ledger import Ledger
from shared.profiel import Profielen
from shared.settings import Settings
from shared.voortgang import stil
from shared.web import Toegang
from tests.fixtures.opslag import MakeLedger
from tests.rapportage.feiten import DINSDAG, LOCATIE, incident, melding, nr
from tests.shared.busproef import als_event

NU = DINSDAG


@pytest.fixture
def bouwsel(tmp_path: Path, profielen: Profielen, toegang: Toegang) -> Iterator[Dienst]:
    """The service as the program builds it."""
    omgeving = Omgeving(profielen, lambda: NU, Settings(data=tmp_path / "rapportage"), toegang)
    dienst = main.bouw(omgeving)
    yield dienst
    dienst.ledger.close()


@pytest.fixture
def intake(make_ledger: MakeLedger) -> Ledger:
    """A ledger that tells."""
    return make_ledger("intake", [MeldingOntvangen, IncidentGemeld, ProfielVastgesteld])


def vertel(ledger: Ledger, *facts: tuple[UUID, Fact]) -> list[Event]:
    """Commit facts, and give them as they come out of the stream."""
    for stream, fact in facts:
        ledger.run_sync(lambda tx, s=stream, f=fact: tx.append(s, f), Context(NU, "c0ffee"))  # type: ignore[misc]
    return [als_event(ledger, recorded) for recorded in ledger.read(0, 100)]


async def neem(dienst: Dienst, events: list[Event]) -> None:
    """Hand events over as the consumer does; what a handler refuses comes again until it is set apart."""
    inbox = Inbox(dienst.ledger, klok=lambda: NU, raw=dienst.raw, attempts=1)
    for _ in range(3):
        await inbox.load()
        try:
            await inbox.take(events)
        except Exception:  # noqa: BLE001  as the consumer: look again from the places in the ledger
            continue
        return


async def test_wat_intake_vertelt_staat_in_het_weekbeeld(
    bouwsel: Dienst, intake: Ledger, profielen: Profielen, oov: Kijker
) -> None:
    """From the ledger of one service to the picture of another, with the place that was read."""
    await neem(bouwsel, vertel(intake, (nr("a"), melding("a", NU)), (nr("b"), incident("b", NU))))
    dienst = Rapportagedienst(bouwsel.ledger, profielen)
    beeld = await dienst.weekbeeld(dienst.plek(LOCATIE), oov, NU)
    assert (beeld.meldingen.totaal.deze_week, beeld.incidenten.totaal.deze_week) == (1, 1)
    assert beeld.gelezen == {"intake": 2}
    assert bouwsel.sources == ("intake", "overleg", "escalatie")


async def test_herbouw_en_controle_zijn_aangesloten(bouwsel: Dienst, intake: Ledger) -> None:
    """The command line finds them on the service."""
    await neem(bouwsel, vertel(intake, (nr("a"), melding("a", NU))))
    assert bouwsel.herbouw is not None
    assert bouwsel.verschillen is not None
    assert (bouwsel.herbouw(stil), list(bouwsel.verschillen())) == (1, [])


async def test_een_bericht_dat_niet_te_lezen_is_houdt_de_rest_niet_op(bouwsel: Dienst, make_ledger: MakeLedger) -> None:
    """It is set apart with the fields that are wrong, and the page for operators shows it."""

    class MeldingOntvangen(Fact):
        """As another version would say it: without what we need."""

        iets: int

    vreemd = make_ledger("intake", [MeldingOntvangen, IncidentGemeld])
    kapot = MeldingOntvangen(gemeente="gm0637", locatie=LOCATIE, iets=1)
    await neem(bouwsel, vertel(vreemd, (nr("x"), kapot), (nr("b"), incident("b", NU))))
    (stand,) = await EigenStand(bouwsel.ledger).standen()
    assert stand.gelezen == {"intake": 2}
    (bericht,) = stand.quarantaine
    assert (bericht.bron, bericht.plaats, bericht.naam) == ("intake", 1, "MeldingOntvangen")
    assert "meldingId: missing" in bericht.reden
    assert bouwsel.ledger.query_sync("SELECT COUNT(*) FROM waarnemingen") == [(1,)]

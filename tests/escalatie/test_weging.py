"""From an event to an escalation, on a real ledger."""

from datetime import timedelta
from uuid import UUID

import pytest

from services.escalatie.application import Filter, Inzage
from services.escalatie.application.meldingen import geteld
from services.escalatie.application.tellen import Teller, onthoud, rondom
from services.escalatie.drempels.telling import Telmoment
from services.escalatie.paginas.beeld import kaart, telvenster
from shared.contracts.escalatie import (
    AlarmNietVerzonden,
    DrempelOverschreden,
    EscalatieGevoed,
    Herkomst,
)
from shared.contracts.intake import (
    Dagdeel,
    MeldingGecorrigeerd,
)
from shared.facts import Context
from shared.ledger import Transaction
from shared.wanneer import Gebeurd
from tests.escalatie.gegeven import BEGIN, DAG, GEMEENTE, LOCATIE, geweigerd, incident, melding
from tests.escalatie.opstelling import CORRELATIE, Opstelling, Opzetten


@pytest.fixture
def keten(database: str, zet_op: Opzetten) -> Opstelling:
    """Escalatie on each database."""
    return zet_op(database)


def overschreden(keten: Opstelling) -> list[DrempelOverschreden]:
    """Which thresholds were crossed."""
    return [feit.fact for feit in keten.feiten(DrempelOverschreden) if isinstance(feit.fact, DrempelOverschreden)]


async def test_een_incident_met_gevolgen_opent_een_escalatie(keten: Opstelling) -> None:
    """LVS-0.3: an incident with consequences for public order goes to the police, with everything that explains it."""
    [feit] = await keten.hoor(incident())
    [gekruist], [open_] = overschreden(keten), keten.geopend()
    assert (gekruist.regel, gekruist.herkomst, gekruist.feiten) == ("LVS-0.3", Herkomst.DOCUMENT, (feit,))
    assert gekruist.profielversie == keten.profielen.versie(GEMEENTE)
    assert (open_.ladder, open_.treden[0].rollen) == ("politie-onverwijld", ("politie",))
    assert open_.meldingen == (incident().melding_id,)
    oorzaken = {recorded.oorzaak for recorded in keten.feiten()}
    assert oorzaken == {feit}


async def test_een_incident_zonder_gevolgen_opent_niets(keten: Opstelling) -> None:
    """Without consequences for public order nobody is woken."""
    await keten.hoor(incident(gevolgen_openbare_orde=False))
    assert keten.geopend() == []


async def test_hetzelfde_incident_opent_een_keer(keten: Opstelling) -> None:
    """The same melding told by two events is one escalation; another incident is another one."""
    await keten.hoor(incident(1), incident(1), incident(2))
    assert len(keten.geopend()) == 2


async def test_de_vijfde_melding_waarschuwt_de_driehoek(keten: Opstelling) -> None:
    """LVS-1.6: five reports of criminal behaviour within seven days; the fourth says nothing yet."""
    feiten = await keten.hoor(*(melding(n, op=BEGIN + n * DAG) for n in range(4)))
    assert keten.geopend() == []
    feiten += await keten.hoor(melding(4, op=BEGIN + 4 * DAG))
    [gekruist], [open_] = overschreden(keten), keten.geopend()
    assert gekruist.feiten == tuple(feiten)
    assert (gekruist.telling, gekruist.grens, gekruist.herkomst) == (5, 5, Herkomst.GEMEENTE)
    assert gekruist.ingesteld_op == "2026-09-15"
    assert gekruist.venster is not None
    assert gekruist.venster.tot - gekruist.venster.van == timedelta(days=7)
    assert open_.stelt_overleg_voor == "driehoek"
    assert open_.treden[0].rollen == ("burgemeester", "politie", "om")
    assert len(open_.meldingen) == 5


@pytest.mark.parametrize("laatste", [0, 4])
async def test_een_deel_van_de_dag_komt_mee(keten: Opstelling, laatste: int) -> None:
    """Of the last that counted, whichever arrived last; a correction to an exact time tells no part of the day."""
    dagen = [n if n != laatste else 5 for n in range(5)]
    await keten.hoor(
        *(melding(n, op=BEGIN + dag * DAG, dagdeel="nacht" if n == laatste else None) for n, dag in enumerate(dagen))
    )
    [gekruist] = overschreden(keten)
    assert (gekruist.dagdeel, gekruist.voorgevallen_op) == ("nacht", BEGIN + 5 * DAG)
    [rij] = await Inzage(keten.ledger, keten.profielen).lijst(Filter(), aantal=5)
    assert kaart(
        rij, await Inzage(keten.ledger, keten.profielen).zaak(gekruist.escalatie_id), None, BEGIN
    ).gebeurd == Gebeurd(BEGIN + 5 * DAG, Dagdeel.NACHT)
    dossier = await Inzage(keten.ledger, keten.profielen).dossier(gekruist.escalatie_id)
    assert telvenster(dossier) == (
        Gebeurd(BEGIN - 2 * DAG, Dagdeel.NACHT),
        Gebeurd(BEGIN + 5 * DAG, Dagdeel.NACHT),
    )
    assert keten.ledger.views_differ() == []
    verbeterd = {
        "gemeente": GEMEENTE,
        "locatie": LOCATIE,
        "door": "meldpunt",
        "melding_id": melding(laatste).melding_id,
    }
    await keten.hoor(MeldingGecorrigeerd.model_validate({**verbeterd, "voorgevallen_op": BEGIN + 5 * DAG}))
    [lid] = await geteld(keten.ledger, [melding(laatste).melding_id])
    assert lid.waarneming.dagdeel is None


async def test_wat_te_ver_uiteen_ligt_telt_niet_samen(keten: Opstelling) -> None:
    """Five reports over more than seven days are no crossing, in whatever order they arrive."""
    momenten = [0, 8, 1, 9, 4]
    await keten.hoor(*(melding(n, op=BEGIN + dag * DAG) for n, dag in enumerate(momenten)))
    assert keten.geopend() == []


async def test_wat_laat_binnenkomt_telt_waar_het_voorviel(keten: Opstelling) -> None:
    """The report that arrives last completes the week in which it happened."""
    await keten.hoor(*(melding(n, op=BEGIN + n * DAG) for n in (1, 2, 3, 5)))
    await keten.hoor(melding(9, op=BEGIN - 3 * DAG))
    assert keten.geopend() == []
    await keten.hoor(melding(10, op=BEGIN + DAG / 2))
    assert len(keten.geopend()) == 1


async def test_een_situatie_is_een_escalatie(keten: Opstelling) -> None:
    """What follows joins the open escalation, before and after a confirmation; nothing new is opened."""
    await keten.hoor(*(melding(n) for n in range(7)))
    [open_] = keten.geopend()
    await keten.bevestig(open_.escalatie_id, "om")
    await keten.hoor(melding(8))
    gevoed = [feit.fact for feit in keten.feiten(EscalatieGevoed)]
    assert len(gevoed) == 3
    assert {feit.escalatie_id for feit in gevoed if isinstance(feit, EscalatieGevoed)} == {open_.escalatie_id}
    assert len(keten.geopend()) == 1


async def test_na_het_sluiten_begint_het_tellen_opnieuw(keten: Opstelling) -> None:
    """What was used for an escalation does not count for the next one."""
    await keten.hoor(*(melding(n) for n in range(6)))
    escalatie_id = keten.geopend()[0].escalatie_id
    await keten.bevestig(escalatie_id, "om")
    await keten.sluit_af(escalatie_id)
    await keten.hoor(*(melding(n) for n in range(10, 14)))
    assert len(keten.geopend()) == 1
    await keten.hoor(melding(14))
    assert len(keten.geopend()) == 2
    assert set(overschreden(keten)[0].feiten).isdisjoint(overschreden(keten)[1].feiten)


async def test_historisch_waarschuwt_nooit_maar_staat_er_wel(keten: Opstelling) -> None:
    """What is imported as history alarms nobody, and that is recorded with the rule and the events."""
    await keten.hoor(incident(registratie="historisch"))
    await keten.hoor(*(melding(n, registratie="historisch") for n in range(5)))
    assert keten.geopend() == []
    niet = [feit.fact for feit in keten.feiten(AlarmNietVerzonden) if isinstance(feit.fact, AlarmNietVerzonden)]
    assert [(feit.reden, feit.regel, len(feit.feiten)) for feit in niet] == [
        ("historisch", "LVS-0.3", 1),
        ("historisch", "LVS-1.6", 5),
    ]
    assert keten.ledger.due(keten.nu + 365 * DAG) == []


async def test_historie_maakt_van_een_nieuwe_melding_geen_alarm(keten: Opstelling) -> None:
    """Four from history and one new: not alarmed, and recorded why; four more new ones do alarm."""
    await keten.hoor(*(melding(n, registratie="historisch") for n in range(4)), melding(5))
    assert keten.geopend() == []
    assert len(keten.feiten(AlarmNietVerzonden)) == 1
    await keten.hoor(*(melding(n) for n in range(6, 10)))
    assert len(keten.geopend()) == 1


async def test_historie_maakt_een_telling_niet_vol(keten: Opstelling) -> None:
    """Four new ones and then one from history: recorded, not alarmed; the next new one does alarm, with five new."""
    feiten = await keten.hoor(*(melding(n) for n in range(4)))
    await keten.hoor(melding(4, registratie="historisch"))
    assert keten.geopend() == []
    assert len(keten.feiten(AlarmNietVerzonden)) == 1
    feiten += await keten.hoor(melding(5))
    [gekruist] = overschreden(keten)
    assert gekruist.feiten == tuple(sorted(feiten))


async def test_herbouw_geeft_dezelfde_antwoorden(keten: Opstelling) -> None:
    """Promise 5: every view and timer is the same after a rebuild, and counting goes on where it was."""
    await keten.hoor(incident(1), geweigerd(1), *(melding(n) for n in range(8)))
    await keten.verloop(timedelta(hours=1))
    assert keten.ledger.views_differ() == []
    wekkers = keten.ledger.due(keten.nu + 365 * DAG)
    keten.ledger.rebuild()
    assert keten.ledger.views_differ() == []
    assert keten.ledger.due(keten.nu + 365 * DAG) == wekkers
    await keten.hoor(melding(20))
    assert len(keten.geopend()) == 3


async def test_wegen_kost_hetzelfde_met_veel_historie(zet_op: Opzetten) -> None:
    """The rows that weighing reads are those that share a window and were not used: 50,000 others do not matter."""
    keten = zet_op()
    teller = Teller(GEMEENTE, LOCATIE, "driehoek-aantal")

    def vul(tx: Transaction) -> None:
        for nummer in range(50_000):
            moment = Telmoment(BEGIN - nummer * timedelta(hours=1), f"oud {nummer}", UUID(int=nummer))
            onthoud(tx, teller, moment, "een eerdere escalatie" if nummer < 1_000 else "")

    def lees(tx: Transaction) -> tuple[int, str]:
        plan = tx.query(
            "EXPLAIN QUERY PLAN SELECT moment FROM tellingen WHERE gemeente = ? AND locatie = ? AND drempel = ? "
            "AND besteed_aan = '' AND moment BETWEEN ? AND ?",
            (*teller.sleutel, "a", "b"),
        )
        nieuw = Telmoment(BEGIN, "nieuw", UUID(int=1))
        return len(rondom(tx, teller, nieuw, timedelta(days=7))), str(plan)

    await keten.ledger.run(vul, Context(keten.nu, CORRELATIE))
    gelezen, plan = await keten.ledger.run(lees, Context(keten.nu, CORRELATIE))
    assert gelezen == 0
    assert "tellingen_moment" in plan
    assert "moment>?" in plan

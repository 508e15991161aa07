"""A melding that was discussed nowhere in time is told aloud, once (LVS-2.4, promise 6)."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.overleg.application.beleggen import Belegging
from shared.contracts.intake import MeldingGesloten, MeldingHeropend, MeldingIngetrokken
from shared.contracts.overleg import AgendaGemist
from shared.profiel import Profielen
from shared.profiel.schema import Bespreken
from tests.fixtures.opslag import MakeLedger
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.test_verzetten import DINSDAG, op
from tests.overleg.voorbeelden import (
    DAG,
    GEMEENTE,
    IN_FEBRUARI,
    PLEK,
    UUR,
    WEEK,
    escalatie,
    incident,
    lokaal,
    meegeleverd,
    melding,
    met_reeks,
    profiel,
    profielen,
)


@pytest.fixture
def proef(make_ledger: MakeLedger, database: str) -> Proef:
    """Two days after arrival, planned ahead, on both databases."""
    proef = maak_proef(make_ledger, profielen(), IN_FEBRUARI, database)
    proef.plan()
    return proef


@pytest.fixture
def op_sqlite(make_ledger: MakeLedger) -> Proef:
    """The same on SQLite alone."""
    proef = maak_proef(make_ledger, profielen(), IN_FEBRUARI)
    proef.plan()
    return proef


def gemist(proef: Proef) -> list[tuple[UUID, str]]:
    """Which meldingen were told of, and of which series."""
    return [(feit.melding_id, feit.reeks) for feit in proef.feiten(AgendaGemist) if isinstance(feit, AgendaGemist)]


def met_profiel(proef: Proef, ander: Profielen) -> Proef:
    """The same ledger after a start with another profile."""
    return Proef(proef.ledger, ander, proef.nu)


def later(proef: Proef, wat: type[Any], id_: UUID) -> None:
    """The desk does something with a melding."""
    velden = {"gemeente": GEMEENTE, "locatie": PLEK, "melding_id": id_, "door": "meldpunt"}
    redenen = {MeldingIngetrokken: "proef", MeldingGesloten: "afgehandeld"}
    proef.hoor_later(wat.model_validate(velden | ({"reden": redenen[wat]} if wat in redenen else {})))


async def test_een_melding_zonder_overleg_wordt_gemist(proef: Proef) -> None:
    """No series discusses it: after a day that is told aloud, once (LVS-2.4)."""
    id_ = proef.ontvang(melding(proef.nu, locatie="zoetermeer"))
    proef.nu += DAG - UUR
    await proef.wek()
    assert proef.feiten(AgendaGemist) == []
    proef.nu += 2 * UUR
    await proef.wek()
    await proef.wek()
    (gemist,) = proef.feiten(AgendaGemist)
    assert isinstance(gemist, AgendaGemist)
    assert (gemist.melding_id, gemist.reeks, gemist.regel) == (id_, "", "LVS-2.4")


async def test_wat_niemand_besprak_wordt_gemist(proef: Proef) -> None:
    """The meeting passed and nobody closed it: each melding on it is told of, once; a withdrawn one is not."""
    wel, weg = proef.ontvang(melding(proef.nu)), proef.ontvang(melding(proef.nu))
    proef.hoor_later(
        MeldingIngetrokken(gemeente=GEMEENTE, locatie=PLEK, melding_id=weg, door="meldpunt", reden="proef")
    )
    proef.nu = DINSDAG + DAG - UUR
    await proef.wek()
    assert proef.feiten(AgendaGemist) == []
    proef.nu += 2 * UUR
    await proef.wek()
    (gemist,) = proef.feiten(AgendaGemist)
    assert isinstance(gemist, AgendaGemist)
    assert (gemist.melding_id, gemist.reeks) == (wel, "lvos")
    proef.sluit(op_id := proef.staat_op(wel)[0], [proef.punt(wel)])
    assert proef.staat_op(wel) not in ([], [op_id])


async def test_wat_op_tijd_sluit_wordt_niet_gemist(proef: Proef) -> None:
    """A closed meeting has nothing to tell a day later."""
    id_ = proef.ontvang(melding(proef.nu))
    proef.nu = DINSDAG
    (lvos,) = proef.staat_op(id_)
    proef.sluit(lvos)
    proef.nu += 3 * DAG
    await proef.wek()
    assert proef.feiten(AgendaGemist) == []


@pytest.mark.parametrize(
    ("stappen", "aantal"),
    [
        ([], 1),
        ([MeldingIngetrokken], 0),
        ([MeldingGesloten], 0),
        ([MeldingGesloten, MeldingHeropend], 1),
        ([MeldingGesloten, MeldingHeropend, MeldingIngetrokken], 0),
    ],
)
@pytest.mark.parametrize("plek", [PLEK, "zoetermeer"])
async def test_wat_niet_meer_telt_wordt_niet_gemist(
    op_sqlite: Proef, plek: str, stappen: list[type[Any]], aantal: int
) -> None:
    """Withdrawn or closed at the desk, and not opened again; with a series that discusses it, and without one."""
    id_ = op_sqlite.ontvang(melding(op_sqlite.nu, locatie=plek))
    for stap in stappen:
        later(op_sqlite, stap, id_)
    op_sqlite.nu = DINSDAG + DAG
    await op_sqlite.wek()
    assert len(gemist(op_sqlite)) == aantal


@pytest.mark.parametrize("na", [timedelta(hours=3), timedelta(days=2)])
async def test_de_termijn_zonder_overleg_is_van_het_profiel(make_ledger: MakeLedger, na: timedelta) -> None:
    """How long a melding may stand on no agenda, and by which rule that is told, are the municipality's."""
    eigen = Bespreken.model_validate({"zonder_overleg_na": na, "regel": "LV-5", "herkomst": "gemeente"})
    anders = profiel().model_copy(update={"bespreken": eigen})
    proef = maak_proef(make_ledger, Profielen([anders]), IN_FEBRUARI)
    proef.ontvang(melding(proef.nu, locatie="zoetermeer"))
    proef.nu += na - timedelta(seconds=1)
    await proef.wek()
    assert gemist(proef) == []
    proef.nu += timedelta(seconds=1)
    await proef.wek()
    (feit,) = proef.feiten(AgendaGemist)
    assert isinstance(feit, AgendaGemist)
    assert (feit.regel, feit.uiterlijk) == ("LV-5", proef.nu)


@pytest.mark.parametrize("naam", ["zoetermeer", "koggenland", "leidschendam-voorburg"])
def test_elk_profiel_zegt_van_wie_de_termijn_is(naam: str) -> None:
    """None of the documents names one, so it is the municipality's, since a day (LVS-2.4)."""
    bespreken = meegeleverd(naam).bespreken
    assert (bespreken.zonder_overleg_na, bespreken.herkomst) == (DAG, "gemeente")
    assert bespreken.ingesteld_op is not None


async def test_een_reeks_die_er_intussen_is_neemt_de_melding(op_sqlite: Proef) -> None:
    """When the profile names a series by the time that the term is over, the melding stands on its agenda instead."""
    id_ = op_sqlite.ontvang(melding(op_sqlite.nu, locatie="zoetermeer"))
    breed = met_reeks(profiel(), "lvos", locaties=(PLEK, "zoetermeer"))
    nu = met_profiel(op_sqlite, Profielen([breed]))
    nu.nu += DAG
    assert await nu.wek() >= 1
    assert (gemist(nu), len(nu.staat_op(id_))) == ([], 1)
    nu.nu += timedelta(seconds=1)
    assert await nu.wek() == 0


async def test_wat_al_op_een_agenda_staat_wordt_niet_gemist(op_sqlite: Proef) -> None:
    """Put there by a later event, before its term was over."""
    wat = melding(op_sqlite.nu, locatie="zoetermeer")
    op_sqlite.ontvang(wat)
    breed = met_profiel(op_sqlite, Profielen([met_reeks(profiel(), "lvos", locaties=(PLEK, "zoetermeer"))]))
    breed.ontvang(wat)
    weer = met_profiel(breed, profielen())
    weer.nu += DAG
    await weer.wek()
    assert gemist(weer) == []


async def test_een_reeks_die_geen_meldingen_bespreekt_mist_er_geen(op_sqlite: Proef) -> None:
    """The COA's incidents and a driehoek talk about meldingen that the LVOS discusses: they are missed only there."""
    proef = op_sqlite
    erg = proef.ontvang(incident(proef.nu))
    proef.escaleer(escalatie().model_copy(update={"meldingen": (erg,)}))
    proef.nu = lokaal(2026, 2, 18)
    proef.sluit(op(proef, "lvos", DINSDAG))
    await proef.wek()
    assert gemist(proef) == []


async def test_ook_een_reeks_die_er_niet_meer_is_mist_wat_erop_stond(op_sqlite: Proef) -> None:
    """The series left the profile, its agenda did not: what stands on it is told of all the same (promise 6)."""
    id_ = op_sqlite.ontvang(melding(op_sqlite.nu))
    zonder = tuple(each for each in profiel().reeksen if each.code not in {"lvos", "politieoverleg", "evaluatie"})
    proef = met_profiel(op_sqlite, Profielen([profiel().model_copy(update={"reeksen": zonder})]))
    proef.nu = DINSDAG + DAG
    await proef.wek()
    assert gemist(proef) == [(id_, "lvos")]


async def test_een_escalatie_op_de_agenda_is_geen_melding(op_sqlite: Proef) -> None:
    """Its meldingen have items of their own; only those are missed when nobody closes."""
    proef = op_sqlite
    proef.escaleer(escalatie("lvos"))
    proef.nu = IN_FEBRUARI + WEEK
    await proef.wek()
    assert gemist(proef) == []


async def test_een_keer_gemist_is_genoeg(op_sqlite: Proef) -> None:
    """Moved on to the next meeting, and not discussed there either: it was told already. A new one still is."""
    proef = op_sqlite
    eerst = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(eerst)
    proef.nu = DINSDAG + DAG
    await proef.wek()
    proef.sluit(lvos, [proef.punt(eerst)])
    nieuw = proef.ontvang(melding(proef.nu))
    proef.nu += WEEK
    await proef.wek()
    assert gemist(proef) == [(eerst, "lvos"), (nieuw, "lvos")]


async def test_een_extra_overleg_kan_ook_gemist_worden(op_sqlite: Proef) -> None:
    """A melding goes to the first meeting, called or by rhythm; there its term counts, and the alarm rings once."""
    proef = op_sqlite
    extra = Belegging(uuid4(), GEMEENTE, "lvos", PLEK, proef.nu + UUR)
    proef.beleg(extra)
    id_ = proef.ontvang(melding(proef.nu))
    assert proef.staat_op(id_) == [extra.overleg_id]
    proef.nu = extra.aanvang + DAG - timedelta(seconds=1)
    await proef.wek()
    assert gemist(proef) == []
    proef.nu += timedelta(seconds=1)
    assert await proef.wek() >= 1
    assert gemist(proef) == [(id_, "lvos")]
    proef.nu += timedelta(seconds=1)
    assert await proef.wek() == 0


async def test_herbouwen_vergeet_geen_klok(op_sqlite: Proef) -> None:
    """When the views are built again, who waits for an agenda is still waited for (promise 5)."""
    zonder, met = (
        op_sqlite.ontvang(melding(op_sqlite.nu, locatie="zoetermeer")),
        op_sqlite.ontvang(melding(op_sqlite.nu)),
    )
    op_sqlite.ledger.rebuild()
    op_sqlite.nu = DINSDAG + DAG
    await op_sqlite.wek()
    assert sorted(gemist(op_sqlite)) == sorted([(zonder, ""), (met, "lvos")])

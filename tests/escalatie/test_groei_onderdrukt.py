"""Growth while a larger escalation goes on: nobody is warned twice, everything is recorded, and nothing swells."""

import pytest

from shared.contracts.escalatie import AlarmNietVerzonden, DrempelOverschreden
from shared.profiel import Profiel, laad
from tests.escalatie.gegeven import BEGIN, DAG, UUR, drempel, melding
from tests.escalatie.opstelling import Opstelling, Opzetten

WEEK = 7 * DAG
GROOT = drempel(code="groot", aard=(), grens=6, venster=DAG)
GROEI = drempel(
    code="groei", soort="groei", aard=(), grens=5, venster=4 * WEEK, vergelijk_met=10 * WEEK, onderdrukt_door=("groot",)
)


@pytest.fixture
def profiel() -> Profiel:
    """Six in a day are a situation; growth is part of it as long as that goes on."""
    zoetermeer = laad("zoetermeer")
    plekken = tuple(
        plek.model_copy(update={"geopend_op": None, "eerste_bewoners_op": None}) for plek in zoetermeer.locaties
    )
    return zoetermeer.model_copy(update={"drempels": (GROEI, GROOT), "locaties": plekken})


@pytest.fixture
def keten(database: str, zet_op: Opzetten) -> Opstelling:
    """Escalatie on each database."""
    return zet_op(database)


def onderdrukt(keten: Opstelling) -> list[AlarmNietVerzonden]:
    """What was not sent because it is part of something larger, in order."""
    feiten = (feit.fact for feit in keten.feiten(AlarmNietVerzonden))
    return [feit for feit in feiten if isinstance(feit, AlarmNietVerzonden) and feit.drempel == "groei"]


async def test_alles_wordt_een_keer_genoemd(keten: Opstelling) -> None:
    """The first record names every event of the growth; each later one only what came on top."""
    begin = await keten.hoor(*(melding(100 + n, op=BEGIN - 4 * WEEK - n * WEEK) for n in range(11)))
    feiten = await keten.hoor(*(melding(n, op=BEGIN - n * UUR) for n in range(30)))
    eerste, *later = onderdrukt(keten)
    [groot] = [feit for feit in keten.geopend() if feit.drempel == "groot"]
    assert {feit.escalatie_id for feit in (eerste, *later)} == {groot.escalatie_id}
    assert len(eerste.feiten) > 5
    assert [len(feit.feiten) for feit in later] == [1] * len(later)
    genoemd = [feit for niet in (eerste, *later) for feit in niet.feiten]
    assert len(genoemd) == len(set(genoemd))
    assert set(feiten) <= set(genoemd) <= {*begin, *feiten}


async def test_daarna_waarschuwt_groei_met_alles(keten: Opstelling) -> None:
    """When the larger one ended, the next report warns of growth, and names all of it."""
    await keten.hoor(*(melding(100 + n, op=BEGIN - 4 * WEEK - n * WEEK) for n in range(11)))
    feiten = await keten.hoor(*(melding(n, op=BEGIN - n * UUR) for n in range(30)))
    [groot] = keten.geopend()
    await keten.bevestig(groot.escalatie_id, "om")
    await keten.sluit_af(groot.escalatie_id)
    feiten += await keten.hoor(melding(50, op=BEGIN))
    *_, gekruist = keten.feiten(DrempelOverschreden)
    assert isinstance(gekruist.fact, DrempelOverschreden)
    assert gekruist.fact.drempel == "groei"
    assert set(feiten) <= set(gekruist.fact.feiten)

"""Meldingen around a measure: equally long before, during and after, and where it counts (a picture, no proof)."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from services.overleg.application.effect import Effecten
from services.overleg.beelden import Maatregelbeeld
from services.overleg.werkbeelden import Effect, Periode
from shared.contracts.intake import MeldingHeropend, MeldingIngetrokken
from shared.ledger import Ledger
from tests.fixtures.opslag import MakeLedger
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.test_gemist import later
from tests.overleg.voorbeelden import DAG, GEMEENTE, IN_FEBRUARI, PLEK, WEEK, melding, profielen

BEGIN = IN_FEBRUARI
EIND = BEGIN + 4 * DAG
TEL = timedelta(seconds=1)


@pytest.fixture
def proef(make_ledger: MakeLedger) -> Proef:
    """An empty ledger."""
    return maak_proef(make_ledger, profielen(), BEGIN)


def verbod(**anders: object) -> Maatregelbeeld:
    """Four days in Rokkeveen."""
    wat: dict[str, object] = {"maatregel_id": uuid4(), "gemeente": GEMEENTE, "locatie": PLEK, "soort": "alcoholverbod"}
    wat |= {"naam": "Alcoholverbod", "grondslag": "APV", "bevoegd_gezag": "burgemeester", "ingaande": BEGIN}
    wat |= {"eindigt": EIND, "status": "verlopen", "gericht_op": "gebied", "gebied": "rokkeveen", "meldingen": []}
    wat |= {"om_geraadpleegd_op": None, "overleg_id": None, "regel": "TB-3.6", "opgelegd_op": BEGIN}
    return Maatregelbeeld.model_validate(wat | anders)


async def kijk(ledger: Ledger, nu: datetime, **anders: object) -> Effect:
    """The picture at a moment."""
    return await Effecten(ledger, lambda: nu).effect(verbod(**anders))


def gebeurd(proef: Proef, *momenten: datetime, gebied: str = "rokkeveen", **anders: object) -> None:
    """Meldingen of what happened then."""
    for op in momenten:
        proef.ontvang(melding(op).model_copy(update={"gebied": gebied, **anders}))


def aantallen(effect: Effect) -> list[int | None]:
    """How many before, during and after."""
    return [periode.meldingen if periode else None for periode in (effect.voor, effect.tijdens, effect.na)]


async def test_elke_grens_hoort_bij_een_kant(proef: Proef) -> None:
    """The first moment of a stretch counts in it, the last in the next."""
    gebeurd(proef, BEGIN - 4 * DAG - TEL, EIND + 4 * DAG)
    gebeurd(proef, BEGIN - 4 * DAG, BEGIN - TEL)
    gebeurd(proef, BEGIN, BEGIN + DAG, EIND - TEL)
    gebeurd(proef, EIND, EIND + DAG, EIND + 2 * DAG, EIND + 4 * DAG - TEL)
    effect = await kijk(proef.ledger, EIND + 30 * DAG)
    assert aantallen(effect) == [2, 3, 4]
    per_week = [periode.per_week for periode in (effect.voor, effect.tijdens, effect.na) if periode]
    assert per_week == [3.5, 5.2, 7.0]  # 5.25 is written with one decimal


@pytest.mark.parametrize(
    ("anders", "aantal"),
    [({}, 1), ({"gebied": None}, 3), ({"gebied": None, "locatie": "alle"}, 4), ({"gebied": "dorp"}, 1)],
)
async def test_waar_een_maatregel_telt(proef: Proef, anders: dict[str, object], aantal: int) -> None:
    """In its area; without one at its location; else in the municipality, and in no other."""
    gebeurd(proef, BEGIN + DAG)
    gebeurd(proef, BEGIN + DAG, BEGIN - DAG, gebied="dorp")
    gebeurd(proef, BEGIN + DAG, gebied="stadscentrum")
    gebeurd(proef, BEGIN + DAG, locatie="zoetermeer", gebied="elders")
    effect = await kijk(proef.ledger, EIND + 4 * DAG, **anders)
    assert effect.tijdens is not None
    assert effect.tijdens.meldingen == aantal
    ergens_anders = await kijk(proef.ledger, EIND + 4 * DAG, gemeente="gm1598", gebied=None, locatie="alle")
    assert aantallen(ergens_anders) == [0, 0, 0]


async def test_wat_is_ingetrokken_telt_niet(proef: Proef) -> None:
    """Not while it is withdrawn."""
    id_ = proef.ontvang(melding(BEGIN + DAG).model_copy(update={"gebied": "rokkeveen"}))
    for stap, aantal in ((MeldingIngetrokken, 0), (MeldingHeropend, 1)):
        later(proef, stap, id_)
        assert aantallen(await kijk(proef.ledger, EIND + 4 * DAG)) == [0, aantal, 0]


async def test_zolang_hij_loopt_is_er_geen_erna(proef: Proef) -> None:
    """As long before as has passed; during is not complete, and after is not there yet."""
    gebeurd(proef, BEGIN - 2 * DAG, BEGIN - DAG, BEGIN + TEL)
    effect = await kijk(proef.ledger, BEGIN + DAG, status="loopt")
    assert effect.na is None
    assert effect.voor == Periode(van=BEGIN - DAG, tot=BEGIN, meldingen=1, compleet=True, per_week=7.0)
    assert effect.tijdens == Periode(van=BEGIN, tot=BEGIN + DAG, meldingen=1, compleet=False, per_week=7.0)
    zonder_eind = await kijk(proef.ledger, BEGIN + DAG, status="loopt", eindigt=None)
    assert aantallen(zonder_eind) == [1, 1, None]


@pytest.mark.parametrize("wanneer", [BEGIN - DAG, BEGIN])
async def test_wat_nog_ingaat_heeft_geen_beeld(proef: Proef, wanneer: datetime) -> None:
    """Nothing has passed: there is nothing to lay beside each other."""
    gebeurd(proef, BEGIN - TEL)
    assert aantallen(await kijk(proef.ledger, wanneer, status="komt-nog")) == [None, None, None]


async def test_na_het_einde_zo_lang_als_er_voorbij_is(proef: Proef) -> None:
    """At most as long as it lasted; complete when it is that long."""
    for voorbij, lang, compleet in ((DAG, DAG, False), (4 * DAG - TEL, 4 * DAG - TEL, False), (4 * DAG, 4 * DAG, True)):
        effect = await kijk(proef.ledger, EIND + voorbij)
        assert effect.na is not None
        assert (effect.na.van, effect.na.tot, effect.na.compleet) == (EIND, EIND + lang, compleet)
        assert effect.tijdens is not None
        assert (effect.tijdens.tot, effect.tijdens.compleet) == (EIND, True)
    assert aantallen(await kijk(proef.ledger, EIND)) == [0, 0, None]


async def test_wie_hem_intrekt_maakt_de_tijd_korter(proef: Proef) -> None:
    """During ends at the withdrawal, and before and after are as short."""
    gebeurd(proef, BEGIN - 2 * DAG, BEGIN + 2 * DAG)
    effect = await kijk(proef.ledger, EIND + WEEK, status="ingetrokken", ingetrokken_op=BEGIN + DAG)
    assert aantallen(effect) == [0, 0, 0]
    assert effect.na is not None
    assert (effect.na.van, effect.na.tot) == (BEGIN + DAG, BEGIN + 2 * DAG)

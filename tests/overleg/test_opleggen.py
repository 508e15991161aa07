"""Measures on a real ledger, on both databases: imposed, refused, ended by the clock."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

import pytest

from services.overleg.maatregel import Aanvraag, MaatregelGeweigerd
from shared.contracts.overleg import GerichtOp, MaatregelLooptAf, MaatregelOpgelegd, MaatregelVerlopen
from shared.facts import OngeldigeInvoer
from tests.fixtures.opslag import MakeLedger
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.voorbeelden import DAG, PLEK, UUR, lokaal, profielen

NU = lokaal(2026, 2, 10, 12)


def kort(wie: UUID) -> Aanvraag:
    """A short gebiedsverbod of a day, an hour from now."""
    return Aanvraag(
        gericht_op=GerichtOp.PERSOON,
        ingaande=NU + UUR,
        eindigt=NU + 25 * UUR,
        gebied="rokkeveen",
        betrokkene=wie,
        om_geraadpleegd_op=NU - UUR,
    )


def meldplicht(wie: UUID, begin: datetime = NU) -> Aanvraag:
    """A meldplicht of a month."""
    return Aanvraag(gericht_op=GerichtOp.PERSOON, ingaande=begin, eindigt=begin + 30 * DAG, betrokkene=wie)


@pytest.fixture
def proef(make_ledger: MakeLedger, database: str) -> Proef:
    """An empty ledger on a Tuesday."""
    return maak_proef(make_ledger, profielen(), NU, database)


def test_opgelegd_met_alles_wat_het_verklaart(proef: Proef) -> None:
    """The fact names basis, authority, rule and the location that has the area (promise 8)."""
    assert proef.leg_op("gebiedsverbod-kort", kort(uuid4()), uuid4())
    (feit,) = proef.feiten(MaatregelOpgelegd)
    assert isinstance(feit, MaatregelOpgelegd)
    assert (feit.grondslag, feit.bevoegd_gezag, feit.regel, feit.locatie) == ("APV", "burgemeester", "TB-3.2", PLEK)


def test_zonder_gebied_hoort_hij_bij_de_gemeente(proef: Proef) -> None:
    """A measure without an area belongs to no location."""
    proef.leg_op("meldplicht", meldplicht(uuid4()), uuid4())
    assert proef.feiten(MaatregelOpgelegd)[0].locatie == "alle"


@pytest.mark.parametrize("andersom", [False, True])
def test_een_verboden_combinatie_laat_niets_achter(proef: Proef, andersom: bool) -> None:
    """Refused with the rule, in either order, and nothing is stored (TB-3.2)."""
    wie = uuid4()
    paar = [("meldplicht", meldplicht(wie)), ("gebiedsverbod-kort", kort(wie))][:: -1 if andersom else 1]
    proef.leg_op(*paar[0], uuid4())
    with pytest.raises(MaatregelGeweigerd) as geweigerd:
        proef.leg_op(*paar[1], uuid4())
    assert geweigerd.value.regel == "TB-3.2"
    assert len(proef.feiten(MaatregelOpgelegd)) == 1


def test_dezelfde_aanvraag_twee_keer_is_een_maatregel(proef: Proef) -> None:
    """A double click imposes once."""
    id_, aanvraag = uuid4(), kort(uuid4())
    assert [proef.leg_op("gebiedsverbod-kort", aanvraag, id_) for _ in range(2)] == [True, False]
    assert len(proef.feiten(MaatregelOpgelegd)) == 1


def test_een_overleg_dat_niet_bestaat(proef: Proef) -> None:
    """A measure cannot follow from a meeting that nobody knows."""
    with pytest.raises(OngeldigeInvoer, match="overlegId"):
        proef.leg_op("gebiedsverbod-kort", replace(kort(uuid4()), overleg_id=uuid4()), uuid4())


async def test_een_maatregel_eindigt_vanzelf(proef: Proef) -> None:
    """At its end the clock records that it is over, once; not before."""
    proef.leg_op("gebiedsverbod-kort", kort(uuid4()), uuid4())
    proef.nu += 25 * UUR - UUR / 60
    await proef.wek()
    assert proef.feiten(MaatregelVerlopen) == []
    proef.nu += UUR / 60
    assert [await proef.wek(), await proef.wek()] == [1, 0]
    assert len(proef.feiten(MaatregelVerlopen)) == 1


async def test_ook_na_een_lange_stilstand(proef: Proef) -> None:
    """A timer that is late goes off all the same."""
    proef.leg_op("gebiedsverbod-kort", kort(uuid4()), uuid4())
    proef.nu += 90 * DAG
    await proef.wek()
    assert len(proef.feiten(MaatregelVerlopen)) == 1
    assert proef.feiten(MaatregelLooptAf) == []


async def test_na_afloop_mag_de_andere_maatregel(proef: Proef) -> None:
    """When the short gebiedsverbod is over, a meldplicht is no combination any more (TB-3.2)."""
    wie = uuid4()
    proef.leg_op("gebiedsverbod-kort", kort(wie), uuid4())
    proef.nu += 2 * DAG
    await proef.wek()
    assert proef.leg_op("meldplicht", meldplicht(wie, proef.nu), uuid4())


async def test_herbouw_geeft_dezelfde_maatregelen_en_timers(proef: Proef) -> None:
    """Measures and the timers of their ends are functions of the facts (promise 5)."""
    for wie in (uuid4(), uuid4()):
        proef.leg_op("gebiedsverbod-kort", kort(wie), uuid4())
    proef.nu += 26 * UUR
    proef.leg_op("meldplicht", meldplicht(uuid4()), uuid4())
    await proef.wek()
    assert proef.ledger.views_differ() == []
    proef.ledger.rebuild()
    proef.nu += 60 * DAG
    await proef.wek()
    assert len(proef.feiten(MaatregelVerlopen)) == 3

"""The sign of life of a COA location: silence is warned about once, and what is heard again is told."""

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from services.intake.hartslag import gehoord, stil, stil_op
from shared.contracts import Fact
from shared.contracts.intake import LocatieHoorbaar, LocatieStil
from shared.klok import Wekker
from tests.intake.proef import NU, Proef

PLEK = ("gm0637", "rokkeveenseweg")
TERMIJN = timedelta(minutes=15)


async def hoor(proef: Proef, *plek: str) -> None:
    """A sign of life."""
    assert proef.dienst.hartslag is not None
    gemeente, locatie = plek or PLEK
    await proef.dienst.hartslag(gemeente, locatie)


async def tik(proef: Proef) -> None:
    """What is due."""
    await Wekker(proef.dienst.ledger, proef.dienst.timers, proef.klok).tick()


async def test_stil_en_weer_te_horen(proef: Proef) -> None:
    """Heard, silent after the profile's term, and heard again: three facts, however often it beats."""
    for _ in range(20):
        await hoor(proef)
        proef.klok.verder(minutes=1)
        await tik(proef)
    assert [type(feit) for feit in proef.feiten()] == [LocatieHoorbaar]
    laatst = proef.klok() - timedelta(minutes=1)
    for _ in range(4):
        proef.klok.verder(minutes=10)
        await tik(proef)
    stil_feit = proef.feiten()[-1]
    assert isinstance(stil_feit, LocatieStil)
    assert (stil_feit.sinds, stil_feit.laatst_gehoord_op, stil_feit.regel) == (laatst, laatst, "LVS-0.3")
    assert len(proef.feiten()) == 2
    await hoor(proef)
    await hoor(proef)
    terug = proef.feiten()[-1]
    assert isinstance(terug, LocatieHoorbaar)
    assert (terug.stil_sinds, len(proef.feiten())) == (laatst, 3)


async def test_wie_nooit_iets_liet_horen_is_niet_stil(proef: Proef) -> None:
    """A location whose system is not connected yet worries nobody, nor does one that no profile knows."""
    proef.klok.verder(days=3)
    await tik(proef)
    await hoor(proef, "gm0637", "verzonnen")
    await hoor(proef, "gm9999", "rokkeveenseweg")
    assert proef.feiten() == []


async def test_vaak_horen_kost_bijna_niets(proef: Proef) -> None:
    """A thousand signs of life within a minute are one fact and one row."""
    for _ in range(1000):
        await hoor(proef)
    assert len(proef.feiten()) == 1
    assert proef.rijen("SELECT COUNT(*) FROM timers WHERE soort = 'coa-stil'") == [(1,)]


def test_wat_wij_zelf_niet_hoorden_telt_niet() -> None:
    """After a stop of our own the location gets its full term again."""
    assert stil_op(NU, NU + timedelta(hours=5), TERMIJN) == NU + timedelta(hours=5, minutes=15)
    assert stil_op(NU, NU - timedelta(hours=5), TERMIJN) == NU + TERMIJN


@settings(max_examples=80, deadline=None)
@given(st.lists(st.booleans(), max_size=12))
def test_stil_en_hoorbaar_wisselen_elkaar_af(gebeurt: Sequence[bool]) -> None:
    """Whatever is heard or not: never silent before it was heard, never twice the same in a row."""
    feiten: list[Fact] = []
    for hoorbaar in gebeurt:
        feiten += gehoord(feiten, *PLEK) if hoorbaar else stil(feiten, *PLEK, laatst=NU, regel="LVS-0.3")
    soorten = [type(feit) for feit in feiten]
    assert soorten == [LocatieHoorbaar if plek % 2 == 0 else LocatieStil for plek in range(len(soorten))]

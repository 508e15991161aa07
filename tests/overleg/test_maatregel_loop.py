"""The life of a measure: announced, withdrawn, over."""

from uuid import uuid4

import pytest

from services.overleg.maatregel import (
    MaatregelOnbekend,
    MaatregelVoorbij,
    given,
    leg_op,
    loopt_af,
    trek_in,
    verleng,
    verloop,
    waarschuw_op,
)
from shared.contracts.overleg import MaatregelLooptAf, MaatregelOpgelegd, MaatregelVerlopen
from tests.overleg.test_maatregel import KORT, NU, SOORTEN
from tests.overleg.voorbeelden import DAG, GEMEENTE, PLEK, UUR


def opgelegd() -> MaatregelOpgelegd:
    """A short gebiedsverbod that was imposed."""
    return leg_op(SOORTEN["gebiedsverbod-kort"], KORT, maatregel_id=uuid4(), gemeente=GEMEENTE, locatie=PLEK)


def test_een_maatregel_verloopt_een_keer() -> None:
    """At its end, not before, and once."""
    feit = opgelegd()
    assert feit.eindigt is not None
    verlopen = MaatregelVerlopen(gemeente=GEMEENTE, locatie=PLEK, maatregel_id=feit.maatregel_id)
    assert verloop(given([feit]), feit.eindigt - UUR) == []
    assert verloop(given([feit]), feit.eindigt) == [verlopen]
    assert verloop(given([feit, verlopen]), feit.eindigt) == []


def test_zonder_einde_verloopt_hij_niet() -> None:
    """A measure without an end has no term to run out."""
    assert verloop(given([opgelegd().model_copy(update={"eindigt": None})]), NU + 999 * DAG) == []


def test_wie_gewaarschuwd_is_hoort_het_niet_weer() -> None:
    """That the end is near is said once for each end: from the moment it is near, and not at the end itself."""
    feit = opgelegd()
    assert feit.waarschuw_op is not None
    assert feit.eindigt is not None
    assert loopt_af(given([feit]), feit.waarschuw_op - UUR / 60) == []
    (gezegd,) = loopt_af(given([feit]), feit.waarschuw_op)
    assert isinstance(gezegd, MaatregelLooptAf)
    assert loopt_af(given([feit, gezegd]), feit.waarschuw_op) == []
    assert loopt_af(given([feit]), feit.eindigt) == []
    later = verleng(given([feit, gezegd]), SOORTEN["gebiedsverbod-kort"], feit.eindigt + DAG)
    assert later.waarschuw_op is not None
    assert len(loopt_af(given([feit, gezegd, later]), later.waarschuw_op)) == 1


def test_wat_over_gezondheid_of_thuis_gaat_wordt_niet_rondgestuurd() -> None:
    """Its end is shown to who may see it, and no warning goes around (LVS-3.1)."""
    eind = NU + 3 * DAG
    assert waarschuw_op(SOORTEN["crisismaatregel"], NU, eind) is None
    assert waarschuw_op(SOORTEN["meldplicht"], NU, eind) is not None


def test_wat_afgelopen_is_wordt_niet_ingetrokken() -> None:
    """Until its end it can be withdrawn, once; from then on it is over."""
    feit = opgelegd()
    assert feit.eindigt is not None
    (weg,) = trek_in(given([feit]), feit.eindigt - UUR / 60, door="burgemeester")
    assert trek_in(given([feit, weg]), feit.eindigt + DAG, door="burgemeester") == []
    with pytest.raises(MaatregelVoorbij):
        trek_in(given([feit]), feit.eindigt, door="burgemeester")


def test_een_maatregel_die_niemand_kent() -> None:
    """No facts, no measure."""
    with pytest.raises(MaatregelOnbekend):
        given([])

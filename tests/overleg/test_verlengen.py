"""Extending a measure: how often, how long, by whom, and with what (art. 172a, KN-4)."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from services.overleg.grenzen import toets_verlenging
from services.overleg.maatregel import Maatregel, MaatregelGeweigerd
from shared.profiel import Rol
from tests.overleg.test_maatregelgrenzen import (
    KENT,
    NU,
    WIE,
    met,
)
from tests.overleg.voorbeelden import DAG, GEMEENTE, PLEK, UUR, lokaal


def verleng(
    maatregel: Maatregel, eind: datetime, *andere: Maatregel, op: datetime = NU, door: Rol | None = None
) -> str | None:
    """By which rule an extension is refused; None: it is not."""
    soort = KENT.soort(maatregel.soort)
    try:
        toets_verlenging(maatregel, soort, eind, KENT, andere, door=door or soort.bevoegd, op=op)
    except MaatregelGeweigerd as geweigerd:
        return geweigerd.regel
    return None


def lopend(code: str, **anders: Any) -> Maatregel:
    """A measure that began on 1 February and ends on 1 May."""
    wat: dict[str, Any] = {"ingaande": lokaal(2026, 2, 1), "eindigt": lokaal(2026, 5, 1), "betrokkene": WIE}
    wat |= {"eerste_einde": lokaal(2026, 5, 1)} | anders
    return Maatregel(id=uuid4(), soort=code, gemeente=GEMEENTE, locatie=PLEK, **wat)


@pytest.mark.parametrize("code", ["gebiedsverbod-lang", "meldplicht", "groepsverbod"])
def test_172a_drie_keer_drie_maanden_en_samen_een_jaar(code: str) -> None:
    """At most three months at a time, three times, while still running, together a year (article 172a lid 4)."""
    soort = KENT.soort(code)
    assert verleng(lopend(code), lokaal(2026, 8, 1)) is None
    assert verleng(lopend(code), lokaal(2026, 8, 1, 11)) == soort.regel
    assert verleng(lopend(code, verlengd=3, eindigt=lokaal(2026, 11, 1)), lokaal(2026, 12, 1)) == soort.regel
    laatste = lopend(code, verlengd=2, eindigt=lokaal(2026, 11, 1))
    assert verleng(laatste, lokaal(2027, 2, 1), op=lokaal(2026, 10, 1)) is None
    verder = lopend(code, verlengd=2, eindigt=lokaal(2026, 12, 1))
    assert verleng(verder, lokaal(2027, 2, 2), op=lokaal(2026, 11, 1)) == soort.regel
    assert verleng(lopend(code), lokaal(2026, 6, 1), op=lokaal(2026, 5, 1)) == soort.regel
    assert verleng(lopend(code, ingetrokken=True), lokaal(2026, 6, 1)) == soort.regel


def test_een_huisverbod_tien_dagen_en_achttien_erbij() -> None:
    """Ten days, extended by at most eighteen in all, in one or more steps (KN-4)."""
    begin = lokaal(2026, 2, 5)
    tien, samen = begin + 10 * DAG, begin + 28 * DAG
    verbod = Maatregel(uuid4(), "tijdelijk-huisverbod", GEMEENTE, "alle", None, begin, tien, eerste_einde=tien)
    assert verleng(verbod, samen) is None
    assert verleng(verbod, samen + timedelta(minutes=1)) == "KN-4"
    tussen = replace(verbod, eindigt=begin + 20 * DAG, verlengd=1)
    assert verleng(tussen, samen) is None
    assert verleng(tussen, samen + DAG) == "KN-4"


def test_een_kort_gebiedsverbod_en_fouilleren_worden_niet_verlengd() -> None:
    """The council sets one term (TB-3.2); twelve hours are twelve hours (TB-3.3)."""
    assert verleng(lopend("gebiedsverbod-kort"), lokaal(2026, 5, 2)) == "TB-3.2"
    assert verleng(lopend("preventief-fouilleren", betrokkene=None), lokaal(2026, 5, 2)) == "TB-3.3"


def test_een_verlenging_is_hoogstens_een_termijn() -> None:
    """Where a council lets its short gebiedsverbod be extended, each time by at most its term (TB-3.2)."""
    kent = met("gebiedsverbod-kort", verlengingen_hoogstens=2)
    soort, verbod = kent.soort("gebiedsverbod-kort"), lopend("gebiedsverbod-kort", eindigt=lokaal(2026, 2, 20))
    termijn = soort.termijn_hoogstens
    assert termijn is not None
    toets_verlenging(verbod, soort, lokaal(2026, 2, 20) + termijn, kent, [], door=soort.bevoegd, op=NU)
    with pytest.raises(MaatregelGeweigerd) as geweigerd:
        toets_verlenging(verbod, soort, lokaal(2026, 2, 20) + termijn + UUR, kent, [], door=soort.bevoegd, op=NU)
    assert geweigerd.value.regel == "TB-3.2"


@pytest.mark.parametrize("door", [rol for rol in Rol if rol is not Rol.BURGEMEESTER])
def test_wie_oplegt_verlengt(door: Rol) -> None:
    """Nobody else extends it (TB-3.5); and an extension ends later than what it extends."""
    assert verleng(lopend("meldplicht"), lokaal(2026, 6, 1), door=door) == "TB-3.5"
    assert verleng(lopend("meldplicht"), lokaal(2026, 5, 1)) == "TB-3.5"


def test_een_verlenging_wordt_geen_verboden_combinatie() -> None:
    """A meldplicht is not extended into the time of a short gebiedsverbod of the same betrokkene (TB-3.2)."""
    straks = lopend("gebiedsverbod-kort", ingaande=lokaal(2026, 5, 10), eindigt=lokaal(2026, 5, 20))
    assert verleng(lopend("meldplicht"), lokaal(2026, 6, 1), straks) == "TB-3.2"
    assert verleng(lopend("meldplicht"), lokaal(2026, 6, 1), replace(straks, ingetrokken=True)) is None
    assert verleng(lopend("meldplicht"), lokaal(2026, 5, 10), straks) is None

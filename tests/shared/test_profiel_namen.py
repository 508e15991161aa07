"""What a part of a profile is called on a page: never by its code."""

import re

import pytest

from meldketen.beheerpaginas import regels
from shared.profiel import Profielen, laad
from shared.profiel.namen import codenaam, overlegnamen, pleknaam
from shared.web.toegang import ACTIES
from shared.web.toegang.actienamen import ACTIENAMEN

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize("naam", ["zoetermeer", "koggenland", "leidschendam-voorburg"])
def test_elke_regel_heeft_een_naam(naam: str) -> None:
    """Every part with a rule says in words what it is about."""
    gevonden = list(regels(laad(naam)))
    assert [een for een in gevonden if not een.naam or CODE.fullmatch(een.naam) or een.onderdeel.islower()] == []
    assert {een.code for een in gevonden} > {""}


def test_een_plek_bij_haar_naam() -> None:
    """A location, a municipality, everything; what no profile knows keeps its code."""
    profielen = Profielen([laad("zoetermeer"), laad("koggenland")])
    assert pleknaam(profielen, "gm0637", "rokkeveenseweg") == "Noodopvang Rokkeveenseweg"
    assert pleknaam(profielen, None, "rokkeveenseweg") == "Noodopvang Rokkeveenseweg"
    assert pleknaam(profielen, "gm1598", "rokkeveenseweg") == "rokkeveenseweg"
    assert [codenaam(profielen, code) for code in ("alle", "gm1598", "rokkeveenseweg", "weg")] == [
        "Overal",
        "Koggenland",
        "Noodopvang Rokkeveenseweg",
        "weg",
    ]


def test_hoe_het_overleg_heet() -> None:
    """By the short name that the profile gives the meeting of every week; nothing where it gives none."""
    assert overlegnamen(Profielen([laad("zoetermeer"), laad("koggenland")])) == "LVOS"
    assert overlegnamen(Profielen([laad("koggenland")])) == ""


def test_elke_actie_heeft_woorden() -> None:
    """The audit says in words what somebody did."""
    assert ACTIENAMEN.keys() == ACTIES.keys()
    assert len(set(ACTIENAMEN.values())) == len(ACTIENAMEN)

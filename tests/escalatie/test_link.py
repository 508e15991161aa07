"""The signed link: what it proves, and for how long."""

from datetime import timedelta

import pytest

from services.escalatie.alarm import Alarm
from services.escalatie.verzending import Bevestiglink, Bewijs, LinkOngeldig, LinkVerlopen
from shared.contracts.escalatie import Stap
from tests.escalatie.gegeven import BEGIN, DAG, ESCALATIE

ALARM = Alarm(ESCALATIE, Stap.ONTVANGEN, 1, 1, "politie")
LINK = Bevestiglink("g" * 40, "https://meldketen.example")


def token() -> str:
    """What stands in the link of a notice."""
    return LINK.voor(ALARM, op=BEGIN).partition("?t=")[2]


def test_een_link_bewijst_waarvoor_hij_is() -> None:
    """Escalation, role, step of the ladder and what is confirmed."""
    assert LINK.voor(ALARM, op=BEGIN).startswith("https://meldketen.example/bevestig?t=")
    assert LINK.lees(token(), op=BEGIN + DAG) == Bewijs(ESCALATIE, "politie", 1, Stap.ONTVANGEN)


def test_een_link_verloopt_na_veertien_dagen() -> None:
    """At fourteen days it still works, after that it says what to do."""
    assert LINK.lees(token(), op=BEGIN + 14 * DAG)
    with pytest.raises(LinkVerlopen, match="Meld u aan"):
        LINK.lees(token(), op=BEGIN + 14 * DAG + timedelta(seconds=1))


def test_een_link_die_verder_gaat_houdt_zijn_einde() -> None:
    """The page signs each next step anew, until the moment of the first: going to and fro makes no link eternal."""
    volgend = LINK.voor_stap(token(), Stap.BURGEMEESTER_INGELICHT, op=BEGIN + 13 * DAG)
    assert LINK.lees(volgend, op=BEGIN + 14 * DAG) == Bewijs(ESCALATIE, "politie", 1, Stap.BURGEMEESTER_INGELICHT)
    assert LINK.voor_stap(volgend, Stap.ONTVANGEN, op=BEGIN + 14 * DAG) == token()
    with pytest.raises(LinkVerlopen):
        LINK.voor_stap(volgend, Stap.ONTVANGEN, op=BEGIN + 15 * DAG)


@pytest.mark.parametrize("plek", [0, 5, -2])
def test_een_veranderde_link_werkt_niet(plek: int) -> None:
    """One other character anywhere, and nothing is confirmed."""
    anders = list(token())
    anders[plek] = "A" if anders[plek] != "A" else "B"
    with pytest.raises(LinkOngeldig):
        LINK.lees("".join(anders), op=BEGIN)


@pytest.mark.parametrize("wat", ["", "onzin", "e30.x", "a.b.c", "é"])
def test_onzin_is_geen_link(wat: str) -> None:
    """Whatever stands behind `t=`: a clear refusal."""
    with pytest.raises(LinkOngeldig):
        LINK.lees(wat, op=BEGIN)


def test_een_link_van_een_ander_geheim_werkt_niet() -> None:
    """Only the installation itself makes links."""
    vreemd = Bevestiglink("h" * 40, "https://meldketen.example").voor(ALARM, op=BEGIN).partition("?t=")[2]
    with pytest.raises(LinkOngeldig):
        LINK.lees(vreemd, op=BEGIN)

"""Long work says how far it is: at a terminal in a bar, in the log in a line, and to nobody else."""

import sys
from io import StringIO

import pytest
import structlog
from structlog.testing import capture_logs

from meldketen.cli.balk import balk
from shared.voortgang import OM_DE_SECONDS, Meter, in_het_log


class Scherm(StringIO):
    """A terminal, as far as it is asked."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


@pytest.mark.parametrize(("uitvoer", "ziet"), [(Scherm(), True), (StringIO(), False)], ids=["terminal", "file"])
def test_a_bar_is_for_a_person_at_a_terminal(uitvoer: StringIO, ziet: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second round begins anew, and what came in meanwhile never makes more than all."""
    monkeypatch.setattr(sys, "stderr", uitvoer)
    with balk("Intake") as voortgang:
        for gedaan, van in ((2_000, 4_000), (4_100, 4_000), (50, 100)):
            voortgang(gedaan, van)
    assert ("Intake" in uitvoer.getvalue()) is ziet
    assert "4100 van 4000" not in uitvoer.getvalue()


def test_the_log_is_told_now_and_then() -> None:
    """Short work says nothing; long work every five seconds, and never that more than all is done."""
    op = [0.0]
    with capture_logs() as regels:
        voortgang = in_het_log(structlog.get_logger(), "overzichten opbouwen", lambda: op[0], dienst="intake")
        for gedaan in (1, 2, 3):
            voortgang(gedaan, 2)
            op[0] += OM_DE_SECONDS / 2
        voortgang(4, 2)
    gezegd = [(regel["event"], regel["gedaan"], regel["van"], regel["dienst"]) for regel in regels]
    assert gezegd == [("overzichten opbouwen", 3, 3, "intake")]


def test_a_meter_says_how_far_it_is_and_about_how_much_longer() -> None:
    """Never that all is done while it is not over; no guess in the first seconds; work that begins anew is new work."""
    op = [0.0]
    meter = Meter(lambda: op[0])
    assert (meter.stand.van, meter.stand.procent, meter.stand.nog_minuten) == (0, 0, None)
    meter(10, 1_000)
    assert (meter.stand.procent, meter.stand.nog_minuten) == (1, None)
    op[0] = 60.0
    meter(250, 1_000)
    assert (meter.stand.procent, meter.stand.nog_minuten) == (25, 3)
    meter(1_100, 1_000)
    assert (meter.stand.procent, meter.stand.van, meter.stand.nog_minuten) == (99, 1_100, 1)
    meter(10, 500)
    assert (meter.stand.procent, meter.stand.nog_minuten) == (2, None)

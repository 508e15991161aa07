"""`meldketen sleutel groep`."""

from tests.cli.conftest import Meldketen

MAAK = ("sleutel", "groep", "maak", "--naam", "Winkels Dorp", "--locatie", "rokkeveenseweg")


def test_a_code_is_alone_on_the_output_and_can_be_withdrawn(meldketen: Meldketen) -> None:
    """The list shows the group and never the code; after withdrawing it says so."""
    gemaakt = meldketen(*MAAK, "--plaats", "buiten-noodopvang")
    assert gemaakt.code == 0, gemaakt.fout
    assert len(gemaakt.uit.split()) == 1
    lijst = meldketen("sleutel", "groep", "lijst").uit
    assert "Winkels Dorp" in lijst
    assert gemaakt.uit.strip() not in lijst
    assert meldketen("sleutel", "groep", "trek-in", lijst.split()[0]).code == 0
    assert "ingetrokken" in meldketen("sleutel", "groep", "lijst").uit


def test_a_group_that_could_never_report_is_refused(meldketen: Meldketen) -> None:
    """Exit code 1 and what must change."""
    afloop = meldketen(*MAAK)
    assert afloop.code == 1
    assert "buiten-noodopvang" in afloop.fout

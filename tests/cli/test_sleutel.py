"""`meldketen sleutel`."""

import pytest

from tests.cli.conftest import Meldketen


def test_a_key_is_alone_on_the_output(meldketen: Meldketen) -> None:
    """A script can take the output as the key; the list shows that it exists, never the key itself."""
    gemaakt = meldketen("sleutel", "maak", "--rol", "meldpunt", "--naam", "zaaksysteem")
    assert gemaakt.code == 0, gemaakt.fout
    sleutel = gemaakt.uit.strip()
    assert len(sleutel.split()) == 1
    assert len(sleutel) > 20

    lijst = meldketen("sleutel", "lijst")
    assert "zaaksysteem" in lijst.uit
    assert "meldpunt" in lijst.uit
    assert sleutel not in lijst.uit


def test_a_withdrawn_key_is_shown_as_such(meldketen: Meldketen) -> None:
    """Withdrawing asks for the id of the list, and the list tells when it was done."""
    meldketen("sleutel", "maak", "--rol", "coa", "--naam", "locatiesysteem", "--locatie", "rokkeveenseweg")
    kenmerk = meldketen("sleutel", "lijst").uit.split()[0]
    assert meldketen("sleutel", "trek-in", kenmerk).code == 0
    assert "ingetrokken" in meldketen("sleutel", "lijst").uit


def test_withdrawing_an_unknown_key_is_refused(meldketen: Meldketen) -> None:
    """A mistake in the id is no silent success."""
    afloop = meldketen("sleutel", "trek-in", "bestaatniet")
    assert afloop.code == 1
    assert "Fout: " in afloop.fout


@pytest.mark.parametrize(
    ("optie", "waarde", "staat"),
    [
        ("--locatie", "rokkeveenseweg", "rokkeveenseweg"),
        ("--gemeente", "gm0637", "gm0637"),
        ("--geldig-tot", "2031-05-06", "geldig tot 2031-05-06"),
    ],
)
def test_what_a_key_is_limited_to_is_in_the_list(meldketen: Meldketen, optie: str, waarde: str, staat: str) -> None:
    """A limit that was asked for and not kept would be a key that opens too much."""
    gemaakt = meldketen("sleutel", "maak", "--rol", "oov", "--naam", "proef", optie, waarde)
    assert gemaakt.code == 0, gemaakt.fout
    assert staat in meldketen("sleutel", "lijst").uit

"""`meldketen sleutel`."""

import json
from pathlib import Path

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
        ("--alleen-lezen", None, "proef (alleen lezen)"),
    ],
)
def test_what_a_key_is_limited_to_is_in_the_list(
    meldketen: Meldketen, optie: str, waarde: str | None, staat: str
) -> None:
    """A limit that was asked for and not kept would be a key that opens too much."""
    gemaakt = meldketen("sleutel", "maak", "--rol", "oov", "--naam", "proef", *filter(None, (optie, waarde)))
    assert gemaakt.code == 0, gemaakt.fout
    assert staat in meldketen("sleutel", "lijst").uit


def test_credentials_of_a_coa_location_are_a_file_for_its_owner(meldketen: Meldketen, tmp_path: Path) -> None:
    """The file is what NATS clients read; the list shows it and it can be withdrawn; nothing is overwritten."""
    plek = ("--locatie", "rokkeveenseweg", "--uit", "L.creds")
    gemaakt = meldketen("sleutel", "coa", *plek, "--geldig-tot", "2031-05-06")
    assert gemaakt.code == 0, gemaakt.fout
    assert "coa.gm0637.rokkeveenseweg.incident" in gemaakt.uit
    bestand = tmp_path / "L.creds"
    assert bestand.stat().st_mode & 0o777 == 0o600
    assert "BEGIN NATS USER JWT" in bestand.read_text()
    assert "BEGIN USER NKEY SEED" in bestand.read_text()
    kenmerk = meldketen("sleutel", "lijst").uit.split()[0]
    assert kenmerk in gemaakt.uit
    assert meldketen("sleutel", "coa", *plek).code == 1
    assert meldketen("sleutel", "coa", "--locatie", "zoetermeer", "--uit", "M.creds").code == 1
    assert meldketen("sleutel", "trek-in", kenmerk).code == 0
    assert "ingetrokken" in meldketen("sleutel", "lijst").uit


def test_for_a_server_of_ones_own_it_says_what_to_configure(meldketen: Meldketen, tmp_path: Path) -> None:
    """There the file holds the seed of an nkey, and the output the entry with exactly its rights."""
    gemaakt = meldketen("sleutel", "coa", "--nats", "nats://x", "--locatie", "rokkeveenseweg", "--uit", "L.nk")
    assert gemaakt.code == 0, gemaakt.fout
    assert (tmp_path / "L.nk").read_text().startswith("SU")
    gebruiker = json.loads(gemaakt.uit[gemaakt.uit.index("{") :])
    assert gebruiker["nkey"].startswith("U")
    assert gebruiker["permissions"]["publish"]["allow"] == [
        *("coa.gm0637.rokkeveenseweg.incident", "coa.gm0637.rokkeveenseweg.hartslag"),
    ]

"""`meldketen start`: up quickly, stopped cleanly, one at a time."""

import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

from meldketen.gegevensmap import REGISTER_BIJ_GEGEVENS
from shared.ledger.ledger import BOOK
from tests.cli.conftest import Meldketen
from tests.cli.draaiend import draaiende_keten
from tests.wachten import wacht_tot


def test_it_starts_from_nothing_and_stops(tmp_path: Path) -> None:
    """Ready, answering, and ended with code 0 at Ctrl-C; for less than thrice what loading it alone takes."""
    vooraf = _rekentijd()
    subprocess.run([sys.executable, "-c", "import meldketen.start"], check=True)
    laden, vooraf = _rekentijd() - vooraf, _rekentijd()
    with draaiende_keten(tmp_path, koud=True) as keten:
        wacht_tot(lambda: _is_gereed(keten.adres), op="gereed")
        assert keten.stop(signal.SIGINT) == 0
    assert _rekentijd() - vooraf < 3 * laden


def _is_gereed(adres: str) -> bool:
    """It may have to catch up with what it said itself."""
    try:
        with urllib.request.urlopen(f"{adres}/gereed") as antwoord:
            return bool(antwoord.status == 200)
    except urllib.error.HTTPError:
        return False


def _rekentijd() -> float:
    """Seconds of processor time that ended child processes took."""
    gebruik = resource.getrusage(resource.RUSAGE_CHILDREN)
    return gebruik.ru_utime + gebruik.ru_stime


def test_it_stops_when_it_is_asked_to(tmp_path: Path) -> None:
    """As at Ctrl-C: with code 0."""
    with draaiende_keten(tmp_path) as keten:
        assert keten.adres
        assert keten.stop(signal.SIGTERM) == 0


def test_no_sign_in_link_goes_into_a_log(tmp_path: Path) -> None:
    """The first link is for a person at a terminal; output that goes elsewhere does not get it."""
    with draaiende_keten(tmp_path) as keten:
        assert keten.adres
        assert not any("aanmelden" in regel.lower() for regel in keten.regels)
        assert REGISTER_BIJ_GEGEVENS in keten.regels


def test_a_second_start_on_the_same_folder_is_refused(meldketen: Meldketen, tmp_path: Path) -> None:
    """Two on one folder would alarm twice: the second says so, and the first goes on."""
    with draaiende_keten(tmp_path) as keten:
        assert keten.adres
        afloop = meldketen("start", "--poort", "0")
        assert afloop.code == 1
        assert "draait al een meldketen" in afloop.fout
        assert keten.proces.poll() is None


def test_a_used_port_is_refused(meldketen: Meldketen, tmp_path: Path) -> None:
    """The message names the port and the option."""
    with draaiende_keten(tmp_path) as keten:
        poort = keten.adres.rpartition(":")[2]
        afloop = meldketen("start", "--poort", poort, "--data", "andere")
    assert afloop.code == 1
    assert f"Poort {poort}" in afloop.fout
    assert "--poort" in afloop.fout


def test_a_wrong_profile_is_refused_with_its_line(meldketen: Meldketen, tmp_path: Path) -> None:
    """It does not start on a profile that somebody could not have meant."""
    (tmp_path / "fout.toml").write_text("[gemeente]\nnaam = 3\n")
    afloop = meldketen("start", "--profiel", "fout.toml", "--poort", "0", koud=True)
    assert afloop.code == 1
    assert "fout.toml, regel 2" in afloop.fout


def test_a_server_that_is_not_there_is_said(meldketen: Meldketen) -> None:
    """It does not wait for ever on an address that somebody mistyped."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        adres = f"nats://127.0.0.1:{nobody.getsockname()[1]}"
        afloop = meldketen("start", "--nats", adres, "--poort", "0", MELDKETEN_NATS_WACHT="1")
    assert afloop.code == 1
    assert "Controleer het adres bij --nats" in afloop.fout
    assert "Traceback" not in afloop.fout


def test_a_store_of_a_newer_version_is_refused(meldketen: Meldketen, tmp_path: Path) -> None:
    """Older software leaves it alone, and says so without a traceback."""
    (tmp_path / "gegevens").mkdir()
    with closing(sqlite3.connect(tmp_path / "gegevens" / "overleg.db")) as database:
        database.execute(BOOK)
        database.execute("INSERT INTO boek (een, id, versie) VALUES (1, 'x', 99)")
        database.commit()
    afloop = meldketen("start", "--poort", "0")
    assert afloop.code == 1
    assert "dit grootboek is van versie 99" in afloop.fout
    assert "Traceback" not in afloop.fout

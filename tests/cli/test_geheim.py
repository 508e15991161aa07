"""The secret of an installation is made once, and whole."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from stat import S_IMODE
from threading import Barrier

from pydantic import SecretStr

from meldketen.gegevensmap import geheim_van

TEGELIJK = 8


def test_services_that_start_together_have_the_same_secret(tmp_path: Path) -> None:
    """Each of four services makes it where it is not there yet; none reads what another is still writing."""
    klaar = Barrier(TEGELIJK)

    def neem(folder: Path) -> str:
        klaar.wait()
        return geheim_van(folder, SecretStr("")).get_secret_value()

    with ThreadPoolExecutor(TEGELIJK) as samen:
        for ronde in range(25):
            folder = tmp_path / str(ronde)
            folder.mkdir()
            (geheim,) = set(samen.map(neem, [folder] * TEGELIJK))
            assert len(geheim) == 64
            assert [pad.name for pad in folder.iterdir()] == ["geheim"]


def test_only_this_user_may_read_it(tmp_path: Path) -> None:
    """Who has it can confirm an alert and follow a melding."""
    geheim_van(tmp_path, SecretStr(""))
    assert S_IMODE((tmp_path / "geheim").stat().st_mode) == 0o600

"""The clock of the machine jumps an hour while deadlines run: libfaketime gives the process another time than ours."""

import sys
from collections.abc import Callable
from pathlib import Path

import libfaketime
import pytest

from tests.journeys.installatie import Installatie, incident
from tests.journeys.ontvanger import Ontvanger
from tests.wachten import wacht_tot

LADDER = (
    ('{ rollen = ["politie"], wacht = "PT10M" }', '{ rollen = ["politie"], wacht = "PT25S" }'),
    ('{ rollen = ["piket", "oov"], wacht = "PT10M" }', '{ rollen = ["piket", "oov"], wacht = "PT6H" }'),
)
EERDER = 12.0
"""Seconds: well before the step is due by the time that really passes."""
BIBLIOTHEEK = Path(libfaketime.__file__).parent / "vendor" / "libfaketime" / "src" / "libfaketime.so.1"


def klok(bestand: Path) -> Callable[[int], None]:
    """Return what sets the clock so many seconds ahead of ours."""

    def zet(seconden: int) -> None:
        nieuw = bestand.with_suffix(".nieuw")
        nieuw.write_text(f"{seconden:+d}")
        nieuw.replace(bestand)

    zet(0)
    return zet


@pytest.mark.lang
@pytest.mark.skipif(sys.platform != "linux", reason="libfaketime comes built for Linux")
def test_the_clock_jumps_forward_and_back(tmp_path: Path) -> None:
    """Forward: what became due goes off at once, once. Back: a deadline of seconds does not become one of an hour."""
    zet = klok(tmp_path / "klok")
    instellingen = {
        "LD_PRELOAD": str(BIBLIOTHEEK),
        "FAKETIME_TIMESTAMP_FILE": str(tmp_path / "klok"),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    with Ontvanger() as mensen:
        kanalen = {rol: mensen.kanaal(rol) for rol in ("politie", "piket", "oov")}
        installatie = Installatie(tmp_path, kanalen=kanalen, instellingen=instellingen, koud=True)
        installatie.pas_profiel_aan(*LADDER).start()
        _meld(installatie)
        wacht_tot(lambda: len(mensen.teksten("politie")) == 1, 20, op="politie")
        zet(3600)
        wacht_tot(lambda: len(mensen.teksten("piket")) == 1, EERDER, op="opschalen na de sprong vooruit")
        _meld(installatie)
        wacht_tot(lambda: len(mensen.teksten("politie")) == 2, 20, op="politie")
        zet(0)
        wacht_tot(lambda: len(mensen.teksten("piket")) == 2, 60, op="opschalen na de sprong terug")
        assert [len(mensen.teksten(rol)) for rol in kanalen] == [2, 2, 2]
        gecontroleerd = installatie.opdracht("controleer")
        assert gecontroleerd.code == 0, gecontroleerd.uit
        installatie.stop()


def _meld(installatie: Installatie) -> None:
    assert installatie.post("coa", "/intake/v1/incidenten", incident()).status_code == 201

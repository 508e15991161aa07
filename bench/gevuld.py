"""How much memory a running chain holds once it has taken many reports."""

import csv
import subprocess
import time
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.begin import HOOGSTENS_MB
from bench.invoer import KOP, regel
from bench.keten import MELDKETEN, Keten, gestart, omgeving, sleutel
from bench.ronden import Rij, grens

MELDINGEN, OVER = 100_000, timedelta(days=365)
KIJK, HOOGSTENS_S, RUST = 1.0, 1_800.0, 60.0
"""Seconds between two looks, that it may take, and of rest: nats-server gives back what it no longer needs."""
WACHT_OP = ("meldketen_outbox_achterstand", "meldketen_afnemer_achterstand", "meldketen_wachtrij")


def meet(meldingen: int = MELDINGEN) -> list[Rij]:
    """Import a year of reports beside the chain that runs, and look when every service has applied them."""
    with TemporaryDirectory(prefix="meldketen-bench-") as map_:
        folder, bestand = Path(map_, "gegevens"), Path(map_, "meldingen.csv")
        _schrijf(bestand, meldingen)
        with gestart(folder) as keten:
            key = sleutel(folder)
            _importeer(bestand, folder, meldingen)
            _tot_verwerkt(keten, key)
            time.sleep(RUST)
            hoeveel = f"{meldingen:,}".replace(",", ".")
            return [grens(f"geheugen na {hoeveel} meldingen (MB; basis: hoogstens)", [keten.rss()], HOOGSTENS_MB)]


def _schrijf(bestand: Path, meldingen: int) -> None:
    stap, nu = OVER / meldingen, datetime.now(UTC) - timedelta(hours=1)
    with bestand.open("w", encoding="utf-8", newline="") as uit:
        schrijver = csv.writer(uit)
        schrijver.writerow(KOP)
        schrijver.writerows(regel(n, nu - n * stap, 0) for n in range(meldingen))


def _importeer(bestand: Path, folder: Path, meldingen: int) -> None:
    """Take the file in.

    Raises:
        RuntimeError: not every line was taken: the figure would be about fewer.
    """
    command = [str(MELDKETEN), "importeer", str(bestand), "--data", str(folder)]
    klaar = subprocess.run(command, env=omgeving({}), check=True, capture_output=True, text=True)
    if f" {meldingen} aangenomen" not in klaar.stdout:
        raise RuntimeError(f"not every line was taken: {klaar.stdout}")


def _tot_verwerkt(keten: Keten, key: str) -> None:
    """Wait until nothing waits anywhere.

    Raises:
        TimeoutError: something still waits.
    """
    einde = time.monotonic() + HOOGSTENS_S
    while wachtend := _wachtend(keten, key):
        if time.monotonic() > einde:
            raise TimeoutError(f"{wachtend:.0f} still wait")
        time.sleep(KIJK)


def _wachtend(keten: Keten, key: str) -> float:
    verbinding = HTTPConnection("127.0.0.1", keten.poort, timeout=30)
    verbinding.request("GET", "/metrics", headers={"Authorization": f"Bearer {key}"})
    regels = verbinding.getresponse().read().decode().splitlines()
    verbinding.close()
    gevonden = [float(regel.rpartition(" ")[2]) for regel in regels if regel.startswith(WACHT_OP)]
    if not gevonden:
        raise RuntimeError("the chain does not say what waits")
    return sum(gevonden)

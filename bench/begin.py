"""How long until all is up, and how much memory it holds while nothing happens."""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.keten import gestart
from bench.ronden import Rij, grens, om_en_om, rij_van_duren
from shared.natsserver import NatsServer

RONDEN, HOOGSTENS_MB, RUST = 5, 250.0, 1.0
_WELKE = """
import json, sys
import meldketen.diensten, meldketen.start
eigen = ("meldketen", "services", "shared", "deploy", "__main__")
vreemd = {naam: module for naam, module in sys.modules.items() if naam.partition(".")[0] not in eigen}
print(json.dumps([naam for naam, module in vreemd.items() if getattr(module, "__file__", None)]))
"""
_LAAD = """
import importlib, json, sys
for naam in json.load(sys.stdin):
    importlib.import_module(naam)
"""


def meet() -> list[Rij]:
    """Hold the start against importing the same libraries and starting nats-server."""
    bibliotheken, geheugen = _bibliotheken(), list[float]()

    def begin() -> float:
        with TemporaryDirectory(prefix="meldketen-bench-") as folder:
            start = perf_counter()
            with gestart(Path(folder)) as keten:
                duur = perf_counter() - start
                time.sleep(RUST)
                geheugen.append(keten.rss())
        return duur * 1_000

    paren = om_en_om(begin, lambda: _basis(bibliotheken), RONDEN)
    return [
        rij_van_duren("start tot gereed (ms; basis: bibliotheken laden + nats-server)", paren, hoogstens=2),
        grens("geheugen in rust, met nats-server (MB; basis: hoogstens)", geheugen, HOOGSTENS_MB),
    ]


def _bibliotheken() -> str:
    return subprocess.run([sys.executable, "-c", _WELKE], check=True, capture_output=True, text=True).stdout


def _basis(bibliotheken: str) -> float:
    with TemporaryDirectory(prefix="meldketen-bench-") as folder:
        begin = perf_counter()
        subprocess.run([sys.executable, "-c", _LAAD], input=bibliotheken, check=True, text=True)
        server = NatsServer(Path(folder))
        server.start()
        duur = perf_counter() - begin
        server.stop()
    return duur * 1_000

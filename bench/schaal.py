"""What a melding costs with one municipality in the system, and with fifty: no more each.

    python -m bench.schaal --gemeenten 50

It is no part of `make bench`: it says what a size costs, not how fast the program is. docs/schaal.md holds the outcome.
"""

import argparse
import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.belasting import Opdracht
from bench.duurproef import omvang
from bench.geheugen import kinderen
from bench.intake import TEKST, lichamen
from bench.keten import Keten, gestart, sleutel
from bench.ronden import belast

VOORBEELD = Path("deploy/profielen/zoetermeer.toml")
PAD, SECONDEN, VERBINDINGEN = "/intake/v1/meldingen", 8.0, 8
TIK, STIL, HOOGSTENS = 1.0, 0.03, 120
"""Nothing flows any more when a second costs less processor time than this."""


@dataclass(frozen=True)
class Stand:
    """What one size costs. Times in ms and sizes in kB a melding; memory in MB."""

    gemeenten: int
    start: float
    geheugen: float
    meldingen: int
    processor: float
    opslag: float
    bus: float


def profielen(folder: Path, aantal: int) -> list[Path]:
    """Write as many municipalities, each with places of its own; return their files."""
    bron, paden = VOORBEELD.read_text(encoding="utf-8"), list[Path]()
    for nummer in range(aantal):
        eigen = bron.replace('"gm0637"', f'"gm9{nummer:03}"').replace(
            'naam = "Zoetermeer"', f'naam = "Proef {nummer}"', 1
        )
        for plek in ("rokkeveenseweg", "zoetermeer"):
            eigen = eigen.replace(f'"{plek}"', f'"{plek}-{nummer}"')
        paden.append(folder / f"proef{nummer}.toml")
        paden[-1].write_text(eigen, encoding="utf-8")
    return paden


def meet(aantal: int) -> Stand:
    """Run so many municipalities in one process, and report in all of them."""
    with TemporaryDirectory(prefix="meldketen-bench-") as map_:
        folder, begin = Path(map_, "gegevens"), time.perf_counter()
        lijst = " ".join(map(str, profielen(Path(map_), aantal)))
        with gestart(folder, MELDKETEN_PROFIEL=lijst, MELDKETEN_SNELHEIDSLIMIET="false") as keten:
            start = time.perf_counter() - begin
            return _kosten(keten, folder, aantal, start)


def _kosten(keten: Keten, folder: Path, aantal: int, start: float) -> Stand:
    opdracht = Opdracht(keten.poort, PAD, _lichamen(aantal), sleutel(folder), VERBINDINGEN, SECONDEN)
    belast(replace(opdracht, seconden=2.0), verwacht=201)  # what is made the first time
    was, opslag, bus = _rustig(keten), omvang(folder, "*.db*"), omvang(folder, "nats/jetstream/**/*")
    meldingen = int(belast(opdracht, verwacht=201)["codes"]["201"])
    return Stand(
        aantal,
        start * 1_000,
        keten.rss(),
        meldingen,
        (_rustig(keten) - was) * 1_000 / meldingen,
        (omvang(folder, "*.db*") - opslag) * 1_024 / meldingen,
        (omvang(folder, "nats/jetstream/**/*") - bus) * 1_024 / meldingen,
    )


def _lichamen(aantal: int) -> list[str]:
    """Return reports with text, spread over every municipality."""
    gewoon = [json.loads(lichaam) for lichaam in lichamen(TEKST)]
    plekken = [{"gemeente": f"gm9{nummer:03}", "locatie": f"rokkeveenseweg-{nummer}"} for nummer in range(aantal)]
    return [json.dumps({**een, **plek}) for een in gewoon for plek in plekken]


def _rustig(keten: Keten) -> float:
    """Wait until nothing flows any more; return the seconds of processor time until then, nats-server included.

    Raises:
        TimeoutError: it never becomes quiet.
    """
    was = _processor(keten.pid)
    for _ in range(HOOGSTENS):
        time.sleep(TIK)
        is_nu = _processor(keten.pid)
        if is_nu - was < STIL:
            return is_nu
        was = is_nu
    raise TimeoutError


def _processor(pid: int) -> float:
    velden = [Path(f"/proc/{een}/stat").read_text().rpartition(")")[2].split() for een in (pid, *kinderen(pid))]
    return sum(int(veld[11]) + int(veld[12]) for veld in velden) / os.sysconf("SC_CLK_TCK")


def toon(standen: Sequence[Stand]) -> None:
    """Print a line a size."""
    print("gemeenten  start ms  geheugen MB  meldingen  ms processor  kB opslag  kB bus   (per melding, met tekst)")
    for stand in standen:
        print(
            f"{stand.gemeenten:9} {stand.start:9.0f} {stand.geheugen:12.0f} {stand.meldingen:10} "
            f"{stand.processor:13.2f} {stand.opslag:10.1f} {stand.bus:7.1f}"
        )


def main() -> None:
    """Measure one municipality, ten, and as many as asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.schaal", description="Wat een gemeente erbij kost.")
    parser.add_argument("--gemeenten", type=int, default=50)
    toon([meet(aantal) for aantal in sorted({1, 10, parser.parse_args().gemeenten})])


if __name__ == "__main__":
    main()

"""Twice what the chain can take: what it promised stands, what it cannot take it says, and it does not swell."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.belasting import Opdracht
from bench.geheugen import hoogste
from bench.intake import lichamen
from bench.keten import Keten, gestart, sleutel
from bench.overvraag import Uitslag
from bench.ronden import Rij, per_seconde, rij, rij_van_duren

KEER, SECONDEN, VERBINDINGEN = 2, 15.0, 4096
GOED, VOL = 201, 503
TEL = "SELECT count(*) FROM stored_events WHERE topic = 'MeldingOntvangen'"


def meet() -> list[Rij]:
    """Measure what it can take, then ask twice as much; every 201 is looked up in the ledger afterwards."""
    with TemporaryDirectory(prefix="meldketen-bench-") as map_:
        folder = Path(map_)
        with gestart(folder, MELDKETEN_SNELHEIDSLIMIET="false") as keten:
            opdracht = Opdracht(keten.poort, "/intake/v1/meldingen", lichamen(), sleutel=sleutel(folder))
            kan, ervoor = per_seconde(opdracht, verwacht=201), keten.rss()
            al = _in_het_grootboek(folder)
            uitslag = _overvraag(opdracht, KEER * kan)
            erna = _piek(keten)
        return rijen(uitslag, kan, (erna, ervoor), _in_het_grootboek(folder) - al)


def rijen(uitslag: Uitslag, kan: float, geheugen: tuple[float, float], opgeslagen: int) -> list[Rij]:
    """Make the lines.

    Raises:
        RuntimeError: a 201 is not in the ledger, or another answer came than 201 and 503 with `Retry-After`.
    """
    codes, gezegd = uitslag.codes, uitslag.codes.get(GOED, 0)
    vreemd = {code: aantal for code, aantal in codes.items() if code not in {GOED, VOL}}
    if vreemd or uitslag.zonder_retry_after or not gezegd <= opgeslagen <= gezegd + uitslag.onbeantwoord:
        raise RuntimeError(f"{opgeslagen} stored of {gezegd} promised; {uitslag}")
    print(f"  (overbelasting: {gezegd} keer 201, alle in het grootboek; {codes.get(VOL, 0)} keer 503 met Retry-After;")
    print(f"   {uitslag.niet_verstuurd} bleven bij de afzender, {uitslag.onbeantwoord} zonder antwoord)")
    return [
        rij(f"opgeslagen bij {KEER} keer wat kan (per seconde)", [(gezegd / uitslag.seconden, kan)], doel=0.8),
        rij_van_duren(f"geheugen bij {KEER} keer wat kan, hoogste (MB; basis: ervoor)", [geheugen], hoogstens=1.5),
    ]


def _overvraag(opdracht: Opdracht, tempo: float) -> Uitslag:
    gevraagd = replace(opdracht, seconden=SECONDEN, verbindingen=VERBINDINGEN)
    klaar = subprocess.run(
        [sys.executable, "-m", "bench.overvraag"],
        input=json.dumps({"opdracht": asdict(gevraagd), "per_seconde": tempo}),
        capture_output=True,
        text=True,
        check=True,
    )
    gezegd = json.loads(klaar.stdout)
    return Uitslag(**{**gezegd, "codes": {int(code): aantal for code, aantal in gezegd["codes"].items()}})


def _piek(keten: Keten) -> float:
    """Return the most that the process held, and what its nats-server holds now."""
    return hoogste(keten.pid) + keten.nats_rss()


def _in_het_grootboek(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "intake.db")) as db:
        return int(db.execute(TEL).fetchone()[0])

"""An hour at a moderate pace: whether memory and file handles stay flat, and what a melding takes on disk.

    python -m bench.duurproef --minuten 60 --per-seconde 10

Prints a line a minute and the outcome; exit code 1 when memory or handles grew. It is no part of `make bench`: it takes
an hour, and says something about growth, not about speed.
"""

import argparse
import http.client
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.geheugen import kinderen, rss
from bench.keten import Keten, gestart, sleutel

MINUUT = 60.0
GROEI_MB = 1.10
"""Memory of the last quarter against that of the second: after warming up it may not grow by more than a tenth."""
GROEI_BESTANDEN = 8
STILTE = 15.0
"""Seconds in which what is under way arrives, before the stores are measured."""
MB = 1024 * 1024


@dataclass(frozen=True)
class Minuut:
    """How things stood at the end of one minute. Sizes in MB."""

    minuut: int
    gemeld: int
    geheugen: float
    geheugen_nats: float
    bestanden: int
    opslag: float
    bus: float


def bestanden(pid: int) -> int:
    """Return how many files and connections a process and its children hold open."""
    return sum(len(list(Path(f"/proc/{een}/fd").iterdir())) for een in (pid, *kinderen(pid)))


def omvang(folder: Path, patroon: str) -> float:
    """Return how many MB the files of this kind take on disk."""
    return sum(map(_bytes, folder.glob(patroon))) / MB


def _bytes(path: Path) -> int:
    try:
        return path.stat().st_blocks * 512 if path.is_file() else 0
    except FileNotFoundError:  # a file of a moment, of the server at work
        return 0


def meet(keten: Keten, folder: Path, minuut: int, gemeld: int) -> Minuut:
    """Look how things stand."""
    return Minuut(
        minuut,
        gemeld,
        geheugen=rss(keten.pid),
        geheugen_nats=keten.nats_rss(),
        bestanden=bestanden(keten.pid),
        opslag=omvang(folder, "*.db*"),
        bus=omvang(folder, "nats/jetstream/**/*"),
    )


class Melder:
    """Reports at a steady pace over one connection that stays open."""

    def __init__(self, poort: int, key: str) -> None:
        self._verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=30)
        self._kop = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        self.gemeld = 0

    def meld(self) -> None:
        """Report once; every answer must be 201."""
        self._verbinding.request("POST", "/intake/v1/meldingen", json.dumps(_melding()), self._kop)
        antwoord = self._verbinding.getresponse()
        antwoord.read()
        if antwoord.status != http.HTTPStatus.CREATED:
            raise RuntimeError(f"answered {antwoord.status} after {self.gemeld} reports")
        self.gemeld += 1

    def kijk(self) -> None:
        """Ask for what waits, as a monitor does."""
        for pad in ("/gereed", "/metrics"):
            self._verbinding.request("GET", pad)
            self._verbinding.getresponse().read()

    def minuten(self, aantal: int, per_seconde: float) -> Iterator[int]:
        """Report for so many minutes; give the number of each minute at its end."""
        begin, nummer = time.monotonic(), 0
        for minuut in range(1, aantal + 1):
            while (nu := time.monotonic()) < begin + minuut * MINUUT:
                if nu < begin + nummer / per_seconde:
                    time.sleep(begin + nummer / per_seconde - nu)
                self.meld()
                nummer += 1
            self.kijk()
            yield minuut


def _melding() -> dict[str, str]:
    return {
        "aard": "overlast",
        "plaats": "buiten-noodopvang",
        "locatie": "rokkeveenseweg",
        "voorgevallenOp": (datetime.now(UTC) - timedelta(hours=1)).isoformat(),
        "kanaal": "telefoon",
        "gerichtTegen": "omwonenden",
        "thema": "geluid",
        "toelichting": "Sinds het begin van de avond staat er een groep te schreeuwen bij de ingang.",
    }


def klachten(standen: Sequence[Minuut]) -> list[str]:
    """Say what grew: the last quarter against the second. Less than eight minutes say nothing."""
    kwart = len(standen) // 4
    if kwart < 2:
        return []
    tweede, laatste = standen[kwart : 2 * kwart], standen[-kwart:]
    gevonden = []
    for naam in ("geheugen", "geheugen_nats"):
        was, is_nu = median(getattr(een, naam) for een in tweede), median(getattr(een, naam) for een in laatste)
        if is_nu > was * GROEI_MB:
            gevonden.append(f"{naam}: {was:.0f} MB werd {is_nu:.0f} MB")
    was, is_nu = median(een.bestanden for een in tweede), median(een.bestanden for een in laatste)
    if is_nu > was + GROEI_BESTANDEN:
        gevonden.append(f"bestanden: {was:.0f} werd {is_nu:.0f}")
    return gevonden


def draai(folder: Path, minuten: int, per_seconde: float) -> list[Minuut]:
    """Run the chain and report to it; give how it stood at the beginning, after each minute, and when all was quiet."""
    folder.mkdir(exist_ok=True)
    key = sleutel(folder)
    print(f"{'min':>4} {'gemeld':>8} {'MB':>7} {'MB nats':>8} {'open':>5} {'opslag MB':>10} {'bus MB':>8}")
    with gestart(folder) as keten:
        melder = Melder(keten.poort, key)
        melder.meld()
        standen = [_zeg(meet(keten, folder, 0, melder.gemeld))]
        for minuut in melder.minuten(minuten, per_seconde):
            standen.append(_zeg(meet(keten, folder, minuut, melder.gemeld)))
        time.sleep(STILTE)
        standen.append(_zeg(meet(keten, folder, minuten, melder.gemeld)))
    return standen


def _zeg(stand: Minuut) -> Minuut:
    print(
        f"{stand.minuut:4} {stand.gemeld:8} {stand.geheugen:7.1f} {stand.geheugen_nats:8.1f} {stand.bestanden:5} "
        f"{stand.opslag:10.1f} {stand.bus:8.1f}",
        flush=True,
    )
    return stand


def main() -> None:
    """Do what the words ask; exit code 1 when something grew."""
    parser = argparse.ArgumentParser(prog="python -m bench.duurproef", description="Een uur in een rustig tempo.")
    parser.add_argument("--minuten", type=int, default=60)
    parser.add_argument("--per-seconde", type=float, default=10.0)
    woorden = parser.parse_args()
    with TemporaryDirectory(prefix="meldketen-duurproef-") as folder:
        standen = draai(Path(folder, "gegevens"), woorden.minuten, woorden.per_seconde)
    begin, eind = standen[0], standen[-1]
    meldingen = eind.gemeld - begin.gemeld
    print(f"per melding: opslag {(eind.opslag - begin.opslag) * 1024 / meldingen:.1f} kB", end=", ")
    print(f"bus {(eind.bus - begin.bus) * 1024 / meldingen:.1f} kB")
    gegroeid = klachten(standen)
    print("\n".join(gegroeid) or "geheugen en open bestanden: vlak")
    raise SystemExit(bool(gegroeid))


if __name__ == "__main__":
    main()

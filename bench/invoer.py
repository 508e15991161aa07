"""A file into intake, beside reading and validating its lines alone."""

import asyncio
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.intake import AARDEN, KANALEN, PLAATSEN
from bench.ronden import Rij, vergelijk
from meldketen.winkel import open_winkel
from services.intake.application import Intakedienst
from services.intake.invoer import Invoer, importeer
from services.intake.main import maak_intakedienst
from services.intake.opgave import MeldingOpgave
from shared.klok import echte_klok
from shared.ledger import Ledger
from shared.profiel import Profielen, laad
from shared.settings import Settings

REGELS = 3_000
KOP = ("aard", "plaats", "locatie", "voorgevallenOp", "kanaal", "bron", "kenmerk")


def meet() -> list[Rij]:
    """Import lines without text, other ones every round."""
    with _proef() as proef:
        proef.opnemen()  # a first round, not counted
        wat = "invoer uit een CSV zonder tekst (regels per seconde; basis: csv + pydantic)"
        return [vergelijk(wat, doel=0.02, waarde=proef.opnemen, basis=proef.lezen)]


@dataclass(frozen=True)
class _Proef:
    folder: Path
    dienst: Intakedienst
    ledger: Ledger
    nummer: Iterator[int]

    def opnemen(self) -> float:
        """Import a file, and see that each line was taken."""
        invoer = Invoer(bestand=self._bestand(), afgewezen=self.folder / "afgewezen.csv")
        begin = perf_counter()
        uitslag = asyncio.run(importeer(invoer, self.dienst, self.ledger, echte_klok))
        duur = perf_counter() - begin
        if uitslag.aangenomen != REGELS:
            raise RuntimeError(f"not every line was taken: {uitslag}")
        return REGELS / duur

    def lezen(self) -> float:
        """Read and validate alone."""
        bestand, begin = self._bestand(), perf_counter()
        with bestand.open(encoding="utf-8", newline="") as regels:
            for regel in csv.DictReader(regels):
                MeldingOpgave.model_validate(regel)
        return REGELS / (perf_counter() - begin)

    def _bestand(self) -> Path:
        pad, ronde = self.folder / "meldingen.csv", next(self.nummer)
        gebeurd = datetime.now(UTC) - timedelta(hours=1)
        with pad.open("w", encoding="utf-8", newline="") as uit:
            schrijver = csv.writer(uit)
            schrijver.writerow(KOP)
            schrijver.writerows(regel(n, gebeurd - timedelta(seconds=n), ronde) for n in range(REGELS))
        return pad


def regel(nummer: int, op: datetime, ronde: int) -> tuple[str, ...]:
    """Make a line that is valid: the same number of the same round is the same report."""
    aard, plaats, kanaal = AARDEN[nummer % 3], PLAATSEN[nummer % 2], KANALEN[nummer % 3]
    return (aard, plaats, "rokkeveenseweg", op.isoformat(), kanaal, "bench", f"{ronde}-{nummer}")


@contextmanager
def _proef() -> Iterator[_Proef]:
    with TemporaryDirectory(prefix="meldketen-bench-") as map_:
        folder, profielen = Path(map_), Profielen([laad("zoetermeer")])
        with open_winkel(Settings(data=folder / "gegevens"), profielen, ["intake"], nieuw=True) as winkel:
            dienst = maak_intakedienst(winkel.omgeving)
            yield _Proef(folder, dienst, winkel.dienst("intake").ledger, count())

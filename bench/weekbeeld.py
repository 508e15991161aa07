"""The picture of a week, now and a year back, over a past of three years: the use case, without drawing the page."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.feiten import NU
from bench.ronden import RONDEN, Rij, grens
from bench.verleden import PLEK, rapportage
from services.rapportage.application.kijken import kijker
from services.rapportage.application.weekbeeld import Weekmaker
from services.rapportage.plek import Plek
from shared.ledger import Ledger
from shared.profiel import Rol, laad
from shared.web.toegang.wie import Wie

GEBEURTENISSEN = 100_000
"""A million takes minutes to make: call `rijen` with it."""
NU_MS, TOEN_MS = 100.0, 1_000.0
JAAR = timedelta(days=365)


def meet() -> list[Rij]:
    """Measure over a past that is made in less than a minute."""
    return rijen(GEBEURTENISSEN)


def rijen(gebeurtenissen: int) -> list[Rij]:
    """Hold both pictures against the longest that they may take."""
    with TemporaryDirectory(prefix="meldketen-bench-") as folder, rapportage(Path(folder), gebeurtenissen) as ledger:
        nu, toen = asyncio.run(_meet(ledger))
    wat = f"weekbeeld over {gebeurtenissen:,} gebeurtenissen".replace(",", ".")
    return [
        grens(f"{wat} (ms; basis: hoogstens)", nu, NU_MS),
        grens(f"{wat}, een jaar terug (ms; basis: hoogstens)", toen, TOEN_MS),
    ]


async def _meet(ledger: Ledger) -> tuple[Sequence[float], Sequence[float]]:
    maker, profiel = Weekmaker(ledger), laad("zoetermeer")
    locatie = profiel.locatie(PLEK["locatie"])
    assert locatie is not None  # noqa: S101 - the profile has it
    plek, toen = Plek(profiel, locatie), (NU - JAAR).isoformat()

    async def duur(peildatum: str | None) -> float:
        begin = perf_counter()
        beeld = await maker.weekbeeld(plek, kijker(Wie(Rol.OOV)), NU, peildatum=peildatum)
        if not beeld.meldingen.totaal:
            raise RuntimeError(f"an empty week at {beeld.peildatum}: nothing was measured")
        return (perf_counter() - begin) * 1_000

    await duur(None)  # a first one, not counted
    paren = [(await duur(None), await duur(toen)) for _ in range(RONDEN)]
    return [nu for nu, _ in paren], [een for _, een in paren]

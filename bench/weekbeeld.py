"""The picture of a week over a past of three years: as use case, now and a year back, and the whole page of it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import httpx2

from bench.feiten import NU
from bench.ronden import RONDEN, Rij, grens
from bench.verleden import PLEK, rapportage
from services.rapportage import paginas
from services.rapportage.application import op
from services.rapportage.application.eigen_stand import EigenStand
from services.rapportage.application.kijken import kijker
from services.rapportage.application.toepassing import Toepassing
from services.rapportage.plek import Plek
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol, laad
from shared.settings import Settings
from shared.web import Gereedheid, Toegang, Wie, open_toegang, site

GEBEURTENISSEN = 100_000
NU_MS, TOEN_MS = 100.0, 1_000.0
JAAR = timedelta(days=365)
PAGINA = f"/rapportage?locatie={PLEK['locatie']}"
Meting = Callable[[], Awaitable[object]]


def meet() -> list[Rij]:
    """Measure over a past that is made in less than a minute."""
    return rijen(GEBEURTENISSEN)


def rijen(gebeurtenissen: int) -> list[Rij]:
    """Hold pages and reports against the longest that they may take."""
    with TemporaryDirectory(prefix="meldketen-bench-") as folder, rapportage(Path(folder), gebeurtenissen) as ledger:
        return asyncio.run(meet_op(ledger, Path(folder), f"over {gebeurtenissen:,} gebeurtenissen".replace(",", ".")))


async def meet_op(ledger: Ledger, folder: Path, waarover: str) -> list[Rij]:
    """Measure on a rapportage that heard as much; `folder` is for the keys."""
    profielen = Profielen([laad("zoetermeer")])
    toepassing = op(ledger, profielen)
    toegang = open_toegang(str(folder), lambda: NU)
    try:
        async with _bezoeker(toepassing, ledger, toegang) as bezoeker:
            metingen = _metingen(toepassing, profielen, bezoeker)
            return [
                grens(f"{wat} {waarover} (ms; basis: hoogstens)", await _duren(doe), hoogstens)
                for wat, (doe, hoogstens) in metingen.items()
            ]
    finally:
        toegang.close()


def _metingen(toepassing: Toepassing, profielen: Profielen, pagina: Meting) -> dict[str, tuple[Meting, float]]:
    profiel = next(iter(profielen.alle()))
    locatie = profiel.locatie(PLEK["locatie"])
    assert locatie is not None  # noqa: S101 - the profile has it
    plek, ogen, toen = Plek(profiel, locatie), kijker(Wie(Rol.OOV)), (NU - JAAR).isoformat()

    async def weekbeeld(peildatum: str | None = None) -> None:
        beeld = await toepassing.dienst.weekbeeld(plek, ogen, NU, peildatum=peildatum)
        if not beeld.meldingen.totaal:
            raise RuntimeError(f"an empty week at {beeld.peildatum}: nothing was measured")

    return {
        "weekbeeld": (weekbeeld, NU_MS),
        "pagina met het weekbeeld": (pagina, NU_MS),
        "weekbeeld een jaar terug": (partial(weekbeeld, toen), TOEN_MS),
        "doorlooptijden": (partial(toepassing.verloop.doorlooptijden, plek, ogen, NU), TOEN_MS),
        "evaluatie": (partial(toepassing.evaluatie.evaluatie, plek, ogen, NU), TOEN_MS),
    }


@asynccontextmanager
async def _bezoeker(toepassing: Toepassing, ledger: Ledger, toegang: Toegang) -> AsyncIterator[Meting]:
    """Sign in on the pages of rapportage as the product serves them, and give what opens the dashboard."""
    deuren = paginas.router(toepassing, lambda: NU, EigenStand(ledger))
    instellingen = Settings(snelheidslimiet=False)
    app = site({}, [deuren], toegang=toegang, instellingen=instellingen, klok=lambda: NU, naam="bench", gereed=_gereed)
    kop = {"Sec-Fetch-Site": "same-origin"}
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="https://localhost", headers=kop) as klant:
        code = toegang.maak_link(Rol.OOV).partition("code=")[2]
        await klant.post("/aanmelden", data={"code": code})

        async def open_pagina() -> None:
            antwoord = await klant.get(PAGINA)
            if antwoord.status_code != httpx2.codes.OK:
                raise RuntimeError(f"the page answered {antwoord.status_code}: nothing was measured")

        yield open_pagina


async def _gereed() -> Gereedheid:
    return Gereedheid()


async def _duren(doe: Meting) -> Sequence[float]:
    """Measure it some times over, in milliseconds; a first one is not counted."""
    await doe()
    duren = []
    for _ in range(RONDEN):
        begin = perf_counter()
        await doe()
        duren.append((perf_counter() - begin) * 1_000)
    return duren

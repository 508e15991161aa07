"""From an incident to the webhook of the police while 500 reports come in each second."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AbstractContextManager, AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.alarm import Melder, kanaal, melder, rij
from bench.belasting import Opdracht
from bench.intake import lichamen
from bench.keten import Keten, apart, gestart, sleutel
from bench.overvraag import Uitslag, stroom
from bench.ronden import Rij
from bench.ronden import rij as rij_van
from bench.webhook import webhook

PER_SECONDE, SECONDEN, VERBINDINGEN, HOOGSTENS_MS = 500, 13.0, 256, 500.0
REGEL, PAD = "LVS-0.3", "/intake/v1/meldingen"
"""Reports cross thresholds of their own: what counts is the notice of the incident."""
VORMEN = {"in vier processen": apart, "in één proces": gestart}
Vorm = Callable[..., AbstractContextManager[Keten]]


def meet() -> list[Rij]:
    """Measure with each service in a process of its own, and with all of them in one."""
    return [regel for naam, vorm in VORMEN.items() for regel in regels(naam, *asyncio.run(_duren(vorm)))]


def regels(naam: str, duren: list[float], opgenomen: float) -> list[Rij]:
    """Make the lines of one form: how soon the police heard of it, and how many of the reports came in meanwhile."""
    bij = f" bij {PER_SECONDE} meldingen/s, {naam}"
    waarschuwing = [rij(sorted(duren), deel, HOOGSTENS_MS, bij) for deel in (0.50, 0.99)]
    wat = f"opgenomen van {PER_SECONDE} meldingen/s, {naam} (per seconde; basis: gevraagd)"
    return [*waarschuwing, rij_van(wat, [(opgenomen, PER_SECONDE)], doel=0.95)]


async def _duren(vorm: Vorm) -> tuple[list[float], float]:
    """Return every duration while reports are sent at a steady pace, and how many were taken a second.

    Each that is sent is answered with 201; what cannot be taken so fast stays with the sender, who waits for an answer.
    """
    async with AsyncExitStack() as stapel:
        folder = Path(stapel.enter_context(TemporaryDirectory(prefix="meldketen-bench-"))) / "gegevens"
        hook = await stapel.enter_async_context(webhook(REGEL))
        keten = stapel.enter_context(vorm(folder, **kanaal(hook)))
        meld = await stapel.enter_async_context(melder(folder, hook, 1))
        await meld()  # a first one, not counted
        opdracht = Opdracht(keten.poort, PAD, lichamen(), sleutel(folder), VERBINDINGEN, SECONDEN)
        uitslag, duren = await onder_druk(stroom(opdracht, PER_SECONDE), meld)
    if set(uitslag.codes) != {201} or uitslag.onbeantwoord:
        raise RuntimeError(f"not every report that was sent was taken: {uitslag}")
    return duren, uitslag.codes[201] / uitslag.seconden


async def onder_druk(druk: Coroutine[Any, Any, Uitslag], meld: Melder) -> tuple[Uitslag, list[float]]:
    """Report incidents one after another while something else goes on; give what came of both."""
    taak, duren = asyncio.create_task(druk), list[float]()
    while not taak.done():
        duren += await meld()
    return await taak, duren

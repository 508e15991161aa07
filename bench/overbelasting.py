"""Twice what the chain can take: what it promised stands, what it cannot take it says, and it does not swell."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import AsyncExitStack, closing, contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter

from bench.alarm import kanaal, melder, rij
from bench.alarmlast import PAD, REGEL, onder_druk
from bench.belasting import Opdracht
from bench.geheugen import hoogste
from bench.intake import lichamen
from bench.keten import Keten, gestart, sleutel
from bench.overvraag import Uitslag, stroom
from bench.ronden import Rij, grens, per_seconde
from bench.ronden import rij as rij_van
from bench.webhook import webhook
from shared.web.crowd import PLACES

KEER, SECONDEN, VERBINDINGEN = 2, 60.0, 4096
HOOGSTENS_MB, HOOGSTENS_MS, ALARM_MS, POLS = 300.0, 2_000.0, 1_000.0, 0.25
GOED, VOL = 201, 503
TEL = "SELECT count(*) FROM stored_events WHERE topic = 'MeldingOntvangen'"


def meet() -> list[Rij]:
    """Measure what it can take, then ask twice as much; every 201 is looked up in the ledger afterwards."""
    with TemporaryDirectory(prefix="meldketen-bench-") as map_:
        return asyncio.run(_meet(Path(map_)))


async def _meet(folder: Path) -> list[Rij]:
    async with AsyncExitStack() as stapel:
        hook = await stapel.enter_async_context(webhook(REGEL))
        keten = stapel.enter_context(gestart(folder, **kanaal(hook)))
        meld = await stapel.enter_async_context(melder(folder, hook, 1))
        opdracht = Opdracht(keten.poort, PAD, lichamen(), sleutel(folder), VERBINDINGEN, SECONDEN)
        kan = per_seconde(replace(opdracht, verbindingen=PLACES, seconden=5.0), verwacht=GOED)
        await meld()  # what was asked for is behind it: the chain has caught up
        al = _in_het_grootboek(folder)
        with _pols(keten.poort) as duren:
            uitslag, alarmen = await onder_druk(stroom(opdracht, KEER * kan), meld)
        alarm = rij(sorted(alarmen), 0.99, ALARM_MS, f" bij {KEER} keer wat kan")
        opgeslagen = _in_het_grootboek(folder) - al
        return [*rijen(uitslag, kan, opgeslagen, piek=_piek(keten), pols=duren), alarm]


def rijen(uitslag: Uitslag, kan: float, opgeslagen: int, *, piek: float, pols: list[float]) -> list[Rij]:
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
        rij_van(f"opgeslagen bij {KEER} keer wat kan (per seconde)", [(gezegd / uitslag.seconden, kan)], doel=0.8),
        grens(f"geheugen bij {KEER} keer wat kan, hoogste (MB; basis: hoogstens)", [piek], HOOGSTENS_MB),
        grens("/gezond ondertussen, 95e percentiel (ms; basis: hoogstens)", [quantiles(pols, n=20)[-1]], HOOGSTENS_MS),
    ]


@contextmanager
def _pols(poort: int) -> Iterator[list[float]]:
    """Ask all the while whether it lives, and give how long each answer took (ms); no other answer than 200 will do."""
    duren, klaar = list[float](), Event()

    def vraag() -> None:
        while not klaar.wait(POLS):
            begin, verbinding = perf_counter(), HTTPConnection("127.0.0.1", poort)
            verbinding.request("GET", "/gezond")
            status = verbinding.getresponse().status
            verbinding.close()
            duren.append((perf_counter() - begin) * 1_000 if status == 200 else float("inf"))

    vrager = Thread(target=vraag)
    vrager.start()
    try:
        yield duren
    finally:
        klaar.set()
        vrager.join()


def _piek(keten: Keten) -> float:
    """Return the most that the process held, and what its nats-server holds now."""
    return hoogste(keten.pid) + keten.nats_rss()


def _in_het_grootboek(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "intake.db")) as db:
        return int(db.execute(TEL).fetchone()[0])

"""Run until told to stop, and say in plain Dutch how it goes."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import uvloop

from meldketen.diensten import KUNNEN_WACHTEN, NAMEN
from meldketen.gegevensmap import REGISTER_BIJ_GEGEVENS, AlInGebruik
from meldketen.keten import Keten, open_keten
from meldketen.sporen import GeenSporen
from meldketen.webserver import PoortBezet, bind
from shared.bus.streams import StroomVerschilt
from shared.klok import gestaag
from shared.ledger import StoreUnavailable, UnknownStore
from shared.logs import stel_in
from shared.natsserver import OnveiligeServer, StartMislukt
from shared.nkey import GeenNkey
from shared.profiel import Profielen, Rol
from shared.settings import Settings

Zeg = Callable[[str], None]
ACHTERAAN = 10
"""How far (of 19) a process stands back that warns nobody."""


REDENEN = (
    AlInGebruik,
    PoortBezet,
    GeenNkey,
    GeenSporen,
    StartMislukt,
    OnveiligeServer,
    StroomVerschilt,
    StoreUnavailable,
    UnknownStore,
)
"""Why it may not start: what an operator can do something about."""


class KanNietStarten(Exception):
    """Why it does not start, and what to do. The text is for the user."""


def start(instellingen: Settings, profielen: Profielen, zeg: Zeg, *, namen: Sequence[str] = NAMEN) -> None:
    """Run the chain, or the services `namen`, until SIGTERM or Ctrl-C (blocking).

    Raises:
        KanNietStarten: with the reason.
    """
    stel_in(instellingen.logboek, instellingen.logniveau)
    if KUNNEN_WACHTEN.issuperset(namen):
        os.nice(ACHTERAAN)  # of a machine that is full, warning people gets what it needs
    draai(_tot_het_einde(instellingen, profielen, zeg, namen), instellingen)


def draai(werk: Coroutine[Any, Any, None], instellingen: Settings) -> None:
    """Run a coroutine on a fast loop, and translate why it could not start."""
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(werk)
    except (*REDENEN, ExceptionGroup) as error:
        eerste = _eerste(error)
        if not isinstance(eerste, REDENEN):
            raise
        raise KanNietStarten(_uitleg(eerste, instellingen)) from error


def _eerste(error: Exception) -> Exception:
    """Return what was raised while background work was already running, without the group around it."""
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return error


def _uitleg(error: Exception, instellingen: Settings) -> str:
    if isinstance(error, AlInGebruik):
        return (
            f"In de map {instellingen.data} draait al een meldketen (proces {error}). "
            "Stop die eerst, of kies een andere map met --data."
        )
    return f"{error}. Kies een andere poort met --poort." if isinstance(error, PoortBezet) else str(error)


async def _tot_het_einde(instellingen: Settings, profielen: Profielen, zeg: Zeg, namen: Sequence[str]) -> None:
    sock = bind(instellingen.adres, instellingen.poort)
    instellingen = instellingen.model_copy(update={"poort": sock.getsockname()[1]})
    stop = stop_bij_signaal()
    async with open_keten(instellingen, profielen, sock, klok=gestaag(), namen=namen) as keten:
        zeg(f"Meldketen draait op {instellingen.basis_url}")
        await eerste_link(keten, zeg)
        if instellingen.register_bij_gegevens:
            zeg(REGISTER_BIJ_GEGEVENS)
        if await tot_gereed(keten, stop):
            zeg(f"gereed: {instellingen.basis_url}")
        await stop.wait()
        zeg("Meldketen stopt.")


def stop_bij_signaal() -> asyncio.Event:
    """Return an event that SIGTERM and Ctrl-C set."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


async def tot_gereed(keten: Keten, stop: asyncio.Event) -> bool:
    """Wait until all is up; False when told to stop before that."""
    while not stop.is_set():
        if not (await keten.gereed()).niet:
            return True
        await asyncio.sleep(0.02)
    return False


async def eerste_link(keten: Keten, zeg: Zeg) -> None:
    """Print a sign-in link for `beheer`: once, to a terminal only, and only while nobody has access yet."""
    toegang = keten.omgeving.toegang
    if sys.stdout.isatty() and not await asyncio.to_thread(toegang.heeft_accounts):
        pad = await asyncio.to_thread(toegang.maak_link, Rol.BEHEER)
        zeg(f"Aanmelden als beheer (werkt één keer): {keten.omgeving.instellingen.basis_url}{pad}")

"""Escalatie in processes that are killed: from the crossing of a threshold to the end, dying at one chosen point.

Run as a process (`tests/faults/vork.py`): each line on standard input is a life, `map punt`.
"""

import asyncio
import importlib
import os
import signal
import sys
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from services.escalatie.escalatie import Uitkomst
from shared.contracts.escalatie import EscalatieGesloten, Stap
from shared.facts import Context
from shared.profiel import Profiel, laad
from shared.web.toegang import open_toegang
from tests.escalatie.gegeven import BEGIN, incident
from tests.escalatie.opstelling import CORRELATIE, Opstelling
from tests.faults.vork import NOOIT, vork
from tests.web import nu

MINUUT = timedelta(minutes=1)
SECONDE = timedelta(seconds=1)
ROLLEN = ("politie", "piket", "oov")


class Sterfelijk:
    """Counts every point before and after a commit or a message, and kills this process at one of them."""

    def __init__(self, keten: Opstelling, punt: int) -> None:
        self.gepasseerd: list[str] = []
        self._punt = punt
        keten.ledger.run = self._om(keten.ledger.run, "vastleggen")  # type: ignore[method-assign]
        keten._kanalen.verzend = self._om(keten._kanalen.verzend, "verzenden")  # type: ignore[method-assign]

    def _om(self, doe: Any, wat: str) -> Any:
        async def omringd(*args: Any, **kwargs: Any) -> Any:
            self._sterf_misschien(f"voor {wat}")
            uit = await doe(*args, **kwargs)
            self._sterf_misschien(f"na {wat}")
            return uit

        return omringd

    def _sterf_misschien(self, naam: str) -> None:
        if len(self.gepasseerd) == self._punt:
            os.kill(os.getpid(), signal.SIGKILL)
        self.gepasseerd.append(naam)


async def leef(keten: Opstelling) -> None:
    """Everything from the crossing to the end; what was done before a death is done again, as people and the bus do."""
    if not keten.feiten():
        await keten.hoor(incident())
    zaak = keten.geopend()[0].escalatie_id
    if keten.feiten(EscalatieGesloten):
        return
    for na in (0 * MINUUT, 5 * SECONDE, 10 * MINUUT):
        keten.nu = max(keten.nu, BEGIN + na)
        await keten.verloop()
    await keten.bevestig(zaak, "politie")
    keten.nu = BEGIN + 45 * MINUUT
    await keten.verloop()
    await keten.bevestig(zaak, "politie", Stap.BURGEMEESTER_INGELICHT)
    await keten.ledger.run(
        lambda tx: keten.zaken.sluit(tx, zaak, door="oov", uitkomst=Uitkomst.AFGEHANDELD), Context(keten.nu, CORRELATIE)
    )


def kind(data: Path, adres: str, punt: int, profiel: Profiel) -> None:
    """One life, in a process of its own; it writes which points it passed."""

    async def leven() -> None:
        toegang = open_toegang(str(data), nu)
        keten = Opstelling("", data, profiel, toegang, kanalen={rol: f"{adres}/{rol}" for rol in ROLLEN})
        lot = Sterfelijk(keten, punt)
        try:
            await leef(keten)
        finally:
            (data / "punten.txt").write_text("\n".join(lot.gepasseerd))
            keten.sluit()
            toegang.close()

    asyncio.run(leven())


def main(adres: str) -> None:
    """Fork a child for each line; what a life loads is loaded first, without leading one here: threads do not fork."""
    profiel = laad("zoetermeer")
    with TemporaryDirectory() as folder:
        namen = Path(folder) / "namen"
        if (pid := os.fork()) == 0:
            kind(Path(folder), "json://127.0.0.1:9", NOOIT, profiel)
            namen.write_text("\n".join(sys.modules))
            os._exit(0)
        os.waitpid(pid, 0)
        for naam in namen.read_text().split():
            with suppress(ImportError):
                importlib.import_module(naam)
    vork(lambda woorden: kind(Path(woorden[0]), adres, int(woorden[1]), profiel))


if __name__ == "__main__":
    main(sys.argv[1])

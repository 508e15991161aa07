"""Erasing in processes that are killed: before or after a line in the register, a commit, or the cleaning of bytes.

Run as a process (`tests/faults/vork.py`). Each line on standard input is a life: `map register wat punt`; `wat` is what
is erased, or `start`: begin as the product does, and do what is due.
"""

import asyncio
import inspect
import json
import os
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from meldketen.keten import begin_dienst
from meldketen.winkel import Winkel, nu
from services.intake.application.schoonmaak import SCHROB
from shared.ledger import Ledger
from shared.wisregister import Wisregister
from tests.cli.gewist import WISSINGEN, Plek, Verteld
from tests.faults.vork import vork

START = "start"


class Dood:
    """Counts the points, and kills this process at one of them: by its number, or the first with that name."""

    def __init__(self, punt: str) -> None:
        self.gepasseerd: list[str] = []
        self._punt = punt
        for klasse, naam in ((Wisregister, "noteer"), (Ledger, "run"), (Ledger, "scrub")):
            setattr(klasse, naam, self._om(getattr(klasse, naam), naam))

    def _om(self, doe: Any, naam: str) -> Any:
        def sync(*args: Any, **kwargs: Any) -> Any:
            self._sterf_misschien(f"voor {naam}")
            uit = doe(*args, **kwargs)
            self._sterf_misschien(f"na {naam}")
            return uit

        async def wachtend(*args: Any, **kwargs: Any) -> Any:
            self._sterf_misschien(f"voor {naam}")
            uit = await doe(*args, **kwargs)
            self._sterf_misschien(f"na {naam}")
            return uit

        return wachtend if inspect.iscoroutinefunction(doe) else sync

    def _sterf_misschien(self, naam: str) -> None:
        if self._punt in (str(len(self.gepasseerd)), naam.replace(" ", "_")):
            os.kill(os.getpid(), signal.SIGKILL)
        self.gepasseerd.append(naam)


async def begin(winkel: Winkel) -> None:
    """Start, and do what is due."""
    for dienst in winkel.diensten:
        await begin_dienst(dienst, winkel.omgeving)
    intake = winkel.dienst("intake")
    for timer in [een for een in intake.ledger.due(nu().op) if een.soort == SCHROB]:
        await intake.timers[SCHROB](timer, nu())


def kind(woorden: Sequence[str]) -> None:
    """One life."""
    data, register, wat, punt = woorden
    plek = Plek(Path(data), Path(register))
    verteld = Verteld(**json.loads(plek.register.with_name("verteld.json").read_text()))
    with plek.open() as winkel:
        dood = Dood(punt)
        asyncio.run(begin(winkel) if wat == START else WISSINGEN[wat.replace("_", " ")](winkel, verteld))
    (plek.data / "punten.txt").write_text("\n".join(dood.gepasseerd))


if __name__ == "__main__":
    vork(kind)

"""Every view again from the facts, beside reading and decoding the same facts alone."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore

from bench.feiten import NU, OIN, grootboek, vul
from bench.ronden import Rij, vergelijk
from services.intake.store import FEITEN
from services.rapportage.bus import raw
from services.rapportage.store import LOGBOEK, PUBLICATIES, herbouw
from shared.bus import QUARANTAINE, Inbox, Source, from_message, to_headers, to_subject
from shared.ledger import Ledger, open_ledger
from shared.ledger.codec import Codec, Placed

FEITEN_IN, RONDEN, STAPEL = 10_000, 5, 2_000


def meet() -> list[Rij]:
    """Rebuild what intake and rapportage show."""
    with TemporaryDirectory(prefix="meldketen-bench-") as folder, ExitStack() as stapel:
        intake = stapel.enter_context(grootboek(Path(folder)))
        vul(intake, 0, FEITEN_IN)
        rapportage = stapel.enter_context(_rapportage(folder, intake))
        basis = _Basis(Path(folder) / "intake.db")
        return [
            _rij("intake", intake.rebuild, basis),
            _rij("rapportage", lambda: herbouw(rapportage), basis),
        ]


def _rij(naam: str, doe: Callable[[], object], basis: Callable[[], object]) -> Rij:
    wat = f"herbouw van de overzichten van {naam} (feiten per seconde; basis: lezen)"
    return vergelijk(wat, doel=0.5, waarde=lambda: _per_seconde(doe), basis=lambda: _per_seconde(basis), ronden=RONDEN)


def _per_seconde(doe: Callable[[], object]) -> float:
    begin = perf_counter()
    doe()
    return FEITEN_IN / (perf_counter() - begin)


class _Basis:
    """The library's own recorder on the same file, and our own reading of a fact."""

    def __init__(self, database: Path) -> None:
        self._recorder, self._codec = SQLiteApplicationRecorder(SQLiteDatastore(str(database))), Codec(FEITEN)

    def __call__(self) -> int:
        """Read every fact; return how many."""
        place = 0
        while found := self._recorder.select_notifications(place, STAPEL, inclusive_of_start=False):
            feiten = [self._codec.recorded(Placed(int(event.id), event)) for event in found]
            place = feiten[-1].place
        return place


@contextmanager
def _rapportage(folder: str, intake: Ledger) -> Iterator[Ledger]:
    """Open rapportage with all that intake told it."""
    ledger = open_ledger(folder, "rapportage", (), views=(PUBLICATIES,), tables=(LOGBOEK, QUARANTAINE))
    try:
        asyncio.run(_vertel(intake, Inbox(ledger, klok=lambda: NU, raw=raw)))
        yield ledger
    finally:
        ledger.close()


async def _vertel(intake: Ledger, inbox: Inbox) -> None:
    bron = Source("intake", OIN, intake.chain_id)
    for begin in range(0, FEITEN_IN, STAPEL):
        feiten = intake.read(begin, STAPEL)
        await inbox.take(
            [from_message(to_subject("intake", feit), to_headers(bron, feit), feit.data) for feit in feiten]
        )

"""The ledger alone: what a hundred writers at once commit, and whether a long past slows it down."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import uuid4

import uvloop

from bench.feiten import NU, grootboek, melding, vul
from bench.ronden import Rij, vergelijk
from bench.sqlite import VOEG_TOE, kaal
from shared.contracts import Fact
from shared.facts import Context
from shared.ledger import Ledger, Transaction, iso, open_ledger
from shared.ledger.chain import HASH_BYTES, state_of

SCHRIJVERS, ELK = 100, 60
Eenheid = Callable[[Transaction], None]
KLEIN, GROOT, PER_RONDE = 10_000, 100_000, 300


def meet() -> list[Rij]:
    """Both figures."""
    return [_schrijven(), lang_verleden(GROOT)]


def _schrijven() -> Rij:
    with TemporaryDirectory(prefix="meldketen-bench-") as folder, ExitStack() as stapel:
        ledger = open_ledger(folder, "intake", [type(melding(0))])
        stapel.callback(ledger.close)
        db = stapel.enter_context(kaal(Path(folder) / "kaal.db"))
        schrijf(ledger)  # a first round, not counted

        def executemany() -> float:
            rijen = [(uuid4().hex, inhoud(nummer)) for nummer in range(SCHRIJVERS * ELK)]
            begin = perf_counter()
            for plek in range(0, len(rijen), SCHRIJVERS):
                db.execute("BEGIN IMMEDIATE")
                db.executemany(VOEG_TOE, rijen[plek : plek + SCHRIJVERS])
                db.execute("COMMIT")
            return len(rijen) / (perf_counter() - begin)

        wat = f"grootboek, {SCHRIJVERS} schrijvers tegelijk (feiten per seconde; basis: executemany)"
        return vergelijk(wat, doel=0.25, waarde=lambda: schrijf(ledger), basis=executemany)


def inhoud(nummer: int) -> bytes:
    """Return the bytes that the ledger stores for a fact: its hash, and what it says."""
    data = melding(nummer).model_dump_json().encode()
    return bytes(HASH_BYTES) + state_of(id=f"{nummer:032x}", tijd=iso(NU), correlatie="bench", oorzaak="", data=data)


def schrijf(ledger: Ledger, schrijvers: int = SCHRIJVERS, elk: int = ELK) -> float:
    """Let so many writers commit one fact after the other, each when the one before it is on disk: facts a second."""
    werk = eenheden(schrijvers, elk)
    begin = perf_counter()
    uvloop.run(schrijf_samen(ledger, werk))
    return schrijvers * elk / (perf_counter() - begin)


def eenheden(schrijvers: int, elk: int) -> list[list[Eenheid]]:
    """Prepare what each of them commits, before the clock runs."""
    return [[voeg_toe(melding(nummer * elk + volgende)) for volgende in range(elk)] for nummer in range(schrijvers)]


async def schrijf_samen(ledger: Ledger, werk: list[list[Eenheid]]) -> None:
    """Commit it, all writers at the same time."""

    async def schrijver(eigen: list[Eenheid]) -> None:
        for eenheid in eigen:
            await ledger.run(eenheid, Context(NU, "bench"))

    await asyncio.gather(*(schrijver(eigen) for eigen in werk))


def voeg_toe(feit: Fact) -> Eenheid:
    """Return the unit that commits a fact to a stream of its own."""
    stroom = uuid4()
    return lambda tx: tx.append(stroom, feit)


class _Boek:
    """A ledger with the views of intake and a past."""

    def __init__(self, ledger: Ledger, aantal: int) -> None:
        self._ledger, self._volgende = ledger, count(10**9)
        vul(ledger, 0, aantal)

    def per_seconde(self) -> float:
        """Commit one melding and read it back, one after the other."""
        begin = perf_counter()
        for _ in range(PER_RONDE):
            nummer = next(self._volgende)
            vul(self._ledger, nummer, nummer + 1)
            self._ledger.facts(melding(nummer).melding_id)
        return PER_RONDE / (perf_counter() - begin)


def lang_verleden(lang: int) -> Rij:
    """Hold a ledger with so many meldingen against a short one."""
    with _gevuld(KLEIN) as klein, _gevuld(lang) as groot:
        klein.per_seconde(), groot.per_seconde()  # a first round, not counted
        wat = f"een melding opslaan en lezen met {lang:,} in het grootboek (per seconde)".replace(",", ".")
        return vergelijk(wat, doel=0.77, waarde=groot.per_seconde, basis=klein.per_seconde)


@contextmanager
def _gevuld(aantal: int) -> Iterator[_Boek]:
    with TemporaryDirectory(prefix="meldketen-bench-") as folder, grootboek(Path(folder)) as ledger:
        yield _Boek(ledger, aantal)

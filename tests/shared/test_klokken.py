"""Two processes and one clock, and a clock that jumps."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

from shared.facts import Context
from shared.klok import GEDULD, Wekker, gestaag
from shared.ledger import Ledger, Timer, open_ledger, timer_cancel, timer_set
from tests.fixtures.opslag import MakeLedger

OP = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SECONDE = timedelta(seconds=1)


def zet(ledger: Ledger, op: datetime) -> None:
    """Set one timer."""
    ledger.run_sync(lambda tx: tx.execute(*timer_set("een", "alarm", op, {}, los=True)), Context(OP, "c0ffee"))


def wekker(ledger: Ledger, naam: str, gedaan: list[str], nu: list[datetime]) -> Wekker:
    """A process that answers timers, on a clock that the test holds."""

    async def alarm(timer: Timer, context: Context) -> None:
        gedaan.append(naam)
        await ledger.run(lambda tx: tx.execute(*timer_cancel(timer.id)), context)

    return Wekker(ledger, {"alarm": alarm}, lambda: nu[0], lambda: ledger.claim("wekker"))


async def test_van_twee_processen_verstuurt_er_een(database: str, make_ledger: MakeLedger) -> None:
    """Only the first answers timers; once it is gone the other takes over at once."""
    eerste, ander = make_ledger("proef", [], database=database), open_ledger(database, "proef", [])
    gedaan: list[str] = []
    nu = [OP]
    een, twee = wekker(eerste, "een", gedaan, nu), wekker(ander, "twee", gedaan, nu)
    assert eerste.claim("wekker")
    zet(eerste, OP)
    assert await twee.tick() == 0
    assert await een.tick() == 1
    zet(eerste, OP)
    eerste.close()
    assert await twee.tick() == 1
    assert gedaan == ["een", "twee"]
    ander.close()


async def test_wie_vasthoudt_en_niets_doet(database: str, make_ledger: MakeLedger) -> None:
    """The first holds on and does nothing (a stopped process): what is long overdue the other does. Never is worse."""
    eerste, ander = make_ledger("proef", [], database=database), open_ledger(database, "proef", [])
    gedaan: list[str] = []
    nu = [OP]
    assert eerste.claim("wekker")
    twee = wekker(ander, "twee", gedaan, nu)
    zet(eerste, OP)
    nu[0] = OP + GEDULD - SECONDE
    assert await twee.tick() == 0
    nu[0] = OP + GEDULD
    assert await twee.tick() == 1
    ander.close()


HOUDER = """
import sys, time
from shared.ledger import open_ledger
ledger = open_ledger(sys.argv[1], "proef", [])
print(ledger.claim("wekker"), flush=True)
sys.stdin.read()
"""


def test_kill_laat_los(database: str, make_ledger: MakeLedger) -> None:
    """Killed, a process holds nothing any more: no lease has to run out first."""
    ledger = make_ledger("proef", [], database=database)
    with subprocess.Popen(
        [sys.executable, "-c", HOUDER, database],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": "."},
    ) as ander:
        assert ander.stdout
        assert ander.stdout.readline() == "True\n"
        assert not ledger.claim("wekker")
        ander.kill()
        ander.wait(10)
    from tests.wachten import wacht_tot

    wacht_tot(lambda: ledger.claim("wekker"), 5, op="de plek")


def test_een_klok_die_terug_wordt_gezet() -> None:
    """Set back an hour, ten minutes still last ten minutes; set forward, or corrected after that, it goes along."""
    muur, echt = [OP], [100.0]
    klok = gestaag(lambda: muur[0], lambda: echt[0])
    assert klok() == OP

    def verloop(seconden: float, sprong: timedelta = timedelta()) -> datetime:
        echt[0] += seconden
        muur[0] += timedelta(seconds=seconden) + sprong
        return klok()

    assert verloop(60) == OP + 60 * SECONDE
    assert verloop(60, -timedelta(hours=1)) == OP + 120 * SECONDE
    assert verloop(600) == OP + 720 * SECONDE
    assert verloop(1, timedelta(hours=3)) == OP + timedelta(hours=2) + 721 * SECONDE
    assert verloop(1, -timedelta(hours=2)) == OP + timedelta(hours=2) + 722 * SECONDE
    assert verloop(1, timedelta(hours=3)) == OP + timedelta(hours=3) + 723 * SECONDE

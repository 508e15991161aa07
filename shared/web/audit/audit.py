"""Takes lines and keeps them: an action's before it is done, views a moment later and many at once.

A view costs the request no more than an addition to a list: lines wait at most `PAUZE` for one write. What cannot be
stored now is kept and tried again; when too many wait, nobody who is signed in may do anything more.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import structlog

from shared.facts import Context
from shared.ledger import Ledger, Overloaded, StoreUnavailable, open_ledger
from shared.web.audit import opslag
from shared.web.audit.regel import Regel, Resultaat
from shared.web.audit.vraag import Vraag, afgelopen, lees

PAUZE, LANGE_PAUZE = 0.25, 5.0
"""Seconds between two writes; after one that failed."""
STAPEL = 500
HOOGSTENS = 20_000
"""Lines that may wait while the store is away."""
MINUUT = 60.0

log = structlog.get_logger(__name__)


class Audit:
    """The one that writes lines. Its methods without `async` never wait, but for those that say that they block."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._wachtend: list[Regel] = []
        self._geteld: dict[tuple[str, ...], Regel] = {}
        self._taak: asyncio.Task[None] | None = None

    def eis_ruimte(self) -> None:
        """Refuse to go on where what happens could not be kept.

        Raises:
            Overloaded: too many lines wait already.
        """
        if len(self._wachtend) >= HOOGSTENS:
            raise Overloaded("de auditregels zijn nu niet te bewaren")

    def moeite(self) -> str:
        """Say in Dutch why lines cannot be kept; empty where they can. After a failure it tries again. Blocks."""
        if self.ledger.trouble():
            self.ledger.probe()
        return self.ledger.trouble()

    async def leg_vast(self, regel: Regel) -> None:
        """Keep a line, and return once it is on disk; where the store is away it waits with the others.

        Raises:
            Overloaded: see `eis_ruimte`.
        """
        self.eis_ruimte()
        try:
            await self.ledger.run(lambda tx: opslag.zet(tx, [regel]), _context(regel))
        except (StoreUnavailable, Overloaded):
            self.noteer(regel)

    def noteer(self, regel: Regel) -> None:
        """Keep a line soon. Call it on the loop."""
        self._wachtend.append(regel)
        self._begin()

    def tel(self, regel: Regel) -> None:
        """Keep a refusal of who is nobody to us: equal ones within a minute are one line, or a flood fills the disk."""
        eerder = self._geteld.get(regel.soort)
        self._geteld[regel.soort] = replace(eerder, aantal=eerder.aantal + 1) if eerder else regel
        self._begin()

    def schrijf(self, *regels: Regel) -> None:
        """Keep lines at once. Blocks."""
        if regels:
            self.ledger.run_sync(lambda tx: opslag.zet(tx, regels), _context(regels[0]))

    async def regels(self, vraag: Vraag) -> Sequence[Regel]:
        """Read lines, the newest first, those that still wait included."""
        with suppress(StoreUnavailable, Overloaded):
            await self.spoel(alles=True)
        return await lees(self.ledger, vraag)

    async def zonder_begin(self, regels: Sequence[Regel]) -> list[Regel]:
        """Leave out that something began where a line says how it ended, also one that is not among these."""
        begonnen = [een for een in regels if een.resultaat is Resultaat.BEGONNEN]
        klaar = {een.handeling for een in regels if een.resultaat is not Resultaat.BEGONNEN}
        zoek = [een for een in begonnen if een.handeling not in klaar]
        klaar |= await afgelopen(self.ledger, zoek) if zoek else set()
        return [een for een in regels if een.resultaat is not Resultaat.BEGONNEN or een.handeling not in klaar]

    async def spoel(self, *, alles: bool = False) -> None:
        """Write what waits. `alles`: also what is still being counted.

        Raises:
            StoreUnavailable, Overloaded: it waits on.
        """
        if alles:
            self._neem_geteld()
        while self._wachtend:
            nu, self._wachtend = self._wachtend[:STAPEL], self._wachtend[STAPEL:]
            try:
                await self.ledger.run(lambda tx, nu=nu: opslag.zet(tx, nu), _context(nu[0]))  # type: ignore[misc]
            except (StoreUnavailable, Overloaded):
                self._wachtend = nu + self._wachtend
                raise

    def ruim_op(self, tot: datetime, op: datetime) -> int:
        """Erase what is older, bytes included; give how many lines. Blocks."""
        aantal = self.ledger.run_sync(lambda tx: opslag.wis(tx, tot), Context(op, uuid4().hex))
        if aantal:
            self.ledger.scrub("audit_regels", "audit_delen")
        return aantal

    def gebreken(self) -> Iterator[str]:
        """Say in Dutch where lines were changed, added or left out. Blocks."""
        return opslag.gebreken(self.ledger)

    def close(self) -> None:
        """Write what waits, and let go of the store. Blocks."""
        self._neem_geteld()
        with suppress(StoreUnavailable, Overloaded):
            self.schrijf(*self._wachtend)
        self.ledger.close()

    def _neem_geteld(self) -> None:
        self._wachtend += self._geteld.values()
        self._geteld = {}

    def _begin(self) -> None:
        lus = asyncio.get_running_loop()
        if self._taak is None or self._taak.done() or self._taak.get_loop() is not lus:
            self._taak = lus.create_task(self._spoel_straks())

    async def _spoel_straks(self) -> None:
        lus, pauze = asyncio.get_running_loop(), PAUZE
        begin = lus.time()
        while self._wachtend or self._geteld:
            await asyncio.sleep(pauze)
            if lus.time() - begin >= MINUUT:
                self._neem_geteld()
                begin = lus.time()
            try:
                await self.spoel()
                pauze = PAUZE
            except (StoreUnavailable, Overloaded) as fout:
                if pauze == PAUZE:  # once for each trouble
                    log.exception("auditregels bewaren lukt niet", reden=str(fout), wachtend=len(self._wachtend))
                pauze = LANGE_PAUZE


def open_audit(database: str) -> Audit:
    """Open the store: `database` as for `open_ledger`, which says what it raises."""
    return Audit(open_ledger(database, "audit", opslag.FACTS, tables=opslag.TABLES))


def _context(regel: Regel) -> Context:
    return Context(regel.op, regel.spoor or uuid4().hex)

"""Sending notices: are they still of use, to which channels, with which words, and recording what came of it.

The timer stays until the outcome is recorded. Stopped between sending and recording, it is sent again:
twice rather than never (promise 6).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from time import time_ns
from uuid import uuid4

from services.escalatie.alarm import Alarm
from services.escalatie.application import Escalatiedienst, Inzage, Route, Wegwijzer
from services.escalatie.application.route import Soort
from services.escalatie.bericht import Omstandigheid
from services.escalatie.bezorging import Levering, verhinderd
from services.escalatie.bundel import IN_EEN, Post
from services.escalatie.escalatie import is_te_laat
from services.escalatie.klok.maat import Maat
from services.escalatie.klok.postbode import Postbode
from services.escalatie.stilte import na_stilte
from services.escalatie.store.wekkers import VERZEND, alarm_uit
from services.escalatie.verzending import Antwoordcode, Bevestiglink
from services.escalatie.zaak import Zaak
from shared.contracts.escalatie import Stap
from shared.facts import Context
from shared.klok import Klok
from shared.ledger import Ledger, Timer
from shared.tracing import TRACING, steps
from shared.tracing.w3c import new_span

STIL = "het zijn stille uren en dit bericht kan wachten"
SAMEN = "er zijn zoveel berichten dat zij samen in één bericht gaan"
LATER, PER_MINUUT = 200, 600
BIJEEN = 0.05
"""Seconds in which notices that go off together are collected."""

Wie = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Klaar:
    """A notice that can go now."""

    timer: Timer
    poging: int
    post: Post
    route: Route
    te_laat: bool


class Bak:
    """What is collected for one role, until it goes out in one message."""

    def __init__(self, eerste: Klaar) -> None:
        self.posten, self.verstuurd = [eerste], asyncio.Event()

    async def neem(self, klaar: Klaar) -> None:
        """Go along, and wait until it went."""
        self.posten.append(klaar)
        await self.verstuurd.wait()


class Verzender:
    """Handles the timers of notices."""

    def __init__(
        self,
        ledger: Ledger,
        *,
        dienst: Escalatiedienst,
        inzage: Inzage,
        wegwijzer: Wegwijzer,
        postbode: Postbode,
        link: Bevestiglink,
        code: Antwoordcode,
        klok: Klok,
    ) -> None:
        self._ledger, self._dienst, self._inzage, self._wegwijzer = ledger, dienst, inzage, wegwijzer
        self._postbode, self._link, self._code, self._klok = postbode, link, code, klok
        self._maat, self._onderweg = Maat(), set[str]()
        self._bakken: dict[Wie, Bak] = {}

    async def verzend(self, timer: Timer, context: Context) -> None:
        """Send the notice of this timer, alone or with others, or record why not."""
        if timer.id in self._onderweg:
            return  # another takes it along
        self._onderweg.add(timer.id)
        try:
            if klaar := await self._gereed(timer, context.op):
                await self._stuur(klaar, context.op)
        finally:
            self._onderweg.discard(timer.id)

    async def _stuur(self, klaar: Klaar, op: datetime) -> None:
        zaak, rol = klaar.post.zaak, klaar.post.alarm.rol
        wie, kanaal = (zaak.escalatie.gemeente, rol), zaak.profiel.kanaal(rol)
        if self._maat.mag(wie, kanaal.hoogstens_per_minuut if kanaal else PER_MINUUT, op):
            await self._samen([klaar])
        elif wie in self._bakken:
            await self._bakken[wie].neem(klaar)
        elif self._maat.mag_bundel(wie, op):
            await self._bundel(wie, klaar, op)
        else:
            await self._niet(klaar.timer, SAMEN, self._maat.volgende_bundel(wie, op))

    async def _bundel(self, wie: Wie, eerste: Klaar, op: datetime) -> None:
        """Collect for a moment what goes to the same role, add what waits, and send all of it."""
        bak = self._bakken[wie] = Bak(eerste)
        try:
            await asyncio.sleep(BIJEEN)
            del self._bakken[wie]
            await self._alles_van(bak, op)
        finally:
            self._bakken.pop(wie, None)
            bak.verstuurd.set()

    async def _alles_van(self, bak: Bak, op: datetime) -> None:
        anderen = [timer for timer in await self._wachtend(op) if self._hoort_bij(timer, bak.posten[0])]
        ids = {timer.id for timer in anderen}
        self._onderweg |= ids
        try:
            gereed = [*bak.posten, *filter(None, [await self._gereed(timer, op) for timer in anderen])]
            for begin in range(0, len(gereed), IN_EEN):
                await self._samen(gereed[begin : begin + IN_EEN])
        finally:
            self._onderweg -= ids

    async def _wachtend(self, op: datetime) -> list[Timer]:
        return await asyncio.to_thread(self._ledger.due, op, LATER)

    def _hoort_bij(self, timer: Timer, eerste: Klaar) -> bool:
        gemeente = timer.gegevens.get("gemeente") == eerste.post.zaak.escalatie.gemeente
        zelfde = timer.soort == VERZEND and timer.gegevens["rol"] == eerste.post.alarm.rol and gemeente
        return zelfde and timer.id not in self._onderweg

    async def _samen(self, samen: Sequence[Klaar]) -> None:
        """Send one message, and record for each notice in it what the channels did."""
        eerste = samen[0]
        posten, begin = [klaar.post for klaar in samen], time_ns()
        pogingen = await self._postbode.bezorg(eerste.route, posten)
        bundel = uuid4() if len(samen) > 1 else None
        for klaar in samen:
            levering = Levering(pogingen, klaar.poging, klaar.te_laat, klaar.route.dienst, bundel)
            await self._leg_vast(klaar, levering, begin)

    async def _leg_vast(self, klaar: Klaar, levering: Levering, begin: int) -> None:
        alarm, context = klaar.post.alarm, replace(self._nu(klaar.timer), span=new_span())
        if TRACING.on:
            laatste = levering.pogingen[-1]
            kanaal, mislukt = laatste.kanaal or "geen", bool(laatste.fout)
            steps.sent(self._ledger.name, context, begin, rol=alarm.rol, kanaal=kanaal, failed=mislukt)
        await self._ledger.run(lambda tx: self._dienst.leg_vast(tx, alarm, levering), context)

    async def _gereed(self, timer: Timer, op: datetime) -> Klaar | None:
        """Give what is needed to send a notice; None: it is not sent (now), and that is recorded."""
        alarm, poging = alarm_uit(timer.gegevens)
        zaak = await self._inzage.volle_zaak(alarm.escalatie_id)
        straks = na_stilte(op, zaak.escalatie.stilte)
        route = await self._wegwijzer.route(zaak.profiel, alarm.rol, op, _soort(zaak, alarm))
        reden = verhinderd(zaak.escalatie, alarm) or (_geen(alarm) if route.leeg else "")
        if reden or straks > op:
            await self._niet(timer, reden or STIL, None if reden else straks)
            return None
        te_laat = is_te_laat(timer.op, op)
        code = self._code.voor(alarm) if route.antwoord else ""
        omstandigheid = Omstandigheid(te_laat=te_laat, opmerking=route.opmerking, code=code, op=op)
        return Klaar(timer, poging, Post(zaak, alarm, self._link.voor(alarm, op=op), omstandigheid), route, te_laat)

    async def _niet(self, timer: Timer, reden: str, niet_voor: datetime | None) -> None:
        alarm, poging = alarm_uit(timer.gegevens)
        await self._ledger.run(
            lambda tx: self._dienst.niet_nu(tx, alarm, reden, poging=poging, niet_voor=niet_voor), self._nu(timer)
        )

    def _nu(self, timer: Timer) -> Context:
        """Under what the outcome is recorded: the moment that it is now, after sending."""
        return Context(self._klok(), str(timer.gegevens["correlatie"]), str(timer.gegevens["oorzaak"]))


def _soort(zaak: Zaak, alarm: Alarm) -> Soort:
    return zaak.escalatie.treden[alarm.trede].kanaal if alarm.stap is Stap.ONTVANGEN else "belangrijk"


def _geen(alarm: Alarm) -> str:
    return f"geen kanaal ingesteld voor rol {alarm.rol}"

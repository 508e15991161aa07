"""Sending one notice: is it still of use, to which channels, with which words, and recording what came of it.

The timer stays until the outcome is recorded. Stopped between sending and recording, it is sent again:
twice rather than never (promise 6).
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from services.escalatie.alarm import Alarm
from services.escalatie.application import Escalatiedienst, Inzage
from services.escalatie.bericht import bericht
from services.escalatie.bezorging import verhinderd
from services.escalatie.escalatie import is_te_laat
from services.escalatie.stilte import na_stilte
from services.escalatie.store.wekkers import alarm_uit
from services.escalatie.verzending.link import Bevestiglink
from shared.facts import Context
from shared.klok import Klok
from shared.ledger import Ledger, Timer
from shared.profiel import kanalen_voor
from shared.verzending.bewaarkanaal import met_map
from shared.verzending.kanalen import Kanalen
from shared.verzending.vormen import Bericht, Uitslag

STIL = "het zijn stille uren en dit bericht kan wachten"


class Verzender:
    """Handles the timers of notices."""

    def __init__(
        self,
        ledger: Ledger,
        *,
        dienst: Escalatiedienst,
        inzage: Inzage,
        kanalen: Kanalen,
        link: Bevestiglink,
        berichten: Path,
        environ: Mapping[str, str],
        klok: Klok,
    ) -> None:
        self._ledger, self._dienst, self._inzage, self._kanalen = ledger, dienst, inzage, kanalen
        self._link, self._berichten, self._environ, self._klok = link, berichten, environ, klok

    async def verzend(self, timer: Timer, context: Context) -> None:
        """Send the notice of this timer, or record why not."""
        alarm, poging = alarm_uit(timer.gegevens)
        zaak = await self._inzage.zaak(alarm.escalatie_id)
        adressen = kanalen_voor(zaak.profiel, alarm.rol, self._environ)
        reden = verhinderd(zaak.escalatie, alarm) or ("" if adressen else f"geen kanaal ingesteld voor rol {alarm.rol}")
        straks = na_stilte(context.op, zaak.escalatie.stilte)
        if reden or straks > context.op:
            niet_voor = straks if straks > context.op and not reden else None
            await self._niet(alarm, reden or STIL, poging, self._nu(timer), niet_voor)
            return
        te_laat = is_te_laat(timer.op, context.op)
        url = self._link.voor(alarm, op=context.op)
        uitslagen = await self._stuur(alarm, bericht(zaak, alarm, url=url, te_laat=te_laat), adressen, context)
        await self._leg_vast(alarm, uitslagen, poging, te_laat, self._nu(timer))

    async def _stuur(self, alarm: Alarm, wat: Bericht, adressen: tuple[str, ...], context: Context) -> list[Uitslag]:
        naam = f"{context.op:%Y%m%dT%H%M%S}-{alarm.rol}-{alarm.escalatie_id.hex[:8]}"
        return await self._kanalen.verzend([met_map(adres, self._berichten, naam) for adres in adressen], wat)

    async def _leg_vast(
        self, alarm: Alarm, uitslagen: list[Uitslag], poging: int, te_laat: bool, context: Context
    ) -> None:
        await self._ledger.run(
            lambda tx: self._dienst.leg_vast(tx, alarm, uitslagen, poging=poging, te_laat=te_laat), context
        )

    async def _niet(
        self, alarm: Alarm, reden: str, poging: int, context: Context, niet_voor: datetime | None = None
    ) -> None:
        await self._ledger.run(
            lambda tx: self._dienst.niet_nu(tx, alarm, reden, poging=poging, niet_voor=niet_voor), context
        )

    def _nu(self, timer: Timer) -> Context:
        """Under what the outcome is recorded: the moment that it is now, after sending."""
        return Context(self._klok(), str(timer.gegevens["correlatie"]), str(timer.gegevens["oorzaak"]))

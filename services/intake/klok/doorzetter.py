"""Sending a melding to a partner, and hearing that it did not arrive in time (KG-2.3a, KG-2.3b).

The timer stays until the outcome is recorded. Stopped between sending and recording, it is sent again: twice over the
channel rather than never, and recorded as arrived once.
"""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from services.intake.application import Doorzetting
from services.intake.behandeling import Stand, Status, stand_van
from services.intake.behandeling.bericht import bericht
from shared.contracts.intake import MeldingDoorgezet
from shared.facts import Context
from shared.klok import Klok
from shared.ledger import Ledger, Timer
from shared.profiel import Profiel, Profielen, kanalen_van_partner
from shared.verzending.bewaarkanaal import met_map
from shared.verzending.kanalen import Kanalen
from shared.verzending.vormen import Uitslag


class Doorzetter:
    """Handles the timers of handing over."""

    def __init__(
        self,
        ledger: Ledger,
        *,
        doorzetting: Doorzetting,
        profielen: Profielen,
        kanalen: Kanalen,
        berichten: Path,
        basis_url: str,
        environ: Mapping[str, str],
        klok: Klok,
    ) -> None:
        self._ledger, self._doorzetting, self._profielen = ledger, doorzetting, profielen
        self._kanalen, self._berichten, self._basis_url = kanalen, berichten, basis_url
        self._environ, self._klok = environ, klok

    async def bezorg(self, timer: Timer, context: Context) -> None:
        """Send a melding to the partner of this timer, and record what came of it."""
        melding_id, aan, poging = UUID(timer.gegevens["id"]), timer.gegevens["aan"], timer.gegevens["poging"]
        stand = stand_van(fact.fact for fact in await self._ledger.load(melding_id))
        doorgezet = stand.doorgezet[aan]
        if stand.status is Status.INGETROKKEN:
            await self._ledger.run(lambda tx: self._doorzetting.staak(tx, melding_id, aan, poging=poging), context)
            return
        uitslagen = await self._stuur(stand, doorgezet, context)
        await self._ledger.run(
            lambda tx: self._doorzetting.leg_vast(tx, melding_id, aan, uitslagen, poging=poging), self._nu(context)
        )

    async def klok(self, timer: Timer, context: Context) -> None:
        """Hear the clock of a melding."""
        await self._ledger.run(lambda tx: self._doorzetting.klok(tx, timer.gegevens), context)

    async def _stuur(self, stand: Stand, doorgezet: MeldingDoorgezet, context: Context) -> list[Uitslag]:
        profiel = self._profielen.van(stand.waarneming.gemeente)
        url = f"{self._basis_url}/meldingen/{stand.id}"
        naam = f"{context.op:%Y%m%dT%H%M%S}-{doorgezet.aan}-{stand.id.hex[-8:]}"
        adressen = [met_map(adres, self._berichten, naam) for adres in self._adressen(profiel, doorgezet.aan)]
        return await self._kanalen.verzend(adressen, bericht(stand, doorgezet, profiel, url=url))

    def _adressen(self, profiel: Profiel, aan: str) -> tuple[str, ...]:
        partner = profiel.partner(aan)
        return kanalen_van_partner(profiel, partner, self._environ) if partner else ()

    def _nu(self, context: Context) -> Context:
        """Under what the outcome is recorded: the moment that it is now, after sending."""
        return Context(self._klok(), context.correlatie)

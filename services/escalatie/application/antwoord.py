"""An answer by text message or mail: the code in it says which notice, and so which role confirms what."""

from uuid import UUID

from services.escalatie.alarm import Alarm
from services.escalatie.application.dienst import Escalatiedienst
from services.escalatie.verzending import Antwoordcode
from services.escalatie.weigeringen import OnbekendAntwoord
from shared.contracts.escalatie import Stap
from shared.facts import Context
from shared.ledger import Ledger

_LOPEND = """SELECT a.escalatie_id, a.stap, a.trede, a.ronde, a.rol FROM alarmen a
    JOIN escalaties e ON e.escalatie_id = a.escalatie_id
    WHERE e.status IN ('open', 'bevestigd') ORDER BY a.gevraagd_op DESC LIMIT 2000"""


class Antwoorden:
    """What a gateway for text messages or mail passes on."""

    def __init__(self, ledger: Ledger, dienst: Escalatiedienst, code: Antwoordcode) -> None:
        self._ledger, self._dienst, self._code = ledger, dienst, code

    async def bevestig(self, tekst: str, context: Context) -> Alarm:
        """Confirm what the notice with this code asked for.

        Raises:
            OnbekendAntwoord: no notice that matters now has a code that stands in the text.
        """
        alarm = await self._zoek(tekst)
        await self._ledger.run(
            lambda tx: self._dienst.bevestig(tx, alarm.escalatie_id, door=alarm.rol, stap=alarm.stap, weg="antwoord"),
            context,
        )
        return alarm

    async def aangekomen(self, tekst: str, context: Context) -> Alarm:
        """Record that the notice with this code reached a device.

        Raises:
            OnbekendAntwoord: see above.
        """
        alarm = await self._zoek(tekst)
        await self._ledger.run(lambda tx: self._dienst.meld_aankomst(tx, alarm), context)
        return alarm

    async def _zoek(self, tekst: str) -> Alarm:
        gezocht = set(self._code.uit(tekst))
        rijen = await self._ledger.query(_LOPEND) if gezocht else []
        for escalatie_id, stap, trede, ronde, rol in rijen:
            alarm = Alarm(UUID(escalatie_id), Stap(stap), trede, ronde, rol)
            if self._code.voor(alarm) in gezocht:
                return alarm
        raise OnbekendAntwoord

"""The link in a notice: signed, so that nobody needs a login at three at night, and valid for a while."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from itsdangerous import BadData, URLSafeSerializer

from services.escalatie.alarm import Alarm
from shared.contracts.escalatie import Stap
from shared.facts import Rejected

GELDIG = timedelta(days=14)
_ZOUT = "meldketen.escalatie.bevestig.v1"


class LinkOngeldig(Rejected):
    """Only a link that this installation signed confirms anything."""

    def __init__(self) -> None:
        super().__init__(
            "Deze link klopt niet. Open de link opnieuw vanuit het bericht, en let op dat hij helemaal is overgenomen."
        )


@dataclass(frozen=True, slots=True)
class Bewijs:
    """What a link proves: for which escalation, role and step it was sent."""

    escalatie_id: UUID
    rol: str
    trede: int
    stap: Stap


class LinkVerlopen(Rejected):
    """A link works for a limited time, so that an old message in a mailbox cannot confirm anything.

    `bewijs`: for whom it was, since it was ours; that another can be asked for is all that it still does.
    """

    def __init__(self, bewijs: Bewijs) -> None:
        super().__init__("Deze link is verlopen. Meld u aan en bevestig op de pagina Escalaties.")
        self.bewijs = bewijs


class Bevestiglink:
    """Makes and reads links with the secret of the installation."""

    def __init__(self, geheim: str, basis_url: str) -> None:
        self._tekenaar = URLSafeSerializer(
            geheim, salt=_ZOUT, signer_kwargs={"key_derivation": "hmac", "digest_method": sha256}
        )
        self._adres = f"{basis_url}/bevestig"

    def voor(self, alarm: Alarm, *, op: datetime) -> str:
        """Give the address for a notice that is sent now."""
        return f"{self._adres}?t={self.teken(Bewijs(alarm.escalatie_id, alarm.rol, alarm.trede, alarm.stap), op=op)}"

    def teken(self, bewijs: Bewijs, *, op: datetime) -> str:
        """Sign a proof."""
        return self._teken(bewijs, op + GELDIG)

    def voor_stap(self, token: str, stap: Stap, *, op: datetime) -> str:
        """Give the same proof for another step: it ends when this link does, however often one goes on with it.

        Raises:
            LinkOngeldig, LinkVerlopen: see there.
        """
        bewijs, tot = self._lees(token, op=op)
        return token if bewijs.stap is stap else self._teken(replace(bewijs, stap=stap), tot)

    def _teken(self, bewijs: Bewijs, einde: datetime) -> str:
        tot = int(einde.timestamp())
        token = self._tekenaar.dumps([bewijs.escalatie_id.hex, bewijs.rol, bewijs.trede, bewijs.stap, tot])
        return token if isinstance(token, str) else token.decode()

    def lees(self, token: str, *, op: datetime) -> Bewijs:
        """Read a token.

        Raises:
            LinkOngeldig, LinkVerlopen: see there.
        """
        return self._lees(token, op=op)[0]

    def _lees(self, token: str, *, op: datetime) -> tuple[Bewijs, datetime]:
        try:
            bewijs, tot = _uit(self._tekenaar.loads(token))
        except (BadData, TypeError, ValueError):
            raise LinkOngeldig from None
        if op > tot:
            raise LinkVerlopen(bewijs)
        return bewijs, tot


def _uit(inhoud: Any) -> tuple[Bewijs, datetime]:
    escalatie, rol, trede, stap, tot = inhoud
    return Bewijs(UUID(escalatie), str(rol), int(trede), Stap(stap)), datetime.fromtimestamp(tot, UTC)

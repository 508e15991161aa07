"""A short code in a notice: who sends it back confirms, where the channel passes answers on."""

import hmac
import re
from hashlib import sha256

from services.escalatie.alarm import Alarm

_TEKENS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE = re.compile(r"\b([0-9A-HJKMNP-TV-Z]{4})[- ]?([0-9A-HJKMNP-TV-Z]{4})\b", re.IGNORECASE)
_ZOUT = b"meldketen.escalatie.antwoord.v1/"


class Antwoordcode:
    """Makes codes with the secret of the installation: 40 bits, and only good for a gateway that has a key."""

    def __init__(self, geheim: str) -> None:
        self._geheim = geheim.encode()

    def voor(self, alarm: Alarm) -> str:
        """Give the code of one notice: `K7QM-3F2P`."""
        getal = int.from_bytes(hmac.digest(self._geheim, _ZOUT + alarm.id.bytes, sha256)[:5])
        tekens = "".join(_TEKENS[getal >> (5 * plek) & 31] for plek in range(8))
        return f"{tekens[:4]}-{tekens[4:]}"

    @staticmethod
    def uit(tekst: str) -> list[str]:
        """Find what may be a code in what somebody wrote."""
        return [f"{een}-{ander}".upper() for een, ander in _CODE.findall(tekst)]

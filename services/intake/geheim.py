"""What is derived from the secret of the installation: each purpose its own key, which tells nothing of another."""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID, uuid5

_MELDINGEN = UUID("0d3a4a52-3f0b-5c1e-9d55-6d0b2a8f4c11")


@dataclass(frozen=True)
class Geheim:
    """Turns codes and references into what may be stored: without the secret nobody can tell or try which they were."""

    sleutel: bytes

    def zegel_van_code(self, code: str) -> str:
        """Return under what a volgcode is stored, hex."""
        return self._hmac("volgcode", code).hex()

    def toeval_van_formulier(self, afzender: str, sleutel: str, aantal: int) -> bytes:
        """Return what the volgcode of this form is made of: only its random key leads to it, and only here."""
        return self._hmac("volgcode-van-formulier", afzender, sleutel)[:aantal]

    def zegel_van_groepscode(self, code: str) -> str:
        """Return under what the code of a group is stored, hex."""
        return self._hmac("groepscode", code).hex()

    def melding_id(self, afzender: str, bron: str, kenmerk: str) -> UUID:
        """Return the one id that this sender's reference can lead to: the stream itself guards against a second."""
        return uuid5(_MELDINGEN, self._hmac("kenmerk", afzender, bron, kenmerk).hex())

    def sleutel_voor(self, doel: str) -> bytes:
        """Return a key of 32 bytes for one purpose."""
        return self._hmac("sleutel", doel)

    def _hmac(self, *delen: str) -> bytes:
        tekst = "".join(f"{len(deel)}:{deel}" for deel in ("intake", *delen))
        # not hmac.digest: that lets go of the interpreter, and a busy loop then keeps it for a long time
        return hmac.new(self.sleutel, tekst.encode(), sha256).digest()

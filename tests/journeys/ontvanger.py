"""A real webhook on loopback: what on-call people would have received."""

import json
from typing import Any

from tests.journeys.luisteraar import Luisteraar


class Ontvanger(Luisteraar):
    """Keeps every body that was posted, by path."""

    def __init__(self) -> None:
        super().__init__()
        self.berichten: list[tuple[str, dict[str, Any]]] = []

    def kanaal(self, rol: str) -> str:
        """Return the Apprise address of a role."""
        return f"json://{self.adres}/{rol}"

    def teksten(self, rol: str) -> list[str]:
        """Return the texts that this role received, in order."""
        return [bericht["message"] for pad, bericht in list(self.berichten) if pad == f"/{rol}"]

    def neem(self, pad: str, inhoud: bytes) -> None:
        """Keep one message."""
        self.berichten.append((pad.rstrip("/"), json.loads(inhoud)))

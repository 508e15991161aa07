"""The people of the demo, as the system meets them: HTTP requests with the key of a role."""

import http.client
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit


class Geweigerd(Exception):
    """The system answered no where the demo expected yes."""


class Persoon:
    """Somebody with a role. Blocking: call it from a thread."""

    def __init__(self, url: str, sleutel: str) -> None:
        parts = urlsplit(url)
        self._verbinding = http.client.HTTPConnection(parts.hostname or "127.0.0.1", parts.port, timeout=20)
        self._koppen = {"Authorization": f"Bearer {sleutel}", "Content-Type": "application/json"}

    def lees(self, pad: str, **query: str) -> Any:
        """Read something."""
        return self._vraag("GET", f"{pad}?{urlencode(query)}" if query else pad)

    def doe(self, pad: str, inhoud: Mapping[str, Any] | None = None) -> Any:
        """Do something."""
        return self._vraag("POST", pad, json.dumps(inhoud or {}))

    def _vraag(self, methode: str, pad: str, inhoud: str | None = None) -> Any:
        try:
            self._verbinding.request(methode, pad, inhoud, self._koppen)
        except ConnectionError:  # kept open too long without a word: the server has closed it
            self._verbinding.close()
            self._verbinding.request(methode, pad, inhoud, self._koppen)
        antwoord = self._verbinding.getresponse()
        gelezen = antwoord.read()
        if antwoord.status >= 300:
            raise Geweigerd(f"{methode} {pad}: {antwoord.status} {gelezen.decode(errors='replace')}")
        return json.loads(gelezen) if gelezen else None

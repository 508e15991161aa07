"""A sign of life to a monitor outside: when it stays away, somebody there is warned that everything here stopped."""

from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import structlog
from pydantic import SecretStr

GEDULD = 5.0
log = structlog.get_logger(__name__)


class Levensteken:
    """Calls an address that the operator set (`MELDKETEN_LEVENSTEKEN`); without one nothing."""

    def __init__(self, adres: SecretStr) -> None:
        self._adres = adres.get_secret_value()
        if self._adres and urlsplit(self._adres).scheme not in {"http", "https"}:
            raise ValueError("MELDKETEN_LEVENSTEKEN moet beginnen met http:// of https://")
        self.gelukt = 0

    def geef(self) -> None:
        """Call it; that it fails is logged and nothing more: the monitor outside notices by itself."""
        if not self._adres:
            return
        try:
            with urlopen(Request(self._adres, method="POST"), data=b"", timeout=GEDULD):  # noqa: S310 - checked above
                self.gelukt += 1
        except (URLError, OSError, ValueError) as fout:
            log.warning("levensteken mislukt", soort=type(fout).__name__)

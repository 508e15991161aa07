"""The credentials of COA locations: made once, kept by their public half, withdrawn whenever that is needed."""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from shared import nkey
from shared.natsserver.jwt import teken
from shared.natsserver.verbinding import write_private

BESTAND = "coa-sleutels.json"
_CREDS = """-----BEGIN NATS USER JWT-----
{jwt}
------END NATS USER JWT------

-----BEGIN USER NKEY SEED-----
{seed}
------END USER NKEY SEED------
"""


@dataclass(frozen=True)
class CoaSleutel:
    """Who may speak for a location. `id` names it for people: the end of the public half."""

    gemeente: str
    locatie: str
    publiek: str
    gemaakt_op: str
    geldig_tot: str = ""
    ingetrokken_op: str = ""

    @property
    def id(self) -> str:
        """What a list shows and what is withdrawn by."""
        return f"coa-{self.publiek[-10:].lower()}"

    def geldig(self, op: datetime) -> bool:
        """Whether it opens anything now."""
        return not self.ingetrokken_op and (not self.geldig_tot or op < datetime.fromisoformat(self.geldig_tot))


class CoaSleutels:
    """Those of one embedded server, in a file of its folder that only its owner may read."""

    def __init__(self, map_: Path) -> None:
        self._map, self._bestand = map_, map_ / BESTAND

    def lijst(self) -> list[CoaSleutel]:
        """Return every key that was made, withdrawn ones too."""
        try:
            return [CoaSleutel(**sleutel) for sleutel in json.loads(self._bestand.read_text())]
        except FileNotFoundError:
            return []

    def maak(self, gemeente: str, locatie: str, *, op: datetime, geldig_tot: datetime | None = None) -> str:
        """Make credentials, and return them as the file that NATS clients read (`.creds`): kept nowhere here."""
        paar, uitgever = nkey.maak(nkey.USER), nkey.maak(nkey.ACCOUNT)
        tot = geldig_tot.isoformat() if geldig_tot else ""
        with self._alleen():
            self._bewaar([*self.lijst(), CoaSleutel(gemeente, locatie, paar.publiek, op.isoformat(), tot)])
        jwt = teken(uitgever, over=paar.publiek, nats={"type": "user"}, name=f"coa-{gemeente}-{locatie}")
        return _CREDS.format(jwt=jwt, seed=paar.seed)

    def trek_in(self, id: str, *, op: datetime) -> bool:  # noqa: A002
        """Withdraw one; say whether there was one of this name."""
        with self._alleen():
            alle = self.lijst()
            self._bewaar(
                [
                    replace(sleutel, ingetrokken_op=sleutel.ingetrokken_op or op.isoformat())
                    if sleutel.id == id
                    else sleutel
                    for sleutel in alle
                ]
            )
        return any(sleutel.id == id for sleutel in alle)

    def van(self, handtekening: bytes, nonce: bytes, op: datetime) -> CoaSleutel | None:
        """Find the valid key that signed this nonce."""
        geldig = (sleutel for sleutel in self.lijst() if sleutel.geldig(op))
        return next((sleutel for sleutel in geldig if nkey.klopt(sleutel.publiek, handtekening, nonce)), None)

    def _bewaar(self, sleutels: list[CoaSleutel]) -> None:
        write_private(self._bestand, json.dumps([asdict(sleutel) for sleutel in sleutels], indent=1))

    @contextmanager
    def _alleen(self) -> Iterator[None]:
        """Let one process write at a time."""
        self._map.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self._map / f".{BESTAND}.slot").open("w") as slot:
            fcntl.flock(slot, fcntl.LOCK_EX)
            yield

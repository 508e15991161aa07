"""Lets COA locations in: the server asks, and hears what this connection may do (auth callout, ADR-26 of NATS).

A location proves that it holds its private key by signing the server's nonce; who cannot is refused. The answer holds
for `GELDIG`: after that the server ends the connection and the client comes back, so a withdrawn key stops by then.
"""

import time
from base64 import b64decode, urlsafe_b64decode
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg

from shared.natsserver.config import CoaUser
from shared.natsserver.jwt import lees, teken
from shared.natsserver.nkey import Sleutelpaar
from shared.natsserver.sleutels import CoaSleutels

VRAAG = "$SYS.REQ.USER.AUTH"
ACCOUNT = "$G"
GELDIG = 300
"""Seconds."""

log = structlog.get_logger(__name__)


class Portier:
    """Answers the server, over the connection of the services."""

    def __init__(self, map_: Path, uitgever: Sleutelpaar, *, geldig: int = GELDIG) -> None:
        self._sleutels, self._uitgever, self._geldig = CoaSleutels(map_), uitgever, geldig

    async def begin(self, nc: Client) -> None:
        """Answer from now on, for as long as this connection lives."""
        await nc.subscribe(VRAAG, cb=self._antwoord)

    async def _antwoord(self, message: Msg) -> None:
        try:
            vraag = lees(message.data)["nats"]
            wie = self._wie(vraag)
            server = vraag["server_id"]["id"]
            nats = {"type": "authorization_response", **self._besluit(wie, vraag["user_nkey"])}
            await message.respond(teken(self._uitgever, over=vraag["user_nkey"], aud=server, nats=nats).encode())
        except (KeyError, TypeError, ValueError) as error:
            log.warning("vraag van NATS om toegang is onleesbaar", fout=type(error).__name__)

    def _wie(self, vraag: Mapping[str, Any]) -> CoaUser | None:
        handtekening, nonce = vraag["connect_opts"].get("sig", ""), vraag["client_info"].get("nonce", "")
        if not handtekening or not nonce:
            return None
        sleutel = self._sleutels.van(_bytes(handtekening), nonce.encode(), datetime.now(UTC))
        return CoaUser(sleutel.gemeente, sleutel.locatie) if sleutel else None

    def _besluit(self, wie: CoaUser | None, user_nkey: str) -> dict[str, Any]:
        if wie is None:
            return {"error": "geen geldige sleutel van een COA-locatie"}
        rechten = wie.permissions()
        nats = {"type": "user", "pub": rechten["publish"], "sub": rechten["subscribe"]}
        tot = int(time.time()) + self._geldig
        return {"jwt": teken(self._uitgever, over=user_nkey, aud=ACCOUNT, nats=nats, name=wie.naam, exp=tot)}


def _bytes(handtekening: str) -> bytes:
    """Read a signature: some clients write it for URLs."""
    padded = handtekening + "=" * (-len(handtekening) % 4)
    return urlsafe_b64decode(padded) if {"-", "_"} & set(padded) else b64decode(padded)

"""Lets COA locations in: the server asks, and hears what this connection may do (auth callout, ADR-26 of NATS).

A location proves that it holds its private key by signing the server's nonce; who cannot is refused. When a key is
withdrawn the server asks again about every location that is in, and ends the connection of the one that is refused.
"""

import asyncio
from base64 import b64decode, urlsafe_b64decode
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg

from shared.natsserver.config import CoaUser
from shared.natsserver.jwt import lees, teken
from shared.natsserver.sleutels import CoaSleutel, CoaSleutels
from shared.nkey import Sleutelpaar

VRAAG = "$SYS.REQ.USER.AUTH"
ACCOUNT = "$G"
KIJK_SECONDEN = 1.0

log = structlog.get_logger(__name__)


class Portier:
    """Answers the server, over the connection of the services."""

    def __init__(self, map_: Path, uitgever: Sleutelpaar) -> None:
        self._sleutels, self._uitgever = CoaSleutels(map_), uitgever
        self._gezien: frozenset[str] = frozenset()

    async def begin(self, nc: Client) -> None:
        """Answer from now on, for as long as this connection lives."""
        self._gezien = await asyncio.to_thread(self._ingetrokken)
        await nc.subscribe(VRAAG, cb=self._antwoord)

    async def bewaak(self, herkeur: Callable[[], None]) -> None:
        """Call `herkeur` soon after a key is withdrawn; until cancelled."""
        while True:
            await asyncio.sleep(KIJK_SECONDEN)
            nu = await asyncio.to_thread(self._ingetrokken)
            if nu - self._gezien:
                herkeur()
            self._gezien = nu

    def _ingetrokken(self) -> frozenset[str]:
        return frozenset(sleutel.publiek for sleutel in self._sleutels.lijst() if sleutel.ingetrokken_op)

    async def _antwoord(self, message: Msg) -> None:
        try:
            vraag = lees(message.data)["nats"]
            server = vraag["server_id"]["id"]
            nats = {"type": "authorization_response", **self._besluit(self._wie(vraag), vraag["user_nkey"])}
            await message.respond(teken(self._uitgever, over=vraag["user_nkey"], aud=server, nats=nats).encode())
        except (KeyError, TypeError, ValueError) as error:
            log.warning("vraag van NATS om toegang is onleesbaar", fout=type(error).__name__)

    def _wie(self, vraag: Mapping[str, Any]) -> CoaSleutel | None:
        handtekening, nonce = vraag["connect_opts"].get("sig", ""), vraag["client_info"].get("nonce", "")
        if not handtekening or not nonce:
            return None
        return self._sleutels.van(_bytes(handtekening), nonce.encode(), datetime.now(UTC))

    def _besluit(self, sleutel: CoaSleutel | None, user_nkey: str) -> dict[str, Any]:
        if sleutel is None:
            return {"error": "geen geldige sleutel van een COA-locatie"}
        wie = CoaUser(sleutel.gemeente, sleutel.locatie)
        rechten = wie.permissions()
        nats = {"type": "user", "pub": rechten["publish"], "sub": rechten["subscribe"]}
        tot = {"exp": int(datetime.fromisoformat(sleutel.geldig_tot).timestamp())} if sleutel.geldig_tot else {}
        return {"jwt": teken(self._uitgever, over=user_nkey, aud=ACCOUNT, nats=nats, name=wie.naam, **tot)}


def _bytes(handtekening: str) -> bytes:
    """Read a signature: some clients write it for URLs."""
    padded = handtekening + "=" * (-len(handtekening) % 4)
    return urlsafe_b64decode(padded) if {"-", "_"} & set(padded) else b64decode(padded)

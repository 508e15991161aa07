"""Requests to JetStream itself. Raw JSON: the client library does not know every setting that is needed."""

import asyncio
import base64
import json
from dataclasses import dataclass
from typing import Any

import nats.errors
import nats.js.errors
from nats.aio.client import Client

NO_MESSAGE = 10037
NAME_TAKEN = 10058
NO_STREAM = 10059

ANSWER_SECONDS = 2.0

AWAY = (nats.errors.Error, nats.js.errors.Error, OSError, asyncio.TimeoutError)
"""What says that the server is away for now, or that it is not known what it did."""


class Again(Exception):
    """Something is not as thought: look up where the stream stands and go on from there."""


class ApiError(Again):
    """JetStream said no."""

    def __init__(self, code: int, reden: str) -> None:
        super().__init__(f"{code} {reden}")
        self.code = code


@dataclass(frozen=True, slots=True)
class Stored:
    """A message as it stands on a stream."""

    seq: int
    subject: str
    headers: dict[str, str]
    data: bytes


async def ask(
    nc: Client, what: str, body: dict[str, Any] | None = None, *, seconds: float = ANSWER_SECONDS
) -> dict[str, Any]:
    """Ask the JetStream API, and wait at most `seconds` for the answer.

    Raises:
        Again: not connected; asking would be sent later, and too late.
        ApiError: JetStream said no.
    """
    if not nc.is_connected:
        raise Again("geen verbinding met NATS")
    payload = json.dumps(body).encode() if body is not None else b""
    answer: dict[str, Any] = json.loads((await nc.request(f"$JS.API.{what}", payload, timeout=seconds)).data)
    if (task := asyncio.current_task()) and task.cancelling():
        raise asyncio.CancelledError  # nats-py uses `asyncio.wait_for`, which forgets it when the answer comes as well
    if "error" in answer:
        raise ApiError(answer["error"].get("err_code", 0), answer["error"].get("description", ""))
    return answer


async def get_message(nc: Client, stream: str, query: dict[str, Any]) -> Stored | None:
    """Read one message from the leader (a direct get may ask a replica that lags); None where there is none."""
    try:
        found = (await ask(nc, f"STREAM.MSG.GET.{stream}", query))["message"]
    except ApiError as error:
        if error.code == NO_MESSAGE:
            return None
        raise
    data = base64.b64decode(found.get("data", ""))
    return Stored(found["seq"], found["subject"], parse_headers(base64.b64decode(found.get("hdrs", ""))), data)


def parse_headers(raw: bytes) -> dict[str, str]:
    """Read a block of NATS headers."""
    pairs = (line.partition(":") for line in raw.decode("utf-8", "replace").split("\r\n")[1:])
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}

"""The two streams: one provisioning step, and a check that says what differs."""

import secrets
from collections.abc import Mapping
from typing import Any

from nats.aio.client import Client

from shared.bus.api import NAME_TAKEN, NO_STREAM, ApiError, ask

GEBEURTENISSEN = "GEBEURTENISSEN"
COA = "COA"

_SECOND = 1_000_000_000

_BOTH: dict[str, Any] = {
    "storage": "file",
    "retention": "limits",
    "discard": "new",  # the default throws the oldest away at a limit
    "max_age": 0,
    "max_msgs_per_subject": -1,
    "deny_purge": True,
    "allow_rollup_hdrs": False,
    "allow_msg_ttl": False,
    "no_ack": False,
    "sealed": False,
    "duplicate_window": _SECOND,  # nothing relies on it, and the ids of two minutes of refilling take 300 MB
}

STREAMS: Mapping[str, Mapping[str, Any]] = {
    GEBEURTENISSEN: {
        **_BOTH,
        "subjects": ["gebeurtenis.>"],
        "deny_delete": True,
        "allow_atomic": True,
    },
    # A buffer: what intake took over is erased, message by message.
    COA: {**_BOTH, "subjects": ["coa.*.*.incident"], "deny_delete": False},
}


class StroomVerschilt(Exception):
    """A stream exists with settings under which messages can be lost. The text is for the user."""


LOWEST, SPAN = 2**40, 2**52
"""A stream begins at a number between these: above what one reaches that began at 1, and exact as a float in JSON."""

CREATE_SECONDS = 20.0
"""Three servers choose who leads a new stream before they answer; on a busy machine that was more than two seconds."""


async def provision(nc: Client, *, replicas: int = 1) -> None:
    """Create what is missing, and refuse to go on with what differs.

    Raises:
        StroomVerschilt: a stream has other settings than it must have.
        Again: JetStream is away.
    """
    for name in STREAMS:
        await provision_one(nc, name, replicas=replicas)


async def provision_one(nc: Client, name: str, *, replicas: int = 1) -> None:
    """Create one stream where it is missing, or check it."""
    wanted = {**STREAMS[name], "name": name, "num_replicas": replicas}
    try:
        found = (await ask(nc, f"STREAM.INFO.{name}"))["config"]
    except ApiError as error:
        if error.code != NO_STREAM:
            raise
        found = await _create(nc, wanted)
    verschillen = differences(wanted, found)
    if verschillen:
        raise StroomVerschilt(
            f"Stroom {name} is anders ingesteld dan nodig is om niets te verliezen: {'; '.join(verschillen)}. "
            "Pas de stroom aan, of verwijder hem: hij wordt dan opnieuw gevuld uit de grootboeken."
        )


async def _create(nc: Client, wanted: Mapping[str, Any]) -> Mapping[str, Any]:
    """Make a stream that begins at a number of its own; if somebody else was first, his will do."""
    name = wanted["name"]
    config = {**wanted, "first_seq": first_number()}
    try:
        made = await ask(nc, f"STREAM.CREATE.{name}", config, seconds=CREATE_SECONDS)
    except ApiError as error:
        if error.code != NAME_TAKEN:
            raise
        made = await ask(nc, f"STREAM.INFO.{name}")
    found: Mapping[str, Any] = made["config"]
    return found


def first_number() -> int:
    """Return where a new stream begins: numbers that no stream before it used.

    What was on its way to an emptied stream (a batch of a lost installation, an erasure) must not fit the next one.
    By chance and not by the clock: clocks go back, and what was asked earlier may arrive later.
    """
    return LOWEST + secrets.randbelow(SPAN)


def differences(wanted: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    """Return, in Dutch, which settings differ; a setting that the server leaves out is off."""
    return [
        f"{key} is {_said(found.get(key))}, moet zijn {_said(value)}"
        for key, value in wanted.items()
        if (found.get(key) or None) != (value or None)
    ]


def _said(value: Any) -> str:
    words = {True: "aan", False: "uit", None: "uit"}
    return words.get(value, str(value)) if isinstance(value, bool | None) else str(value)

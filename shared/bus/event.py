"""An event on the wire: CloudEvents 1.0 (NL GOV profile) in NATS headers, and the same as one JSON object."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from urllib.parse import quote, unquote
from uuid import UUID

from shared.facts import Recorded
from shared.ledger.chain import link, state_of
from shared.ledger.rows import from_iso, iso

PREFIX = "gebeurtenis"
SCHEMA = "https://meldketen.nl/schema"
JSON_TYPE = "application/json"

_WORD = re.compile(r"(?<!^)(?=[A-Z])")
_VERSION = re.compile(r"(.+?)V(\d+)")
_NO_TOKEN = re.compile(r"[^A-Za-z0-9_-]")
_ISO = len("2026-11-22T00:03:07.576175Z")
_UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PLAIN = re.compile(r"[!-$&-~]*")


class Unreadable(Exception):
    """A message that no ledger of ours has sent."""


@dataclass(frozen=True, slots=True)
class Source:
    """One ledger as others see it: whose it is, who runs it (OIN), and its random id."""

    dienst: str
    oin: str
    chain_id: str

    @property
    def urn(self) -> str:
        """The `ce-source`."""
        return f"urn:nld:oin:{self.oin}:systeem:meldketen-{self.dienst}"


@dataclass(frozen=True, slots=True)
class Event:
    """A message from the stream. `place` and `previous` count in the ledger of `source`."""

    source: str
    place: int
    previous: int
    chain_id: str
    hash: bytes
    id: str
    naam: str
    moment: str
    """When, as `iso` writes it: kept as text, for most that read an event write it down again."""
    correlatie: str
    oorzaak: str
    gemeente: str
    locatie: str
    stream_id: str
    """The UUID of its stream, in lower case with hyphens; as text for the same reason."""
    version: int
    data: bytes

    @property
    def tijd(self) -> datetime:
        """When."""
        return from_iso(self.moment)

    @property
    def stream(self) -> UUID:
        """Whose history it is part of."""
        return UUID(self.stream_id)

    def follows(self, previous_hash: bytes) -> bool:
        """Say whether this is, unchanged, what its ledger chained to that hash."""
        state = state_of(id=self.id, tijd=self.moment, correlatie=self.correlatie, oorzaak=self.oorzaak, data=self.data)
        stream = self.stream_id.replace("-", "")
        return link(previous_hash, self.place, stream, self.version, self.naam, state) == self.hash


def to_subject(dienst: str, recorded: Recorded) -> str:
    """Return where an event is published. A code that cannot be a token is made one: it must not block the rest."""
    fact = recorded.fact
    return f"{PREFIX}.{dienst}.{_token(fact.gemeente)}.{_token(fact.locatie)}.{recorded.naam}"


def to_headers(source: Source, recorded: Recorded) -> dict[str, str]:
    """Return the headers of an event (binary mode)."""
    return {
        "Nats-Msg-Id": recorded.id,
        "ce-specversion": "1.0",
        "ce-id": recorded.id,
        "ce-source": source.urn,
        "ce-type": type_of(source.dienst, recorded.naam),
        "ce-time": iso(recorded.tijd),
        "ce-datacontenttype": JSON_TYPE,
        "ce-dataschema": schema_of(source.dienst, recorded.naam),
        "ce-subject": str(recorded.stream),
        "ce-versie": str(recorded.version),
        "ce-sequence": f"{recorded.place:020}",
        "ce-vorige": f"{recorded.place - 1:020}",
        "ce-keten": source.chain_id,
        "ce-ketenhash": recorded.hash.hex(),
        "ce-correlatie": _escaped(recorded.correlatie),
        "ce-oorzaak": _escaped(recorded.oorzaak),
    }


def to_cloudevent(source: Source, recorded: Recorded) -> dict[str, Any]:
    """Return the same event as one JSON object (structured mode)."""
    headers = to_headers(source, recorded)
    attributes = {name[3:]: value for name, value in headers.items() if name.startswith("ce-")}
    return {
        **attributes,
        "correlatie": recorded.correlatie,
        "oorzaak": recorded.oorzaak,
        "data": json.loads(recorded.data),
    }


def from_message(subject: str, headers: Mapping[str, str] | None, data: bytes) -> Event:
    """Read an event.

    Raises:
        Unreadable: a header is missing or makes no sense.
    """
    if headers is None:
        raise Unreadable("het bericht heeft geen kopregels")
    try:
        _, source, gemeente, locatie, _ = subject.split(".")
        dienst, naam = name_of(headers["ce-type"])
        _same(source, dienst)
        return Event(
            source,
            int(headers["ce-sequence"]),
            int(headers["ce-vorige"]),
            headers["ce-keten"],
            bytes.fromhex(headers["ce-ketenhash"]),
            headers["ce-id"],
            naam,
            _as_iso(headers["ce-time"]),
            _unescaped(headers["ce-correlatie"]),
            _unescaped(headers["ce-oorzaak"]),
            gemeente,
            locatie,
            _as_uuid(headers["ce-subject"]),
            int(headers["ce-versie"]),
            data,
        )
    except KeyError as error:
        raise Unreadable(f"kopregel {error} ontbreekt") from None
    except ValueError as error:
        raise Unreadable(str(error)) from None


@lru_cache(maxsize=1024)
def type_of(dienst: str, naam: str) -> str:
    """Return the `ce-type` of a fact: `MeldingOntvangen` is `…melding-ontvangen.v1`, `…V2` is `….v2`."""
    versioned = _VERSION.fullmatch(naam)
    stem, version = versioned.groups() if versioned else (naam, "1")
    return f"nl.meldketen.{dienst}.{_WORD.sub('-', stem).lower()}.v{version}"


@lru_cache(maxsize=1024)
def name_of(ce_type: str) -> tuple[str, str]:
    """Return which service tells it, and the name of the fact.

    Raises:
        ValueError: it is no type of ours.
    """
    nl, us, dienst, stem, version = ce_type.split(".")
    _same((nl, us, version[:1]), ("nl", "meldketen", "v"))
    naam = "".join(word.capitalize() for word in stem.split("-"))
    return dienst, naam if version == "v1" else f"{naam}V{int(version[1:])}"


@lru_cache(maxsize=1024)
def schema_of(dienst: str, naam: str) -> str:
    """Return the `ce-dataschema` of a fact."""
    return f"{SCHEMA}/{type_of(dienst, naam).removeprefix('nl.meldketen.').replace('.', '/')}.json"


def _as_iso(text: str) -> str:
    """Return a moment as `iso` writes it, which is how every ledger of ours sent it."""
    moment = from_iso(text)
    return text if len(text) == _ISO and text[-1] == "Z" else iso(moment)


def _as_uuid(text: str) -> str:
    return text if _UUID.fullmatch(text) else str(UUID(text))


@lru_cache(maxsize=4096)
def _token(code: str) -> str:
    return _NO_TOKEN.sub("_", code) or "_"


def _escaped(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else quote(value)


def _unescaped(value: str) -> str:
    return unquote(value) if "%" in value else value


def _same(one: object, other: object) -> None:
    if one != other:
        raise ValueError(f"{one} is niet {other}")

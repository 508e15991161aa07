"""One JetStream stream as a function of what is sent to it. `test_stroom.py` compares it with a real nats-server."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from shared.bus.api import NO_MESSAGE

BATCH_VERVALT = 10.0
"""Seconds after which the server forgets a batch of which nothing more comes."""
VERWACHT = "Nats-Expected-Last-Subject-Sequence"
GELDT_VOOR = "Nats-Expected-Last-Subject-Sequence-Subject"
ACHTERAAN = "Nats-Expected-Last-Sequence"

Antwoord = dict[str, Any]
Kop = dict[str, str]


@dataclass(frozen=True)
class Bericht:
    """A message as it stands on the stream."""

    seq: int
    subject: str
    kop: Kop
    data: bytes
    sinds: float

    @cached_property
    def antwoord(self) -> Antwoord:
        """What `STREAM.MSG.GET` says of it."""
        regels = "".join(f"{naam}: {waarde}\r\n" for naam, waarde in self.kop.items())
        found = {"subject": self.subject, "seq": self.seq, "data": b64encode(self.data).decode()}
        if self.kop:
            found["hdrs"] = b64encode(f"NATS/1.0\r\n{regels}\r\n".encode()).decode()
        return {"message": found}


@dataclass
class _Batch:
    berichten: list[tuple[str, Kop, bytes]] = field(default_factory=list)
    heel: bool = True
    laatst: float = 0.0


class Stroom:
    """What is on it, and what came of a batch so far. Time is an argument."""

    def __init__(self, config: dict[str, Any]) -> None:
        self.config = config
        self.berichten: list[Bericht] = []
        self.last_seq = int(config.get("first_seq", 0) or 1) - 1
        self._venster = config["duplicate_window"] / 1e9
        self._batches: dict[str, _Batch] = {}

    def herstart(self) -> None:
        """The server was killed: what is stored is there, half a batch is not."""
        self._batches.clear()

    def info(self) -> Antwoord:
        """Answer `STREAM.INFO`."""
        first = self.berichten[0].seq if self.berichten else self.last_seq + 1 if self.last_seq else 0
        return {
            "config": self.config,
            "state": {"messages": len(self.berichten), "first_seq": first, "last_seq": self.last_seq},
        }

    def zoek(self, vraag: dict[str, Any]) -> Antwoord:
        """Answer `STREAM.MSG.GET`."""
        for bericht in self._kandidaten(vraag):
            return bericht.antwoord
        return _fout(NO_MESSAGE, "no message found", 404)

    def vanaf(self, seq: int, filters: tuple[str, ...]) -> Iterator[Bericht]:
        """Give the messages from a number on that pass one of the filters."""
        begin = len(self.berichten)
        while begin and self.berichten[begin - 1].seq >= seq:
            begin -= 1
        return (each for each in self.berichten[begin:] if any(past(filter_, each.subject) for filter_ in filters))

    def publiceer(self, subject: str, kop: Kop, data: bytes, nu: float) -> Antwoord | None:
        """Take a message; None where the server says nothing: it waits for the rest of a batch."""
        if "Nats-Batch-Id" in kop:
            return self._batch(subject, kop, data, nu)
        fout = self._hek(kop)
        if fout:
            return fout
        dubbel = self._dubbel(kop, nu)
        if dubbel:
            return {"stream": self.config["name"], "seq": dubbel.seq, "duplicate": True}
        return {"stream": self.config["name"], "seq": self._bewaar(subject, kop, data, nu)}

    def _batch(self, subject: str, kop: Kop, data: bytes, nu: float) -> Antwoord | None:
        naam, nummer = kop["Nats-Batch-Id"], int(kop["Nats-Batch-Sequence"])
        batch = self._batches.get(naam)
        if batch is None or nu - batch.laatst > BATCH_VERVALT:
            batch = self._batches[naam] = _Batch()
        batch.laatst, batch.heel = nu, batch.heel and nummer == len(batch.berichten) + 1
        batch.berichten.append((subject, kop, data))
        if "Nats-Batch-Commit" not in kop:
            return None
        del self._batches[naam]
        return self._leg_vast(naam, batch, nu)

    def _leg_vast(self, naam: str, batch: _Batch, nu: float) -> Antwoord:
        if not batch.heel:
            return self._geweigerd(10176, "atomic publish batch is incomplete")
        if any(self._dubbel(kop, nu) for _, kop, _ in batch.berichten):
            return self._geweigerd(10201, "atomic publish batch contains duplicate message id")
        for _, kop, _ in batch.berichten:
            fout = self._hek(kop)
            if fout:
                return fout
        seq = 0
        for subject, kop, data in batch.berichten:
            seq = self._bewaar(subject, kop, data, nu)
        return {"stream": self.config["name"], "seq": seq, "batch": naam, "count": len(batch.berichten)}

    def _hek(self, kop: Kop) -> Antwoord | None:
        if int(kop.get(ACHTERAAN, self.last_seq)) != self.last_seq:
            return self._geweigerd(10071, f"wrong last sequence: {self.last_seq}")
        if VERWACHT not in kop:
            return None
        ruimte = kop[GELDT_VOOR]
        laatste = next((each.seq for each in reversed(self.berichten) if past(ruimte, each.subject)), 0)
        if laatste == int(kop[VERWACHT]):
            return None
        return self._geweigerd(10071, f"wrong last sequence: {laatste}")

    def _dubbel(self, kop: Kop, nu: float) -> Bericht | None:
        wie = kop.get("Nats-Msg-Id")
        for each in reversed(self.berichten):
            if nu - each.sinds > self._venster or wie is None:
                return None
            if each.kop.get("Nats-Msg-Id") == wie:
                return each
        return None

    def _bewaar(self, subject: str, kop: Kop, data: bytes, nu: float) -> int:
        self.last_seq += 1
        self.berichten.append(Bericht(self.last_seq, subject, dict(kop), data, nu))
        return self.last_seq

    def _kandidaten(self, vraag: dict[str, Any]) -> Iterator[Bericht]:
        if "last_by_subj" in vraag:
            return (each for each in reversed(self.berichten) if past(vraag["last_by_subj"], each.subject))
        if "next_by_subj" in vraag:
            return self.vanaf(vraag["seq"], (vraag["next_by_subj"],))
        return (each for each in self.berichten if each.seq == vraag["seq"])

    def _geweigerd(self, code: int, tekst: str) -> Antwoord:
        return {**_fout(code, tekst, 400), "stream": self.config["name"], "seq": 0}


@lru_cache(maxsize=1024)
def past(filter_: str, subject: str) -> bool:
    """Say whether a subject is meant by a filter with `*` and `>`."""
    wil, is_ = filter_.split("."), subject.split(".")
    for plek, woord in enumerate(wil):
        if woord == ">":
            return len(is_) > plek
        if plek >= len(is_) or woord not in ("*", is_[plek]):
            return False
    return len(wil) == len(is_)


def _fout(code: int, tekst: str, status: int) -> Antwoord:
    return {"error": {"code": status, "err_code": code, "description": tekst}}

"""The hash chain: what makes a changed, missing or added fact visible (promise 9)."""

import hashlib

HASH_BYTES = 32


def genesis(chain_id: str) -> bytes:
    """Return what the first fact of a ledger is chained to: SHA-256 of the ledger's first random id.

    A ledger that was put back from a copy is `<first id>.<random>`: another ledger from there on, the same beginning.
    """
    return hashlib.sha256(chain_id.partition(".")[0].encode()).digest()


def state_of(*, id: str, tijd: str, correlatie: str, oorzaak: str, data: bytes) -> bytes:  # noqa: A002
    """Return the canonical JSON of a recorded fact. The four texts are ids and a moment: nothing to escape."""
    head = f'{{"correlatie":"{correlatie}","id":"{id}","oorzaak":"{oorzaak}","tijd":"{tijd}","data":'
    return b"%b%b}" % (head.encode(), data)


def link(previous: bytes, place: int, stream: str, version: int, naam: str, state: bytes) -> bytes:
    """Return the hash of a fact: over the hash before it, where it stands, and what it says. `stream`: in hex."""
    where = f"{place}|{stream}|{version}|{naam}|".encode()
    return hashlib.sha256(b"%b%b%b" % (previous, where, state)).digest()

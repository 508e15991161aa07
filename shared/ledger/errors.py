"""What can go wrong with a store, told apart by what the caller should do."""

from dataclasses import dataclass


class StoreUnavailable(Exception):
    """The database cannot be reached or written now; nothing of this unit is known to be stored. Try again later."""


class Overloaded(Exception):
    """The queue of the writer is full: refuse at the door (503), lose nothing."""


class Conflict(Exception):
    """Somebody else wrote what this unit assumed untouched: a stream that was new, or a consumer's place."""


class FactTooLarge(Exception):
    """A fact that fits on no message would stop the outbox for ever: its unit is refused, nothing of it is stored."""


class UnknownStore(Exception):
    """The store was made by a newer version, or is not a ledger: refuse to touch it."""


@dataclass(frozen=True)
class Break:
    """The first place at which the chain of a ledger does not hold."""

    place: int
    reden: str

"""What a channel is given, and what it did with that. Pure."""

from dataclasses import dataclass

BEWAAR = "bewaar"
"""The kind of channel that keeps a message on the server: nobody hears it."""


@dataclass(frozen=True, slots=True)
class Bericht:
    """What a channel is given."""

    titel: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What one channel did with a message. `kanaal` is its kind (`mailto`, `json`), never an address.

    `onzeker`: it did not say that it took the message, and may have all the same.
    """

    kanaal: str
    fout: str = ""
    onzeker: bool = False

"""Who sees which escalation: a key or session that is bound to a place sees no other. Pure."""

from typing import Protocol

from services.escalatie.weigeringen import OnbekendeEscalatie


class Lezer(Protocol):
    """What this needs to know of who is asking."""

    @property
    def gemeente(self) -> str | None:
        """The municipality to which it is bound."""

    @property
    def locatie(self) -> str | None:
        """The location to which it is bound."""


def binnen(lezer: Lezer, gemeente: str | None, locatie: str | None) -> tuple[str | None, str | None]:
    """Narrow a question to what the reader may see; asking for another place finds nothing.

    Raises:
        OnbekendeEscalatie: the reader is bound to another place.
    """
    if (gemeente and lezer.gemeente not in (None, gemeente)) or (locatie and lezer.locatie not in (None, locatie)):
        raise OnbekendeEscalatie
    return gemeente or lezer.gemeente, locatie or lezer.locatie


def eis_zicht(lezer: Lezer, gemeente: str, locatie: str) -> None:
    """Act as if it does not exist for who may not see it.

    Raises:
        OnbekendeEscalatie: the reader is bound to another place.
    """
    binnen(lezer, gemeente, locatie)

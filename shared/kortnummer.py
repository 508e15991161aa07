"""The short number of a melding or an escalation, `4K7M-20RX`: what people say over the telephone. Pure.

It is the end of the id, which is random in every kind of id of ours (the beginning of a new one is a moment, so that
two of one minute look alike there). Ten digits, and six letters whose Dutch names do not rhyme and that look like no
digit. It opens nothing: a volgcode is made of other random bytes, and nothing leads from one to the other.
"""

import re
from uuid import UUID

TEKENS = "0123456789KMRUWX"
LENGTE = 8
_HEX = "0123456789abcdef"
_NAAR_TEKEN = str.maketrans(_HEX, TEKENS)
_NAAR_HEX = str.maketrans(TEKENS, _HEX)
_LEES = str.maketrans("OIL", "011")
_GETYPT = re.compile("([0-9A-Z]{4})[ \u00a0\u2010\u2011\u2013\u2014-]?([0-9A-Z]{4})")
_HEEL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def kortnummer(nummer: UUID | str) -> str:
    """Write the short number of an id."""
    kort = str(nummer)[-LENGTE:].translate(_NAAR_TEKEN)
    return f"{kort[:4]}-{kort[4:]}"


def staart(getypt: str) -> str | None:
    """Give on which eight characters an id ends of which this is the short number, or the whole; None: it is neither.

    As people type it: any case, with or without a dash or space, O for 0, I and L for 1.
    """
    if is_heel(getypt):
        return getypt.strip().lower()[-LENGTE:]
    delen = _GETYPT.fullmatch(getypt.strip().upper())
    schoon = "".join(delen.groups()).translate(_LEES) if delen else ""
    return schoon.translate(_NAAR_HEX) if schoon and set(schoon) <= set(TEKENS) else None


def is_heel(getypt: str) -> bool:
    """Say whether this is an id, and not its short number."""
    return _HEEL.fullmatch(getypt.strip().lower()) is not None

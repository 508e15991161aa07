"""The number of a case in the municipality's own system: never a name, never a BSN."""

import re

from stdnum.nl import bsn

from shared.facts import Rejected

_VORM = re.compile(r"(?=.*[0-9])[A-Z0-9][A-Z0-9._/-]{2,39}")
_LETTERS = 6
"""A longer run of letters may be a name."""


class KenmerkGeweigerd(Rejected):
    """A case number holds nothing by which a person can be recognised (LVS-2.2)."""

    regel = "LVS-2.2"

    def __init__(self) -> None:
        super().__init__(
            "Dit is geen zaaknummer. Vul het nummer van het dossier in, zoals Z-2026-00123: "
            "geen naam, geen bsn, geen geboortedatum."
        )


def zoekvorm(kenmerk: str) -> str:
    """Return what is the same for every way to write a number: `Z-2026-00123`, `Z2026-00123` and `Z/2026/123`.

    Only signs between the parts and zeros before a number are left out. Two numbers become one only where no system
    would give out both: who is taken for somebody else may be refused a measure, or get one too many.
    """
    return "-".join(deel.lstrip("0") or "0" for deel in re.findall(r"[A-Z]+|[0-9]+", kenmerk))


def lees_kenmerk(gevuld: str) -> str:
    """Return a case number in one spelling.

    Raises:
        KenmerkGeweigerd: it looks like a name or a BSN, or like nothing we know.
    """
    kenmerk = gevuld.strip().upper()
    cijfers = re.sub(r"[^0-9]", "", kenmerk)
    lijkt_bsn = re.fullmatch(r"[0-9._/-]+", kenmerk) is not None and bsn.is_valid(cijfers)
    lijkt_naam = re.search(rf"[A-Z]{{{_LETTERS},}}", kenmerk) is not None
    lijkt_datum = re.fullmatch(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}", kenmerk) is not None
    if not _VORM.fullmatch(kenmerk) or lijkt_bsn or lijkt_naam or lijkt_datum:
        raise KenmerkGeweigerd
    return kenmerk

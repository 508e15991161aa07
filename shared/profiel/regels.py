"""Whose rule it is. A document binds the municipality that adopted it; elsewhere Meldketen only works as it says."""

import re
from collections.abc import Iterable
from typing import Any

from shared.begrippen import DOCUMENTEN, VAN_GEMEENTE
from shared.profiel.schema import Profiel

_VOORBEELD = re.compile(r"TB-(?P<plaats>[A-Z][a-z].*)")
"""What another town does, told in the ministry's toolbox."""
_CODE = re.compile(r"(?:KG|KN|LV|LVS|TB)-[A-Za-z0-9.-]+")


def elders(regel: str, profiel: Profiel) -> str:
    """Name the town whose rule it is, where that is not this municipality and it did not adopt the document either."""
    if voorbeeld := _VOORBEELD.fullmatch(regel):
        return f"voorbeeld uit {voorbeeld['plaats']}"
    letters = regel.partition("-")[0]
    code, naam = VAN_GEMEENTE.get(letters, ("", ""))
    eigen = code in ("", profiel.gemeente.code) or letters in profiel.gemeente.documenten
    return "" if eigen else naam


def regelwoorden(regel: str, *profielen: Profiel) -> str:
    """Write a rule as it stands on a page of these municipalities: its code, and whose it is where that differs.

    Never as a rule that binds this municipality, where its profile does not adopt the document.
    """
    plaatsen = {elders(regel, profiel) for profiel in profielen} or {""}
    if plaatsen == {""}:
        return regel
    waar = ", ".join(sorted(plaatsen - {""}))
    return f"{regel} ({waar})" if "" in plaatsen else f"werkwijze van Meldketen, naar {regel} ({waar})"


def bronnen(regels: Iterable[str]) -> dict[str, str]:
    """Name the documents that these rules come from, by the letters with which their codes begin."""
    letters = {regel.partition("-")[0] for regel in regels}
    return {each: naam for each, naam in DOCUMENTEN.items() if each in letters}


def document(regel: str) -> str:
    """Name the document of one rule; empty where its code says nothing of one."""
    return DOCUMENTEN.get(regel.partition("-")[0], "")


def volgens(regel: str, *profielen: Profiel) -> str:
    """Write the same in a sentence: `regel LVS-2.4`, or whose way of working it is."""
    woorden = regelwoorden(regel, *profielen)
    return woorden if woorden.startswith("werkwijze") else f"regel {woorden}"


def in_cellen(waarde: Any, *profielen: Profiel) -> Any:
    """Do so in the data of a paper: each text that is the code of a rule and nothing else."""
    if isinstance(waarde, dict):
        return {naam: in_cellen(deel, *profielen) for naam, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [in_cellen(deel, *profielen) for deel in waarde]
    return regelwoorden(waarde, *profielen) if isinstance(waarde, str) and _CODE.fullmatch(waarde) else waarde


def van(profielen: Iterable[Profiel], gemeente: str | None) -> tuple[Profiel, ...]:
    """Give the profile of one municipality, or all where it is not known which."""
    alle = tuple(profielen)
    return tuple(een for een in alle if een.gemeente.code == gemeente) or alle

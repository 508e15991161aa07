"""From what an identity provider says about somebody to a role here. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from shared.profiel.schema.aanmelden import Aanmelden
from shared.web.toegang.keys import Bereik

Indelingen = Mapping[str, Aanmelden]
"""By municipality."""


def bereik_van(claims: Mapping[str, Any], indelingen: Indelingen) -> Bereik | None:
    """Give what somebody may reach: the first role in the first profile that has one for them; None: nothing."""
    for gemeente, indeling in indelingen.items():
        heeft = waarden(claims, indeling.claim)
        for rolwaarde in indeling.rollen:
            if rolwaarde.waarde in heeft:
                return Bereik(rolwaarde.rol, rolwaarde.locatie, gemeente)
    return None


def waarden(claims: Mapping[str, Any], claim: str) -> frozenset[str]:
    """Read a claim that is a text or a list of texts; a name that is not there itself is a path into objects."""
    gevonden: Any = claims.get(claim)
    if gevonden is None:
        gevonden = claims
        for deel in claim.split("."):
            gevonden = gevonden.get(deel) if isinstance(gevonden, Mapping) else None
    if isinstance(gevonden, str):
        return frozenset({gevonden})
    return frozenset(een for een in gevonden if isinstance(een, str)) if isinstance(gevonden, Iterable) else frozenset()

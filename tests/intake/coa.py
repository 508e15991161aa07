"""Messages of a COA system, and who hears what was refused."""

import json
from typing import Any

from services.intake.application import Quarantaine
from services.intake.geheim import Geheim
from shared.bus import CoaMessage
from shared.contracts import Fact
from shared.contracts.intake import IncidentGeweigerd
from tests.intake.proef import GEHEIM, INCIDENT, Proef

KOPPEN = {"ce-specversion": "1.0", "ce-id": "a1", "ce-source": "urn:coa:zaak", "ce-type": "nl.coa.incident.v1"}
QUARANTAINE = Quarantaine(Geheim(GEHEIM.encode()))
GEHEIMPJE = "Jan Jansen, 06 12345678"


def bericht(
    data: Any = None, *, headers: dict[str, str] | None = None, rauw: bytes | None = None, **anders: Any
) -> CoaMessage:
    """A message in binary mode, unless told otherwise."""
    inhoud = rauw if rauw is not None else json.dumps(INCIDENT if data is None else data).encode()
    waar: dict[str, Any] = {"gemeente": "gm0637", "locatie": "rokkeveenseweg", "aflevering": 1, "nummer": 1, **anders}
    return CoaMessage(headers=KOPPEN if headers is None else headers, data=inhoud, **waar)


def structured(**anders: Any) -> CoaMessage:
    """The same message as one JSON object."""
    heel = {"specversion": "1.0", "id": "a1", "source": "urn:coa:zaak", "type": "nl.coa.incident.v1", "data": INCIDENT}
    return bericht(headers={}, rauw=json.dumps({**heel, **anders}).encode())


class Afzender:
    """Hears what was refused."""

    def __init__(self) -> None:
        self.gehoord: list[tuple[str, str, str]] = []

    async def __call__(self, message: CoaMessage, *, ce_id: str, veld: str, reden: str) -> None:
        """Hear one refusal."""
        self.gehoord.append((ce_id, veld, reden))


async def neem(proef: Proef, message: CoaMessage) -> list[tuple[str, str, str]]:
    """Hand a message to the door; give what the sender hears."""
    afzender = Afzender()
    assert proef.dienst.coa is not None
    await proef.dienst.coa(message, afzender)
    return afzender.gehoord


def geweigerd(feiten: list[Fact]) -> list[IncidentGeweigerd]:
    """The refusals among these facts."""
    return [feit for feit in feiten if isinstance(feit, IncidentGeweigerd)]

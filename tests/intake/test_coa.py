"""COA messages: an incident is taken once, however it is written (LVS-0.3)."""

import asyncio
import json
from base64 import b64encode
from typing import Any

import pytest

from shared.contracts.intake import IncidentGemeld, IncidentGeweigerd
from tests.intake.coa import GEHEIMPJE, KOPPEN, bericht, geweigerd, neem, structured
from tests.intake.proef import INCIDENT, Proef, zonder


async def test_een_incident_wordt_genomen(overal: Proef) -> None:
    """In binary mode the headers say which it is; the sender hears nothing, for the acknowledgement said it."""
    assert await neem(overal, bericht({**INCIDENT, "toelichting": GEHEIMPJE})) == []
    (feit,) = overal.feiten()
    assert isinstance(feit, IncidentGemeld)
    assert (feit.locatie, feit.kanaal, feit.gevolgen_openbare_orde) == ("rokkeveenseweg", "coa", True)
    assert overal.rijen("SELECT tekst FROM teksten") == [("[naam], [telefoonnummer]",)]
    assert overal.rijen("SELECT * FROM volgcodes") == []


@pytest.mark.parametrize(
    "anders",
    [
        {},
        {"time": "2026-11-22T12:00:00Z", "datacontenttype": "application/json", "subject": "x"},
        {"data": None, "data_base64": b64encode(json.dumps(INCIDENT).encode()).decode()},
    ],
)
async def test_een_incident_als_een_json_object(proef: Proef, anders: dict[str, Any]) -> None:
    """In structured mode all of it is one object; other attributes are no objection."""
    assert await neem(proef, structured(**anders)) == []
    assert len(proef.feiten()) == 1


async def test_de_plek_komt_van_het_onderwerp(proef: Proef) -> None:
    """The subject, which the server guards, says where: the data may leave it out, and not say otherwise."""
    assert await neem(proef, bericht(zonder(INCIDENT, "locatie"))) == []
    gehoord = await neem(proef, bericht({**INCIDENT, "locatie": "zoetermeer", "gemeente": "gm1916"}))
    assert {veld for _, veld, _ in gehoord} == {"locatie", "gemeente"}
    assert geweigerd(proef.feiten())[0].locatie == "rokkeveenseweg"


async def test_hetzelfde_bericht_nog_eens(overal: Proef) -> None:
    """Delivered twice, also at once, it is one incident."""
    await asyncio.gather(*(neem(overal, bericht(aflevering=keer)) for keer in (1, 2, 3)))
    assert [type(feit) for feit in overal.feiten()] == [IncidentGemeld]


async def test_twee_incidenten_met_dezelfde_inhoud(proef: Proef) -> None:
    """Another id, or another source, is another incident."""
    for anders in ({}, {"ce-id": "a2"}, {"ce-source": "urn:coa:ander"}):
        assert await neem(proef, bericht(headers={**KOPPEN, **anders})) == []
    assert len(proef.feiten()) == 3


async def test_dezelfde_id_met_een_andere_inhoud(proef: Proef) -> None:
    """An id stands for one incident: the second is kept apart, and the first stays as it was."""
    await neem(proef, bericht())
    gehoord = await neem(proef, bericht({**INCIDENT, "ernst": 4}))
    assert [(ce_id, veld) for ce_id, veld, _ in gehoord] == [("a1", "kenmerk")]
    assert [type(feit) for feit in proef.feiten()] == [IncidentGemeld, IncidentGeweigerd]

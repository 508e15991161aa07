"""How the bodies that are read by hand stand in the description of the API."""

from collections.abc import Mapping, Sequence
from typing import Any

from services.intake.opgave import Opgave


def verzoek(shape: type[Opgave], *, verplicht: Sequence[str]) -> dict[str, Any]:
    """Describe a body and the header that makes a request repeatable.

    `verplicht`: the fields that are required under every profile; the shape itself leaves that to the domain.
    """
    ruw = shape.model_json_schema(by_alias=True)
    schema = {**_uitgeschreven(ruw, ruw.get("$defs", {})), "required": list(verplicht)}
    return {
        "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
        "parameters": [
            {
                "name": "Idempotency-Key",
                "in": "header",
                "required": False,
                "description": "Dezelfde sleutel met dezelfde inhoud geeft dezelfde melding",
                "schema": {"type": "string", "format": "uuid"},
            }
        ],
    }


def _uitgeschreven(deel: Any, defs: Mapping[str, Any]) -> Any:
    """Write each reference out: the description has no place of its own for these shapes."""
    if isinstance(deel, list):
        return [_uitgeschreven(stuk, defs) for stuk in deel]
    if not isinstance(deel, dict):
        return deel
    if "$ref" in deel:
        return _uitgeschreven(defs[deel["$ref"].rpartition("/")[2]], defs)
    return {naam: _uitgeschreven(stuk, defs) for naam, stuk in deel.items() if naam != "$defs"}

"""A body for every operation, made from what the API itself says that it wants."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from fastapi import FastAPI

from tests.toegang.huis import EIGEN, Huis, straks

GEGEVEN = {
    "wie": "politie",
    "aard": "overlast",
    "thema": "geluid",
    "aan": "politie",
    "soort": "hoort-bij",
    "doel": "meer-informatie",
    "uiterlijk": "2099-02-12",
    "zegel": "0" * 64,
    "gemeente": EIGEN,
}
"""What only a profile or a meaning says, by the name of the field."""


def lichaam(huis: Huis, methode: str, weg: str, **anders: object) -> dict[str, Any]:
    """Fill in what is required, and nothing else."""
    schema, alle = schema_van(huis, methode, weg)
    gevuld: dict[str, Any] = _waarde(schema, alle, "") if schema else {}
    return {**gevuld, **anders} if schema else {}


def schema_van(huis: Huis, methode: str, weg: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Give the schema of a body, empty where there is none, and those that it refers to."""
    dienst = weg.split("/")[1]
    app = next(surface.app for naam, surface in huis.app.surfaces.apis.items() if naam == dienst)
    assert isinstance(app, FastAPI)
    document = app.openapi()
    operatie = document["paths"][weg.removeprefix(f"/{dienst}/v1")][methode.lower()]
    if "requestBody" not in operatie:
        return {}, {}
    return operatie["requestBody"]["content"]["application/json"]["schema"], document["components"]["schemas"]


def _waarde(schema: Mapping[str, Any], alle: Mapping[str, Any], veld: str) -> Any:
    if "$ref" in schema:
        return _waarde(alle[schema["$ref"].rsplit("/", 1)[1]], alle, veld)
    if veld in GEGEVEN and schema.get("format") != "uuid":
        return GEGEVEN[veld]
    for keuze in ("anyOf", "oneOf", "allOf"):
        if keuze in schema:
            return _waarde(schema[keuze][0], alle, veld)
    if "enum" in schema or "const" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    return _naar_soort(schema, alle)


def _naar_soort(schema: Mapping[str, Any], alle: Mapping[str, Any]) -> Any:
    match schema.get("type"):
        case "object":
            eigen = schema.get("properties", {})
            return {naam: _waarde(eigen[naam], alle, naam) for naam in schema.get("required", ())} | {
                naam: GEGEVEN[naam] for naam in eigen if naam == "gemeente"
            }
        case "array":
            return [_waarde(schema["items"], alle, "")] if schema.get("minItems") else []
        case "string":
            return {"uuid": str(uuid4()), "date-time": straks(24), "date": "2099-01-01"}.get(
                schema.get("format", ""), "Een zin van iemand."
            )
        case "integer" | "number":
            return schema.get("minimum", 1)
        case _:
            return True

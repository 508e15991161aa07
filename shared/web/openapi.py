"""The description of an API as it truly answers: 400 for bad input, every error a problem, the version in a header."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import iter_route_contexts

from shared.web.problem import MEDIA_TYPE, Probleem
from shared.web.toegang.acties import ACTIES, OPENBAAR

METHODS = frozenset({"get", "post", "put", "patch", "delete"})
PROBLEM_REF = {"$ref": "#/components/schemas/Probleem"}
VERSION_HEADER = {
    "API-Version": {"description": "Versie van deze API", "schema": {"type": "string"}, "required": True},
}
ERRORS = {
    "400": "Ongeldige invoer",
    "401": "Niet aangemeld",
    "403": "Geen toegang",
    "404": "Niet gevonden",
    "413": "Te groot",
    "429": "Te vaak",
    "503": "Even niet beschikbaar",
}
CHANGING = {"409": "Past niet bij de stand van zaken"}
WITH_BODY = {"415": "Geen JSON"}
LEFT_OUT = ("HTTPValidationError", "ValidationError")


def describe(app: FastAPI) -> dict[str, Any]:
    """Write the OpenAPI document of one service."""
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=app.description,
        servers=app.servers,
        routes=app.routes,
        tags=app.openapi_tags,
    )
    document["info"] |= {"contact": app.contact, "license": app.license_info}
    _add_components(document)
    actions = _actions(app)
    for path, methods in document.get("paths", {}).items():
        for method in METHODS & methods.keys():
            _finish(methods[method], method, actions.get((path, method), ""))
    return document


def _add_components(document: dict[str, Any]) -> None:
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in LEFT_OUT:
        schemas.pop(name, None)
    problem = Probleem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs"))
    schemas["Probleem"] = problem
    components["securitySchemes"] = {"sleutel": {"type": "http", "scheme": "bearer"}}


def _finish(operation: dict[str, Any], method: str, action: str) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    body, changes = WITH_BODY if "requestBody" in operation else {}, CHANGING if method != "get" else {}
    for status, words in {**ERRORS, **changes, **body}.items():
        responses.setdefault(status, {"description": words, "content": {MEDIA_TYPE: {"schema": PROBLEM_REF}}})
    for response in responses.values():
        response.setdefault("headers", {}).update(VERSION_HEADER)
    operation["security"] = [{}, {"sleutel": []}] if ACTIES.get(action) is OPENBAAR else [{"sleutel": []}]
    operation["x-actie"] = action


def _actions(app: FastAPI) -> dict[tuple[str, str], str]:
    return {
        (str(route.path), method.lower()): getattr(route.endpoint, "__actie__", "")
        for route in iter_route_contexts(app.routes)
        for method in route.methods or ()
    }

"""An answer in the form that was asked for: JSON in full, or its table as a file."""

from collections.abc import Callable
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import Response

from services.rapportage.beeld import Vorm
from shared.werkblad import Formaat, Werkblad, bestand_antwoord

A = TypeVar("A", bound=Vorm)
BESTANDEN: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "text/csv": {"schema": {"type": "string"}},
            "application/vnd.oasis.opendocument.spreadsheet": {"schema": {"type": "string", "format": "binary"}},
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                "schema": {"type": "string", "format": "binary"}
            },
        }
    }
}
"""What else than JSON such an answer can be, for the API's description."""


def antwoord(request: Request, uit: A, formaat: Formaat | None, maak: Callable[[A], Werkblad], naam: str) -> Response:
    """Give it; without `formaat` the Accept header may ask for CSV, which has no mark in front: a program reads it."""
    gekozen = formaat or ("csv" if _wil_csv(request) else "json")
    if gekozen == "json":
        return Response(uit.model_dump_json(), media_type="application/json", headers={"Vary": "Accept"})
    bestand = bestand_antwoord(maak(uit), gekozen, naam, merkteken=False)
    bestand.headers["Vary"] = "Accept"
    return bestand


def _wil_csv(request: Request) -> bool:
    return request.headers.get("accept", "").split(",")[0].split(";")[0].strip() == "text/csv"

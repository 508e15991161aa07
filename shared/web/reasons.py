"""What pydantic found wrong, in Dutch, field by field; the value itself is never repeated."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from pydantic_core.core_schema import ErrorType

from shared.facts import Fout
from shared.web.opmaak import getal

_KNOWN = frozenset(get_args(ErrorType))
_SOURCES = frozenset({"body", "query", "path", "header", "cookie"})
_MOMENT = "geen geldig tijdstip; schrijf het als 2026-11-22T01:15:00+01:00"
_DATE = "geen geldige datum; schrijf haar als 2026-11-22"
_NO_NUMBER = "dit nummer klopt niet"
"""What a page says where an API names the kind of number."""

_FIXED: Mapping[str, str] = {
    "missing": "verplicht",
    "extra_forbidden": "onbekend veld",
    "json_invalid": "geen geldige JSON",
    "model_attributes_type": "stuur een JSON-object, met Content-Type: application/json",
    "model_type": "een object verwacht",
    "dict_type": "een object verwacht",
    "list_type": "een lijst verwacht",
    "tuple_type": "een lijst verwacht",
    "none_required": "moet leeg zijn",
    "string_type": "tekst verwacht",
    "string_unicode": "bevat een teken dat geen geldige tekst is",
    "string_pattern_mismatch": "bevat tekens die hier niet mogen, of heeft niet de juiste vorm",
    "bool_type": "true of false verwacht",
    "bool_parsing": "true of false verwacht",
    "int_type": "geheel getal verwacht",
    "int_parsing": "geheel getal verwacht",
    "int_parsing_size": "getal is te groot",
    "int_from_float": "geheel getal verwacht",
    "float_type": "getal verwacht",
    "float_parsing": "getal verwacht",
    "finite_number": "getal verwacht",
    "uuid_type": "geen geldig nummer (UUID)",
    "uuid_parsing": "geen geldig nummer (UUID)",
    "uuid_version": "geen geldig nummer (UUID)",
    "timezone_aware": "tijdzone ontbreekt; zet achter de tijd bijvoorbeeld +01:00 of Z",
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "datetime_object_invalid": _MOMENT,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "time_parsing": "geen geldige tijd; schrijf haar als 10:00",
    "value_error": "ongeldige waarde",
}
_WITH_BOUND: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "enum": lambda c: f"kies uit: {_choices(c)}",
    "literal_error": lambda c: f"kies uit: {_choices(c)}",
    "string_too_long": lambda c: f"hoogstens {c['max_length']} tekens",
    "string_too_short": lambda c: f"minstens {c['min_length']} tekens",
    "too_long": lambda c: f"hoogstens {c['max_length']} {_parts(c)}",
    "too_short": lambda c: f"minstens {c['min_length']} {_parts(c)}",
    "greater_than": lambda c: f"groter dan {c['gt']}",
    "greater_than_equal": lambda c: f"minstens {c['ge']}",
    "less_than": lambda c: f"kleiner dan {c['lt']}",
    "less_than_equal": lambda c: f"hoogstens {c['le']}",
    "value_error": lambda c: str(c["error"]),
}


def _choices(bounds: Mapping[str, Any]) -> str:
    return str(bounds["expected"]).replace("'", "").replace(" or ", ", ")


def _parts(bounds: Mapping[str, Any]) -> str:
    """Pydantic measures a text as a list where something is done with it before."""
    return "tekens" if bounds.get("field_type") == "Value" else "onderdelen"


def reason(error: Mapping[str, Any]) -> str:
    """Say in Dutch what is wrong; a shape that words its own reason (`ValueError`, a custom error) is quoted."""
    kind, bounds = str(error["type"]), error.get("ctx") or {}
    if kind not in _KNOWN and kind != "json_invalid":
        return str(error["msg"])
    if kind in _WITH_BOUND and bounds:
        return _WITH_BOUND[kind](bounds)
    return _FIXED.get(kind, "ongeldige waarde")


def field(location: Iterable[str | int]) -> str:
    """Write where it is as the sender wrote it: `terugkoppeling.email`, `meldingen.0`; `verzoek` for the whole."""
    parts = [str(part)[:64] for part in location]
    inner = parts[1:] if parts and parts[0] in _SOURCES else parts
    return ".".join(inner) or "verzoek"


def faults(errors: Iterable[Mapping[str, Any]]) -> tuple[Fout, ...]:
    """Turn what pydantic reports into one reason for each field."""
    return tuple(Fout("verzoek" if e["type"] == "json_invalid" else field(e["loc"]), reason(e)) for e in errors)


def form_faults(errors: Iterable[Mapping[str, Any]]) -> tuple[Fout, ...]:
    """Give the same for who filled in a form: of a text that is too long also how long it is. The text is not kept."""
    errors = list(errors)
    return tuple(
        Fout(plain.veld, _on_a_page(e) or plain.reden) for e, plain in zip(errors, faults(errors), strict=True)
    )


def too_long(used: int, bound: int) -> str:
    """Say to who typed a text that it is too long, and by how much."""
    return f"Uw tekst is te lang. U gebruikte {getal(used)} tekens. Er passen er {getal(bound)}."


def _on_a_page(error: Mapping[str, Any]) -> str:
    """Give what somebody reads in place of a word for programs; empty: the reason is plain already."""
    return _NO_NUMBER if str(error["type"]).startswith("uuid_") else _length(error)


def _length(error: Mapping[str, Any]) -> str:
    text = error["input"]
    if error["type"] not in ("string_too_long", "too_long") or not isinstance(text, str):
        return ""
    bound = int(error["ctx"]["max_length"])
    used = len(text.strip())
    return too_long(used if used > bound else len(text), bound)

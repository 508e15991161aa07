"""What pydantic finds wrong, said in Dutch to the one who writes the profile."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from shared.profiel.posities import Pad
from shared.profiel.schema import Profiel
from shared.profiel.vormen import PATRONEN

_REDENEN = {
    "missing": "ontbreekt; dit veld is verplicht",
    "string_type": "hier hoort tekst tussen aanhalingstekens",
    "string_too_long": "is te lang; hoogstens {max_length} tekens",
    "string_too_short": "is te kort; minstens {min_length} tekens",
    "int_type": "hier hoort een geheel getal",
    "int_parsing": "hier hoort een geheel getal",
    "int_from_float": "hier hoort een geheel getal",
    "float_type": "hier hoort een getal, zoals 600 of 7.5",
    "float_parsing": "hier hoort een getal, zoals 600 of 7.5",
    "finite_number": "hier hoort een getal, zoals 600 of 7.5",
    "bool_type": "hier hoort true of false",
    "bool_parsing": "hier hoort true of false",
    "date_type": "hier hoort een datum, zoals 2026-09-29",
    "date_parsing": "hier hoort een datum, zoals 2026-09-29",
    "date_from_datetime_parsing": "hier hoort een datum, zoals 2026-09-29",
    "date_from_datetime_inexact": "hier hoort een datum zonder tijd, zoals 2026-09-29",
    "time_type": 'hier hoort een tijd, zoals "10:00"',
    "time_parsing": 'hier hoort een tijd, zoals "10:00"',
    "time_delta_type": 'hier hoort een duur, zoals "PT30M" (30 minuten) of "P7D" (7 dagen)',
    "time_delta_parsing": 'hier hoort een duur, zoals "PT30M" (30 minuten) of "P7D" (7 dagen)',
    "tuple_type": "hier hoort een lijst tussen [ en ]",
    "model_type": "hier hoort een tabel met velden",
    "too_short": "mag niet leeg zijn",
    "greater_than_equal": "moet {ge} of hoger zijn",
    "less_than_equal": "moet {le} of lager zijn",
}


def reden(fout: ErrorDetails) -> str:
    """One Dutch clause: what is expected at this place."""
    soort, ctx = fout["type"], fout.get("ctx", {})
    if soort in {"enum", "literal_error"}:
        return f"'{fout['input']}' kan hier niet; kies uit: {_keuzes(ctx['expected'])}"
    if soort == "string_pattern_mismatch":
        return f"'{fout['input']}' kan hier niet; verwacht: {PATRONEN.get(ctx['pattern'], 'een andere vorm')}"
    if soort == "extra_forbidden":
        return f"onbekend veld; bekend zijn: {', '.join(_velden(fout['loc'][:-1]))}"
    if soort == "value_error":
        return str(ctx["error"])
    return _REDENEN.get(soort, "deze waarde kan hier niet").format(**ctx)


def _keuzes(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")


def _velden(pad: Pad) -> list[str]:
    model: type[BaseModel] = Profiel
    for naam in pad:
        if isinstance(naam, str):
            model = next(_modellen(model.model_fields[naam].annotation))
    return list(model.model_fields)


def _modellen(annotatie: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        yield annotatie
    for deel in get_args(annotatie):
        yield from _modellen(deel)

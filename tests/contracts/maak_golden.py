"""Keep a golden file of each new shape, and of each shape that got fields: `python -m tests.contracts.maak_golden`.

Never changes a file that is there: what was published once must be readable for ever.
"""

import json
import types
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel

from shared.contracts import Fact
from tests.contracts.vormen import GOLDEN, KEUZES, VORMEN, WAARDEN, bestanden, inhoud, velden

MOMENT = datetime(2026, 11, 22, 0, 3, 7, 576175, tzinfo=UTC)
EENVOUDIG: dict[object, Any] = {
    bool: True,
    int: 2,
    float: 2.5,
    str: "tekst",
    timedelta: timedelta(minutes=30),
    date: date(2026, 11, 22),
}
WOORDEN = {
    "gemeente": "gm0637",
    "locatie": "rokkeveenseweg",
    "gebied": "rokkeveen",
    "plaats": "buiten-noodopvang",
    "thema": "geluid",
    "reeks": "lvos",
    "regel": "LVS-2.4",
    "rol": "politie",
    "door": "politie",
    "deelnemers": "coa",
    "rollen": "politie",
    "ingesteld_op": "2026-09-15",
    "dag": "2026-09-15",
    "vanaf": "2026-09-15",
}


def voorbeeld(vorm: type[BaseModel]) -> dict[str, Any]:
    """A value for every field, none of them its default where the type allows."""
    return {naam: _waarde(naam, veld.annotation) for naam, veld in vorm.model_fields.items()}


def _waarde(naam: str, annotatie: Any) -> Any:
    oorsprong, delen = get_origin(annotatie), [deel for deel in get_args(annotatie) if deel is not type(None)]
    if oorsprong is tuple:
        return [_waarde(naam, delen[0])]
    if oorsprong in (Union, types.UnionType, Annotated):
        return _waarde(naam, delen[0])
    if oorsprong is Literal:
        return delen[-1]
    return _enkel(naam, annotatie)


def _enkel(naam: str, soort: Any) -> Any:
    if issubclass(soort, BaseModel):
        return voorbeeld(soort)
    if issubclass(soort, Enum):
        return list(soort)[-1]
    if issubclass(soort, UUID):
        return UUID(int=sum(naam.encode()))
    return WOORDEN.get(naam, EENVOUDIG.get(soort, MOMENT))


def _bewaar(pad: Path, waarde: Any) -> None:
    pad.write_text(json.dumps(waarde, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _houd_bij(vorm: type[Fact]) -> None:
    nu = vorm.model_validate(voorbeeld(vorm)).model_dump(mode="json")
    er_al = bestanden(vorm.__name__)
    bekend = {veld for pad in er_al for veld in velden(inhoud(pad))}
    if not er_al:
        _bewaar(GOLDEN / f"{vorm.__name__}.v1.json", nu)
    elif velden(nu) - bekend:
        _bewaar(GOLDEN / f"{vorm.__name__}.v1-{len(er_al) + 1}.json", nu)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for vorm in VORMEN.values():
        _houd_bij(vorm)
    eerder = inhoud(WAARDEN) if WAARDEN.exists() else {}
    keuzes = {naam: [str(lid.value) for lid in keuze] for naam, keuze in KEUZES.items()}
    _bewaar(
        WAARDEN,
        {naam: list(dict.fromkeys([*eerder.get(naam, []), *leden])) for naam, leden in keuzes.items()}
        | {naam: leden for naam, leden in eerder.items() if naam not in keuzes},
    )

"""What stands in a message of the COA, for whoever must call about it: words and local time, where that can be read."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from services.intake.paginas.woorden import ERNST, GEZEGDEN, Woorden
from shared.maskering import masker
from shared.web.opmaak import tijdstip

_NAMEN = {"aard": "Aard", "thema": "Thema", "plaats": "Plaats", "gebied": "Buurt"}
_TIJDEN = {"voorgevallenOp": "Gebeurd op", "politieGebeldOp": "Politie gebeld op"}
_ANTWOORDEN = {
    "gevolgenOpenbareOrde": "Gevolgen voor de openbare orde",
    **GEZEGDEN,
    "ernst": "Ernst",
    "toelichting": "Toelichting",
}
_ERNST = {str(code): woorden for code, woorden in ERNST.items()}
_JA_NEE = {str(True): "Ja", str(False): "Nee", "ja": "Ja", "nee": "Nee", "onbekend": "Onbekend"}


def leesbaar(inhoud: bytes, gemeente: str, woorden: Woorden) -> list[tuple[str, str]]:
    """Write what can be read as label and words; nothing of a message that is no JSON. Everything is masked."""
    try:
        bericht = json.loads(inhoud)
    except (ValueError, RecursionError):
        return []
    data = bericht.get("data", bericht) if isinstance(bericht, dict) else None
    return list(_velden(data, gemeente, woorden)) if isinstance(data, Mapping) else []


def _velden(data: Mapping[str, Any], gemeente: str, woorden: Woorden) -> Iterator[tuple[str, str]]:
    for veld, label in _NAMEN.items():
        if gezegd := data.get(veld):
            yield label, masker(woorden.naam(veld, gemeente, str(gezegd)))
    for veld, label in _TIJDEN.items():
        if gezegd := data.get(veld):
            yield label, _op(str(gezegd), gemeente, woorden)
    for veld, label in _ANTWOORDEN.items():
        if (gezegd := data.get(veld)) not in (None, ""):
            yield label, masker(_in_woorden(veld, gezegd))


def _in_woorden(veld: str, gezegd: object) -> str:
    """Write an answer; one that is none stays as it is."""
    return (_ERNST if veld == "ernst" else _JA_NEE).get(str(gezegd), str(gezegd))


def _op(gezegd: str, gemeente: str, woorden: Woorden) -> str:
    """Write a moment by the clock of the municipality: who calls must name the hour that the location knows."""
    try:
        op = datetime.fromisoformat(gezegd)
        return tijdstip(op.astimezone(woorden.zone(gemeente))) if op.tzinfo else f"{masker(gezegd)} (zonder tijdzone)"
    except (ValueError, OverflowError):
        return masker(gezegd)

"""A signal that is sent to us as it is sent to Signalen, and what Signalen would answer."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from services.intake.signalen.vorm import KAART, KOLOMMEN, record
from shared.facts import Fout

BRON = "signalen"
GEMELD = {"state": "m", "state_display": "Gemeld"}
_NUMMER_BITS = 53
"""What every reader of JSON can hold as a whole number."""


def opgave_uit(signaal: Mapping[str, Any]) -> tuple[dict[str, Any], list[Fout]]:
    """Translate a signal to the fields of a melding, with what cannot be translated under its own name."""
    velden = dict(zip(KOLOMMEN, record(signaal), strict=True))
    soort, waarden = velden["sub_slug"] or _uit_adres(signaal), _waarden()
    gegevens = {
        "bron": BRON,
        "kenmerk": velden["signal_id"],
        "voorgevallenOp": velden["incident_date_start"],
        "toelichting": velden["text"],
        "aard": waarden["aard"].get(soort),
        "thema": waarden["thema"].get(soort),
    }
    fouten = [] if gegevens["aard"] else [Fout("category", "deze categorie hoort niet bij overlast van personen")]
    return {veld: waarde for veld, waarde in gegevens.items() if waarde}, fouten


def antwoord(signaal: Mapping[str, Any], melding_id: UUID, op: datetime) -> dict[str, object]:
    """Write what Signalen answers to a new signal; `id` is theirs where they sent one, else a number of ours."""
    moment, gebeurd = op.isoformat(), signaal.get("incident_date_start")
    nummer, eigen = melding_id.int >> (128 - _NUMMER_BITS), signaal.get("id")
    getal = eigen if isinstance(eigen, int) and not isinstance(eigen, bool) else nummer
    return {
        "_display": f"SIG-{getal}",
        "id": getal,
        "id_display": f"SIG-{getal}",
        "signal_id": str(melding_id),
        "status": GEMELD,
        "created_at": moment,
        "updated_at": moment,
        "incident_date_start": gebeurd,
        "incident_date_end": None,
    }


def _uit_adres(signaal: Mapping[str, Any]) -> str:
    """Who sends a new signal names its category by its address, the last part of which is the code."""
    categorie = signaal.get("category")
    adres = next(
        (categorie.get(naam) for naam in ("sub_category", "category_url") if categorie.get(naam))
        if isinstance(categorie, Mapping)
        else iter(()),
        "",
    )
    return str(adres).rstrip("/").rpartition("/")[2]


@cache
def _waarden() -> dict[str, dict[str, str]]:
    gelezen: dict[str, dict[str, str]] = tomllib.loads(KAART.read_text("utf-8"))["waarden"]
    return gelezen

"""A CloudEvent as others write it: one JSON object (structured), or NATS headers around the data (binary)."""

from base64 import b64decode
from binascii import Error as GeenBase64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import from_json

from shared.facts import Fout, OngeldigeInvoer

STRUCTURED = "application/cloudevents+json"
VERPLICHT = ("specversion", "id", "source", "type")
ATTRIBUUT_HOOGSTENS = 256


class Onleesbaar(OngeldigeInvoer):
    """No CloudEvent. `ce_id` is there when that much could be read, for the sender to know which one."""

    def __init__(self, *fouten: Fout, ce_id: str = "") -> None:
        super().__init__(*fouten)
        self.ce_id = ce_id


@dataclass(frozen=True, slots=True)
class Envelop:
    """What a message is known by, and its data."""

    id: str
    source: str
    data: Any
    traceparent: str = ""
    """The trace that the sender says it belongs to (CloudEvents, extension Distributed Tracing); unchecked."""


def open_envelop(headers: Mapping[str, str], inhoud: bytes) -> Envelop:
    """Read a message in either mode.

    Raises:
        Onleesbaar: every attribute that must change.
    """
    koppen = {naam.lower(): waarde for naam, waarde in headers.items()}
    attributen = {naam[3:]: waarde for naam, waarde in koppen.items() if naam.startswith("ce-")}
    binair = "specversion" in attributen and not koppen.get("content-type", "").startswith(STRUCTURED)
    if binair:
        return Envelop(*_gekeurd(attributen), _json(inhoud, "data", attributen), _spoor(attributen, koppen))
    ruw = _json(inhoud, "verzoek", {})
    if not isinstance(ruw, dict):
        raise Onleesbaar(Fout("verzoek", "een CloudEvent (JSON-object) verwacht"))
    return Envelop(*_gekeurd(ruw), _data(ruw), _spoor(ruw, koppen))


def _gekeurd(attributen: Mapping[str, Any]) -> tuple[str, str]:
    fouten = [Fout(naam, "verplicht in een CloudEvent") for naam in VERPLICHT if not _is_tekst(attributen.get(naam))]
    if not fouten and attributen["specversion"] != "1.0":
        fouten = [Fout("specversion", "moet 1.0 zijn")]
    if fouten:
        raise Onleesbaar(*fouten, ce_id=ce_id(attributen))
    return attributen["id"], attributen["source"]


def _spoor(attributen: Mapping[str, Any], koppen: Mapping[str, str]) -> str:
    return str(attributen.get("traceparent") or koppen.get("traceparent", ""))


def ce_id(attributen: Mapping[str, Any]) -> str:
    """Return how the sender calls it, as far as that can be said."""
    gevonden = attributen.get("id")
    return str(gevonden) if _is_tekst(gevonden) else ""


def _is_tekst(waarde: object) -> bool:
    return isinstance(waarde, str) and 0 < len(waarde) <= ATTRIBUUT_HOOGSTENS


def _data(ruw: Mapping[str, Any]) -> Any:
    if "data_base64" not in ruw:
        return ruw.get("data")
    try:
        return _json(b64decode(ruw["data_base64"], validate=True), "data_base64", ruw)
    except (GeenBase64, TypeError, ValueError):
        raise Onleesbaar(Fout("data_base64", "geen geldige base64"), ce_id=ce_id(ruw)) from None


def _json(inhoud: bytes, veld: str, attributen: Mapping[str, Any]) -> Any:
    try:
        return from_json(inhoud, allow_inf_nan=False)
    except ValueError:
        raise Onleesbaar(Fout(veld, "geen geldige JSON"), ce_id=ce_id(attributen)) from None

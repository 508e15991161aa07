"""A real collector of OpenTelemetry on loopback: takes OTLP over HTTP, and keeps every step that came in."""

from dataclasses import dataclass
from typing import Any

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.journeys.luisteraar import Luisteraar


@dataclass(frozen=True)
class Stap:
    """One step, as a collector sees it."""

    dienst: str
    naam: str
    spoor: str
    id: str
    na: str
    kenmerken: dict[str, Any]


class Collector(Luisteraar):
    """Keeps what was sent: every byte of it, and every step in it."""

    def __init__(self) -> None:
        super().__init__()
        self.ruw = b""
        self.stappen: list[Stap] = []

    @property
    def instellingen(self) -> dict[str, str]:
        """What makes an installation send its steps here, soon."""
        return {"MELDKETEN_SPOREN": f"http://{self.adres}", "OTEL_BSP_SCHEDULE_DELAY": "50"}

    def van(self, spoor: str) -> dict[str, Stap]:
        """Return the steps of one trace, by id."""
        return {stap.id: stap for stap in list(self.stappen) if stap.spoor == spoor}

    def weg_naar(self, naam: str, dienst: str) -> list[str]:
        """Return the steps that led to the first one of this name, from the beginning: `dienst: naam`."""
        stap = next((een for een in list(self.stappen) if (een.naam, een.dienst) == (naam, dienst)), None)
        alle, weg = self.van(stap.spoor) if stap else {}, list[str]()
        while stap is not None:
            weg.insert(0, f"{stap.dienst}: {stap.naam}")
            stap = alle.get(stap.na)
        return weg

    def neem(self, pad: str, inhoud: bytes) -> None:
        """Keep one request."""
        assert pad == "/v1/traces", pad
        self.ruw += inhoud
        for bron in ExportTraceServiceRequest.FromString(inhoud).resource_spans:
            (dienst,) = (een.value.string_value for een in bron.resource.attributes if een.key == "service.name")
            for span in (span for deel in bron.scope_spans for span in deel.spans):
                kenmerken = {een.key: een.value.string_value or een.value.int_value for een in span.attributes}
                nummers = (span.trace_id.hex(), span.span_id.hex(), span.parent_span_id.hex())
                self.stappen.append(Stap(dienst.removeprefix("meldketen-"), span.name, *nummers, kenmerken))

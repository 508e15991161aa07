"""A real collector of OpenTelemetry on loopback: takes OTLP over HTTP, and keeps every step that came in."""

import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest


@dataclass(frozen=True)
class Stap:
    """One step, as a collector sees it."""

    dienst: str
    naam: str
    spoor: str
    id: str
    na: str
    kenmerken: dict[str, Any]


class Collector:
    """Keeps what was sent: every byte of it, and every step in it."""

    def __init__(self) -> None:
        self.ruw = b""
        self.stappen: list[Stap] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def instellingen(self) -> dict[str, str]:
        """What makes an installation send its steps here, soon."""
        return {"MELDKETEN_SPOREN": f"http://127.0.0.1:{self._server.server_port}", "OTEL_BSP_SCHEDULE_DELAY": "50"}

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

    def neem(self, inhoud: bytes) -> None:
        """Keep one request."""
        self.ruw += inhoud
        for bron in ExportTraceServiceRequest.FromString(inhoud).resource_spans:
            (dienst,) = (een.value.string_value for een in bron.resource.attributes if een.key == "service.name")
            for span in (span for deel in bron.scope_spans for span in deel.spans):
                kenmerken = {een.key: een.value.string_value or een.value.int_value for een in span.attributes}
                nummers = (span.trace_id.hex(), span.span_id.hex(), span.parent_span_id.hex())
                self.stappen.append(Stap(dienst.removeprefix("meldketen-"), span.name, *nummers, kenmerken))

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        neem = self.neem

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                assert self.path == "/v1/traces", self.path
                neem(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler

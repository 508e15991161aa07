"""A real webhook on loopback: what on-call people would have received."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


class Ontvanger:
    """Keeps every body that was posted, by path."""

    def __init__(self) -> None:
        self.berichten: list[tuple[str, dict[str, Any]]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def kanaal(self, rol: str) -> str:
        """Return the Apprise address of a role."""
        return f"json://127.0.0.1:{self._server.server_port}/{rol}"

    def teksten(self, rol: str) -> list[str]:
        """Return the texts that this role received, in order."""
        return [bericht["message"] for pad, bericht in list(self.berichten) if pad == f"/{rol}"]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        berichten = self.berichten

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                berichten.append((self.path.rstrip("/"), json.loads(body)))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler

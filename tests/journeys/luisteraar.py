"""A real web server on loopback, for whoever the product sends something to."""

import threading
from abc import ABC, abstractmethod
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self


class Luisteraar(ABC):
    """Answers 200 to everything that is posted, once `neem` has it."""

    def __init__(self) -> None:
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
    def adres(self) -> str:
        """Where it listens, without the scheme."""
        return f"127.0.0.1:{self._server.server_port}"

    @abstractmethod
    def neem(self, pad: str, inhoud: bytes) -> None:
        """Keep what was posted."""

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        neem = self.neem

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                neem(self.path, self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler

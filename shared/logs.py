"""Logging for operators: JSON, or readable on a terminal; never personal data (promise 7).

What may be logged is a list, not a ban: numbers, ids and moments of any name, texts only under the names in `CODES`
and `ZINNEN`. Everything else is left out and named in `weggelaten`. Of an exception only its type and where it was
raised are kept, because its message may repeat what somebody typed. There is no access log: addresses and query
strings of requests say who asked what.
"""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from contextlib import AbstractContextManager
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, TextIO
from uuid import UUID

import structlog
from structlog.typing import Processor

from shared.maskering import masker

EventDict = MutableMapping[str, Any]
CODES = frozenset(
    {"level", "logger", "timestamp", "correlatie", "trace", "oorzaak", "ce_id", "bron", "keten", "fout", "stapel"}
    | {"dienst", "feit", "onderwerp", "soort", "timer", "status", "versie", "profiel", "route", "methode", "weggelaten"}
    | {"gemeente", "locatie", "regel", "drempel", "ladder", "rol", "kanaal", "reeks", "actie", "map", "bestand"}
)
"""Names under which code may log a text of its own. Adding one is a decision: can a person's data ever be in it?"""
ZINNEN = frozenset({"event", "reden", "luistert_op", "nats", "opslag"})
"""Texts that may quote something from outside: masked, and of an address only the host stays."""
_VEILIG = (int, float, bool, UUID, date, timedelta, Enum, type(None))
_ZWIJGEN = ("uvicorn.access", "apprise", "httpx", "httpcore")
"""They log addresses of requests and of people. They stay enabled: escalatie reads why apprise failed."""
_RUSTIG = ("nats", "faststream", "asyncio", "uvicorn.error")
_URL = re.compile(r"\b([a-z][a-z0-9+.-]*://)(?:[^\s/?#@]*@)?([^\s/?#]*)[^\s]*", re.IGNORECASE)


def stel_in(vorm: str = "auto", niveau: str = "INFO", uit: TextIO | None = None) -> None:
    """Route every log line of the process through here.

    `vorm` is `json`, `leesbaar`, or `auto`: readable on a terminal, else JSON. Run uvicorn with `log_config=None`.
    """
    uit = uit or sys.stderr
    leesbaar = vorm == "leesbaar" or (vorm == "auto" and uit.isatty())
    structlog.configure(
        processors=[*_GEZAMENLIJK, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(uit)
    handler.setFormatter(_opmaak(structlog.dev.ConsoleRenderer() if leesbaar else structlog.processors.JSONRenderer()))
    logging.basicConfig(handlers=[handler], level=niveau, force=True)
    _temper_anderen()


def logboek(naam: str) -> structlog.stdlib.BoundLogger:
    """The logger of one module."""
    logger: structlog.stdlib.BoundLogger = structlog.get_logger(naam)
    return logger


def met_correlatie(correlatie: str, **velden: object) -> AbstractContextManager[None]:
    """Everything logged within carries this trace id (and `dienst`, `bron` … where given)."""
    return structlog.contextvars.bound_contextvars(correlatie=correlatie, **velden)


def alleen_veilig(_logger: object, _methode: str, velden: EventDict) -> EventDict:
    """Leave out whatever could be somebody's words or data."""
    weg = sorted(naam for naam, waarde in velden.items() if not _mag(naam, waarde))
    veilig: EventDict = {naam: _schoon(naam, waarde) for naam, waarde in velden.items() if naam not in weg}
    if weg:
        veilig["weggelaten"] = weg
    return veilig


def uitzondering(_logger: object, _methode: str, velden: EventDict) -> EventDict:
    """Keep the type of an exception and where it was raised."""
    exc = velden.pop("exc_info", None)
    exc = sys.exc_info() if exc is True else exc
    fout = exc[1] if isinstance(exc, tuple) else exc
    if isinstance(fout, BaseException):
        plekken = traceback.extract_tb(fout.__traceback__)
        velden["fout"] = f"{type(fout).__module__}.{type(fout).__qualname__}"
        velden["stapel"] = [f"{Path(plek.filename).name}:{plek.lineno} {plek.name}" for plek in plekken]
    return velden


_GEZAMENLIJK: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    uitzondering,
    alleen_veilig,
]


def _mag(naam: str, waarde: object) -> bool:
    return naam in CODES | ZINNEN or naam.startswith("_") or isinstance(waarde, _VEILIG)


def _schoon(naam: str, waarde: Any) -> Any:
    if isinstance(waarde, Enum | UUID | date | timedelta):
        return str(waarde)
    return masker(_URL.sub(r"\1\2", str(waarde))) if naam in ZINNEN else waarde


def _opmaak(laatste: Processor) -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_GEZAMENLIJK,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, laatste],
    )


def _temper_anderen() -> None:
    for naam in _ZWIJGEN:
        logging.getLogger(naam).handlers = [logging.NullHandler()]
        logging.getLogger(naam).propagate = False
    for naam in _RUSTIG:
        logging.getLogger(naam).setLevel(logging.WARNING)

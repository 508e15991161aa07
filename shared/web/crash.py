"""What is written about a failure that nobody foresaw."""

import traceback

import structlog

log = structlog.get_logger(__name__)


def log_crash(exc: Exception) -> None:
    """Log where it went wrong and as what kind of error, without its words: those may quote what somebody typed."""
    log.error("onverwachte fout", soort=type(exc).__qualname__, stapel=stack(exc))


def stack(exc: BaseException | None) -> list[str]:
    """Give the frames of an error and of what caused it, from the first cause to the last."""
    if exc is None:
        return []
    frames = traceback.extract_tb(exc.__traceback__)
    own = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return [*stack(exc.__cause__ or exc.__context__), *own, type(exc).__qualname__]

"""Work that makes many objects and no circles of them: the garbage collector would only walk past all that lives."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector still for one batch, of some thousands of rows; other threads' circles wait as long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

"""The errors of a database, told apart by what the caller should do."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from eventsourcing import persistence

from shared.ledger.errors import Conflict, StoreUnavailable

Kinds = tuple[type[Exception], ...]
_CONFLICT: Kinds = (persistence.IntegrityError,)
_AWAY: Kinds = (persistence.OperationalError, persistence.InterfaceError, TimeoutError)
"""What the library makes of them, and what it passes on."""


def translator(conflict: Kinds, away: Kinds) -> Callable[[], AbstractContextManager[None]]:
    """Give what turns the errors of one kind of database into `Conflict` or `StoreUnavailable`.

    What is a mistake of ours stays as it is. Each store names the errors of its own driver, so that a driver is
    loaded only where it is used.
    """
    conflicts, absences = _CONFLICT + conflict, _AWAY + away

    @contextmanager
    def translated() -> Iterator[None]:
        try:
            yield
        except conflicts as error:
            raise Conflict(str(error)) from error
        except absences as error:
            raise StoreUnavailable(str(error)) from error

    return translated

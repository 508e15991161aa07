"""The real store and the real writer of a ledger, of which the seed decides when they run and when they fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from shared.ledger import StoreUnavailable
from shared.ledger.codec import Placed
from shared.ledger.store import Session, Store
from shared.ledger.writer import Unit, Writer
from tests.simulatie.lus import VirtueleLus


class HaperendeStore:
    """A store that is away now and then: before a commit, or after it, when only the answer is lost."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.voor, self.na, self.lezen = 0, 0, 0

    def __getattr__(self, naam: str) -> Any:
        return getattr(self._store, naam)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Open a write transaction, and perhaps fail at its end."""
        with self._store.write() as session:
            yield session
            if self.voor:
                self.voor -= 1
                raise StoreUnavailable("de database is weg, voor het vastleggen")
        if self.na:
            self.na -= 1
            raise StoreUnavailable("de database is weg, na het vastleggen")

    def read(self, after: int, limit: int) -> list[Placed]:
        """Read, or fail."""
        if self.lezen:
            self.lezen -= 1
            raise StoreUnavailable("de database is weg, bij het lezen")
        return self._store.read(after, limit)


class StapWriter(Writer):
    """The writer with steps of the loop where it has a thread: take what waits, store it, tell."""

    def __init__(self, lus: VirtueleLus, echte: Writer, store: HaperendeStore) -> None:
        """Take over from a writer that has just begun."""
        echte.stop()
        self.__dict__.update(echte.__dict__)
        self._store = store  # type: ignore[assignment]
        self._lus, self._bezig, self.dood = lus, False, False

    def submit(self, unit: Unit) -> None:
        """Queue a unit."""
        super().submit(unit)
        self._begin()

    def stop(self) -> None:
        """There is no thread to end."""

    def _begin(self) -> None:
        if not self._bezig and self.waiting():
            self._bezig = True
            self._lus.call_later(self._lus.even(), self._stap)

    def _stap(self) -> None:
        if self.dood:
            return
        units, _ = self._take()
        self._store_all(units)
        self._lus.call_later(self._lus.even(), self._na, units)

    def _na(self, units: list[Unit]) -> None:
        if self.dood:
            return
        self._tell(units)
        self._bezig = False
        self._begin()

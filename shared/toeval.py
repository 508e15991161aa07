"""Random bytes in bulk: asking the system each time lets go of the interpreter, and a busy writer then keeps it."""

import os
from threading import Lock

VOORRAAD = 4096


class Toeval:
    """Hands out bytes of the system's own generator, each once. A forked process begins with a supply of its own."""

    def __init__(self) -> None:
        self._slot, self._voorraad, self._plek = Lock(), b"", 0
        os.register_at_fork(after_in_child=self._vergeet)

    def neem(self, aantal: int) -> bytes:
        """Give so many bytes."""
        with self._slot:
            if self._plek + aantal > len(self._voorraad):
                self._voorraad, self._plek = os.urandom(VOORRAAD), 0
            self._plek += aantal
            return self._voorraad[self._plek - aantal : self._plek]

    def _vergeet(self) -> None:
        self._slot, self._voorraad, self._plek = Lock(), b"", 0

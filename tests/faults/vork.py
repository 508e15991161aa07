"""Lives that end at a chosen point: a process that has imported everything forks a child for each of them."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Self

from tests.journeys.installatie import REPO

NOOIT = 10_000
GEDOOD = -9


class Levens:
    """The process that forks: a module that calls `vork`."""

    def __init__(self, module: str, *woorden: str) -> None:
        self._proces = subprocess.Popen(
            [sys.executable, "-m", module, *woorden], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=REPO
        )

    def leef(self, *woorden: object) -> int:
        """Have a child live with these words; give how it ended."""
        assert self._proces.stdin
        assert self._proces.stdout
        self._proces.stdin.write(" ".join(map(str, woorden)) + "\n")
        self._proces.stdin.flush()
        return int(self._proces.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._proces.stdin
        self._proces.stdin.close()
        self._proces.wait(10)


def vork(kind: Callable[[Sequence[str]], None]) -> None:
    """Fork a child for each line that comes in, and tell how it ended."""
    for regel in sys.stdin:
        pid = os.fork()
        if pid == 0:
            code = 1
            os.dup2(2, 1)  # what it says is not an answer
            try:
                kind(regel.split())
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(pid, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()

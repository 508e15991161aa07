"""Faults that the kernel itself answers with: strace attaches to a process and changes what its calls return."""

import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.wachten import wacht_tot

STRACE = shutil.which("strace")
met_strace = pytest.mark.skipif(STRACE is None, reason="needs strace (a package of every Linux)")
ALLEEN_LEZEN = "pwrite64,fsync,fdatasync,ftruncate:error=EROFS"
"""What a file system says that the kernel made read-only, also to who had the file open."""


def traag(seconden: float) -> str:
    """Let every sync to disk take longer."""
    return f"fsync,fdatasync:delay_enter={int(seconden * 1_000_000)}"


@contextmanager
def anders(pids: Sequence[int], wat: str) -> Iterator[None]:
    """Change what the kernel answers to these processes, until the end of the block."""
    woorden = ["-f", "-qq", "-o", "/dev/null", "-e", f"trace={wat.partition(':')[0]}", "-e", f"inject={wat}"]
    assert STRACE is not None
    strace = subprocess.Popen([STRACE, *woorden, *(f"--attach={pid}" for pid in pids)], stderr=subprocess.PIPE)
    try:
        wacht_tot(lambda: all(_heeft_vreemde(pid) for pid in pids), 30, op="strace")
        yield
    finally:
        strace.send_signal(signal.SIGINT)
        strace.wait(30)


def _heeft_vreemde(pid: int) -> bool:
    """Say whether every thread of a process is attached to."""
    taken = list(Path(f"/proc/{pid}/task").iterdir())
    return all("TracerPid:\t0\n" not in (taak / "status").read_text() for taak in taken)

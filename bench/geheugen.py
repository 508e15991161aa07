"""How much memory a process holds, as Linux counts it."""

from pathlib import Path

MB = 1024.0


def rss(pid: int | str = "self") -> float:
    """Return what is resident now, in MB."""
    return _regel(pid, "VmRSS")


def hoogste(pid: int | str = "self") -> float:
    """Return the most that was ever resident, in MB."""
    return _regel(pid, "VmHWM")


def kinderen(pid: int) -> list[int]:
    """Return the processes that this one started, from any of its threads, and those that they started."""
    van = Path(f"/proc/{pid}/task").glob("*/children")
    gevonden = [int(nummer) for draad in van for nummer in draad.read_text().split()]
    return [*gevonden, *(kleinkind for kind in gevonden for kleinkind in kinderen(kind))]


def _regel(pid: int | str, naam: str) -> float:
    for regel in Path(f"/proc/{pid}/status").read_text().splitlines():
        if regel.startswith(f"{naam}:"):
            return int(regel.split()[1]) / MB
    raise ValueError(f"process {pid} has no {naam}")

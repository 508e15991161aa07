"""A process that has loaded all of `meldketen` and forks a copy of itself for each command that a test runs.

Loading takes two seconds of processor time, and a run of the tests starts some hundred and fifty commands. What is
forked is a process like any other: its own arguments, environment, folder and output, and a number to be killed by.

Each line on standard input is a request as JSON, each answer a line: `start` gives the number of the new process,
`afloop` how the process of a number ended, or null. When the input ends, whatever still runs is killed.
"""

import asyncio
import faulthandler
import importlib
import json
import os
import pkgutil
import signal
import sys
from typing import Any, NoReturn

from meldketen.cli.taal import spreek_nederlands
from tests.faults.planten import plant

lopend: set[int] = set()
TAKEN = "Dat waren alle taken."


def laad_alles() -> None:
    """Import every module of the product, in the language in which the commands' options take their words."""
    spreek_nederlands()
    for pakket in ("meldketen", "services", "shared"):
        for module in pkgutil.walk_packages(importlib.import_module(pakket).__path__, f"{pakket}."):
            importlib.import_module(module.name)


def start(argumenten: list[str], plek: str, omgeving: dict[str, str], uit: str, fout: str) -> int:
    """Fork; give the number of the child."""
    pid = os.fork()
    if pid == 0:
        _word(argumenten, plek, omgeving, uit, fout)
    lopend.add(pid)
    return pid


def _word(argumenten: list[str], plek: str, omgeving: dict[str, str], uit: str, fout: str) -> NoReturn:
    from meldketen.cli import main

    code = 1
    try:
        os.environ.clear()
        os.environ.update(omgeving)
        os.chdir(plek)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(uit, os.O_WRONLY | os.O_CREAT | os.O_APPEND), 1)
        os.dup2(1 if fout == uit else os.open(fout, os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
        faulthandler.enable()
        signal.signal(signal.SIGUSR1, zeg_waar_alles_wacht)
        sys.argv = ["meldketen", *argumenten]
        plant()
        main()
        code = 0
    except SystemExit as einde:
        code = einde.code if isinstance(einde.code, int) else 0 if einde.code is None else 1
    except BaseException:  # noqa: BLE001 - whatever ended it, the fork may not go on as the process it came from
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def zeg_waar_alles_wacht(*_: object) -> None:
    """Write on which line each task of asyncio waits, as faulthandler does for threads."""
    for taak in asyncio.all_tasks(asyncio.get_running_loop()):
        taak.print_stack(file=sys.stderr)
    print(TAKEN, file=sys.stderr, flush=True)  # noqa: T201


def afloop(pid: int) -> int | None:
    """Give the exit code (negative: the signal that killed it), or null while it runs."""
    gestopt, status = os.waitpid(pid, os.WNOHANG)
    if not gestopt:
        return None
    lopend.discard(pid)
    return os.waitstatus_to_exitcode(status)


def main() -> None:
    """Answer until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    laad_alles()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    vragen: dict[str, Any] = {"start": start, "afloop": afloop}
    for regel in sys.stdin:
        vraag, *woorden = json.loads(regel)
        sys.stdout.write(json.dumps(vragen[vraag](*woorden)) + "\n")
        sys.stdout.flush()
    for pid in lopend:
        os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()

"""Runs nats-server and never lets it outlive the process that asked for it. A script: standard library only.

It waits for its standard input to end, which happens when the asking process closes it or dies in whatever way
and from whatever thread. Killed itself, the kernel ends the server (Linux): this process forks from its main
thread, so the signal cannot come early.
"""

import ctypes
import signal
import subprocess
import sys
import threading

PR_SET_PDEATHSIG = 1
GRACE_SECONDS = 10


def _die_with_launcher() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _end_with_asker(server: "subprocess.Popen[bytes]") -> None:
    sys.stdin.buffer.read()
    server.terminate()
    try:
        server.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()


def main(command: list[str]) -> int:
    """Run the command until it ends, or until the asker does."""
    on_fork = _die_with_launcher if sys.platform == "linux" else None
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL, preexec_fn=on_fork)  # noqa: S603
    threading.Thread(target=_end_with_asker, args=(server,), daemon=True).start()
    return server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

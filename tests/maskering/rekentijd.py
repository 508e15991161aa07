"""What masking costs, without what else this process or this machine does."""

import time

from shared.maskering import masker

NIETS = 0.1
"""Seconds: the longest text that is accepted, masked without anybody noticing."""


def rekentijd(tekst: str) -> float:
    """Seconds of processor time of this thread: the best of five."""
    tijden = []
    for _ in range(5):
        begin = time.thread_time()
        masker(tekst)
        tijden.append(time.thread_time() - begin)
    return min(tijden)


def groeit_gewoon(kort: str, lang: str) -> bool:
    """Say whether four times the length takes about four times as long; what takes next to nothing may take more."""
    return rekentijd(lang) < max(10 * rekentijd(kort), NIETS)

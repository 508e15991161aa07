"""What masking costs, without what else this process or this machine does."""

import time

from shared.maskering import masker

NIETS = 0.1
"""Seconds: the longest text that is accepted, masked without anybody noticing."""


def rekentijd(tekst: str, keer: int = 3) -> float:
    """Seconds of processor time of this thread: the best of so many."""
    tijden = []
    for _ in range(keer):
        begin = time.thread_time()
        masker(tekst)
        tijden.append(time.thread_time() - begin)
    return min(tijden)


def groeit_gewoon(kort: str, lang: str) -> bool:
    """Say whether four times the length takes about four times as long; what takes next to nothing may take more."""
    return rekentijd(lang) < max(10 * rekentijd(kort), NIETS)


def groeit_recht(kort: str, lang: str) -> bool:
    """Say whether ten times the length takes about ten times as long; a square would take a hundred."""
    return rekentijd(lang, 1) < 30 * rekentijd(kort) + NIETS / 100

"""A bar that says how far long work is, for a person at a terminal; for a file or another program it is silent."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Never

from tqdm import tqdm

from shared.voortgang import Voortgang

BALK = "{desc} {percentage:3.0f}% |{bar}| {n_fmt} van {total_fmt}, nog {remaining}"


@contextmanager
def balk(wat: str) -> Iterator[Voortgang]:
    """Show it on the error output while the work lasts. Work that begins anew begins the bar anew."""
    teller: tqdm[Never] = tqdm(desc=wat, total=0, bar_format=BALK, disable=None, leave=False)
    with teller:

        def zeg(gedaan: int, van: int) -> None:
            if gedaan < teller.n:
                teller.reset()
            teller.total = max(gedaan, van)
            teller.update(gedaan - teller.n)

        yield zeg

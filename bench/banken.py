"""What `make bench` measures, and what `make bench-groot` does over a past that takes minutes to make."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench import (
    afnemer,
    alarm,
    alarmlast,
    begin,
    coa,
    drempels,
    gevuld,
    grootboek,
    herbouw,
    intake,
    invoer,
    maskering,
    outbox,
    overbelasting,
    weekbeeld,
    zichtbaar,
)
from bench.ronden import Rij

HIER = Path(__file__).parent
Delen = Mapping[str, Callable[[], Sequence[Rij]]]


@dataclass(frozen=True)
class Bank:
    """The parts that belong together, the file that keeps their outcome, and the page that shows it."""

    delen: Delen
    uitkomst: Path
    blad: Path


GEWOON = Bank(
    {
        "intake": intake.meet,
        "drempels": drempels.meet,
        "alarm": alarm.meet,
        "alarmlast": alarmlast.meet,
        "maskering": maskering.meet,
        "grootboek": grootboek.meet,
        "outbox": outbox.meet,
        "coa": coa.meet,
        "herbouw": herbouw.meet,
        "afnemer": afnemer.meet,
        "zichtbaar": zichtbaar.meet,
        "weekbeeld": weekbeeld.meet,
        "begin": begin.meet,
        "invoer": invoer.meet,
        "overbelasting": overbelasting.meet,
    },
    uitkomst=HIER / "uitkomst.json",
    blad=HIER.parent / "README.md",
)
GROOT = Bank(
    {
        "drempels": lambda: [drempels.weging(10_000_000)],
        "grootboek": lambda: [grootboek.lang_verleden(1_000_000)],
        "weekbeeld": partial(weekbeeld.rijen, 1_000_000),
        "begin": gevuld.meet,
    },
    uitkomst=HIER / "uitkomst_groot.json",
    blad=HIER.parent / "docs" / "schaal.md",
)

"""One history: from a seed, a number of things that happen, and then peace."""

import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import mkdtemp

import structlog

from tests.simulatie.dienst import Bouw
from tests.simulatie.kopieen import maak_kopie, zet_intake_terug, zet_terug
from tests.simulatie.rust import kom_tot_rust
from tests.simulatie.waarnemer import Geschonden
from tests.simulatie.wereld import Wereld

GEBEURTENISSEN: dict[Callable[[Wereld], None], int] = {
    Wereld.tel: 40,
    Wereld.start: 8,
    Wereld.dood: 8,
    Wereld.knip: 7,
    Wereld.antwoord_kwijt: 7,
    Wereld.server_om: 6,
    Wereld.wis: 3,
    Wereld.gat: 1,
    Wereld.traag: 6,
    Wereld.mishandel: 4,
    Wereld.opslag_weg: 6,
    Wereld.handler_hapert: 5,
    maak_kopie: 4,
    zet_terug: 3,
    zet_intake_terug: 3,
}
"""What may happen, and how often in relation to the rest."""
IN_GEHEUGEN = Path("/dev/shm")
"""No disk: what a lost disk does is for `tests/faults`."""


@dataclass
class Verloop:
    """What happened."""

    seed: int
    stappen: list[str] = field(default_factory=list)
    geschonden: str = ""
    bevestigd: int = 0
    toegepast: int = 0


def speel(seed: int, bouw: Bouw | None = None, vaker: Collection[str] = ()) -> Verloop:
    """Play the history of one seed; `vaker`: what happens ten times as often as usual."""
    toeval, verloop = Random(seed), Verloop(seed)
    with _map() as folder:
        wereld = Wereld(toeval, folder, bouw or Bouw())
        try:
            _speel(wereld, verloop, vaker)
        except Geschonden as fout:
            verloop.geschonden = str(fout)
        finally:
            wereld.sluit()
    return verloop


def _speel(wereld: Wereld, verloop: Verloop, vaker: Collection[str]) -> None:
    kansen = [kans * (10 if wat.__name__ in vaker else 1) for wat, kans in GEBEURTENISSEN.items()]
    for wat in wereld.toeval.choices(list(GEBEURTENISSEN), kansen, k=wereld.toeval.randint(4, 16)):
        verloop.stappen.append(f"{wereld.lus.time():.3f} {wat.__name__}")
        wat(wereld)
        wereld.verloop(wereld.toeval.choice((0.0, 0.002, 0.01, 0.05, 0.3, 1.2)))
    kom_tot_rust(wereld)
    verloop.bevestigd = len(wereld.waarnemer.bevestigd)
    verloop.toegepast = sum(len(boek.bij()) for boek in wereld.waarnemer.boeken.values())
    verloop.stappen.append(f"{wereld.lus.time():.3f} rust {verloop.bevestigd} {verloop.toegepast}")


@contextmanager
def _map() -> Iterator[Path]:
    folder = Path(mkdtemp(prefix="meldketen-sim-", dir=IN_GEHEUGEN if IN_GEHEUGEN.is_dir() else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def stil() -> Iterator[None]:
    """Let nobody log: every one of thousands of histories is full of errors."""
    was = structlog.get_config()
    structlog.configure(processors=[_weg])
    try:
        yield
    finally:
        structlog.configure(**was)


def _weg(*_: object) -> dict[str, object]:
    raise structlog.DropEvent

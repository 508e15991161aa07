"""The protocol from ledger to applied, in histories of which a seed decides everything (promises 1 to 4).

Real ledgers, outboxes, inboxes and consumers; what is simulated is time, the network and the server. After every step:
what was confirmed is stored; what is on the stream is in its ledger, each place once and behind the one before it; what
was applied is the beginning of what its source recorded, each fact once, in order, or apart in quarantine. At the end,
when nothing goes wrong any more: stored = published = applied once, and whoever cannot go on has said so.

A history that fails is played again with `speel(seed)`.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.simulatie.geschiedenis import Verloop, speel, stil
from tests.simulatie.planten import PLANTEN, Plant

KORT = range(60)
LANG = (*range(1_000, 4_000), *range(10_000, 13_000))
PLANT_ZOEKEN = 60
REEKS = 100


@pytest.fixture(autouse=True)
def zwijg() -> Iterator[None]:
    """Let nobody log."""
    with stil():
        yield


def test_zestig_geschiedenissen() -> None:
    """Whatever happens, in whatever order, no promise is broken; and something did happen."""
    gespeeld = [speel(seed) for seed in KORT]
    assert [verloop for verloop in gespeeld if verloop.geschonden] == []
    assert sum(verloop.bevestigd for verloop in gespeeld) > 300
    assert sum(verloop.toegepast for verloop in gespeeld) > 600


def test_een_seed_geeft_altijd_dezelfde_geschiedenis() -> None:
    """What is found can be looked at again: the same steps at the same moments, with the same outcome."""
    for seed in KORT[:5]:
        assert speel(seed) == speel(seed)


@pytest.mark.parametrize("plant", PLANTEN.values(), ids=PLANTEN)
def test_een_geplante_fout_wordt_gevonden(plant: Plant) -> None:
    """The simulation can fail: each of these mistakes breaks a promise within a few histories."""
    assert any(
        speel(seed, plant.bouw, plant.vaker).geschonden for seed in range(plant.vanaf, plant.vanaf + PLANT_ZOEKEN)
    )


@pytest.mark.lang
def test_duizenden_geschiedenissen() -> None:
    """The same, on every core."""
    reeksen = [LANG[begin : begin + REEKS] for begin in range(0, len(LANG), REEKS)]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as werkers:
        assert [verloop for gebroken in werkers.map(speel_reeks, reeksen) for verloop in gebroken] == []


def speel_reeks(seeds: range) -> list[Verloop]:
    """Play these, in a process of its own; return those in which a promise was broken."""
    with stil():
        return [verloop for seed in seeds if (verloop := speel(seed)).geschonden]

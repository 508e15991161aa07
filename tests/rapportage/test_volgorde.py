"""The order between sources says nothing: after a refill of the bus it is another one (promise 5)."""

import random
from collections import deque
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from services.rapportage.store import LOGBOEK
from shared.bus import Event
from shared.ledger import open_ledger
from shared.profiel import Profielen, laad
from tests.rapportage.feiten import neem
from tests.rapportage.verhaal import antwoorden, verhaal

PROFIELEN = Profielen([laad("zoetermeer")])


def doorheen(toeval: random.Random) -> list[Event]:
    """The sources mixed as chance has it; each keeps its own order."""
    keten, gemengd = verhaal(), list[Event]()
    rijen = [deque(bron.events) for bron in (keten.intake, keten.overleg, keten.escalatie)]
    while rijen := [rij for rij in rijen if rij]:
        rij = toeval.choice(rijen)
        gemengd += [rij.popleft() for _ in range(min(len(rij), toeval.randint(1, 8)))]
    return gemengd


def vertel(events: list[Event], tegelijk: int) -> bytes:
    """All answers of an empty rapportage after taking these in."""
    with TemporaryDirectory() as map_:
        ledger = open_ledger(str(Path(map_)), "rapportage", [], tables=[LOGBOEK])
        try:
            neem(ledger, *events, tegelijk=tegelijk)
            return antwoorden(ledger, PROFIELEN)
        finally:
            ledger.close()


@cache
def op_volgorde() -> bytes:
    """All answers when one source speaks after another."""
    return vertel(verhaal().events, 100)


@settings(max_examples=12, deadline=None)
@given(toeval=st.randoms(use_true_random=False), tegelijk=st.integers(1, 60))
def test_elke_volgorde_tussen_bronnen_geeft_dezelfde_antwoorden(toeval: random.Random, tegelijk: int) -> None:
    """Shuffled between sources, in batches of any size: the same bytes."""
    assert vertel(doorheen(toeval), tegelijk) == op_volgorde()

"""Killed at every point between a crossing and its end: each notice goes out at least once, none is lost, none stops.

docs/storingen.md names the points; this test tries all of them.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.escalatie.alarm import alarmen_van
from services.escalatie.application.nalezen import stille_missers
from services.escalatie.store import FACTS, TABLES, VIEWS
from shared.contracts import Fact
from shared.contracts.escalatie import AlarmVerzonden
from shared.ledger import open_ledger
from tests.faults.vork import GEDOOD, NOOIT, Levens
from tests.journeys.ontvanger import Ontvanger


@pytest.fixture
def ontvanger() -> Iterator[Ontvanger]:
    """Who is warned."""
    with Ontvanger() as ontvanger:
        yield ontvanger


@pytest.fixture
def levens(ontvanger: Ontvanger) -> Iterator[Levens]:
    """Lives to lead."""
    with Levens("tests.faults.sterfelijk", ontvanger.kanaal("").rstrip("/")) as levens:
        yield levens


def leef(levens: Levens, data: Path, punt: int = NOOIT) -> int:
    """Live on a folder until the end, or until a point; give how it ended."""
    data.mkdir(exist_ok=True)
    return levens.leef(data, punt)


def gebeurd(data: Path) -> list[Fact]:
    """What stands in the ledger; its chain and views hold, and nothing stopped in silence."""
    ledger = open_ledger(str(data), "escalatie", FACTS, views=VIEWS, tables=TABLES)
    facts = [feit.fact for feit in ledger.read(0, 1_000)]
    assert ledger.verify() is None
    assert ledger.views_differ() == []
    assert list(stille_missers(ledger)) == []
    ledger.close()
    return facts


def test_gedood_op_elk_punt(levens: Levens, ontvanger: Ontvanger, tmp_path: Path) -> None:
    """At each point killed once, then on: the same facts as without a death, and every notice was received."""
    assert leef(levens, tmp_path / "heel") == 0
    ongestoord = Counter(type(fact).__name__ for fact in gebeurd(tmp_path / "heel"))
    punten = (tmp_path / "heel" / "punten.txt").read_text().splitlines()
    assert ongestoord["AlarmVerzonden"] >= 5
    assert len(punten) >= 30

    for punt, naam in enumerate(punten):
        if naam.startswith("voor") and punt and punten[punt - 1].startswith("na"):
            continue  # nothing happened since the point before: the same death
        ontvanger.berichten.clear()
        data = tmp_path / str(punt)
        assert leef(levens, data, punt) == GEDOOD, naam
        assert leef(levens, data) == 0, naam
        facts = gebeurd(data)
        assert Counter(type(fact).__name__ for fact in facts) == ongestoord, f"{punt}: {naam}"
        gevraagd = Counter(alarm.rol for fact in facts for alarm in alarmen_van(fact))
        verzonden = Counter(fact.alarm_id for fact in facts if isinstance(fact, AlarmVerzonden))
        assert set(verzonden.values()) == {1}, f"{punt}: {naam}"
        ontvangen = {rol: len(ontvanger.teksten(rol)) for rol in gevraagd}
        assert all(ontvangen[rol] >= aantal for rol, aantal in gevraagd.items()), f"{punt}: {naam}"
        assert sum(ontvangen.values()) <= sum(gevraagd.values()) + 3, f"{punt}: {naam}"

"""What was published once can be read for ever; what is written today is what was promised."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from shared.contracts import Fact, read
from tests.contracts.maak_golden import voorbeeld
from tests.contracts.vormen import GOLDEN, KEUZES, VORMEN, WAARDEN, bestanden, inhoud, velden

ALLE = sorted(pad for pad in GOLDEN.glob("*.json") if pad != WAARDEN)
HINT = "python -m tests.contracts.maak_golden keeps it"
vreemd = st.dictionaries(
    st.text(min_size=1).filter(lambda naam: not naam.isidentifier()) | st.just("nationaliteit"),
    st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.integers(), max_size=2),
    min_size=1,
    max_size=3,
)


def vorm_van(pad: Path) -> type[Fact]:
    """The shape that a golden file is of."""
    return VORMEN[pad.name.split(".")[0]]


def bevat(geheel: Any, deel: Any) -> bool:
    """Whether everything of `deel` stands in `geheel` with the same value; more may stand there."""
    if isinstance(deel, dict):
        return isinstance(geheel, dict) and all(
            naam in geheel and bevat(geheel[naam], waarde) for naam, waarde in deel.items()
        )
    if isinstance(deel, list):
        return isinstance(geheel, list) and len(geheel) == len(deel) and all(map(bevat, geheel, deel))
    return bool(geheel == deel)


@pytest.mark.parametrize("pad", ALLE, ids=lambda pad: pad.stem)
def test_elk_uitgebracht_bericht_is_te_lezen(pad: Path) -> None:
    """A released message parses, and written again it says at least the same under the same names."""
    feit = read(vorm_van(pad), pad.read_bytes())
    assert bevat(json.loads(feit.model_dump_json()), inhoud(pad))


@pytest.mark.parametrize("vorm", VORMEN.values(), ids=VORMEN)
def test_elk_veld_staat_in_een_golden_bestand(vorm: type[Fact]) -> None:
    """No shape and no field is published without a file that keeps it."""
    nu = vorm.model_validate(voorbeeld(vorm)).model_dump(mode="json")
    bewaard = {veld for pad in bestanden(vorm.__name__) for veld in velden(inhoud(pad))}
    assert velden(nu) <= bewaard, HINT


def test_geen_golden_bestand_zonder_vorm() -> None:
    """A shape that was released does not disappear."""
    assert {pad.name.split(".")[0] for pad in ALLE} == set(VORMEN)


def test_keuzes_vallen_niet_weg() -> None:
    """A value that was ever sent stays readable."""
    nu = {naam: {str(lid.value) for lid in keuze} for naam, keuze in KEUZES.items()}
    bewaard = {naam: set(leden) for naam, leden in inhoud(WAARDEN).items()}
    assert bewaard == nu, HINT


@given(st.sampled_from(ALLE), vreemd)
def test_een_nieuwere_zender_mag_meer_zeggen(pad: Path, extra: dict[str, Any]) -> None:
    """A reader passes over fields that it does not know, and reads the rest the same."""
    meer = json.dumps(inhoud(pad) | extra).encode()
    assert read(vorm_van(pad), meer) == read(vorm_van(pad), pad.read_bytes())


@given(st.sampled_from(ALLE), vreemd)
def test_wie_zelf_schrijft_mag_niets_verzinnen(pad: Path, extra: dict[str, Any]) -> None:
    """A writer with a field that the shape does not have is refused: nothing slips into a fact."""
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        vorm_van(pad).model_validate(inhoud(pad) | extra)


@pytest.mark.parametrize("pad", ALLE, ids=lambda pad: pad.stem)
def test_ook_in_een_deel_mag_meer_staan(pad: Path) -> None:
    """The same holds for the parts of a message: an unknown field in them is passed over."""
    meer = {
        naam: [deel | {"nieuw": 1} if isinstance(deel, dict) else deel for deel in waarde]
        if isinstance(waarde, list)
        else waarde | {"nieuw": 1}
        if isinstance(waarde, dict)
        else waarde
        for naam, waarde in inhoud(pad).items()
    }
    assert read(vorm_van(pad), json.dumps(meer).encode()) == read(vorm_van(pad), pad.read_bytes())

"""The code with which a reporter follows a melding."""

from hypothesis import given
from hypothesis import strategies as st

from services.intake import volgcode
from services.intake.geheim import Geheim

CODES = st.builds(volgcode.maak)


def test_nooit_twee_dezelfde() -> None:
    """Of many codes none is made twice, and every position varies."""
    codes = {volgcode.lees(volgcode.maak()) for _ in range(20_000)}
    assert len(codes) == 20_000
    assert all(len({code[plek] for code in codes}) == 32 for plek in range(volgcode.LENGTE))


@given(CODES)
def test_zoals_mensen_typen(code: str) -> None:
    """Case, dashes, spaces, and O, I and L for 0 and 1 do not matter."""
    kaal = volgcode.lees(code)
    slordig = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert volgcode.klopt(kaal)
    assert volgcode.lees(slordig) == kaal


@given(CODES, st.integers(0, volgcode.LENGTE - 1), st.sampled_from(volgcode.ALFABET))
def test_een_tikfout_valt_op(code: str, plek: int, teken: str) -> None:
    """One wrong character is always noticed."""
    kaal = volgcode.lees(code)
    assert volgcode.klopt(kaal[:plek] + teken + kaal[plek + 1 :]) is (teken == kaal[plek])


@given(st.text())
def test_onzin_klopt_niet_en_breekt_niets(tekst: str) -> None:
    """Whatever is typed is read; what is no code is no code."""
    kaal = volgcode.lees(tekst)
    assert not volgcode.klopt(kaal) or len(kaal) == volgcode.LENGTE


def test_het_zegel_hangt_af_van_het_geheim() -> None:
    """Without the secret nobody can tell which code a stored seal is of; delimiters cannot be shifted."""
    een, ander = Geheim(b"een"), Geheim(b"ander")
    assert een.zegel_van_code("ABC") == een.zegel_van_code("ABC") != ander.zegel_van_code("ABC")
    assert een.melding_id("a", "b", "c") == een.melding_id("a", "b", "c") != ander.melding_id("a", "b", "c")
    assert een.melding_id("a", "bc", "d") != een.melding_id("a", "b", "cd")
    assert een.sleutel_voor("x") != een.sleutel_voor("y")

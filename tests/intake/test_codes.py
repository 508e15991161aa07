"""What a melding is known by: the code of its reporter, its number, and the keyed hashes of references."""

import os
from collections import Counter
from datetime import UTC, datetime, timedelta
from threading import Thread
from uuid import RFC_4122

from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum import luhn

from services.intake import volgcode
from services.intake.geheim import Geheim
from services.intake.nummer import TOEVAL, nummer
from shared.toeval import VOORRAAD, Toeval
from tests.intake.proef import NU

CODES = st.builds(volgcode.maak, st.binary(min_size=volgcode.TOEVAL, max_size=volgcode.TOEVAL))


def test_nooit_twee_dezelfde() -> None:
    """Of many codes none is made twice, and every position varies."""
    toeval = Toeval()
    codes = {volgcode.lees(volgcode.maak(toeval.neem(volgcode.TOEVAL))) for _ in range(20_000)}
    assert len(codes) == 20_000
    assert all(len({code[plek] for code in codes}) == 32 for plek in range(volgcode.LENGTE))


def test_elk_teken_komt_even_vaak() -> None:
    """No character is likelier than another: nobody guesses a code sooner than by trying all."""
    alle = bytes(range(256)) + bytes(-256 % volgcode.TOEVAL)
    stukken = [alle[plek : plek + volgcode.TOEVAL] for plek in range(0, len(alle), volgcode.TOEVAL)]
    gemaakt = "".join(volgcode.lees(volgcode.maak(stuk))[:-1] for stuk in stukken)[:256]
    assert set(Counter(gemaakt).values()) == {256 // 32}


@given(CODES)
def test_zoals_mensen_typen(code: str) -> None:
    """Case, dashes, spaces, and O, I and L for 0 and 1 do not matter."""
    kaal = volgcode.lees(code)
    slordig = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert volgcode.klopt(kaal)
    assert volgcode.lees(slordig) == kaal


@given(CODES)
def test_het_controleteken_is_dat_van_luhn(code: str) -> None:
    """The check character is what the library for such numbers makes of it."""
    assert luhn.is_valid(volgcode.lees(code), volgcode.ALFABET)


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


@given(st.datetimes(timezones=st.just(UTC)), st.binary(min_size=TOEVAL, max_size=TOEVAL))
def test_een_nummer_is_een_uuid_van_versie_zeven(op: datetime, toeval: bytes) -> None:
    """What RFC 9562 says: version, variant, and the moment in milliseconds in front."""
    assume(op.year >= 1970)
    gemaakt = nummer(op, toeval)
    assert (gemaakt.version, gemaakt.variant) == (7, RFC_4122)
    verstreken = op - datetime(1970, 1, 1, tzinfo=UTC)
    assert gemaakt.int >> 80 == verstreken // timedelta(milliseconds=1)
    assert gemaakt.int & (1 << 62) - 1 == int.from_bytes(toeval, "big") & (1 << 62) - 1


def test_nummers_volgen_de_tijd() -> None:
    """Later is larger, and of the same moment each is another."""
    toeval = Toeval()
    nummers = [nummer(NU + timedelta(milliseconds=ms), toeval.neem(TOEVAL)) for ms in range(100) for _ in range(10)]
    assert len(set(nummers)) == 1000
    assert [n.int >> 80 for n in nummers] == sorted(n.int >> 80 for n in nummers)
    assert str(nummers[-1]) > str(nummers[0])


def test_het_zegel_hangt_af_van_het_geheim() -> None:
    """Without the secret nobody can tell which code a stored seal is of; delimiters cannot be shifted."""
    een, ander = Geheim(b"een"), Geheim(b"ander")
    assert een.zegel_van_code("ABC") == een.zegel_van_code("ABC") != ander.zegel_van_code("ABC")
    assert een.melding_id("a", "b", "c") == een.melding_id("a", "b", "c") != ander.melding_id("a", "b", "c")
    assert een.melding_id("a", "bc", "d") != een.melding_id("a", "b", "cd")
    assert een.sleutel_voor("x") != een.sleutel_voor("y")


def test_toeval_wordt_een_keer_uitgegeven() -> None:
    """No piece is handed out twice: over the end of a supply, to threads at once, and to a forked process."""
    toeval = Toeval()
    stukken: list[bytes] = []

    def neem() -> None:
        stukken.extend(toeval.neem(12) for _ in range(VOORRAAD // 4))

    draden = [Thread(target=neem) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert len(set(stukken)) == len(stukken) == VOORRAAD
    assert {len(stuk) for stuk in stukken} == {12}


def test_een_kind_heeft_eigen_toeval() -> None:
    """A forked process and its parent do not hand out the same bytes."""
    toeval = Toeval()
    toeval.neem(1)
    lezen, schrijven = os.pipe()
    if (kind := os.fork()) == 0:
        os.write(schrijven, toeval.neem(16))
        os._exit(0)
    os.waitpid(kind, 0)
    assert os.read(lezen, 16) != toeval.neem(16)
    os.close(lezen)
    os.close(schrijven)

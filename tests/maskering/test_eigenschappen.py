"""What holds for every text there is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.proefteksten import lees
from shared.maskering import masker, vind
from tests.maskering.rekentijd import groeit_gewoon

STUKKEN = [
    *[
        "Fatima",
        "jan",
        "Bakker",
        "roos",
        "Zwiebert",
        "van der",
        "de",
        "El",
        "P.J.",
        "K.",
        "O'Neill",
        "Al-Masri",
        "MOHAMED",
    ],
    *["meneer", "mevrouw", "ik heet", "Met vriendelijke groet,\n", "en", "of", "zei", "heeft", "het", "Een", "Politie"],
    *["Den", "Haag", "Albert", "Heijn", "Dorpsstraat 12", "Karel Zwiebertlaan", "2718 SS", "06-12345678", "111222333"],
    *["geb. 1-2-1990", "@zwiebert", "SS-123-D", "[naam]", "[adres]", "[", "]", ".", ",", "!", "\n", ":", "(", ")", "3"],
    *[
        "hangjongerenoverlast",
        "Hangjongerenoverlast",
        "zwiebertje",
        "qwrtpl",
        "Storm",
        "Mei",
        "Quakkelveld",
        "12-jan-2020",
    ],
    *["x@y.nl", "mijn", "é", "😀", "İ", "naam is", "buurman", "was", "dat"],
]
TEKSTEN = st.lists(st.sampled_from(STUKKEN), max_size=14).flatmap(
    lambda delen: st.sampled_from([" ", "", " "]).map(lambda tussen: tussen.join(delen))
)


@given(TEKSTEN | st.text(max_size=120))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_een_tweede_keer_verandert_niets(tekst: str) -> None:
    """Masking again what is masked finds nothing more: a page can show exactly what is stored."""
    eens = masker(tekst)
    assert masker(eens) == eens


@given(TEKSTEN | st.text(max_size=120))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_vondsten_staan_op_volgorde_en_los(tekst: str) -> None:
    """Finds lie within the text, in order, without overlap, and what is between them is what is left."""
    vondsten = vind(tekst)
    randen = [rand for vondst in vondsten for rand in (vondst.begin, vondst.eind)]
    assert randen == sorted(randen)
    assert all(0 <= vondst.begin < vondst.eind <= len(tekst) for vondst in vondsten)
    over, plek = "", 0
    for vondst in vondsten:
        over += tekst[plek : vondst.begin] + f"[{vondst.soort}]"
        plek = vondst.eind
    assert masker(tekst) == over + tekst[plek:]


def test_wat_gemaskeerd_is_komt_niet_terug() -> None:
    """In the texts of the test set too, a second pass finds nothing."""
    for proef in (*lees("ontwikkel"), *lees("vast"), *lees("tweede"), *lees("derde")):
        eens = masker(proef.tekst)
        assert masker(eens) == eens


@pytest.mark.parametrize(
    "stuk",
    [
        *[
            "a",
            "A",
            "1",
            "1 ",
            "06-",
            "a.",
            "A.",
            "@",
            "a@",
            "NL91 ",
            "0612345678 ",
            "2718 SS ",
            "(at)",
            "-",
            "aa-",
            "s1",
        ],
        *[
            "Zwiebert ",
            "zwiebert en ",
            "van der ",
            "Bakker, ",
            "Den ",
            "meneer ",
            "de van ",
            "'",
            "Straat 1 ",
            "A1 ",
            "/",
        ],
        *[
            "geb. ",
            "1-1-",
            "1 jan ",
            "nummer 1 in de ",
            "kenteken ",
            "insta ",
            "v-nummer ",
            "https://",
            "é",
            "😀",
            "aB",
        ],
        *["[naam]", ".nl/", "Ab-", "ﬁ"],
    ],
)
def test_geen_tekst_houdt_de_deur_bezet(stuk: str) -> None:
    """The longest text that is accepted takes no more than its share, also when it is made to be slow."""
    keer = 1000 // len(stuk)  # both end in the same piece: what hangs on it may take a second look at the whole text
    kort, lang = ((stuk * aantal)[:-1] + "@" for aantal in (keer, 4 * keer))
    assert groeit_gewoon(kort, lang)


def test_steeds_andere_woorden_kosten_ook_weinig() -> None:
    """Nothing that was remembered helps here: every word is new, and none is one."""
    letters = str.maketrans("0123456789", "bdfghjklmn")
    tekst = " ".join(f"qx{nummer:03}".translate(letters) + "trw" for nummer in range(440))[:4000]
    assert groeit_gewoon(tekst[:1000], tekst)

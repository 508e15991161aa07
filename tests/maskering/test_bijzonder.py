"""Words about origin, religion and health are pointed out; a place is no person, and nothing is taken out."""

from itertools import chain
from time import thread_time

import pytest

from bench.proefteksten import lees
from shared.maskering import masker
from shared.maskering.bijzonder import bijzonder, waar

SETS = ("vast", "elfde", "twaalfde")
"""Whose texts nobody looked at while the lists were written."""


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Een Syriër met een blauwe jas van kamer 214.", ["Syriër"]),
        ("man uit eritrea, verslaafd aan drank, MOSLIM", ["eritrea", "verslaafd", "MOSLIM"]),
        ("Marokkaanse jongens, en die marokkaanse jongens weer", ["Marokkaanse"]),
        ("Turken, Poolse mannen en twee Somaliërs", ["Turken", "Poolse", "Somaliërs"]),
        ("Syriers en Oekrainse vrouwen", ["Syriers", "Oekrainse"]),
        ("Oost-Europese mannen en Marokkaans-Nederlandse jongens", ["Oost-Europese", "Marokkaans-Nederlandse"]),
        ("Een donkere man in een zwarte jas", ["donkere man"]),
        ("Hij is psychotisch en een junk.", ["psychotisch", "junk"]),
        ("A black guy shouted at a Muslim woman, she is pregnant", ["black guy", "Muslim", "pregnant"]),
        ("Haar hoofddoek is van haar hoofd getrokken.", ["hoofddoek"]),
        ("Broodjes bij de Turkse bakkerij", ["Turkse"]),
        ("Een groep Polen 😀 uit Syrië", ["Polen", "Syrië"]),
    ],
)
def test_wat_wordt_aangewezen(tekst: str, woorden: list[str]) -> None:
    """As it was written, once, in the order of the text, in any simple form."""
    assert bijzonder(tekst) == woorden


@pytest.mark.parametrize(
    "tekst",
    [
        "Bij de Marokkostraat, het Syriëplein en de syrië-straat",
        "Op het Turkse Plein en in de Franse Kleine Straat",
        "Een busje met Pools kenteken en Bulgaarse platen",
        "De pool van de accu, polen in de grond, fransen en de kelder staat blank",
        "Iemand was verward en dronken. Ik word er ziek van.",
        "Een zwarte jas, een witte bus en een donkere straat. Ik geloof dat het zo was.",
        "Een Nederlandse man sprak Engels. Hij riep kankerlijer.",
        "",
    ],
)
def test_wat_niets_over_iemand_zegt(tekst: str) -> None:
    """Streets, plates, behaviour, and words that mostly mean something else."""
    assert bijzonder(tekst) == []


def test_een_naam_van_deze_gemeente_wordt_niet_aangewezen() -> None:
    """The location may be called so; the same word beside it is still pointed out."""
    tekst = "Bij het Joods Lyceum stond een Joods meisje."
    assert bijzonder(tekst, ["Joods Lyceum"]) == ["Joods"]
    assert bijzonder(tekst[:20], ["Joods Lyceum"]) == []


def test_waar_een_woord_staat() -> None:
    """As a whole, in capitals or not, over the end of a line; not inside another word."""
    tekst = "Donkere\nman, een DONKERE  MAN, donkere manden"
    assert [tekst[van:tot] for van, tot in waar(tekst, "donkere man")] == ["Donkere\nman", "DONKERE  MAN"]


def test_het_haalt_zelf_niets_weg() -> None:
    """A report of discrimination must be able to name it: the masker leaves these words."""
    tekst = "Hij werd geweigerd omdat hij moslim en Syrisch is."
    assert masker(tekst) == tekst


def test_weinig_teksten_krijgen_een_aanwijzing() -> None:
    """Of texts that nobody looked at at most 5 of 100, those included that do name an origin or an illness."""
    gemaskeerd = [masker(proef.tekst) for proef in chain.from_iterable(map(lees, SETS))]
    assert sum(bool(bijzonder(tekst)) for tekst in gemaskeerd) / len(gemaskeerd) < 0.05


def test_het_kost_bijna_niets() -> None:
    """A fifth of masking at most, on pieces of ordinary texts: 10 to 13 µs for 300 characters."""
    alles = "\n".join(proef.tekst for proef in lees("ontwikkel"))
    stukken = [alles[begin : begin + 300] for begin in range(0, len(alles) - 300, 300)]
    assert min(_duur(bijzonder, stukken) for _ in range(5)) < 0.2 * min(_duur(masker, stukken) for _ in range(2))


def _duur(doe: object, stukken: list[str]) -> float:
    begin = thread_time()
    for stuk in stukken:
        doe(stuk)  # type: ignore[operator]
    return thread_time() - begin

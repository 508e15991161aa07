"""The texts that the masker is measured on stay as they were written before its rules."""

from collections import Counter
from hashlib import sha256

import pytest

from bench.proefteksten import MAP, lees

ZEGELS = {
    "ontwikkel": "9567b43a5c478f0a2721f99df7c2d99d62d7134c4beea7bb60d53163442eaedd",
    "vast": "9746b20ded8bcc5323d1ff66722d2752cea5511227f3b056d44dad4a322f6c85",
    "tweede": "e7177df73044724dabb12cbf1e80145c6cd48abd94949521bf75aba28cb84cd2",
    "derde": "286589e2d7a17355b8d01c9abc143b7270763e634b4ab3053e24aa8731724005",
    "vierde": "fce9c5c75d0b85b55894c09b92e460844100c1bbdae47d409e300ca28aebe23d",
    "vijfde": "9b3b7404188199a3505f3828c0b83eb6a2692153c58147a183ae3d356dcd5153",
    "zesde": "16eae80609f1136889d7348db80e3e800d90512c0487c27d0fdb884113ab0b81",
    "zevende": "39540f96a9fa8257e06d376805a8185beedb51fb152a53a7001061a00e79699e",
    "achtste": "efa479564bf231684bf7b79a70b7dc8edf84ef3afaaede1e78136cd29091231e",
    "negende": "511b991991bdd9d4ce228e8cb3de9875a5b4f90b76c0348bfec489a9ad10d3b1",
    "tiende": "79be9e094fb650c013f17ddecc044a50297bc3bf8442a37e1398f07c5f0d943b",
    "elfde": "ff30c97331427b07c0c55a1d96006c03afd618e647a9baaaeae5367dd6a0f13e",
    "twaalfde": "d211984423fc0fa5b0fb50684403e1088bb37535e6ebaadee501f63922a1b6c0",
}


@pytest.mark.parametrize("deel", ZEGELS)
def test_de_proefteksten_zijn_niet_veranderd(deel: str) -> None:
    """A text that is changed after the rules were written measures nothing: then a new set is due."""
    assert sha256((MAP / f"{deel}.jsonl").read_bytes()).hexdigest() == ZEGELS[deel]


@pytest.mark.parametrize("deel", ZEGELS)
def test_wat_is_aangewezen_staat_er(deel: str) -> None:
    """Each piece lies within its text, is no white space at its ends, and overlaps no other."""
    for proef in lees(deel):
        randen = [rand for gegeven in proef.gegevens for rand in (gegeven.begin, gegeven.eind)]
        assert randen == sorted(randen)
        for gegeven in proef.gegevens:
            stuk = proef.tekst[gegeven.begin : gegeven.eind]
            assert stuk
            assert stuk == stuk.strip()


def test_er_is_genoeg_om_op_te_meten() -> None:
    """At least two hundred texts nobody looked at, a third of them or more without anything to mask."""
    vast = lees("vast")
    soorten = Counter(gegeven.soort for proef in vast for gegeven in proef.gegevens)
    assert len(vast) >= 200
    assert sum(not proef.gegevens for proef in vast) >= len(vast) / 3
    assert soorten.pop("naam") >= 150
    assert min(soorten.values()) >= 5


def test_de_tweede_set_kan_negenennegentig_van_de_honderd_onderscheiden() -> None:
    """Of four hundred identifiers a few misses can be told from one in a hundred; of names likewise."""
    soorten = Counter(gegeven.soort for proef in lees("tweede") for gegeven in proef.gegevens)
    assert soorten.pop("naam") >= 300
    assert soorten.total() >= 400
    assert min(soorten.values()) >= 20

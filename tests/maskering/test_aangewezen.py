"""Names that the words around them point out, and words in the same place that are none. Every person is invented."""

import pytest

from shared.maskering import laat_staan, masker

WEL = [
    ("groeten p. westra", "groeten [naam]"),
    ("bezoeker j. van tilburg kwam", "bezoeker [naam] kwam"),
    ("kwam r.k. hollebrand weer", "kwam [naam] weer"),
    ("hier b. roos en ik", "hier [naam] en ik"),
    ("hier a.b.c. roos en ik", "hier [naam] en ik"),
    ("kom kijken fatima d", "kom kijken [naam]"),
    ("fatima d zei het", "[naam] zei het"),
    ("Getuige: Tiny, 06", "Getuige: [naam], 06"),
    ("Melder: Tiny", "Melder: [naam]"),
    ("Contact: Tiny Bakker belt", "Contact: [naam] belt"),
    ("van: sjaan aan: wie", "van: [naam] aan: wie"),
    ("klant mulder kwam terug", "klant [naam] kwam terug"),
    ("agent bakker zei niets", "agent [naam] zei niets"),
    ("dhr dijkgraaf 06", "dhr [naam] 06"),
    ("mw dijkgraaf, boos", "mw [naam], boos"),
    ("mevr dijkgraaf belde", "mevr [naam] belde"),
    ("met mw ter haar op", "met mw [naam] op"),
    ("iemand die junior heet, daar", "iemand die [naam] heet, daar"),
    ("Hoop is haar voornaam", "[naam] is haar voornaam"),
    ("wij zagen Van het Woud daar", "wij zagen [naam] daar"),
    ("Van 't Wout belde", "[naam] belde"),
    ("Van der Dijkgraaf belde", "[naam] belde"),
    ("de zoon van van tilburg", "de zoon van van [naam]"),
    ("volgens van der tilburg", "volgens [naam]"),
    ("Fatima Tilburg riep", "[naam] riep"),
    ("Fatima van Tilburg riep", "[naam] riep"),
    ("die qwrtplk heeft een sleutel", "die [naam] heeft een sleutel"),
    ("gek van die qwrtplk van drie hoog", "gek van die [naam] van drie hoog"),
    ("volgens molenaar van de voetbal", "volgens [naam] van de voetbal"),
    ("fatima schipper belt", "[naam] belt"),
    ("groep 8, Bo en Fatima", "groep 8, [naam] en [naam]"),
    ("vraag aan De Haan", "vraag aan [naam]"),
]
NIET = [
    *["o.a. rachen", "t.n.v. stichting", "d.m.v. mulders", "optie a. melden", "klant mulder"],
    *["Melder: Anoniem, belt", "Getuige: Niemand", "Melder: belt terug"],
    *[
        "dhr belde terug",
        "mw komt straks",
        "dhr niet bereikt vandaag",
        "mw ter plaatse gesproken",
        "dhr ter harte genomen",
    ],
    *["soep die lekker heet is", "iets dat lekker heet", "dat is haar naam", "wie is haar naam"],
    *["bij stichting De Brug", "Van het water komt", "van de buren van hiernaast", "met van alles", "ter plaatse"],
    *["de qwrtplk van drie hoog", "tegen slagers van hier", "de kinderen van Delft", "n. k. t."],
    *["de melder weigert zijn naam. Klinkt boos", "IBAN, V-nummer, Pashto"],
]


@pytest.mark.parametrize(("tekst", "gemaskeerd"), WEL)
def test_een_naam_die_wordt_aangewezen(tekst: str, gemaskeerd: str) -> None:
    """Whole, with its initials; a second time changes nothing."""
    assert masker(tekst) == gemaskeerd
    assert masker(gemaskeerd) == gemaskeerd


@pytest.mark.parametrize("tekst", NIET)
def test_wat_op_die_plek_geen_naam_is(tekst: str) -> None:
    """Abbreviations, verbs, places, and who has no name."""
    assert masker(tekst) == tekst


def test_een_gebied_van_hier_is_niemands_achternaam() -> None:
    """A town is a surname after a first name, but not one that this installation speaks of."""
    laat_staan(["Hierdrecht"])
    assert masker("Fatima van Hierdrecht riep") == "[naam] van Hierdrecht riep"
    assert masker("Fatima van Gouda riep") == "[naam] riep"

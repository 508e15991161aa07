"""What a profile says about reporters: terms, texts and the card of whom to call."""

import pytest

from shared.profiel import ProfielFout, laad, lees

ZOETERMEER = laad("zoetermeer").tekst


def redenen(tekst: str) -> list[str]:
    """What is wrong with a profile."""
    with pytest.raises(ProfielFout) as fout:
        lees(tekst)
    return [gebrek.reden for gebrek in fout.value.fouten]


@pytest.mark.parametrize(
    ("oud", "nieuw", "reden"),
    [
        ('hoogstens = "P180D"\n', "", "hoogstens ontbreekt"),
        ("{gemeente} is ontvangen", "{naam} is ontvangen", "{adres}, {gemeente}, {locatie} worden ingevuld"),
        ('locatie = "rokkeveenseweg"\nregels', 'locatie = "elders"\nregels', "'elders' bestaat niet"),
        ('soort = "gesprek"', 'soort = "contact"', "'contact' heeft al een termijn"),
        ('code = "inloopavond"', 'code = "extra-ronde"', "'extra-ronde' heeft al een zin"),
        ('wie = "Meldpunt zorgwekkend gedrag", nummer = "0800-1205"', 'wie = "Meldpunt"', "nummer of website"),
        ("[terugkoppelen]\n", '[terugkoppelen]\nmail = "mailto://gebruiker:geheim@voorbeeld.nl"\n', "uit de omgeving"),
    ],
)
def test_een_onhoudbare_belofte_wordt_gezien(oud: str, nieuw: str, reden: str) -> None:
    """What could not be kept, sent or shown is refused when the profile is read."""
    assert oud in ZOETERMEER
    assert any(reden in gevonden for gevonden in redenen(ZOETERMEER.replace(oud, nieuw, 1)))


@pytest.mark.parametrize("naam", ["zoetermeer", "leidschendam-voorburg", "koggenland"])
def test_elk_meegeleverd_profiel_zegt_hoe_lang(naam: str) -> None:
    """Each shipped profile has a term for every kind of data, and one for contact details that always ends."""
    profiel = laad(naam)
    assert {termijn.soort for termijn in profiel.bewaren} == {
        "toelichting",
        "gesprek",
        "contact",
        "volgcode",
        "quarantaine",
    }
    contact = next(termijn for termijn in profiel.bewaren if termijn.soort == "contact")
    assert contact.vanaf == "einde"
    assert contact.hoogstens is not None

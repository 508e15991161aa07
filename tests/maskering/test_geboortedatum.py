"""A date of birth goes: whatever announces it, however it is written. Other dates say when something happened."""

import pytest

from shared.maskering import masker

AANKONDIGINGEN = [
    *[
        "geb. ",
        "geb: ",
        "geb ",
        "Geboren ",
        "geboren op ",
        "geboren te Delft op ",
        "geboortedatum is ",
        "geboorte datum ",
    ],
    *["geb.dat. ", "geb. datum ", "geb dat ", "g.d. ", "gd ", "DOB ", "born ", "born on ", "date of birth: "],
    *["birthday on ", "verjaardag: ", "jarig op ", "is van ", "ben van ", "was van ", "bent van ", "zijn van "],
    *["geboren (", "geboren op: ", "geboren, van "],
]
NOTATIES = [
    *[
        "12-3-2019",
        "12.03.2019",
        "12/3/2019",
        "12 3 2019",
        "12 - 3 - 2019",
        "31-12-2019",
        "1-2-03",
        "12-03-'19",
        "9-9-19",
    ],
    *[
        "12 maart 2019",
        "12e maart 2019",
        "12de mrt 2019",
        "1ste mei 2019",
        "1st May 2019",
        "2nd june 2019",
        "3rd july 2019",
    ],
    *[
        "4th august, 2019",
        "12 jan. 2019",
        "5 februari 2019",
        "5 feb 2019",
        "5 febr 2019",
        "5 april 2019",
        "5 juni 2019",
    ],
    *["5 juli 2019", "5 aug 2019", "5 sept 2019", "5 september 2019", "5 okt 2019", "5 oktober 2019", "5 nov 2019"],
    *["5 november 2019", "5 dec 2019", "5 december 2019", "5 january 2019", "5 february 2019", "5 march 2019"],
    *["5 october 2019", "20190312", "2019-03-12", "2019.03.12", "2019/03/12", "19990312", "12032019", "12031999"],
    *["March 12, 2019", "maart 12th 2019", "may 1st, 2019", "june 2nd 2019", "july 3rd 2019"],
]
LANG_GELEDEN = [
    "12-3-2015",
    "1 januari 1980",
    "12 MAART 1980",
    "January 5, 1980",
    "1980-01-05",
    "1980.01.05",
    "2001/12/31",
]
GEEN = [
    *["12-3-2016", "1 januari 2016", "January 5, 2020", "2020-01-05", "2016-01-05", "19800105", "05011980"],
    *["112-3-1999", "1.12-3-1999", "12-3-1999-4", "12-3-19994", "+12-3-1999", "a12-3-1999", "12-13-1999"],
    *["maart 12, 1999x", "maart12, 1999", "ongeboren 12-3-2019", "xgeb. 12-3-2019", "12-3-1999a", "1/12-3-1999"],
]


@pytest.mark.parametrize("voor", AANKONDIGINGEN)
def test_wat_een_geboortedatum_aankondigt(voor: str) -> None:
    """After these words a recent date is one too: of a child."""
    assert masker(f"Hij: {voor}12-3-2019.") == f"Hij: {voor}[geboortedatum]."


@pytest.mark.parametrize("datum", NOTATIES)
def test_hoe_hij_ook_is_geschreven(datum: str) -> None:
    """Whole, in every notation of Dutch and English."""
    assert masker(f"geboren op {datum}, zei hij") == "geboren op [geboortedatum], zei hij"


@pytest.mark.parametrize("datum", LANG_GELEDEN)
def test_een_volledige_datum_van_lang_geleden(datum: str) -> None:
    """Nothing that is reported happened then."""
    assert masker(f"op {datum}!") == "op [geboortedatum]!"


@pytest.mark.parametrize("datum", GEEN)
def test_wat_geen_geboortedatum_is(datum: str) -> None:
    """When something happened, and numbers that only resemble a date."""
    assert masker(f"op {datum} gebeurd") == f"op {datum} gebeurd"

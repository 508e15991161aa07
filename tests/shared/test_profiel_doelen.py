"""Goals and indicators in a profile: what a document says, nothing made up, and every mistake with its line."""

from typing import Any

import pytest

from shared.profiel import ProfielFout, laad, lees
from shared.profiel.laden import MEEGELEVERD

TEKST = {naam: (MEEGELEVERD / f"{naam}.toml").read_text("utf-8") for naam in ("zoetermeer", "leidschendam-voorburg")}
NOG_NIET = 'indicator = "nog vast te stellen"'


def gebreken(naam: str, oud: str, nieuw: str) -> tuple[list[Any], int]:
    """What is refused once a piece of text is replaced, and the line where that stands."""
    voor, gevonden, na = TEKST[naam].partition(oud)
    assert gevonden, oud
    try:
        lees(voor + nieuw + na, "p.toml")
    except ProfielFout as fout:
        return list(fout.fouten), voor.count("\n") + 1
    return [], 0


def test_de_vijf_speerpunten_hebben_nog_geen_indicator() -> None:
    """KN-besluit-2: the document leaves them empty, and so does the product."""
    speerpunten = laad("zoetermeer").speerpunten
    assert [een.code for een in speerpunten] == [
        "problematische-jeugd",
        "ondermijning",
        "extremisme-ongenoegen",
        "digitale-criminaliteit",
        "zorg-en-veiligheid",
    ]
    assert [een.indicator for een in speerpunten] == [None] * 5
    assert laad("zoetermeer").doelen == ()


def test_de_doelen_van_leidschendam_voorburg() -> None:
    """LV-3: at most 600, at most 200, and it must fall."""
    doelen = laad("leidschendam-voorburg").doelen
    assert [(een.reeks, een.richting, een.norm) for een in doelen] == [
        ("meldingen-jeugdoverlast", "hoogstens", 600),
        ("woninginbraken", "hoogstens", 200),
        ("meldingen-verward-gedrag", "daalt", None),
    ]


def test_een_gemeente_stelt_een_indicator_vast() -> None:
    """With the day on which it did."""
    nieuw = (
        'indicator = { naam = "Groepen", reeks = "groepen", richting = "hoogstens", norm = 3, '
        'regel = "KN-besluit-2", herkomst = "gemeente", ingesteld_op = 2026-10-01 }'
    )
    eerste = lees(TEKST["zoetermeer"].replace(NOG_NIET, nieuw, 1), "p.toml").speerpunten[0]
    assert eerste.indicator is not None
    assert (eerste.indicator.reeks, eerste.indicator.norm) == ("groepen", 3)


@pytest.mark.parametrize(
    ("naam", "oud", "nieuw", "pad", "reden"),
    [
        ("zoetermeer", NOG_NIET, 'indicator = "veel"', "speerpunten[0].indicator", 'schrijf "nog vast te stellen"'),
        ("zoetermeer", NOG_NIET, "", "speerpunten[0].indicator", "ontbreekt"),
        ("zoetermeer", NOG_NIET, "indicator = { norm = 3 }", "speerpunten[0].indicator.naam", "ontbreekt"),
        ("zoetermeer", 'code = "ondermijning"', 'code = "problematische-jeugd"', "speerpunten[1].code", "staat er al"),
        ("zoetermeer", "tot = 2026-12-31", "tot = 2022-12-31", "beleid.tot", "eindigt voor het begint"),
        ("zoetermeer", "tussenevaluatie = 2025-01-01", "tussenevaluatie = 2027-01-01", "beleid.tussen", "binnen de"),
        ("zoetermeer", "eindevaluatie = 2027-01-01", "eindevaluatie = 2026-01-01", "beleid.eindev", "na de laatste"),
        ("zoetermeer", 'reeks = "straatroof"', 'reeks = "geweld"', "kerncijfers[3].reeks", "heeft één naam"),
        ("zoetermeer", 'soort = "objectief"', 'soort = "hard"', "kerncijfers[0].soort", "objectief, subjectief"),
        ("leidschendam-voorburg", "norm = 600\n", "", "doelen[0]", "norm ontbreekt"),
        ("leidschendam-voorburg", "norm = 600\n", "norm = 500\n", "doelen[0].norm", "heeft grens 600"),
        ("leidschendam-voorburg", "norm = 600\n", "norm = nan\n", "doelen[0].norm", "hier hoort een getal"),
        ("leidschendam-voorburg", 'richting = "daalt"', 'richting = "daalt"\nnorm = 3', "doelen[2].norm", "het jaar"),
        ("leidschendam-voorburg", 'richting = "daalt"', 'richting = "omlaag"', "doelen[2].richting", "hoogstens, min"),
    ],
)
def test_wat_niet_kan_staat_er_met_zijn_regel(naam: str, oud: str, nieuw: str, pad: str, reden: str) -> None:
    """The line, the field, and what is expected there."""
    fouten, regel = gebreken(naam, oud, nieuw)
    assert fouten, "accepted"
    assert any(pad in fout.veldpad and reden in fout.reden for fout in fouten), fouten
    assert any(abs(fout.regelnummer - regel) <= 8 for fout in fouten), (regel, fouten)


def test_een_moment_in_plaats_van_een_dag_is_een_fout_en_geen_storing() -> None:
    """TOML knows moments too."""
    fouten, _ = gebreken("zoetermeer", "tot = 2026-12-31", "tot = 2026-12-31T10:00:00Z")
    assert fouten


def test_wie_het_getal_bepaalde_staat_erbij_met_een_datum() -> None:
    """An indicator of the municipality says since when."""
    nieuw = 'indicator = { naam = "G", reeks = "g", richting = "daalt", regel = "KN-besluit-2", herkomst = "gemeente" }'
    fouten, regel = gebreken("zoetermeer", NOG_NIET, nieuw)
    assert [(fout.regelnummer, "ingesteld_op" in fout.reden) for fout in fouten] == [(regel, True)]

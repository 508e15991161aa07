"""What the traffic light of a goal says, and why."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from services.rapportage.doelen.cijferreeks import Cijfer, Reeks, reeksen
from services.rapportage.doelen.eenheden import waarde_in_woorden
from services.rapportage.doelen.stand import Oordeel, Stand, oordeel
from services.rapportage.doelen.vooruitzicht import vooruitzicht
from shared.profiel import laad
from shared.profiel.schema.doelen import Meetlat
from tests.rapportage.test_vooruitzicht import JAAR, jaarcijfer, jaren

HOOGSTENS = Meetlat(reeks="r", richting="hoogstens", norm=600)
DAALT = Meetlat(reeks="r", richting="daalt")
MINSTENS = Meetlat(reeks="r", richting="minstens", norm=7.5)


def gezien(lat: Meetlat, reeks: Reeks, jaar: int = JAAR) -> Oordeel:
    """The judgement, with its values in words."""
    return oordeel(lat, reeks, vooruitzicht(reeks, jaar), jaar, lambda waarde: waarde_in_woorden(reeks.eenheid, waarde))


def weken(per_week: Sequence[int], *erbij: Cijfer) -> Reeks:
    """Whole weeks from the first of January, beside other figures."""
    begin = date(JAAR, 1, 1)
    deel = [
        Cijfer("r", "aantal", begin + timedelta(weeks=n), begin + timedelta(weeks=n, days=6), aantal, "politie")
        for n, aantal in enumerate(per_week)
    ]
    return reeksen([*erbij, *deel])["r"]


def test_zonder_cijfers_geen_kleur() -> None:
    """Nothing was imported: that is said, and nothing else."""
    uit = gezien(HOOGSTENS, Reeks("r", "aantal", []))
    assert (uit.stand, uit.uitleg) == (Stand.ONBEKEND, "Er zijn nog geen cijfers ingevoerd.")


@pytest.mark.parametrize(("waarde", "stand"), [(600, Stand.GEHAALD), (601, Stand.NIET_GEHAALD)])
def test_een_jaar_dat_voorbij_is_wordt_aan_de_norm_gehouden(waarde: int, stand: Stand) -> None:
    """Exactly the norm is reached; last year counts as now."""
    uit = gezien(HOOGSTENS, jaren(waarde))
    assert uit.stand is stand
    assert uit.uitleg == f"2025: {waarde}. Het doel was hoogstens 600."


def test_een_oud_cijfer_geeft_geen_kleur() -> None:
    """LV-3: 181 burglaries in 2018 say that the goal was reached then, and nothing about now."""
    norm = laad("leidschendam-voorburg").doelen[1]
    uit = gezien(norm, jaren(315, 274, 181, tot=2018))
    assert uit.stand is Stand.VEROUDERD
    assert "2018: 181" in uit.uitleg
    assert "toen gehaald" in uit.uitleg
    assert gezien(norm, jaren(315, 274, 181, tot=2018), 2019).stand is Stand.GEHAALD


def test_dalen_is_minder_dan_het_jaar_ervoor() -> None:
    """LV-3: 191, 192, 339, 443 rises; the same number is not less; one year alone is nothing to compare."""
    assert gezien(DAALT, jaren(191, 192, 339, 443)).stand is Stand.NIET_GEHAALD
    assert gezien(DAALT, jaren(443, 442)).stand is Stand.GEHAALD
    assert gezien(DAALT, jaren(443, 443)).stand is Stand.NIET_GEHAALD
    assert gezien(DAALT, jaren(443)).stand is Stand.ONBEKEND
    assert (
        gezien(Meetlat(reeks="r", richting="stijgt"), jaren(7.5, 7.6, eenheid="rapportcijfer")).stand is Stand.GEHAALD
    )


def test_een_rapportcijfer_heeft_een_ondergrens() -> None:
    """KN-tabel-2: 7.5 reaches a norm of at least 7.5, 7.4 does not."""
    assert gezien(MINSTENS, jaren(7.6, 7.5, eenheid="rapportcijfer")).stand is Stand.GEHAALD
    assert gezien(MINSTENS, jaren(7.6, 7.4, eenheid="rapportcijfer")).stand is Stand.NIET_GEHAALD


@pytest.mark.parametrize(
    ("per_week", "stand"),
    [
        ([5] * 20, Stand.OP_KOERS),
        ([11, 12] * 10, Stand.ONZEKER),
        ([20] * 20, Stand.DREIGT),
        ([31] * 20, Stand.NIET_GEHAALD),
    ],
)
def test_het_lopende_jaar_wordt_aan_zijn_verwachting_gehouden(per_week: list[int], stand: Stand) -> None:
    """Clearly below, around, clearly above, and above already."""
    uit = gezien(HOOGSTENS, weken(per_week))
    assert uit.stand is stand
    assert uit.uitleg.startswith("Het doel voor 2026 is hoogstens 600.")
    assert ("nu al te veel" in uit.uitleg) == (stand is Stand.NIET_GEHAALD)


def test_wat_al_bereikt_is_hoeft_niet_meer_verwacht_te_worden() -> None:
    """At least a hundred, and there are a hundred and one in May."""
    assert gezien(Meetlat(reeks="r", richting="minstens", norm=100), weken([6] * 20)).stand is Stand.GEHAALD


def test_een_dalende_reeks_vergelijkt_het_lopende_jaar_met_het_vorige() -> None:
    """Twenty weeks of five against 443 last year."""
    uit = gezien(DAALT, weken([5] * 20, jaarcijfer(JAAR - 1, 443)))
    assert (uit.stand, uit.norm) == (Stand.OP_KOERS, 443)
    assert gezien(DAALT, weken([5] * 20)).stand is Stand.ONBEKEND


def test_een_heel_jaar_is_de_som_van_zijn_delen() -> None:
    """Parts that cover the year hold against the printed figure; parts alone are what was counted so far."""
    helft = [
        Cijfer("r", "aantal", date(2025, 1, 1), date(2025, 6, 30), 10, "a"),
        Cijfer("r", "aantal", date(2025, 7, 1), date(2025, 12, 31), 20, "b"),
    ]
    [samen] = reeksen([jaarcijfer(2025, 99), *helft])["r"].jaren
    assert (samen.waarde, samen.heel, samen.bron) == (30, True, "politie; a; b")
    [deels] = reeksen([jaarcijfer(2025, 99), helft[0]])["r"].jaren
    assert (deels.waarde, deels.heel) == (99, True)
    [nog_niet] = reeksen(helft[:1])["r"].jaren
    assert (nog_niet.waarde, nog_niet.heel) == (10, False)


def test_een_latere_invoer_van_dezelfde_dagen_vervangt_de_eerste() -> None:
    """Also where the unit was wrong at first."""
    [een] = reeksen([jaarcijfer(2025, 9), jaarcijfer(2025, 8)])["r"].jaren
    assert een.waarde == 8
    reeks = reeksen([jaarcijfer(2024, 9), jaarcijfer(2025, 7.5, "rapportcijfer")])["r"]
    assert [cijfer.waarde for cijfer in reeks.jaren] == [7.5]


def test_van_een_rapportcijfer_telt_het_laatste_van_het_jaar() -> None:
    """Marks are not added up."""
    voorjaar = Cijfer("r", "rapportcijfer", date(2025, 3, 1), date(2025, 3, 31), 7.1, "enquête")
    najaar = Cijfer("r", "rapportcijfer", date(2025, 9, 1), date(2025, 9, 30), 7.4, "enquête")
    [een] = reeksen([najaar, voorjaar])["r"].jaren
    assert (een.waarde, een.heel) == (7.4, True)


@pytest.mark.parametrize(
    ("eenheid", "waarde", "woorden"),
    [("aantal", 5894, "5.894"), ("rapportcijfer", 8.0, "8,0"), ("procent", 59, "59%"), ("procent", 59.5, "59,5%")],
)
def test_een_waarde_in_woorden(eenheid: str, waarde: float, woorden: str) -> None:
    """As the Dutch write it; a mark keeps its decimal."""
    assert waarde_in_woorden(eenheid, waarde) == woorden

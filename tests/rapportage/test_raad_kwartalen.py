"""Quarters beside each other in the report for the council."""

from services.rapportage.openbaar import Ligging
from services.rapportage.verslagen.raad import Kwartaaltabel, naast_elkaar


def test_wat_voor_en_na_de_opening_is_gemeld_telt_niet_bij_elkaar_op() -> None:
    """A sum on either side; the quarter in which it opened belongs to none."""
    liggingen: list[Ligging] = ["voor", "voor", "over", "na", "na"]
    tabellen = [
        Kwartaaltabel(kwartaal=f"q{n}", opening=een, gepubliceerd_op=None, rijen=(("aard", "Totaal"), ("Totaal", "7")))
        for n, een in enumerate(liggingen)
    ]
    samen = (("Samen, kwartalen vóór de opening", "14"), ("Samen, kwartalen na de opening", "14"))
    assert naast_elkaar(tabellen)[-2:] == samen
    assert [rij[0] for rij in naast_elkaar(tabellen[1:4])] == ["Kwartaal", "q1", "q2", "q3"]


def test_een_soort_die_later_bijkomt_staat_voor_het_totaal() -> None:
    """A kind that an earlier quarter did not have counts as none there."""
    kop = ("aard", "a", "b", "c", "Totaal")
    eerst = Kwartaaltabel(
        kwartaal="2026-K1",
        gepubliceerd_op=None,
        rijen=(kop, ("Overlast", "9", "0", "0", "9"), ("Totaal", "9", "0", "0", "9")),
    )
    rijen = (kop, ("Overlast", "6", "0", "0", "6"), ("Nieuw", "x", "0", "0", "x"), ("Totaal", "8", "0", "0", "8"))
    dan = Kwartaaltabel(kwartaal="2026-K2", gepubliceerd_op=None, rijen=rijen)
    assert naast_elkaar([eerst, dan]) == (
        ("Kwartaal", "Overlast", "Nieuw", "Totaal"),
        ("2026-K1", "9", "0", "9"),
        ("2026-K2", "6", "x", "8"),
        ("Samen", "15", "x", "17"),
    )
    assert naast_elkaar([]) == ()
    assert len(naast_elkaar([eerst])) == 2

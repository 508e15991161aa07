"""How a table stands on a page, by what is in it."""

import pytest
from markupsafe import Markup

from shared.web.klassen import klas
from shared.web.tabelvorm import getalkolommen, is_lang, vorm
from shared.web.templates import environment

WOORDEN = [["22-11-2026 18.25", "Melding", "Overlast", "Geluid"], ["23-11-2026 09.00", "Incident", "–", "Jeugd"]]
GETALLEN = [["Geluid", "1.204", "85,7%", "–"], ["Jeugd", 3, "x", "-2"]]


def test_getallen_staan_onder_elkaar() -> None:
    """Whole, broken, negative and missing ones; a day, a rule or a word among them makes it a column of words."""
    assert getalkolommen(GETALLEN) == {1, 2, 3}
    assert getalkolommen(WOORDEN) == frozenset()
    assert getalkolommen([["1", "3"], ["2", "te weinig"]]) == frozenset()
    assert getalkolommen([["a", "–"], ["b", ""]]) == frozenset(), "nothing but missing ones says nothing"


@pytest.mark.parametrize(
    ("koppen", "rijen", "soort"),
    [
        (4, WOORDEN, "vouw"),
        (4, GETALLEN, "schuif"),
        (2, [["Wat", "Hoe lang"]], "smal"),
        (3, [["Melding", "Overlast", 3]], "smal"),
        (3, [["Toelichtingen en redenen (gemaskeerde tekst)", "365 dagen na ontvangst", 3]], "vouw"),
        (3, [["Twee avonden", "Politie", "12-02-2027 23.59"]], "vouw"),
    ],
)
def test_een_tabel_past_op_een_telefoon(koppen: int, rijen: list[list[object]], soort: str) -> None:
    """Words fold, numbers slide, and what is small stays as it is; each kind is known to the style."""
    assert vorm([f"kop {nr}" for nr in range(koppen)], rijen) == soort
    assert soort in klas("tabel", soort)


def test_alleen_wat_lang_is_krijgt_een_hele_regel() -> None:
    """Its heading counts, and the elements in it do not."""
    assert is_lang("Regel", "Leefbaarheids- en veiligheidsplan")
    assert not is_lang("Status", Markup('<span class="utrecht-status-badge">Loopt</span>'))
    assert is_lang("Soort", "MeldingOntvangen")  # half a line would break the word


def test_een_dag_en_een_regel_blijven_heel() -> None:
    """A browser breaks at a hyphen; a sentence may be broken."""
    macro = environment().get_template("macros.html").module.tabel  # type: ignore[attr-defined]
    html = macro(
        "Weken", ["Week", "Vanaf", "Regel", "Waarom"], [["1", "29-09-2026", "KN-besluit-2", "op 29-09-2026 al"]]
    )
    assert '<td role="cell" data-kop="Vanaf"><span class="kort">29-09-2026</span></td>' in html
    assert '<td role="cell" data-kop="Regel"><span class="kort">KN-besluit-2</span></td>' in html
    assert '<td role="cell" data-kop="Waarom">' in html


def test_een_gevouwen_tabel_blijft_een_tabel() -> None:
    """Every part says its role, and every cell the heading that is no longer above it."""
    macro = environment().get_template("macros.html").module.tabel  # type: ignore[attr-defined]
    html = macro("De nieuwste eerst", ["Gebeurd op", "Soort", "Aard", "Aantal"], [["a", "b", "<i>", "7"]])
    for rol in ("table", "rowgroup", "row", "columnheader", "rowheader", "cell"):
        assert f'role="{rol}"' in html
    assert '<td role="cell" data-kop="Soort">b</td>' in html
    assert '<td role="cell" data-kop="Aantal" class="getal">7</td>' in html
    assert "&lt;i&gt;" in html

"""The way through the site: what stands at the top, what stands beside a page, and the thread that leads to it."""

import pytest

from shared.profiel.schema import Rol
from shared.web import Wie
from shared.web.menu import INGANGEN, Kruimel, plaats
from shared.web.templates import environment

OOV = Wie(Rol.OOV)
NUMMER = "0192f0c0-0000-7000-8000-000000000000"


def namen(rol: Rol | None) -> list[str]:
    """What stands at the top for a role."""
    return [een.naam for een in plaats(INGANGEN, Wie(rol), "/").menu]


def draad(pad: str, wie: Wie = OOV) -> list[str]:
    """The steps that lead to a page."""
    return [een.pad for een in plaats(INGANGEN, wie, pad).kruimels]


def test_bovenaan_staat_wat_men_doet() -> None:
    """Few words, in the order of the work."""
    assert namen(Rol.OOV) == [
        *("Vandaag", "Melden", "Meldingen", "Overleg", "Maatregelen", "Escalaties", "Rapportage", "Zoeken")
    ]
    assert namen(None) == ["Vandaag", "Melden", "Volgen", "Wie belt u?", "Openbare cijfers"]


def test_wie_de_groep_niet_mag_openen_vindt_zijn_deel_bovenaan() -> None:
    """A council sees no dashboard, and finds its report at the top all the same; so do partners and communicatie."""
    assert {"Doelen", "Voor de raad", "Openbare cijfers"} <= set(namen(Rol.RAAD))
    assert "Rapportage" not in namen(Rol.RAAD)
    assert "Aan u doorgezet" in namen(Rol.ZORG)
    assert "Berichten" in namen(Rol.COMMUNICATIE)


@pytest.mark.parametrize("rol", Rol)
def test_alles_wat_men_mag_is_te_vinden(rol: Rol) -> None:
    """What is not at the top stands beside a page that is; no menu is longer than nine words."""
    wie = Wie(rol)
    top = plaats(INGANGEN, wie, "/").menu
    open_ = {een.pad for een in INGANGEN if een.staat_open(wie)}
    ernaast = {naast.pad for een in top for naast in plaats(INGANGEN, wie, een.pad).naast}
    assert open_ <= {een.pad for een in top} | ernaast
    assert len(top) <= 9


@pytest.mark.parametrize(
    ("pad", "verwacht"),
    [
        ("/", []),
        ("/overleg", []),
        ("/afspraken", ["/", "/overleg"]),
        (f"/afspraken/{NUMMER}", ["/", "/overleg", "/afspraken"]),
        (f"/overleg/{NUMMER}", ["/", "/overleg"]),
        (f"/overleg/{NUMMER}/verslag", ["/", "/overleg", f"/overleg/{NUMMER}"]),
        ("/overleg/agenda", ["/", "/overleg"]),
        (f"/meldingen/{NUMMER}/melder", ["/", "/meldingen", f"/meldingen/{NUMMER}"]),
        (f"/meldingen/agenda/{NUMMER}", ["/", "/meldingen"]),
        (f"/tijdlijn/{NUMMER}", ["/", "/meldingen"]),
        ("/rapportage/weekbeeld", ["/", "/rapportage"]),
        ("/hulp", []),
        ("/melden", []),
    ],
)
def test_de_draad_leidt_terug(pad: str, verwacht: list[str]) -> None:
    """Every page deeper than one says where it lies; a page of the menu is marked there."""
    assert draad(pad) == verwacht


def test_de_draad_leidt_niet_naar_een_dichte_deur() -> None:
    """Who may read one melding and no list is led back to what was handed over."""
    assert draad(f"/meldingen/{NUMMER}", Wie(Rol.ZORG)) == ["/", "/aan-mij"]
    assert draad(f"/meldingen/{NUMMER}", Wie()) == []


def test_de_groep_is_gemerkt() -> None:
    """On a page below another the group at the top is marked, and the page itself beside it."""
    waar = plaats(INGANGEN, OOV, f"/afspraken/{NUMMER}")
    assert [een.naam for een in waar.menu if waar.is_hier(een)] == ["Overleg"]
    assert waar.hier is not None
    assert waar.hier.naam == "Afspraken"
    assert {"Overleg", "Afspraken", "Berichten"} <= {een.naam for een in waar.naast}


def test_wie_niet_is_aangemeld_ziet_een_woord_gemerkt() -> None:
    """The menu of everybody has both Melden and Volgen: of these only where one is."""
    waar = plaats(INGANGEN, Wie(), "/volgen")
    assert [een.naam for een in waar.menu if waar.is_hier(een)] == ["Volgen"]


def test_geen_stap_heet_als_de_bladzijde() -> None:
    """The answer of a form lies below its page and has its name: that stands there once."""
    stappen = [Kruimel("/beheer", "Beheer"), Kruimel("/beheer/toegang", "Toegang")]
    html = str(environment().get_template("waar.html").module.kruimelpad(stappen, "Toegang"))
    assert (html.count("Beheer</a>"), html.count(">Toegang<")) == (1, 1)


def test_kanalen_staan_ook_bij_beheer() -> None:
    """Who looks among the pages of Beheer for where to try a channel finds it there; the page stays where it is."""
    beheer = Wie(Rol.BEHEER)
    bij_beheer = [een.naam for een in plaats(INGANGEN, beheer, "/beheer/toegang").naast]
    assert (bij_beheer[0], bij_beheer[-1]) == ("Beheer", "Kanalen")
    assert "Kanalen" in {een.naam for een in plaats(INGANGEN, beheer, "/escalaties").naast}
    assert draad("/kanalen", beheer) == ["/", "/escalaties"]


def test_naast_de_rapportage_staat_elk_rapport() -> None:
    """The reports stand where the ways of every other part stand, and take the chosen location along."""
    waar = plaats(INGANGEN, OOV, "/rapportage/kwaliteit")
    assert {"Weekbeeld", "Kwaliteit", "Voor de raad"} <= {een.naam for een in waar.naast}
    html = str(environment().get_template("waar.html").module.naast(waar, "/rapportage/kwaliteit", "?locatie=x"))
    assert 'href="/rapportage/weekbeeld?locatie=x"' in html

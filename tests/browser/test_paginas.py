"""Every page, in every state, for everyone who may see it."""

import re
from pathlib import Path

import pytest

from tests.browser.conftest import Bezoek
from tests.browser.huis import PUBLIEK, ROLLEN, VERZONNEN, Huis
from tests.browser.keuring import Fouten, keur
from tests.browser.routes import paginas
from tests.browser.schermen import bewaar, codes, dubbele_punten, elementen, kopsprongen, vreemde_regels
from tests.browser.staat import Staat
from tests.browser.staten import STATEN

VOORAAN = (PUBLIEK, "oov", "burgemeester")
"""Who looks first, and so is in the picture: those who see most."""


@pytest.fixture(scope="module")
def huis(onbereisd: Huis) -> Huis:
    """Every state is that which was made for it."""
    return onbereisd


@pytest.mark.parametrize("staat", STATEN, ids=lambda staat: staat.bestand)
def test_a_page_is_readable_for_everyone(
    staat: Staat, huis: Huis, leeg_huis: Huis, bezoek: Bezoek, schermen: Path | None
) -> None:
    """No axe findings (WCAG 2.2 AA), a silent console, no sideways scrolling at 320 px; a title, one h1, in Dutch.

    Everyone's page is fetched; the browser examines it when it holds an element that it had not seen in this state: a
    page for somebody else mostly leaves something out. Menus differ: Vandaag shows each.
    """
    gezien: frozenset[str] = frozenset()
    waar = leeg_huis if staat.leeg else huis
    for rol in sorted(staat.wie, key=lambda rol: rol not in VOORAAN):
        with Fouten().gehoord(bezoek.tab(waar)) as fouten:
            html, adres = toon(staat, rol, waar, bezoek) if staat.doe else haal(staat, rol, waar, bezoek)
            assert VERZONNEN in html, rol
            assert not kopsprongen(html), rol
            assert not codes(html), rol
            assert not vreemde_regels(html), rol
            assert not dubbele_punten(html), rol
            if (nu := elementen(html, alles=staat.menu)) <= gezien:
                continue
            page = bezoek.tab(waar)
            if staat.doe is None:
                bezoek.als(waar, rol).goto(adres)
            assert not keur(page), rol
            if schermen and (staat.menu or not gezien):
                bewaar(page, schermen / f"{staat.bestand}-{rol}")
            gezien |= nu
        assert not fouten.gezien, rol


def haal(staat: Staat, rol: str, huis: Huis, bezoek: Bezoek) -> tuple[str, str]:
    """Fetch a page; return it and its address."""
    antwoord = bezoek.haal(huis, rol, staat.pad.format(**huis.weet))
    assert antwoord.status_code == staat.status, rol
    return antwoord.text, str(antwoord.url)


def toon(staat: Staat, rol: str, huis: Huis, bezoek: Bezoek) -> tuple[str, str]:
    """Do in the tab what brings the page in its state; return it and its address."""
    assert staat.doe is not None
    page = bezoek.als(huis, rol)
    page.goto(staat.pad.format(**huis.weet))
    if staat.eerst:
        staat.eerst(page, huis.weet)
    with page.expect_navigation() as gaat:
        staat.doe(page, huis.weet)
    assert gaat.value.status == staat.status, rol
    return gaat.value.text(), gaat.value.url


def test_no_page_is_forgotten() -> None:
    """Every page that the program serves is in the table of states."""
    assert set(paginas()) == {staat.route for staat in STATEN} - {"/{weg}"}


def test_an_item_has_one_number_everywhere(huis: Huis, bezoek: Bezoek) -> None:
    """On the agenda, where one reads what was reported, and where one notes, which shows that text as well."""
    lvos = huis.weet["lvos"]
    agenda = bezoek.haal(huis, "oov", f"/overleg/{lvos}").text
    nummers = dict(re.findall(r'id="punt-([0-9a-f-]{36})">(\d+)\. ', agenda))
    gemeld = bezoek.haal(huis, "oov", f"/meldingen/agenda/{lvos}").text
    hier = re.findall(r'<h2 id="melding-[^>]*>(\d+)\. .*?#punt-([0-9a-f-]{36})">Naar punt (\d+) ', gemeld, re.DOTALL)
    assert [int(nr) for nr, _, _ in hier] == sorted(int(nr) for nr, _, _ in hier)
    assert {punt: (nr, ook) for nr, punt, ook in hier} == {punt: (nummers[punt],) * 2 for _, punt, _ in hier} != {}
    geschreven = re.compile(r'<p class="citaat">.*?</p>')
    met_tekst = next(deel for deel in gemeld.split("<h2 ") if geschreven.search(deel))
    (punt,) = re.findall(r"#punt-([0-9a-f-]{36})", met_tekst)
    noteer = bezoek.haal(huis, "oov", f"/overleg/{lvos}/punt/{punt}").text
    assert f"Noteer bij punt {nummers[punt]}<" in noteer
    assert geschreven.findall(met_tekst) == geschreven.findall(noteer)


@pytest.mark.parametrize("rol", ROLLEN)
def test_the_menu_leads_only_where_one_may_go(rol: str, huis: Huis, bezoek: Bezoek) -> None:
    """No entry of the menu ends in a refusal."""
    page = bezoek.als(huis, rol)
    page.goto("/")
    paden = page.locator(".menu a").evaluate_all("ingangen => ingangen.map(ingang => ingang.getAttribute('href'))")
    assert {pad: bezoek.haal(huis, rol, pad).status_code for pad in paden} == dict.fromkeys(paden, 200)

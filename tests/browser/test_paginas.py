"""Every page, in every state, for everyone who may see it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import APIResponse, Page, Response

from tests.browser.huis import PUBLIEK, ROLLEN, VERZONNEN, Huis
from tests.browser.keuring import Fouten, keur
from tests.browser.routes import paginas
from tests.browser.schermen import bewaar, inhoud
from tests.browser.staten import STATEN, Staat

VOORAAN = (PUBLIEK, "oov", "burgemeester")
"""Who looks first, and so is in the picture: those who see most."""
Als = Callable[[Huis, str], Page]


@pytest.mark.parametrize("staat", STATEN, ids=lambda staat: staat.bestand)
def test_a_page_is_readable_for_everyone(
    staat: Staat, huis: Huis, leeg_huis: Huis, als: Als, schermen: Path | None
) -> None:
    """No axe findings (WCAG 2.2 AA), a silent console, no sideways scrolling at 320 px; a title, one h1, in Dutch.

    Everyone's page is fetched; what two roles see alike is examined once. Menus differ: Vandaag shows each of them.
    """
    gezien: set[str] = set()
    for rol in sorted(staat.wie, key=lambda rol: rol not in VOORAAN):
        page = als(leeg_huis if staat.leeg else huis, rol)
        with Fouten().gehoord(page) as fouten:
            pagina = haal(page, staat, huis)
            assert (pagina.status, VERZONNEN in pagina.text()) == (staat.status, True), rol
            if (nu := inhoud(pagina.text(), alles=staat.menu)) in gezien:
                continue
            if staat.doe is None:
                page.goto(pagina.url)
            assert not keur(page), rol
            if schermen and (staat.menu or not gezien):
                bewaar(page, schermen / f"{staat.bestand}-{rol}")
            gezien.add(nu)
        assert not fouten.gezien, rol


def haal(page: Page, staat: Staat, huis: Huis) -> APIResponse | Response:
    """Fetch a page; where something must be done to reach the state, do it in the tab."""
    pad = staat.pad.format(**huis.weet)
    if staat.doe is None:
        return page.request.get(pad)
    page.goto(pad)
    if staat.eerst:
        staat.eerst(page)
    with page.expect_navigation() as gaat:
        staat.doe(page, huis.weet)
    return gaat.value


def test_no_page_is_forgotten() -> None:
    """Every page that the program serves is in the table of states."""
    assert set(paginas()) == {staat.route for staat in STATEN} - {"/{weg}"}


@pytest.mark.parametrize("rol", ROLLEN)
def test_the_menu_leads_only_where_one_may_go(rol: str, huis: Huis, als: Als) -> None:
    """No entry of the menu ends in a refusal."""
    page = als(huis, rol)
    page.goto("/")
    paden = page.locator(".menu a").evaluate_all("ingangen => ingangen.map(ingang => ingang.getAttribute('href'))")
    assert {pad: page.request.get(pad).status for pad in paden} == dict.fromkeys(paden, 200)

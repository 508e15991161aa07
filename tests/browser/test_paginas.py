"""Every page, in every state, for everyone who may see it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.huis import PUBLIEK, ROLLEN, VERZONNEN, Huis
from tests.browser.keuring import Fouten, keur
from tests.browser.routes import paginas
from tests.browser.schermen import bewaar, inhoud
from tests.browser.staten import STATEN, Staat

AFGEBEELD = {PUBLIEK, "politie", "oov", "burgemeester", "raad", "beheer"}
Als = Callable[[Huis, str], Page]


@pytest.mark.parametrize("staat", STATEN, ids=lambda staat: staat.bestand)
def test_a_page_is_readable_for_everyone(staat: Staat, huis: Huis, leeg_huis: Huis, als: Als, schermen: Path) -> None:
    """No axe findings (WCAG 2.2 AA), a silent console, no sideways scrolling at 320 px; a title, one h1, in Dutch.

    What two roles see alike is examined once: menus differ, and the page Vandaag shows each of them.
    """
    gezien: set[str] = set()
    for rol in staat.wie:
        page = als(leeg_huis if staat.leeg else huis, rol)
        with Fouten().gehoord(page) as fouten:
            assert open_(page, staat, huis) == staat.status, rol
            assert VERZONNEN in page.locator("header").inner_text()
            if (nu := inhoud(page, alles=staat.menu)) not in gezien:
                gezien.add(nu)
                assert not keur(page), rol
                if rol in AFGEBEELD:
                    bewaar(page, schermen / f"{staat.bestand}-{rol}")
        assert not fouten.gezien, rol


def open_(page: Page, staat: Staat, huis: Huis) -> int:
    """Bring a page into a state; return the status of the last answer."""
    antwoord = page.goto(staat.pad.format(**huis.weet))
    if staat.doe:
        with page.expect_navigation() as gaat:
            staat.doe(page, huis.weet)
        antwoord = gaat.value
    assert antwoord
    return antwoord.status


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

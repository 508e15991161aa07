"""What people come to do, with the keyboard alone."""

from datetime import date

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.huis import Huis
from tests.browser.invulling import bevestigd, meld_incident

SOORT = "() => document.activeElement.tagName"
TABS_HOOGSTENS = 70
HIER = "() => document.activeElement.name || document.activeElement.innerText"
RAND = "() => getComputedStyle(document.activeElement).outlineStyle"


def test_the_report_form_can_be_filled_in_with_the_keyboard(tab: Open) -> None:
    """From skip link to skip link, with Tab, letters and arrows; where one is, can always be seen."""
    page = tab()
    page.goto("/melden")
    page.keyboard.press("Tab")
    assert _hier(page) == "Direct naar de inhoud"
    toetsen = {
        "aard": ["Space"],
        "locatie": ["Space"],
        "plaats": ["ArrowDown"],
        "datum": list(f"{_dag_is_maand()}"),
        "tijd": list("1010a"),
        "toelichting": list("Getypt."),
    }
    for _ in range(TABS_HOOGSTENS):
        if (hier := _volgende(page)) == "Verstuur melding":
            break
        if hier == "Direct naar de vraag":
            page.keyboard.press("Enter")
            hier = _hier(page)
        for toets in toetsen.pop(hier, []):
            page.keyboard.press(toets)
        if hier in ("Begin met de vragen", "Volgende") and page.evaluate(SOORT) == "BUTTON":
            with page.expect_navigation():
                page.keyboard.press("Enter")
    assert not toetsen
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Dank u wel. Uw melding is ontvangen.")


def test_an_alert_can_be_confirmed_with_the_keyboard(tab: Open, huis: Huis) -> None:
    """The first thing after the skip link is the button."""
    escalatie, link = meld_incident(huis)
    page = tab()
    page.goto(link)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert _volgende(page) == "Ik heb dit bericht en pak het op"
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Bevestigd door de politie")
    assert bevestigd(huis, escalatie) == "politie"


def _volgende(page: Page) -> str:
    page.keyboard.press("Tab")
    assert page.evaluate(RAND) != "none", f"niet te zien waar men is: {_hier(page)}"
    return _hier(page)


def _hier(page: Page) -> str:
    return str(page.evaluate(HIER)).strip()


def _dag_is_maand() -> str:
    """Return the last day whose number is that of its month: typed alike in every country."""
    vandaag = date.today()  # noqa: DTZ011 - any day in the past will do
    dagen = [date(jaar, maand, maand) for jaar in (vandaag.year - 1, vandaag.year) for maand in range(1, 13)]
    return f"{max(dag for dag in dagen if dag < vandaag):%d%m%Y}"

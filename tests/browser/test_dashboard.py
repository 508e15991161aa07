"""The dashboard in a browser: live without a reload, still at a word, and whole without a script."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import meld_aan, nieuw
from tests.browser.huis import Huis
from tests.browser.keuring import Fouten, keur
from tests.journeys.installatie import melding

PAD = "/rapportage?gebied=dorp"


@pytest.fixture
def page(browser: Browser, huis: Huis) -> Iterator[Page]:
    context = nieuw(browser, huis, keuring=True)
    yield meld_aan(context.new_page(), huis, "oov")
    context.close()


def meld(huis: Huis) -> None:
    """Report something of now in the area that these tests look at: an hour ago may have been last week."""
    gemeld = melding(gebied="dorp", voorgevallenOp=datetime.now(UTC).isoformat())
    assert huis.post("meldpunt", "/intake/v1/meldingen", gemeld).status_code == 201


def cijfer(page: Page) -> int:
    """How many meldingen the dashboard says there are."""
    return int(page.locator("#live-cijfers .cijfer").first.inner_text())


def test_the_dashboard_changes_without_a_reload_until_it_is_told_to_be_still(page: Page, huis: Huis) -> None:
    """The number and its table follow what was reported, the filter stays, and what has the focus stays where it is."""
    with Fouten().gehoord(page) as fouten:
        page.goto(PAD)
        page.evaluate("window.niet_herladen = true")
        eerst, cijfers = cijfer(page), page.locator("#live-cijfers .cijfer").first
        page.locator("#week").focus()
        meld(huis)
        expect(cijfers).to_have_text(str(eerst + 1))
        assert page.evaluate("window.niet_herladen && document.activeElement.id") == "week"
        expect(page.locator("[data-omroep]")).to_contain_text("melding")
        knop = page.get_by_role("button", name="Zet bijwerken stil")
        knop.press("Enter")
        expect(page.get_by_text("Bijwerken staat stil.")).to_be_visible()
        gevraagd: list[str] = []
        page.on("request", lambda verzoek: gevraagd.append(verzoek.url))
        ander = page.context.new_page()
        ander.goto(PAD)
        meld(huis)
        expect(ander.locator("#live-cijfers .cijfer").first).to_have_text(str(eerst + 2))
        ander.close()
        assert (cijfer(page), gevraagd) == (eerst + 1, [])
        assert not keur(page)
        page.get_by_role("button", name="Werk weer bij").press("Enter")
        expect(cijfers).to_have_text(str(eerst + 2))
        assert page.evaluate("window.niet_herladen")
    assert not fouten.gezien


def test_what_has_the_focus_is_not_taken_away(page: Page, huis: Huis) -> None:
    """A part in which somebody is waits until they go on; the rest changes."""
    page.goto(PAD)
    eerst, link = cijfer(page), page.locator("#live-cijfers a").first
    link.focus()
    meld(huis)
    expect(page.locator("#live-zin")).to_contain_text(f" {eerst + 1} melding")
    expect(link).to_be_focused()
    assert cijfer(page) == eerst
    page.locator("#week").focus()
    expect(page.locator("#live-cijfers .cijfer").first).to_have_text(str(eerst + 1))


def test_without_a_script_the_dashboard_is_whole(browser: Browser, huis: Huis) -> None:
    """Every figure, picture and table is there, and no button that does nothing."""
    context = nieuw(browser, huis, java_script_enabled=False)
    page = meld_aan(context.new_page(), huis, "oov")
    page.goto(PAD)
    assert page.locator("svg[role=img]").count() == 5
    assert page.get_by_role("button", name="Zet bijwerken stil").count() == 0
    page.set_viewport_size({"width": 1920, "height": 1080})  # on a wall nobody scrolls to what comes first
    for deel in (page.locator("#live-cijfers"), page.locator("svg[role=img]").first):
        assert deel.evaluate("e => e.getBoundingClientRect().bottom") <= 1080
    assert page.evaluate("document.documentElement.scrollWidth") <= 1920
    page.locator("#aard").select_option("crimineel")
    page.get_by_role("button", name="Toon dashboard").click()
    assert "aard=crimineel" in page.url
    assert "gebied=dorp" in page.url
    context.close()

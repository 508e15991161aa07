"""The examination itself can fail: a page with every fault is found out."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import nieuw
from tests.browser.huis import Huis
from tests.browser.keuring import Fouten, keur
from tests.browser.schermen import codes, kopsprongen

GOED = "<!DOCTYPE html><html lang='nl'><title>Proef – Meldketen Zoetermeer</title><main><h1>Proef</h1>{}</main></html>"
KAPOT = {
    "image-alt": "<img src='data:,'>",
    "label": "<input>",
    "color-contrast": "<p style='color: #999'>Bijna niet te lezen.</p>",
    "dark: color-contrast": "<style>@media (prefers-color-scheme: dark) { .nacht { color: #bbb } }</style>"
    "<p class='nacht'>In het donker niet te lezen.</p>",
    "target-size": "<a href='#a'>a</a> <button style='height: 9px; width: 9px; padding: 0' aria-label='b'></button>"
    * 3,
    "2 keer h1": "<h1>Nog een</h1>",
    "schuift op 320 px": "<div style='overflow-x: auto; width: 20rem'><p style='width: 30rem'>Breed.</p></div>",
    "schuift opzij": "<div style='width: 500px'>Breed</div>",
    "te smal op 640 px": "<p class='filter'><label>Wie <select style='width: 3rem'><option>Noodopvang</select></label>",
    "te smal op 320 px": "<p><label>Wie <select style='width: 3rem'><option>A<option>Noodopvang</select></label>",
    "dag gebroken op 320 px": "<p style='width: 3rem'>24-11-2026</p>",
    "te laag op 320 px": "<p>Lees <a href='#a' style='line-height: 1'>dit</a>.</p>",
    "uit beeld op 320 px": "<nav class='waar'><ul class='subs' style='overflow-x: hidden; width: 9rem; height: 3rem'>"
    "<li style='margin-left: 20rem'><b aria-current='page'>Hier</b></ul></nav>",
}

VERBODEN = "<p style='color: red'>Rood</p><img src='/static/weg.png' alt=''>"


@pytest.fixture
def page(browser: Browser, huis: Huis) -> Page:
    return nieuw(browser, huis, keuring=True).new_page()


@pytest.mark.parametrize("gebrek", KAPOT)
def test_a_fault_is_found(gebrek: str, page: Page) -> None:
    """A good page has nothing, and each fault is named."""
    page.set_content(GOED.format("<p>Goed.</p>"))
    assert keur(page) == []
    page.set_content(GOED.format(KAPOT[gebrek]))
    assert any(gebrek in fout for fout in keur(page)), keur(page)


def test_a_skipped_heading_is_found() -> None:
    """From h1 to h3 is a gap; back up is not."""
    assert kopsprongen("<h1>a</h1><h2>b</h2><h3 id='c'>c</h3><h2>d</h2>") == []
    assert kopsprongen("<h1>a</h1><h3>b</h3>") == [(1, 3)]


def test_a_code_among_words_is_found() -> None:
    """Codes of a threshold, a place and an action are named; behind `<code>` and in an address they may stand."""
    fout = "<p>Drempel 'bewoners-bescherming' bij rokkeveenseweg: melding.lezen.</p>"
    assert codes(fout) == {"bewoners-bescherming", "rokkeveenseweg", "melding.lezen"}
    assert codes("<p><code>bewoners-bescherming</code> <a href='/meldkaart/gm0637'>Politie</a> 0900-8844</p>") == set()


def test_a_refused_script_is_heard(page: Page) -> None:
    """What the content security policy stops is an error on the console; so is a file that is not there."""
    with Fouten().gehoord(page) as fouten:
        page.goto("/hulp")
        with page.expect_response("**/weg.png"):
            page.locator("main").evaluate("(main, erbij) => { main.innerHTML = erbij }", VERBODEN)
    assert any("Content Security Policy" in fout for fout in fouten.gezien)
    assert any("404" in fout for fout in fouten.gezien)

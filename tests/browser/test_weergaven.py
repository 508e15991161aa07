"""What a person asks of the screen: dark, less motion, colours of their own; and where a thumb must fit."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from shared.profiel import laad
from shared.profiel.kleur import in_het_donker
from tests.browser.conftest import meld_aan, nieuw
from tests.browser.huis import Huis
from tests.browser.invulling import meld_incident
from tests.browser.keuring import BREED
from tests.browser.schermen import TELEFOON

DUIMBREED = 44
KNOPPEN = "main :is(button, summary, select, textarea, input:not([type=hidden]), [class*=button-link])"
MAAT = "delen => delen.filter(deel => deel.checkVisibility()).map(deel => {"
MAAT += " const vak = (deel.closest('label') ?? deel).getBoundingClientRect();"
MAAT += " return [deel.name || deel.innerText, Math.round(vak.width), Math.round(vak.height)] })"
DUREN = "() => [...document.querySelectorAll('*')].map(deel => getComputedStyle(deel).transitionDuration)"
GROND = "knop => getComputedStyle(knop).backgroundColor"
RAND = "knop => { const stijl = getComputedStyle(knop); return [stijl.borderTopStyle, stijl.borderTopWidth] }"
OMTREK = (
    "() => { const stijl = getComputedStyle(document.activeElement); return [stijl.outlineStyle, stijl.outlineWidth] }"
)
GROOT = {
    "publiek": ("/", "/melden", "/volgen"),
    "oov": ("/", "/meldingen", "/overleg", "/rapportage"),
    "beheer": ("/beheer/toegang",),
}
KAPOT = """() => [...document.querySelectorAll('body *')].filter(deel => {
    if (!deel.checkVisibility() || deel.closest('.utrecht-table-container, .subs, .alleen-hoorbaar, svg')) return false
    const stijl = getComputedStyle(deel), vak = deel.getBoundingClientRect()
    if (stijl.clipPath !== 'none') return false
    return vak.right > innerWidth + 1 || (stijl.overflowX !== 'visible' && deel.scrollWidth > deel.clientWidth + 1)
}).map(deel => `${deel.tagName} ${deel.className}`)"""
Tab = Callable[..., Page]


@pytest.fixture
def tab(browser: Browser, huis: Huis) -> Iterator[Tab]:
    open_: list[Page] = []

    def maak(rol: str, **opties: Any) -> Page:
        open_.append(nieuw(browser, huis, **opties).new_page())
        return meld_aan(open_[-1], huis, rol)

    yield maak
    for page in open_:
        page.context.close()


def test_light_or_dark_the_colour_is_the_municipality_s(tab: Tab) -> None:
    """The main button has the colour of the profile; on a dark ground the lighter one that goes with it."""
    kleur = laad("zoetermeer").huisstijl.kleur
    page = tab("publiek", reduced_motion="reduce")
    page.goto("/melden")
    knop = page.locator("main button").last
    assert knop.evaluate(GROND) == _rgb(kleur)
    page.emulate_media(color_scheme="dark")
    assert knop.evaluate(GROND) == _rgb(in_het_donker(kleur))


def test_who_wants_no_motion_gets_none(tab: Tab) -> None:
    """Nothing moves or fades for who asked for less motion; for others something does, or this would prove nothing."""
    page = tab("publiek")
    page.goto("/melden")
    assert set(page.evaluate(DUREN)) > {"0s"}
    page.emulate_media(reduced_motion="reduce")
    assert set(page.evaluate(DUREN)) == {"0s"}


def test_colours_of_one_s_own_leave_everything_to_be_seen(tab: Tab) -> None:
    """With forced colours grounds disappear: buttons keep an edge, and where one is keeps an outline."""
    page = tab("oov", forced_colors="active")
    page.goto("/melden")
    for knop in page.locator("main button").all():
        assert knop.evaluate(RAND) == ["solid", "2px"]
    page.keyboard.press("Tab")
    assert page.evaluate(OMTREK) == ["solid", "3px"]


def test_letters_twice_as_large_lose_nothing(tab: Tab) -> None:
    """Text-only zoom of 200 % (WCAG 1.4.4), at a desk and on a telephone: nothing sticks out and nothing is cut off."""
    for rol, paden in GROOT.items():
        page = tab(rol, reduced_motion="reduce")
        for pad in paden:
            page.goto(pad)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            for maat in (BREED, TELEFOON):
                page.set_viewport_size(maat)
                assert page.evaluate(KAPOT) == [], (rol, pad, maat)


def test_on_a_telephone_every_row_of_words_is_a_block(tab: Tab) -> None:
    """The headings above are gone, every cell says its own, and what one asks aloud is still a table."""
    page = tab("oov", viewport=TELEFOON)
    page.goto("/meldingen")
    cel = page.get_by_role("table").get_by_role("row").nth(1).get_by_role("cell").first
    assert cel.evaluate("cel => getComputedStyle(cel, '::before').content").startswith('"Gebeurd op: "')
    assert cel.get_attribute("data-kop") == "Gebeurd op"
    filters = page.get_by_label("Besproken in een overleg")
    assert not filters.is_visible(), "they fold away"
    page.get_by_text("Filters", exact=True).click()
    assert filters.is_visible()
    page.get_by_text("Filters", exact=True).click()
    page.set_viewport_size(BREED)
    assert filters.is_visible(), "where there is room they stand there"
    assert cel.evaluate("cel => getComputedStyle(cel, '::before').content") == "none"


def test_at_three_in_the_morning_a_thumb_fits(tab: Tab, huis: Huis) -> None:
    """On the pages for who has the duty everything that is pressed is at least 44 by 44 pixels."""
    _, link = meld_incident(huis)
    page = tab("piket", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    for pad in (link, "/piket", "/escalaties"):
        page.goto(pad)
        page.locator("main details").evaluate_all("delen => delen.forEach(deel => { deel.open = true })")
        maten = page.locator(KNOPPEN).evaluate_all(MAAT)
        assert maten, pad
        assert [maat for maat in maten if min(maat[1:]) < DUIMBREED] == [], pad


def _rgb(kleur: str) -> str:
    return "rgb({}, {}, {})".format(*(int(kleur[n : n + 2], 16) for n in (1, 3, 5)))

"""What is on a screen: to compare, and as a picture to look at."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, ViewportSize

from tests.browser.keuring import BREED

TELEFOON = ViewportSize(width=390, height=844)
BEELDEN: tuple[tuple[str, ViewportSize, Literal["light", "dark"]], ...] = (
    ("donker", TELEFOON, "dark"),
    ("telefoon", TELEFOON, "light"),
    ("bureau", BREED, "light"),
)
_MOMENT = re.compile(r'value="[^"]*"|peildatum=[^"&]*|[0-9a-f]{32}|[0-9a-f-]{36}|\d+')
"""What differs at every visit: tokens of forms, moments, numbers."""
_ELEMENT = re.compile(r"<[a-z][^>]*>")
_KOP = re.compile(r"<h([1-6])\b")


def elementen(html: str, *, alles: bool) -> frozenset[str]:
    """Return what a page is made of: each element with its attributes; `alles`: with the menu."""
    deel = html if alles else html[html.index("<main") : html.index("</main>")]
    return frozenset(_ELEMENT.findall(_MOMENT.sub("", deel)))


def kopsprongen(html: str) -> list[tuple[int, int]]:
    """Return where a heading is more than one level below the one before it: that shows without a browser."""
    niveaus = [int(niveau) for niveau in _KOP.findall(html)]
    return [(boven, onder) for boven, onder in pairwise(niveaus) if onder > boven + 1]


def bewaar(page: Page, bestand: Path) -> None:
    """Keep the page as it looks on a telephone and on a desk, and in the dark."""
    for naam, maat, thema in BEELDEN:
        page.emulate_media(color_scheme=thema)
        page.set_viewport_size(maat)
        page.screenshot(path=f"{bestand}-{naam}.png", full_page=True, animations="disabled")

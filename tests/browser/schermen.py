"""What is on a screen: to compare, and as a picture to look at."""

import re
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from tests.browser.keuring import BREED

TELEFOON = ViewportSize(width=390, height=844)
_MOMENT = re.compile(r'value="[^"]*"|peildatum=[^"&]*|[0-9a-f]{32}|[0-9a-f-]{36}|\d+')
"""What differs at every visit: tokens of forms, moments, numbers."""
_WOORDEN = re.compile(r">[^<]*[^<\s][^<]*<")


def bouw(html: str, *, alles: bool) -> str:
    """Return how a page is built: elements, attributes, and where there is text; `alles`: with the menu."""
    deel = html if alles else html[html.index("<main") : html.index("</main>")]
    return _WOORDEN.sub(">…<", _MOMENT.sub("", deel))


def bewaar(page: Page, bestand: Path) -> None:
    """Keep the page as it looks on a telephone and on a desk."""
    for naam, maat in (("telefoon", TELEFOON), ("bureau", BREED)):
        page.set_viewport_size(maat)
        page.screenshot(path=f"{bestand}-{naam}.png", full_page=True)

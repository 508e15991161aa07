"""What is on a screen: to compare, and as a picture to look at."""

import re
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from tests.browser.keuring import BREED

TELEFOON = ViewportSize(width=390, height=844)
_EIGEN = re.compile(r'value="[^"]*"|<time.*?</time>|peildatum=[^"&]*|[0-9a-f]{32}|[0-9a-f-]{36}')
"""What differs at every visit: tokens of forms, moments, and the number of a request."""


def inhoud(html: str, *, alles: bool) -> str:
    """Return a page without what differs at every visit; `alles`: with the menu."""
    return _EIGEN.sub("", html if alles else html[html.index("<main") : html.index("</main>")])


def bewaar(page: Page, bestand: Path) -> None:
    """Keep the page as it looks on a telephone and on a desk."""
    for naam, maat in (("telefoon", TELEFOON), ("bureau", BREED)):
        page.set_viewport_size(maat)
        page.screenshot(path=f"{bestand}-{naam}.png", full_page=True)

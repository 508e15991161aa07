"""What is on a screen: to compare, and as a picture to look at."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page, ViewportSize

from shared.profiel import laad
from shared.web.toegang import ACTIES
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
_CODE = re.compile(r"<(code|script)\b.*?</\1>", re.DOTALL)
_OPMAAK = re.compile(r"<[^>]*>")
_WOORD = re.compile(r"(?<![\w/.@-])[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*(?![\w@-])")
_STREEPJE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_VREEMD = re.compile(r"(?<!naar )\b(?:KG|LV|TB)-(?:(?<=KG-)|(?<=LV-)|(?=[A-Z][a-z]))[\w.-]+")
_DUBBEL = re.compile(r"\S*(?:(?<!\.)\.\s?\.(?![.\w/])|[?!]\.)")
"""Two ends of one sentence: a macro that ends it, in a page that ends it again."""
_KOP = re.compile(r"<h([1-6])\b")


def elementen(html: str, *, alles: bool) -> frozenset[str]:
    """Return what a page is made of: each element with its attributes; `alles`: with the menu."""
    deel = html if alles else html[html.index("<main") : html.index("</main>")]
    return frozenset(_ELEMENT.findall(_MOMENT.sub("", deel)))


def kopsprongen(html: str) -> list[tuple[int, int]]:
    """Return where a heading is more than one level below the one before it: that shows without a browser."""
    niveaus = [int(niveau) for niveau in _KOP.findall(html)]
    return [(boven, onder) for boven, onder in pairwise(niveaus) if onder > boven + 1]


def codes(html: str) -> set[str]:
    """Return the codes that a page shows to people: of the profile, of places and of actions; `<code>` is for who asks.

    A code of one word is mostly that word; one with a hyphen, a location and an action are never said that way.
    """
    tekst = _OPMAAK.sub(" ", _CODE.sub(" ", html))
    return {woord for woord in _WOORD.findall(tekst) if woord in _bekend()}


def vreemde_regels(html: str) -> set[str]:
    """Return the rules of another municipality that a page shows as if they were of this one (Zoetermeer).

    "naar KG-2.3b (Koggenland)" says whose it is; the explanation of the letters stands in `<dl>` of `/hulp`, bare.
    """
    tekst = _OPMAAK.sub("", _CODE.sub(" ", html))
    return {gevonden[0] for gevonden in _VREEMD.finditer(tekst)}


def dubbele_punten(html: str) -> list[str]:
    """Return the sentences that end twice."""
    return _DUBBEL.findall(_OPMAAK.sub("", _CODE.sub(" ", html)))


@cache
def _bekend() -> frozenset[str]:
    profiel = laad("zoetermeer")
    eigen = {een for een in _teksten(profiel.model_dump(mode="json")) if _STREEPJE.fullmatch(een)}
    plekken = {profiel.gemeente.code, *(plek.code for plek in profiel.locaties)}
    return frozenset(eigen | plekken | {actie for actie in ACTIES if "." in actie})


def _teksten(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, dict):
        waarde = [*waarde.keys(), *waarde.values()]
    if isinstance(waarde, list):
        for deel in waarde:
            yield from _teksten(deel)
    elif isinstance(waarde, str):
        yield waarde


def bewaar(page: Page, bestand: Path) -> None:
    """Keep the page as it looks on a telephone and on a desk, and in the dark."""
    for naam, maat, thema in BEELDEN:
        page.emulate_media(color_scheme=thema)
        page.set_viewport_size(maat)
        page.screenshot(path=f"{bestand}-{naam}.png", full_page=True, animations="disabled")

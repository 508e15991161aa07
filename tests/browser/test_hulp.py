"""The pictures of the guides: made from these pages, and out of date as soon as a page shows something else."""

import base64
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from shared.web.handleidingen import HANDLEIDINGEN
from shared.web.static_files import FOLDER
from tests.browser.conftest import Bezoek
from tests.browser.huis import PUBLIEK, Huis
from tests.browser.staat import NIEUW

VORMEN = Path(__file__).parent / "platen"
PLATEN = {
    "melden": (PUBLIEK, "/melden"),
    "bevestigen": (PUBLIEK, "{bevestiglink}"),
    "lvos": ("oov", "/overleg/{lvos}"),
    "melding": ("meldpunt", "/meldingen/{melding}"),
    "maatregel": ("burgemeester", f"{NIEUW}gebiedsverbod-kort"),
    "raad": ("raad", "/raadsverslag"),
    "beheer": ("beheer", "/beheer"),
}
MAAT = ViewportSize(width=800, height=600)
LANGSTE = 60_000
"""Bytes of a picture: a guide must open quickly on a telephone."""
OPBOUW = """() => [...document.querySelectorAll('main :is(h1, h2, h3, label, legend, button, th[scope=col], dt)')]
    .map(deel => `${deel.tagName.toLowerCase()}: ${deel.innerText.trim()}`)"""
_DAG = "(?:maan|dins|woens|donder|vrij|zater|zon)dag"
_WISSELT = re.compile(rf"\b[0-9KMRUWX]{{4}}-[0-9KMRUWX]{{4}}\b|\d+|{_DAG}|(?:eerste|tweede|derde|vierde) kwartaal")


@pytest.fixture(scope="module")
def huis(onbereisd: Huis) -> Huis:
    """What the pictures show must not have been closed or solved by a journey."""
    return onbereisd


def opbouw(page: Page) -> str:
    """What a page shows, without what differs from day to day: each kind of line once."""
    regels = [_WISSELT.sub("…", regel.replace("\n", " ")) for regel in page.evaluate(OPBOUW)]
    return "\n".join(dict.fromkeys(regels)) + "\n"


@pytest.mark.parametrize("naam", PLATEN)
def test_a_picture_shows_the_page_as_it_is(naam: str, huis: Huis, bezoek: Bezoek) -> None:
    """The headings, questions and buttons beside the picture are those of today; else `make hulp` makes it again."""
    rol, pad = PLATEN[naam]
    page = bezoek.als(huis, rol)
    page.goto(pad.format(**huis.weet))
    nu = opbouw(page)
    vorm, beeld = VORMEN / f"{naam}.txt", FOLDER / f"hulp-{naam}.webp"
    if "HULP" in os.environ:
        vorm.parent.mkdir(exist_ok=True)
        vorm.write_text(nu)
        beeld.write_bytes(_beeld(page))
    assert vorm.read_text() == nu, f"de pagina achter de plaat '{naam}' is veranderd: geef make hulp"
    assert 0 < beeld.stat().st_size < LANGSTE


def _beeld(page: Page) -> bytes:
    """What the page is about, below its menu, as small as it stays readable."""
    was = page.viewport_size
    page.set_viewport_size(MAAT)
    page.locator("main").evaluate("deel => scrollTo(0, deel.getBoundingClientRect().top + scrollY)")
    cdp = page.context.new_cdp_session(page)
    antwoord = cdp.send("Page.captureScreenshot", {"format": "webp", "quality": 70})
    cdp.detach()
    if was:
        page.set_viewport_size(was)
    return base64.b64decode(antwoord["data"])


def test_every_picture_is_in_a_guide() -> None:
    """None is made for nothing, and none is missing."""
    assert {een.plaat for een in HANDLEIDINGEN if een.plaat} == set(PLATEN)
    assert {pad.name for pad in FOLDER.glob("hulp-*.webp")} == {f"hulp-{naam}.webp" for naam in PLATEN}

"""A filled and an empty installation, one browser, and a signed-in visitor per role."""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.huis import PUBLIEK, Huis
from tests.browser.invulling import vul
from tests.browser.keuring import BREED
from tests.programma import REPO

VLAGGEN = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def _start(folder: Path, *, gevuld: bool) -> Huis:
    folder.mkdir()
    huis = Huis(folder)
    huis.start()
    if gevuld:
        vul(huis)
    return huis


@pytest.fixture(scope="package")
def huizen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Huis, Huis]]:
    folder = tmp_path_factory.mktemp("browser")
    with ThreadPoolExecutor() as tegelijk:
        vol, leeg = (tegelijk.submit(_start, folder / naam, gevuld=naam == "vol") for naam in ("vol", "leeg"))
        yield vol.result(), leeg.result()
        list(tegelijk.map(Huis.stop, [vol.result(), leeg.result()]))


@pytest.fixture(scope="package")
def huis(huizen: tuple[Huis, Huis]) -> Huis:
    """The filled installation."""
    return huizen[0]


@pytest.fixture(scope="package")
def leeg_huis(huizen: tuple[Huis, Huis]) -> Huis:
    """The installation in which nothing happened yet."""
    return huizen[1]


# The browser holds an event loop in this thread: it must be gone before another folder's asynchronous tests run.
@pytest.fixture(scope="package")
def browser(huizen: tuple[Huis, Huis]) -> Iterator[Browser]:
    chromium = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(VLAGGEN))
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def als(browser: Browser) -> Iterator[Callable[[Huis, str], Page]]:
    """Give the tab on an installation, with the session of somebody with a role: one tab for all saves much time."""
    tabs: dict[str, Page] = {}
    sessies: dict[tuple[str, str], Any] = {}

    def als(huis: Huis, rol: str) -> Page:
        page = tabs.setdefault(huis.url, tabs.get(huis.url) or nieuw(browser, huis).new_page())
        page.context.clear_cookies()
        if (sessie := sessies.get((huis.url, rol))) is None:
            meld_aan(page, huis, rol)
            sessies[huis.url, rol] = page.context.cookies()
        else:
            page.context.add_cookies(sessie)
        return page

    yield als
    for page in tabs.values():
        page.context.close()


def nieuw(browser: Browser, huis: Huis, **opties: Any) -> BrowserContext:
    """Open a browser that knows nothing yet."""
    gegeven: dict[str, Any] = {"base_url": huis.url, "viewport": BREED, "locale": "nl-NL", **opties}
    context = browser.new_context(**gegeven)
    context.set_default_timeout(20_000)
    return context


def meld_aan(page: Page, huis: Huis, rol: str) -> Page:
    """Sign in with a link that works once, and press the button; the public has nothing to sign in with."""
    if rol != PUBLIEK:
        page.goto(huis.link(rol))
        page.get_by_role("button", name="Meld mij aan").click()
    return page


@pytest.fixture(scope="session")
def schermen() -> Path | None:
    """Where the pictures go that `make schermen` asks for, to be looked at; they take as long as the examination."""
    if "SCHERMEN" not in os.environ:
        return None
    folder = REPO / "uitvoer" / "schermen"
    folder.mkdir(parents=True, exist_ok=True)
    return folder

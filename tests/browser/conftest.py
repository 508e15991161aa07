"""A filled and an empty installation, one browser, and a signed-in visitor per role."""

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.huis import PUBLIEK, Huis
from tests.browser.invulling import vul
from tests.browser.keuring import BREED, MERKEN
from tests.programma import REPO

Open = Callable[..., Page]
"""Opens a tab as a role, with what the browser is to be."""
REIZEN = REPO / "uitvoer" / "reizen"
VLAGGEN = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# The first has no windows: a page costs a third less there.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


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


@pytest.fixture(scope="module")
def onbereisd(huizen: tuple[Huis, Huis], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    """The filled installation as it was filled: a new one where journeys changed it, whatever ran before."""
    if not huizen[0].bereisd:
        yield huizen[0]
        return
    with ThreadPoolExecutor() as ernaast:  # filling it runs a loop of its own, as the browser does in this thread
        vers = ernaast.submit(_start, tmp_path_factory.mktemp("browser") / "vol", gevuld=True).result()
    yield vers
    vers.stop()


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


class Bezoek:
    """A visitor per role on each installation: sessions are kept, and one tab an installation serves everybody."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._tabs: dict[str, Page] = {}
        self._sessies: dict[tuple[str, str], list[Any]] = {}
        self._client = httpx.Client(timeout=20, headers={"Accept-Language": "nl-NL"})

    def als(self, huis: Huis, rol: str) -> Page:
        """Give the tab, with the session of somebody with a role."""
        page = self.tab(huis)
        sessie = self._sessie(huis, rol)
        page.context.clear_cookies()
        page.context.add_cookies(sessie)
        return page

    def haal(self, huis: Huis, rol: str, pad: str) -> httpx.Response:
        """Fetch a page as somebody with a role, without the browser: ten times as fast."""
        sessie = {cookie["name"]: cookie["value"] for cookie in self._sessie(huis, rol)}
        self._client.cookies = httpx.Cookies(sessie)
        return self._client.get(huis.url + pad, follow_redirects=True)

    def sluit(self) -> None:
        """Close every tab."""
        self._client.close()
        for page in self._tabs.values():
            page.context.close()

    def tab(self, huis: Huis) -> Page:
        """Give the tab as it is."""
        if huis.url not in self._tabs:
            self._tabs[huis.url] = nieuw(self._browser, huis, keuring=True).new_page()
        return self._tabs[huis.url]

    def _sessie(self, huis: Huis, rol: str) -> list[Any]:
        if (huis.url, rol) not in self._sessies:
            page = self.tab(huis)
            page.context.clear_cookies()
            meld_aan(page, huis, rol)
            self._sessies[huis.url, rol] = list(page.context.cookies())
        return self._sessies[huis.url, rol]


@pytest.fixture(scope="package")
def bezoek(browser: Browser) -> Iterator[Bezoek]:
    bezoek = Bezoek(browser)
    yield bezoek
    bezoek.sluit()


def nieuw(browser: Browser, huis: Huis | None = None, *, keuring: bool = False, **opties: Any) -> BrowserContext:
    """Open a browser that knows nothing yet; `keuring`: its pages will be examined."""
    gegeven: dict[str, Any] = {"base_url": huis.url if huis else None, "viewport": BREED, "locale": "nl-NL", **opties}
    context = browser.new_context(**gegeven)
    if keuring:
        context.add_init_script(AXE_SCRIPT)  # the browser keeps it compiled, which it does not when it comes in later
        context.add_init_script(MERKEN)
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


@pytest.fixture
def tab(browser: Browser, huis: Huis, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Give a fresh browser with one tab, signed in as a role; the last page of each is kept as a picture."""
    contexten: list[BrowserContext] = []
    huis.bereisd = True

    def tab(rol: str = PUBLIEK, **opties: object) -> Page:
        contexten.append(nieuw(browser, huis, **opties))
        return meld_aan(contexten[-1].new_page(), huis, rol)

    yield tab
    REIZEN.mkdir(parents=True, exist_ok=True)
    for nummer, context in enumerate(contexten):
        context.pages[0].screenshot(path=REIZEN / f"{request.node.name}-{nummer}.png", full_page=True)
        context.close()

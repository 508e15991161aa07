"""A start that takes long, because views are built again: whoever comes meanwhile is not left waiting for nothing."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page, expect

from services.rapportage.main import open_boek
from services.rapportage.store.herbouw import NAAM, context
from shared.ledger import Ledger
from tests.browser.conftest import nieuw
from tests.browser.keuring import Fouten, keur
from tests.cli.draaiend import draaiende_keten
from tests.wachten import wacht_tot

GEDULD, DAAR = "Nog even geduld", "Wie belt u waarvoor?"


def vrije_poort() -> int:
    """A port that nobody uses now."""
    with socket.socket() as even:
        even.bind(("127.0.0.1", 0))
        poort: int = even.getsockname()[1]
        return poort


@contextmanager
def bezig(folder: Path) -> Iterator[tuple[str, Ledger]]:
    """Start with views of another version, and hold what building them needs, until the ledger is closed."""
    gegevens, adres = folder / "gegevens", f"http://127.0.0.1:{vrije_poort()}"
    gegevens.mkdir()
    boek = open_boek(str(gegevens))
    try:
        boek.run_sync(lambda tx: tx.execute("UPDATE vormen SET vorm = 'anders' WHERE naam = ?", (NAAM,)), context())
        assert boek.claim(NAAM)
        with draaiende_keten(folder, "--poort", adres.rpartition(":")[2]):
            wacht_tot(lambda: antwoordt(adres), 30, op="the page that asks for patience")
            yield adres, boek
    finally:
        boek.close()


def antwoordt(adres: str) -> bool:
    """Say whether anybody answers there."""
    try:
        return httpx.get(f"{adres}/gezond").status_code == 200
    except httpx.TransportError:
        return False


def ga(page: Page, adres: str) -> None:
    """Open a page that is not there yet."""
    antwoord = page.goto(f"{adres}/meldkaart")
    assert antwoord is not None
    assert (antwoord.status, antwoord.headers["retry-after"]) == (503, "5")
    expect(page.get_by_role("heading", level=1)).to_have_text(GEDULD)


def test_who_comes_during_a_long_start_sees_that_it_is_busy_and_then_the_page(browser: Browser, tmp_path: Path) -> None:
    """Readable for everyone; nothing to press; and what was asked for comes by itself, also without a script."""
    with bezig(tmp_path) as (adres, boek):
        page, kaal = nieuw(browser, keuring=True).new_page(), nieuw(browser, java_script_enabled=False).new_page()
        with Fouten().gehoord(page) as fouten:
            ga(page, adres)
            expect(page.get_by_role("progressbar", name="Overzichten maken")).to_be_visible()
            assert not keur(page)
            ga(kaal, adres)
            boek.close()
            for tab in (page, kaal):
                expect(tab.get_by_role("heading", level=1)).to_have_text(DAAR, timeout=40_000)
        assert all(fout.startswith("503") for fout in fouten.gezien)
        for tab in (page, kaal):
            tab.context.close()

"""What is served while services are being opened: to people, to programs, and to a monitor."""

from functools import partial
from pathlib import Path

import pytest

from shared.settings import Settings
from shared.voortgang import Stand
from shared.web.edge import Edge
from shared.web.toegang import open_toegang
from shared.web.wachtkamer import wachtkamer
from tests.toegang.asgi import Antwoord, vraag
from tests.web import nu

STAND = Stand(12_345, 100_000, 60.0)


@pytest.fixture
def kamer(tmp_path: Path) -> Edge:
    toegang = open_toegang(str(tmp_path), nu)
    make = partial(wachtkamer, toegang=toegang, instellingen=Settings(), naam="Zoetermeer", huisstijl=None)
    return make(lambda: STAND)


async def vraagt(kamer: Edge, methode: str, pad: str) -> Antwoord:
    """Ask; whoever says no says when to come again."""
    antwoord = await vraag(kamer, methode, pad)
    assert antwoord.status == 200 or antwoord.headers["retry-after"] == "5"
    return antwoord


async def test_a_page_says_how_far_it_is_and_looks_again_by_itself(kamer: Edge) -> None:
    """In words, in a bar, and with a number to call; with a script or without."""
    antwoord = await vraagt(kamer, "GET", "/melden")
    assert antwoord.status == 503
    for stuk in ('value="12"', "12 procent is klaar.", "nog ongeveer 7 minuten", 'href="tel:112"', "voortgang.js"):
        assert stuk in antwoord.tekst, stuk
    assert '<noscript><meta http-equiv="refresh" content="10"></noscript>' in antwoord.tekst


async def test_who_sent_something_hears_that_it_was_not_received(kamer: Edge) -> None:
    """The page does not fetch itself again: what was filled in would be gone."""
    antwoord = await vraagt(kamer, "POST", "/melden/versturen")
    assert antwoord.status == 503
    assert "Wat u net verstuurde, is niet ontvangen." in antwoord.tekst
    assert "refresh" not in antwoord.tekst
    assert "voortgang.js" not in antwoord.tekst


async def test_a_program_gets_a_problem_and_a_monitor_the_truth(kamer: Edge) -> None:
    """It is alive and not ready: nobody should end it, and nobody should send it work."""
    antwoord = await vraagt(kamer, "POST", "/intake/v1/meldingen")
    assert (antwoord.status, antwoord.headers["content-type"]) == (503, "application/problem+json")
    assert "niet bewaard" in antwoord.json()["detail"]
    assert (await vraagt(kamer, "GET", "/gezond")).json() == {"status": "gezond"}
    gereed = await vraagt(kamer, "GET", "/gereed")
    assert gereed.status == 503
    assert gereed.json()["nietGereed"] == {"meldketen": "overzichten worden opnieuw gemaakt: 12345 van 100000"}


async def test_it_looks_like_the_rest_of_the_site(kamer: Edge) -> None:
    """Its style comes along, and what every answer carries."""
    assert (await vraagt(kamer, "GET", "/static/huisstijl.css")).status == 200
    assert "content-security-policy" in (await vraagt(kamer, "GET", "/")).headers

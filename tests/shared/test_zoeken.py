"""One box for staff: what is looked for, and what the page says when there is nothing."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from shared.profiel.schema import Rol
from shared.web import Toegang, Wie
from shared.zoeken import Vondst, Zoekvraag, lees_zoekvraag
from tests.web import bezoeker, csrf_uit, met_sessie, proefsite

NUMMER = "0192f0c0-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    ("getypt", "woorden"),
    [
        (" Fiets  WEG fiets ", ("fiets", "weg")),
        ("100% weg_", ("100", "weg")),
        ("ab", None),
        ("%%%", None),
        ("a" * 81, None),
        ("", None),
    ],
)
def test_wat_getypt_is_wordt_woorden(getypt: str, woorden: tuple[str, ...] | None) -> None:
    """Small letters, each word once; signs that a database reads as a pattern are no part of it."""
    vraag = lees_zoekvraag(getypt)
    assert (vraag.woorden if vraag else None) == woorden


@pytest.mark.parametrize(
    ("getypt", "is_nummer"), [(NUMMER, True), (NUMMER[:8], True), (NUMMER[:13], True), ("fiets", False), ("abc", False)]
)
def test_een_nummer_wordt_herkend(getypt: str, is_nummer: bool) -> None:
    """The beginning of an id, from six signs on; a word is no number."""
    vraag = lees_zoekvraag(getypt)
    assert vraag is not None
    assert (vraag.nummer is not None) is is_nummer


async def vindt(lezer: Wie, vraag: Zoekvraag, nu: datetime) -> Sequence[Vondst]:
    """Finds one thing for oov."""
    return (
        [Vondst("Melding", "<b>Fiets</b>", "/meldingen/1")] if lezer.rol is Rol.OOV and "fiets" in vraag.woorden else ()
    )


async def breekt(lezer: Wie, vraag: Zoekvraag, nu: datetime) -> Sequence[Vondst]:
    """A service whose store is away."""
    raise OSError


async def test_de_pagina(toegang: Toegang) -> None:
    """Found with a link and escaped; too short is named; nothing found says so; a broken part is named."""
    app = proefsite(toegang, zoekers={"Meldingen": vindt, "Overleg": breekt})
    client = await met_sessie(app, toegang, Rol.OOV)
    csrf = csrf_uit((await client.get("/zoeken")).text)

    async def zoek(zoekterm: str) -> tuple[int, str]:
        antwoord = await client.post("/zoeken", data={"csrf": csrf, "zoekterm": zoekterm})
        assert "zoekterm" not in str(antwoord.url), "what is looked for stands in no address"
        return antwoord.status_code, antwoord.text

    status, html = await zoek("fiets")
    assert (status, 'href="/meldingen/1"' in html, "&lt;b&gt;Fiets" in html) == (200, True, True)
    assert "Overleg is nu niet te doorzoeken" in html
    status, html = await zoek("step")
    assert (status, "Niets gevonden" in html) == (200, True)
    status, html = await zoek("a")
    assert (status, "minstens 3 tekens" in html) == (400, True)
    status, html = await zoek("4K7M-20RX")
    assert (status, "Geen melding of escalatie die u mag zien, heeft dit nummer" in html) == (200, True)
    assert (await bezoeker(app).get("/zoeken")).status_code == 401


CODE = "4T8QZ-7YH3K-M2N5P-9RWXA"


@pytest.mark.parametrize("getypt", [CODE, CODE.lower(), CODE.replace("-", " "), CODE.replace("-", "")])
async def test_een_volgcode_hoort_bij_volgen(toegang: Toegang, getypt: str) -> None:
    """It says so, asks no service and shows the code nowhere."""
    gevraagd: list[Zoekvraag] = []

    async def onthoudt(lezer: Wie, vraag: Zoekvraag, nu: datetime) -> Sequence[Vondst]:
        gevraagd.append(vraag)
        return ()

    client = await met_sessie(proefsite(toegang, zoekers={"Meldingen": onthoudt}), toegang, Rol.OOV)
    csrf = csrf_uit((await client.get("/zoeken")).text)
    antwoord = await client.post("/zoeken", data={"csrf": csrf, "zoekterm": getypt})
    assert "lijkt een volgcode" in antwoord.text
    assert 'href="/volgen"' in antwoord.text
    assert getypt not in antwoord.text
    assert gevraagd == []


@pytest.mark.parametrize(
    ("woord", "tekst", "staat"),
    [
        ("scholen", "bij de School", True),
        ("school", "twee scholen", True),
        ("brief", "alle brieven", True),
        ("gooit", "er is gegooid", True),
        ("fietsen", "een bromfiets", False),
        ("fiets", "een bromfiets", True),
        ("messen", "zomers", False),
        ("c++", "in c++ staat", True),
    ],
)
def test_een_woord_in_een_andere_vorm(woord: str, tekst: str, staat: bool) -> None:
    """By its stem, and what is short at the beginning of a word alone."""
    assert Zoekvraag((woord,)).staat_in(tekst) is staat

"""Errors: problem+json for machines, Dutch reasons per field, never the value."""

from typing import Any

import pytest
from starlette.types import ASGIApp

from shared.profiel.schema import Rol
from shared.web import Toegang
from tests.shared import deuren
from tests.web import bezoeker, met_sleutel, proefsite


@pytest.fixture
def app(toegang: Toegang) -> ASGIApp:
    """A site with every kind of door."""
    return proefsite(toegang, apis={"intake": deuren.api()}, paginas=[deuren.paginas()])


@pytest.mark.parametrize(
    ("soort", "status"), [("domein", 409), ("weg", 404), ("invoer", 400), ("vol", 503), ("opslag", 503)]
)
async def test_een_weigering_is_een_probleem(app: ASGIApp, soort: str, status: int) -> None:
    """Every refusal of the domain and of the store has its status and the shape of the standard."""
    antwoord = await bezoeker(app).get(f"/intake/v1/fouten/{soort}")
    probleem = antwoord.json()
    assert antwoord.status_code == probleem["status"] == status
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert probleem["traceId"] == antwoord.headers["x-trace-id"]
    assert probleem["title"]
    assert probleem["detail"]


async def test_de_weigering_noemt_de_regel(app: ASGIApp) -> None:
    """A refusal names the line of the document behind it (promise 8)."""
    probleem = (await bezoeker(app).get("/intake/v1/fouten/domein")).json()
    assert probleem["regel"] == "TB-3.2"
    assert probleem["detail"] == "Dit overleg is al gesloten."


@pytest.mark.parametrize("soort", ["vol", "opslag"])
async def test_even_niet_zegt_wanneer_wel(app: ASGIApp, soort: str) -> None:
    """A 503 says when to come back."""
    antwoord = await bezoeker(app).get(f"/intake/v1/fouten/{soort}")
    assert int(antwoord.headers["retry-after"]) > 0


@pytest.mark.parametrize("pad", ["/intake/v1/fouten/onverwacht", "/stuk/onverwacht"])
async def test_een_onverwachte_fout_verklapt_niets(app: ASGIApp, capsys: pytest.CaptureFixture[str], pad: str) -> None:
    """A bug answers with a number; the log has the frames, and neither has the words of the error."""
    antwoord = await bezoeker(app).get(pad)
    gelogd = "".join(capsys.readouterr())
    assert antwoord.status_code == 500
    assert antwoord.headers["x-trace-id"] in antwoord.text
    assert "deuren.py" in gelogd
    assert "RuntimeError" in gelogd
    assert antwoord.headers["x-trace-id"] in gelogd
    assert "0612345678" not in gelogd + antwoord.text


@pytest.mark.parametrize(
    ("veld", "waarde", "reden"),
    [
        ("opTijd", "2026-11-22T01:00:00", "tijdzone ontbreekt"),
        ("opTijd", "gisteren", "geen geldig tijdstip"),
        ("dag", "22-11-2026", "geen geldige datum"),
        ("kleur", "paars", "kies uit: rood, blauw"),
        ("soort", "c", "kies uit: a, b"),
        ("kort", "abcdefgh", "hoogstens 5 tekens"),
        ("kort", "AB", "bevat tekens die hier niet mogen"),
        ("getal", 9, "hoogstens 4"),
        ("getal", 0, "minstens 1"),
        ("getal", "drie", "geheel getal verwacht"),
        ("los", 10, "tien mag niet"),
        ("aan", "misschien", "true of false verwacht"),
        ("nummer", "123", "geen geldig nummer"),
        ("lijst", [1, 2, 3], "hoogstens 2 onderdelen"),
        ("lijst", "x", "een lijst verwacht"),
        ("nationaliteit", "x", "onbekend veld"),
    ],
)
async def test_elk_veld_krijgt_een_nederlandse_reden(app: ASGIApp, veld: str, waarde: object, reden: str) -> None:
    """Bad input is 400, with the field as the sender wrote it and what is expected."""
    antwoord = await bezoeker(app).post("/intake/v1/dingen", json={"verplicht": "x", veld: waarde})
    (fout,) = antwoord.json()["fouten"]
    assert antwoord.status_code == 400
    assert fout["veld"] == veld
    assert reden in fout["reden"]


async def test_een_half_teken_is_geen_tekst(app: ASGIApp) -> None:
    """A lone surrogate is legal JSON and no text: it must not reach a store."""
    kop = {"Content-Type": "application/json"}
    antwoord = await bezoeker(app).post("/intake/v1/dingen", content=b'{"verplicht": "\\ud800"}', headers=kop)
    assert antwoord.status_code == 400
    assert "geen geldige tekst" in antwoord.json()["detail"]


@pytest.mark.parametrize(
    ("inhoud", "status"),
    [
        (rb'{"verplicht": "voor\u0000na"}', 400),
        (rb'{"verplicht": "een schuine streep \\\u0000"}', 400),
        (rb'{"verplicht": "zo heet het: \\u0000"}', 409),
        (rb'{"verplicht": "u0000"}', 409),
    ],
)
async def test_een_nulteken_is_geen_tekst(app: ASGIApp, toegang: Toegang, inhoud: bytes, status: int) -> None:
    """PostgreSQL stores none: it is refused before anything is done, and what only looks like it is not."""
    kop = {"Content-Type": "application/json"}
    client = met_sleutel(app, toegang, Rol.OOV)
    antwoord = await client.post("/intake/v1/dingen/_sluit", content=inhoud, headers=kop)
    assert antwoord.status_code == status
    if status == 400:
        assert "nulteken" in antwoord.json()["fouten"][0]["reden"]
    assert (await bezoeker(app).post("/intake/v1/dingen", content=inhoud, headers=kop)).status_code == 201


async def test_een_veld_binnenin_heeft_zijn_pad(app: ASGIApp) -> None:
    """Where a fault is inside an object or a list, the path says so."""
    invoer: dict[str, Any] = {"contact": {"telefoon": "x"}, "lijst": [1, "x"]}
    fouten = (await bezoeker(app).post("/intake/v1/dingen", json=invoer)).json()["fouten"]
    assert {fout["veld"]: fout["reden"] for fout in fouten} == {
        "contact.telefoon": "onbekend veld",
        "lijst.1": "geheel getal verwacht",
        "verplicht": "verplicht",
    }


async def test_de_waarde_komt_niet_terug(app: ASGIApp) -> None:
    """What somebody typed is never repeated in an error."""
    invoer = {"kleur": "Jan Jansen", "opTijd": "0612345678", "kort": "GEHEIMWOORD", "los": "bsn 123456782"}
    tekst = (await bezoeker(app).post("/intake/v1/dingen", json=invoer)).text
    assert not [stuk for stuk in ("Jan", "0612345678", "GEHEIM", "123456782") if stuk in tekst]


@pytest.mark.parametrize(
    "inhoud", [b"{", b"", b"[]", b"null", b"\xff\xfe", b'{"a":', b"[" * 30000, b"NaN", b"9" * 9999]
)
async def test_wat_geen_json_is_wordt_geweigerd(app: ASGIApp, inhoud: bytes) -> None:
    """A malformed body is 400 in the form of a problem, never a crash."""
    kop = {"Content-Type": "application/json"}
    antwoord = await bezoeker(app).post("/intake/v1/dingen", content=inhoud, headers=kop)
    assert antwoord.status_code == 400
    assert antwoord.json()["status"] == 400


async def test_alleen_json_wordt_gelezen(app: ASGIApp) -> None:
    """A form cannot pass for JSON: no other site can post here with a browser's help."""
    kop = {"Content-Type": "text/plain"}
    antwoord = await bezoeker(app).post("/intake/v1/dingen", content=b'{"verplicht": "x"}', headers=kop)
    assert antwoord.status_code == 415


async def test_een_fout_in_de_vraag_is_ook_400(app: ASGIApp, toegang: Toegang) -> None:
    """A query parameter is checked like a field, under its own name."""
    antwoord = await met_sleutel(app, toegang, Rol.OOV).get("/intake/v1/dingen?perPagina=0")
    assert antwoord.status_code == 400
    assert antwoord.json()["fouten"] == [{"veld": "perPagina", "reden": "minstens 1"}]


@pytest.mark.parametrize(("pad", "status"), [("/nergens", 404), ("/stuk/domein", 409), ("/stuk/vol", 503)])
async def test_een_pagina_zegt_het_in_gewone_taal(app: ASGIApp, pad: str, status: int) -> None:
    """On a page an error is a page: Dutch, with a way on."""
    antwoord = await bezoeker(app).get(pad)
    assert antwoord.status_code == status
    assert antwoord.headers["content-type"].startswith("text/html")
    assert 'lang="nl"' in antwoord.text
    assert 'href="/"' in antwoord.text


async def test_405_noemt_wat_wel_kan(app: ASGIApp) -> None:
    """A wrong method is told, in the form of a problem, with what is allowed."""
    antwoord = await bezoeker(app).delete("/intake/v1/dingen")
    assert antwoord.json()["status"] == 405
    assert antwoord.headers["allow"]

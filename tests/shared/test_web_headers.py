"""What every answer carries, errors too."""

import pytest
from starlette.types import ASGIApp, Message

from shared.web import Toegang
from tests.shared import deuren
from tests.web import bezoeker, proefsite

TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
WEGEN = [
    ("GET", "/intake/v1/dingen", 401),
    ("POST", "/intake/v1/dingen", 400),
    ("GET", "/intake/v1/fouten/domein", 409),
    ("GET", "/intake/v1/fouten/onverwacht", 500),
    ("GET", "/intake/v1/fouten/vol", 503),
    ("GET", "/intake/v1/niets", 404),
    ("DELETE", "/intake/v1/dingen", 405),
    ("GET", "/intake/v1/openapi.json", 200),
    ("HEAD", "/hulp", 200),
    ("GET", "/", 200),
    ("GET", "/meldingen", 401),
    ("GET", "/stuk/onverwacht", 500),
    ("GET", "/gezond", 200),
    ("GET", "/gereed", 200),
    ("GET", "/metrics", 200),
    ("GET", "/static/nergens.css", 404),
]


@pytest.fixture
def app(toegang: Toegang) -> ASGIApp:
    """A site with every kind of door."""
    return proefsite(toegang, apis={"intake": deuren.api()}, paginas=[deuren.paginas()])


@pytest.mark.parametrize(("methode", "pad", "status"), WEGEN)
async def test_elk_antwoord_draagt_de_beveiliging(app: ASGIApp, methode: str, pad: str, status: int) -> None:
    """Every answer, also an error, carries the security headers and the trace."""
    antwoord = await bezoeker(app).request(methode, pad)
    assert antwoord.status_code == status
    headers = antwoord.headers
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert len(headers["x-trace-id"]) == 32
    assert headers["cache-control"] == "no-store"
    assert headers.get("api-version") == ("1.0.0" if pad.startswith("/intake/v1") else None)


async def test_een_meegestuurd_spoor_gaat_verder(app: ASGIApp) -> None:
    """A traceparent that comes in names the trace of the answer and of what is recorded."""
    antwoord = await bezoeker(app, traceparent=TRACEPARENT).post("/intake/v1/dingen", json={"verplicht": "x"})
    spoor = TRACEPARENT.split("-")[1]
    assert antwoord.json()["spoor"] == antwoord.headers["x-trace-id"] == spoor
    assert antwoord.headers["traceparent"].split("-")[1] == spoor
    assert antwoord.headers["traceparent"] != TRACEPARENT


@pytest.mark.parametrize("onzin", ["00-" + "0" * 32 + "-00f067aa0ba902b7-01", "x", "ff" + TRACEPARENT[2:], "'; DROP"])
async def test_een_ongeldig_spoor_begint_opnieuw(app: ASGIApp, onzin: str) -> None:
    """What is no traceparent is not taken over."""
    antwoord = await bezoeker(app, traceparent=onzin).get("/gezond")
    assert len(antwoord.headers["x-trace-id"]) == 32
    assert antwoord.headers["x-trace-id"] not in onzin


@pytest.mark.parametrize("host", ["kwaad.example", "127.0.0.1.kwaad.example", "", "localhost.kwaad.example:8080"])
async def test_een_vreemde_naam_wordt_geweigerd(app: ASGIApp, host: str) -> None:
    """A name that is not ours (DNS rebinding) is refused before anything else."""
    antwoord = await bezoeker(app, host=host).get("/intake/v1/fouten/domein")
    assert antwoord.status_code == 400
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert "adres" in antwoord.json()["detail"]


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "[::1]:8080", "192.168.1.20:8080", "LOCALHOST:1"])
async def test_de_eigen_namen_en_kale_adressen_werken(app: ASGIApp, host: str) -> None:
    """The machine itself and a bare address are never a rebound name."""
    assert (await bezoeker(app, host=host).get("/gezond")).status_code == 200


async def test_een_head_heeft_geen_inhoud(app: ASGIApp) -> None:
    """HEAD answers as GET does, without a byte of the body leaving the site."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "HEAD",
        "path": "/hulp",
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
    }
    await app(scope, receive, send)
    length = dict(sent[0]["headers"])[b"content-length"]
    assert sent[0]["status"] == 200
    assert int(length) == len((await bezoeker(app).get("/hulp")).content)
    assert b"".join(message["body"] for message in sent[1:]) == b""


async def test_geen_omleiding_bij_een_schuine_streep(app: ASGIApp) -> None:
    """A trailing slash is another address: 404, no redirect (API Design Rules)."""
    client = bezoeker(app)
    for pad in ("/intake/v1/dingen/", "/hulp/", "/meldingen/"):
        assert (await client.get(pad)).status_code == 404


async def test_stijl_wordt_bewaard_zolang_het_adres_blijft(app: ASGIApp) -> None:
    """The address changes with the content: at that address it may be kept for ever, at any other it is asked again."""
    client = bezoeker(app)
    pad = (await client.get("/hulp")).text.split('rel="stylesheet" href="')[1].split('"')[0]
    antwoord = await client.get(pad)
    assert "immutable" in antwoord.headers["cache-control"]
    assert antwoord.headers["content-type"].startswith("text/css")
    for ander in (pad.split("?")[0], pad.split("?")[0] + "?v=0"):
        assert (await client.get(ander)).headers["cache-control"] == "no-cache"


async def test_stijl_gaat_klein_over_de_lijn(app: ASGIApp) -> None:
    """Who can unpack gets it packed; who cannot gets it as it is."""
    pad = (await bezoeker(app).get("/hulp")).text.split('rel="stylesheet" href="')[1].split('"')[0]
    klein = await bezoeker(app, **{"accept-encoding": "gzip"}).get(pad)
    heel = await bezoeker(app, **{"accept-encoding": "identity"}).get(pad)
    assert klein.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in heel.headers
    assert int(klein.headers["content-length"]) < len(heel.content) / 3
    assert klein.content == heel.content

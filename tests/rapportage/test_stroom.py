"""The doorbell of the dashboard: it rings when something was taken in, says nothing of anybody, and ends in time."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from starlette.responses import StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from meldketen.webserver import bind, serveer
from services.rapportage.application import op
from shared.facts import Context
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol
from shared.web import stroom as module
from shared.web.stroom import Stroom
from tests.rapportage.deur import Deur
from tests.rapportage.feiten import DINSDAG, Keten, neem
from tests.wachten import wacht_tot_async
from tests.web import nu

STANDEN = ["een", "een", "twee"]


async def altijd() -> bool:
    """Who listens may go on."""
    return True


async def lees(stroom: Stroom) -> AsyncIterator[str]:
    """What a browser gets, message by message."""
    antwoord = stroom.antwoord(altijd)
    assert isinstance(antwoord, StreamingResponse)
    async for deel in antwoord.body_iterator:
        yield str(deel).strip()


async def test_een_bel_klinkt_bij_een_vastgelegd_feit(ledger: Ledger, profielen: Profielen, keten: Keten) -> None:
    """Places of ledgers and nothing else: whoever may see more fetches the page."""
    stroom = op(ledger, profielen).stroom
    berichten = lees(stroom)
    assert (await anext(berichten)).startswith("retry: ")
    assert await anext(berichten) == "data: {}"
    volgende = asyncio.ensure_future(anext(berichten))
    neem(ledger, keten.meld("a", DINSDAG))
    async with asyncio.timeout(5):
        soort, _, stand = (await volgende).partition(" ")
    assert (soort, json.loads(stand)) == ("data:", {"intake": 1})


async def test_wat_niet_verandert_wordt_niet_gezegd() -> None:
    """A comment keeps the line open; the same standing twice is no news."""
    stand = iter(STANDEN)

    async def volgende() -> str:
        return next(stand)

    stroom = Stroom(volgende, rust=0)
    berichten = lees(stroom)
    gehoord = [await anext(berichten), await anext(berichten)]
    for _ in STANDEN[1:]:
        verder = asyncio.ensure_future(anext(berichten))
        await asyncio.sleep(0)
        stroom.luid()
        async with asyncio.timeout(5):  # shorter than the look without a ring
            gehoord.append(await verder)
    assert gehoord[1:] == ["data: een", ":", "data: twee"]


async def test_het_aantal_stromen_is_begrensd_en_een_plek_komt_terug() -> None:
    """One too many is told when to come back; who leaves makes room, also without a word."""

    async def stand() -> str:
        return "x"

    stroom = Stroom(stand, 1)
    eerste = stroom.antwoord(altijd)
    vol = stroom.antwoord(altijd)
    assert (vol.status_code, vol.headers["retry-after"]) == (503, "60")

    async def weg() -> dict[str, str]:
        return {"type": "http.disconnect"}

    async def naar(_: object) -> None:
        return None

    await eerste({"type": "http", "asgi": {"spec_version": "2.3"}}, weg, naar)
    assert len(stroom) == 0
    assert stroom.antwoord(altijd).status_code == 200


async def test_een_stroom_eindigt_vanzelf_zodat_rechten_opnieuw_worden_gevraagd(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its last word is that it ends; the browser then asks for another."""

    async def stand() -> str:
        return "x"

    monkeypatch.setattr(module, "LANGST", 0.0)
    assert [bericht async for bericht in lees(Stroom(stand))][1:] == ["event: einde\ndata:"]


@asynccontextmanager
async def bediend() -> AsyncIterator[tuple[Stroom, str]]:
    """A stream on the product's own server, and its address."""

    async def stand() -> str:
        return "x"

    stroom = Stroom(stand)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await stroom.antwoord(altijd)(scope, receive, send)

    sock = bind("127.0.0.1", 0)
    host, poort = sock.getsockname()[:2]
    async with serveer(app, sock):
        yield stroom, f"http://{host}:{poort}/"


async def test_bij_het_stoppen_eindigt_elke_stroom_heel() -> None:
    """On the product's own server: a reader hears the end, not a broken line, and a new one is refused."""
    async with httpx.AsyncClient(timeout=30) as client:
        async with bediend() as (stroom, adres):
            lezer = asyncio.ensure_future(client.get(adres))
            await wacht_tot_async(lambda: len(stroom) == 1, op="een stroom")
            stroom.stop()
        gehoord = (await lezer).text
    assert gehoord.endswith("event: einde\ndata:\n\n")
    assert stroom.antwoord(altijd).status_code == 503


async def test_wie_weggaat_laat_de_stroom_los() -> None:
    """A closed tab gives its place back."""
    async with bediend() as (stroom, adres), httpx.AsyncClient(timeout=30) as client:
        async with client.stream("GET", adres) as antwoord:
            assert antwoord.headers["content-type"].startswith("text/event-stream")
            await wacht_tot_async(lambda: len(stroom) == 1, op="een stroom")
        await wacht_tot_async(lambda: len(stroom) == 0, op="geen stroom meer")


async def gehoord(app: ASGIApp, client: httpx.AsyncClient) -> AsyncIterator[str]:
    """What a browser with this session hears, while it listens: httpx alone would wait for the end."""
    koppen = {**client.headers, "cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in client.cookies.items())}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "https",
        "path": "/rapportage/stroom",
        "raw_path": b"/rapportage/stroom",
        "query_string": b"",
        "root_path": "",
        "headers": [
            (naam.lower().encode(), waarde.encode()) for naam, waarde in {**koppen, "host": "localhost"}.items()
        ],
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 443),
    }
    delen: asyncio.Queue[Mapping[str, Any]] = asyncio.Queue()
    blijft: asyncio.Future[dict[str, str]] = asyncio.get_running_loop().create_future()
    vragen = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def ontvang() -> Any:
        return next(vragen, None) or await blijft

    bezig = asyncio.ensure_future(app(scope, ontvang, delen.put))
    try:
        assert (await delen.get())["status"] == 200
        while (deel := await delen.get()).get("more_body"):
            yield deel["body"].decode().strip()
    finally:
        bezig.cancel()


async def test_wie_is_afgemeld_hoort_niets_meer(deur: Deur, ledger: Ledger, keten: Keten) -> None:
    """A session that was ended while a screen listened: what happens next is not told, the stream ends."""
    client = await deur.sessie(Rol.OOV)
    berichten = gehoord(deur.app, client)
    async with asyncio.timeout(30):
        assert (await anext(berichten)).startswith("retry: ")
        assert (await anext(berichten)).startswith("data: {")
        [sessie] = deur.toegang.sessies()
        await deur.toegang.meld_overal_af(sessie.account, Context(op=nu(), correlatie="c"))
        neem(ledger, keten.meld("na", DINSDAG))
        assert [bericht async for bericht in berichten] == ["event: einde\ndata:"]
    await client.aclose()


@pytest.mark.parametrize("rol", [Rol.RAAD, Rol.BEHEER])
async def test_wie_het_weekbeeld_niet_mag_zien_hoort_ook_de_bel_niet(deur: Deur, rol: Rol) -> None:
    """The guard stands before the stream too."""
    client = await deur.sessie(rol)
    assert (await client.get("/rapportage/stroom")).status_code == 403
    await client.aclose()

"""How much and how often."""

from collections.abc import AsyncIterator

import pytest
from starlette.types import ASGIApp

from shared.profiel.schema import Rol
from shared.web import Toegang
from shared.web.body import LIMIT
from shared.web.rate import MOST, Limiter
from tests.shared import deuren
from tests.web import bezoeker, met_sleutel, proefsite

JSON = {"Content-Type": "application/json"}
LEES = "/intake/v1/dingen/_lees"


@pytest.fixture
def app(toegang: Toegang) -> ASGIApp:
    """A site that counts."""
    return proefsite(toegang, apis={"intake": deuren.api()}, paginas=[deuren.paginas()], snelheidslimiet=True)


class Stroom:
    """A body that comes in parts without saying its length, and remembers how much was taken."""

    def __init__(self, parts: int) -> None:
        self.parts, self.taken = parts, 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for _ in range(self.parts):
            self.taken += 1
            yield b"x" * 16384


async def test_tien_megabyte_wordt_niet_gelezen(app: ASGIApp) -> None:
    """A body that says it is too large is refused."""
    kop = {"Content-Type": "application/json"}
    antwoord = await bezoeker(app).post("/intake/v1/dingen", content=b"x" * 10_000_000, headers=kop)
    assert antwoord.status_code == antwoord.json()["status"] == 413


async def test_een_stroom_zonder_lengte_stopt_bij_de_grens(app: ASGIApp) -> None:
    """A body that does not say its length is refused while it comes in, not after."""
    stroom = Stroom(640)
    antwoord = await bezoeker(app).post(LEES, content=stroom, headers=JSON)
    assert antwoord.status_code == antwoord.json()["status"] == 413
    assert stroom.taken <= LIMIT // 16384 + 2


@pytest.mark.parametrize("pad", ["/intake/v1/dingen", "/melden"])
async def test_ook_json_en_formulieren_kennen_de_grens(app: ASGIApp, pad: str) -> None:
    """What FastAPI or a form parser reads is bounded the same way."""
    soort = "application/json" if pad.startswith("/intake") else "application/x-www-form-urlencoded"
    antwoord = await bezoeker(app).post(pad, content=Stroom(20), headers={"Content-Type": soort})
    assert antwoord.status_code == 413


async def test_precies_de_grens_mag(app: ASGIApp) -> None:
    """The bound itself is allowed, with and without a length."""
    client = bezoeker(app)
    assert (await client.post(LEES, content=b"x" * LIMIT, headers=JSON)).json() == {"lengte": LIMIT}
    assert (await client.post(LEES, content=Stroom(4), headers=JSON)).json() == {"lengte": LIMIT}
    assert (await client.post(LEES, content=b"x" * (LIMIT + 1), headers=JSON)).status_code == 413


@pytest.mark.parametrize("lengte", ["-1", "1e3", "9" * 40, "x"])
async def test_een_onleesbare_lengte_wordt_geweigerd(app: ASGIApp, lengte: str) -> None:
    """A length that is no number is treated as too large."""
    antwoord = await bezoeker(app).post(LEES, content=b"", headers={"Content-Length": lengte})
    assert antwoord.status_code == 413


async def test_wie_te_vaak_komt_moet_wachten(app: ASGIApp) -> None:
    """The public may do it three times a minute; the fourth hears how long to wait."""
    client = bezoeker(app)
    statussen = [(await client.post("/intake/v1/dingen/_tel")).status_code for _ in range(5)]
    antwoord = await client.post("/intake/v1/dingen/_tel")
    assert statussen == [200, 200, 200, 429, 429]
    assert 0 < int(antwoord.headers["retry-after"]) <= 60
    assert antwoord.json()["status"] == 429


async def test_wie_een_sleutel_heeft_wordt_niet_geteld(app: ASGIApp, toegang: Toegang) -> None:
    """A desk that works through a pile is not held up."""
    client = met_sleutel(app, toegang, Rol.MELDPUNT)
    assert [(await client.post("/intake/v1/dingen/_tel")).status_code for _ in range(6)] == [200] * 6


def test_elk_adres_telt_apart_en_een_huis_als_een() -> None:
    """Addresses are counted apart; of IPv6 a whole /64 is one household."""
    limiter = Limiter()
    assert limiter.wait("a", "10.0.0.1", 1) == 0
    assert limiter.wait("a", "10.0.0.1", 1) > 0
    assert limiter.wait("a", "10.0.0.2", 1) == limiter.wait("b", "10.0.0.1", 1) == 0
    assert limiter.wait("a", "2001:db8::1", 1) == 0
    assert limiter.wait("a", "2001:db8::ffff", 1) > 0


def test_de_teller_groeit_niet_en_kent_geen_adressen() -> None:
    """Memory is bounded, and no address stands in it."""
    limiter = Limiter()
    for number in range(MOST + 500):
        limiter.wait("a", f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}", 1)
    assert len(limiter._seen) == MOST
    assert "10.0" not in repr(limiter._seen)

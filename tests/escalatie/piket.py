"""The rota as a test uses it."""

from datetime import datetime, timedelta
from typing import Any

import httpx
from starlette.types import ASGIApp

from shared.facts import Context
from shared.web import Toegang
from tests.escalatie.gegeven import UUR
from tests.escalatie.opstelling import CORRELATIE, Opstelling
from tests.web import proefsite

PAD = "/escalatie/v1/piketrooster"
WEEK = timedelta(days=7)


def site_van(keten: Opstelling, toegang: Toegang) -> ASGIApp:
    """The site as the product serves it."""
    assert keten.dienst.paginas is not None
    return proefsite(toegang, apis={"escalatie": keten.dienst.api}, paginas=[keten.dienst.paginas])


async def begin(keten: Opstelling) -> None:
    """Start as the product does."""
    assert keten.dienst.aan_het_begin
    await keten.dienst.aan_het_begin(Context(keten.nu, CORRELATIE))


def stuk(dienst: str, van: datetime, uren: float) -> dict[str, str]:
    """A stretch as the API takes it."""
    return {"dienst": dienst, "van": van.isoformat(), "tot": (van + uren * UUR).isoformat()}


async def nu(client: httpx.AsyncClient, **vraag: str) -> dict[str, Any]:
    """The rota as it is now."""
    antwoord = await client.get(PAD, params=vraag)
    assert antwoord.status_code == 200, antwoord.text
    [rooster] = antwoord.json()["roosters"]
    return dict(rooster)

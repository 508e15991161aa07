"""How far a service is, heard by another."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from nats.aio.client import Client
from structlog.testing import capture_logs

from shared.bus.progress import SILENT_SECONDS, Listener, Teller
from tests.wachten import wacht_tot_async


class Paar:
    """One that tells, one that listens, and the time."""

    def __init__(self, nc: Client) -> None:
        self.nu, self.plaatsen = 0.0, {"intake": 3}
        self.teller = Teller(nc, "escalatie", lambda: self.plaatsen)
        self.listener = Listener(nc, lambda: self.nu)


@pytest.fixture
async def paar(nc: Client) -> AsyncIterator[Paar]:
    """Both at work."""
    paar = Paar(nc)
    taken = [asyncio.create_task(een.run()) for een in (paar.listener, paar.teller)]
    await wacht_tot_async(lambda: paar.listener.place("intake") == 3)
    yield paar
    for taak in taken:
        taak.cancel()
    await asyncio.gather(*taken, return_exceptions=True)


async def test_wie_vooruitgaat_zegt_het(paar: Paar) -> None:
    """Soon, and of each source apart."""
    paar.plaatsen = {"intake": 7, "overleg": 2}
    paar.teller.moved()
    await wacht_tot_async(lambda: paar.listener.place("overleg") == 2)
    assert (paar.listener.place("intake"), paar.listener.place("rapportage")) == (7, None)


async def test_wat_lang_geleden_is_gezegd_weet_niemand_meer(paar: Paar, nc: Client) -> None:
    """Who is silent may be far ahead, or gone; what is no place is no news, and what comes after it is."""
    with capture_logs() as regels:
        for onzin in (b"{", b"[]", b'{"intake": null}'):
            await nc.publish("verwerkt.escalatie", onzin)
        await wacht_tot_async(lambda: len(regels) == 3)
    assert {regel["event"] for regel in regels} == {"voortgang niet te lezen"}
    paar.nu = SILENT_SECONDS
    assert paar.listener.place("intake") is None
    await wacht_tot_async(lambda: paar.listener.place("intake") == 3)

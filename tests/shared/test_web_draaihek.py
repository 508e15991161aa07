"""Reports wait for who warns people; nothing else does, and nobody waits for ever."""

import asyncio
from contextlib import suppress

import pytest

from shared.profiel.schema import Rol
from shared.web import Toegang
from shared.web.edge import Edge
from shared.web.turnstile import PASSED, WAIT_SECONDS, Turnstile
from tests.shared import deuren
from tests.wachten import wacht_tot_async
from tests.web import bezoeker, met_sleutel, proefsite

DINGEN, TEL, DING = "/intake/v1/dingen", "/intake/v1/dingen/_tel", {"verplicht": "x"}


class Werk:
    """How far who warns people is, and what time it is."""

    def __init__(self) -> None:
        self.ongezien, self.nu = 0, 0.0
        self.hek = Turnstile(lambda: self.ongezien, lambda: self.nu)
        self.binnen: list[int] = []

    async def ga(self, nummer: int) -> None:
        """Pass; what is stored waits to be seen."""
        async with self.hek.passage():
            self.binnen.append(nummer)
        self.ongezien += 1

    async def vul(self) -> None:
        """Let as many pass as may be on their way."""
        for nummer in range(PASSED):
            await self.ga(nummer)


@pytest.fixture
def werk() -> Werk:
    """Nothing under way."""
    return Werk()


async def _keer(aantal: int) -> None:
    for _ in range(aantal):
        await asyncio.sleep(0)


async def test_wie_niets_voor_zich_heeft_gaat_meteen_door(werk: Werk) -> None:
    """As many as may be on their way wait for nothing; seen ones make room."""
    await werk.vul()
    werk.ongezien = 0
    await werk.vul()
    assert len(werk.binnen) == 2 * PASSED


async def test_wie_te_veel_is_wacht_op_zijn_beurt(werk: Werk) -> None:
    """The next come in the order of their coming, no more of them than were seen."""
    await werk.vul()
    wachtenden = [asyncio.create_task(werk.ga(PASSED + nummer)) for nummer in range(3)]
    await _keer(20)
    assert len(werk.binnen) == PASSED
    werk.ongezien -= 2
    laat = asyncio.create_task(werk.ga(9_000))
    await wacht_tot_async(lambda: len(werk.binnen) == PASSED + 2)
    assert werk.binnen[PASSED:] == [PASSED, PASSED + 1]
    werk.ongezien -= 2
    await asyncio.gather(*wachtenden, laat)
    assert werk.binnen[PASSED + 2 :] == [PASSED + 2, 9_000]


async def test_wie_binnen_is_telt_mee_voordat_het_er_staat(werk: Werk) -> None:
    """Being stored is being under way: otherwise all come in at once while the disk is slow."""
    dicht = asyncio.Event()

    async def blijf() -> None:
        async with werk.hek.passage():
            werk.binnen.append(0)
            await dicht.wait()

    allen = [asyncio.create_task(blijf()) for _ in range(PASSED + 1)]
    await _keer(20)
    assert len(werk.binnen) == PASSED
    dicht.set()
    await asyncio.gather(*allen)


async def test_niemand_wacht_langer_dan_redelijk(monkeypatch: pytest.MonkeyPatch, werk: Werk) -> None:
    """With the bus away nothing is seen any more, and a report is taken all the same."""
    monkeypatch.setattr("shared.web.turnstile.WAIT_SECONDS", 0.05)
    await werk.vul()
    await werk.ga(PASSED)
    assert (werk.binnen[-1], werk.hek._inside) == (PASSED, 0)


async def test_een_achterstand_van_iets_anders_houdt_niemand_op(werk: Werk) -> None:
    """An import of years is no flood of reports: what passed long ago counts no more."""
    await werk.vul()
    werk.ongezien, werk.nu = 60_000, WAIT_SECONDS
    async with asyncio.timeout(WAIT_SECONDS):
        await werk.vul()
    assert len(werk.binnen) == 2 * PASSED


@pytest.mark.parametrize("toegelaten", [False, True])
async def test_wie_weggaat_houdt_geen_plaats(werk: Werk, toegelaten: bool) -> None:
    """A visitor who breaks off while waiting, also in the moment that it is his turn, is in nobody's way."""
    await werk.vul()
    weg, volgende = asyncio.create_task(werk.ga(1_000)), asyncio.create_task(werk.ga(2_000))
    await _keer(5)
    if toegelaten:
        werk.hek._waiting[0].set_result(None)
        werk.hek._enter()
    weg.cancel()
    with suppress(asyncio.CancelledError):
        await weg
    assert werk.hek._inside == 0
    werk.ongezien = 0
    await volgende
    assert werk.binnen[PASSED:] == [2_000]


async def test_alleen_meldingen_wachten_en_ieder_op_zijn_eigen_soort(toegang: Toegang) -> None:
    """A flood of the public holds up no desk, no confirmation and nobody who follows a melding."""
    ongezien = [0]
    app = proefsite(toegang, apis={"intake": deuren.api()}, behind=lambda: ongezien[0])
    assert isinstance(app, Edge)
    desk, publiek = met_sleutel(app, toegang, Rol.MELDPUNT), bezoeker(app)
    for _ in range(PASSED):
        assert (await publiek.post(DINGEN, json=DING)).status_code == 201
    ongezien[0] = PASSED
    te_veel = asyncio.create_task(publiek.post(DINGEN, json=DING))
    await wacht_tot_async(lambda: app.facilities.turnstiles._of[False]._waiting)
    assert (await desk.post(DINGEN, json=DING)).status_code == 201
    assert (await publiek.post(TEL)).status_code == 200
    assert not te_veel.done()
    ongezien[0] = 0
    assert (await te_veel).json()["gedaan"] == PASSED + 2

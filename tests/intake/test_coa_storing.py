"""COA messages while something fails, and on a real server: none is lost, none is taken twice (LVS-0.3)."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, cast
from uuid import UUID

import pytest
from nats.aio.client import Client

from services.intake.bus import CoaDeur
from shared.bus import COA, CoaInlet, CoaMessage, provision
from shared.ledger import Ledger, Overloaded, StoreUnavailable
from tests.intake.coa import KOPPEN, QUARANTAINE, Afzender, bericht, geweigerd
from tests.intake.proef import INCIDENT, Proef, gebruik
from tests.shared.busproef import op_de_stroom
from tests.wachten import wacht_tot_async


class Haperend:
    """A sender's ear that fails the first time."""

    def __init__(self) -> None:
        self.keren = 0

    async def __call__(self, message: CoaMessage, **_: str) -> None:
        """Fail once."""
        self.keren += 1
        if self.keren == 1:
            raise ConnectionError


async def test_een_weigering_die_niet_aankomt(proef: Proef) -> None:
    """When the refusal cannot be sent the message comes again: still one refusal, and then it is sent."""
    assert proef.dienst.coa is not None
    haperend = Haperend()
    with pytest.raises(ConnectionError):
        await proef.dienst.coa(bericht({}), haperend)
    await proef.dienst.coa(bericht({}, aflevering=2), haperend)
    assert (haperend.keren > 1, len(geweigerd(proef.feiten()))) == (True, 1)


class Kapot:
    """Use cases with a mistake in them."""

    def meld_incident(self, *_: Any, **__: Any) -> Any:
        """Fail, with somebody's number in the words."""
        raise RuntimeError("06 12345678")


class Hapert:
    """A ledger that cannot be reached the first time."""

    def __init__(self, ledger: Ledger, fout: Exception) -> None:
        self.ledger, self.fouten = ledger, [fout]

    async def run(self, *unit: Any) -> Any:
        """Fail once."""
        if self.fouten:
            raise self.fouten.pop()
        return await self.ledger.run(*unit)


@pytest.mark.parametrize("fout", [StoreUnavailable(), Overloaded()])
@pytest.mark.parametrize("message", [bericht(), bericht({}), bericht(aflevering=9)])
async def test_zonder_opslag_blijft_het_liggen(proef: Proef, message: CoaMessage, fout: Exception) -> None:
    """While nothing can be stored nothing is taken or refused, however often it came: it stays in the buffer."""
    hapert = cast("Ledger", Hapert(proef.dienst.ledger, fout))
    afzender = Afzender()
    with pytest.raises(type(fout)):
        await CoaDeur(gebruik(proef), QUARANTAINE, hapert, proef.klok).neem(message, afzender)
    assert (afzender.gehoord, proef.feiten()) == ([], [])


async def test_een_fout_van_ons_zelf_blijft_niet_stil(proef: Proef) -> None:
    """A mistake in our own code is tried again, and after that the message is kept apart and somebody called."""
    deur = CoaDeur(cast("Any", Kapot()), QUARANTAINE, proef.dienst.ledger, proef.klok)
    for keer in (1, 2):
        with pytest.raises(RuntimeError):
            await deur.neem(bericht(aflevering=keer), Afzender())
    await deur.neem(bericht(aflevering=3), Afzender())
    (feit,) = geweigerd(proef.feiten())
    assert "storing" in feit.reden
    assert "12345678" not in feit.reden


@pytest.fixture
async def inlaat(proef: Proef, nc: Client) -> Any:
    """The door on a real server."""
    await provision(nc)
    deur: Callable[..., Awaitable[None]] | None = proef.dienst.coa
    assert deur is not None
    inlet = CoaInlet(nc, lambda message: deur(message, inlet.refuse))
    task = asyncio.create_task(inlet.run())
    yield inlet
    task.cancel()


@pytest.mark.usefixtures("inlaat")
async def test_op_een_echte_server(proef: Proef, nc: Client) -> None:
    """Published, taken or refused on its own subject, and erased from the buffer either way."""
    gehoord = await nc.subscribe("coa.gm0637.rokkeveenseweg.afgewezen")
    onderwerp = "coa.gm0637.rokkeveenseweg.incident"
    await nc.request(onderwerp, json.dumps(INCIDENT).encode(), headers=KOPPEN, timeout=5)
    await nc.request(onderwerp, b"onleesbaar", timeout=5)
    await wacht_tot_async(lambda: len(proef.feiten()) == 2, op="beide verwerkt")
    weigering = json.loads((await gehoord.next_msg(timeout=5)).data)
    assert weigering == {"ce-id": "", "veld": "verzoek", "reden": "geen geldige JSON"}
    await wacht_tot_async(partial(_leeg, nc), op="buffer leeg")
    assert UUID(str(geweigerd(proef.feiten())[0].quarantaine_id))


async def _leeg(nc: Client) -> bool:
    return not await op_de_stroom(nc, COA)

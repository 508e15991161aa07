"""Meldketen watches itself: people hear when it lags, and a monitor outside hears nothing more when all stops."""

import asyncio
import socket
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from services.escalatie.klok import Bewaking
from services.escalatie.store.wekkers import BEWAKING
from services.escalatie.verzending import Levensteken
from shared.contracts.escalatie import DrempelOverschreden, EscalatieGeopend
from shared.facts import Context
from shared.ledger import Timer
from shared.profiel.eigen import ACHTER
from tests.escalatie.gegeven import MINUUT, UUR, incident
from tests.escalatie.ontvangers import hangend
from tests.escalatie.opstelling import CORRELATIE, Opstelling, Opzetten

TIMER = Timer(BEWAKING, BEWAKING, None, {})  # type: ignore[arg-type]


class Monitor:
    """A monitor outside, on loopback: counts who calls."""

    def __init__(self) -> None:
        self.gehoord: list[str] = []

    async def antwoord(self, lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        """Take one call."""
        self.gehoord.append((await lezer.readuntil(b"\r\n\r\n")).decode().splitlines()[0])
        schrijver.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await schrijver.drain()
        schrijver.close()


class Wacht:
    """The watch with what the test decides: what lags, and how much time really passed."""

    def __init__(self, keten: Opstelling, adres: str = "") -> None:
        self.keten, self.achter, self.echt = keten, [], 0.0
        self.levensteken = Levensteken(SecretStr(adres))

        async def redenen() -> list[str]:
            return list(self.achter)

        self.bewaking = Bewaking(keten.ledger, keten.profielen, redenen, self.levensteken, lambda: self.echt)

    async def kijk(self, na: timedelta = MINUUT) -> None:
        """Look once, some time later."""
        self.echt += na.total_seconds()
        self.keten.nu += na
        await self.bewaking.kijk(TIMER, Context(self.keten.nu, CORRELATIE))


def geopend(keten: Opstelling) -> list[str]:
    """Which thresholds warned."""
    return [feit.fact.drempel for feit in keten.feiten() if isinstance(feit.fact, EscalatieGeopend)]


async def test_wie_achterloopt_waarschuwt_mensen(database: str, zet_op: Opzetten) -> None:
    """Two minutes behind: one escalation to beheer and piket that says what lags, and no second while it lasts."""
    keten = zet_op(database)
    wacht = Wacht(keten)
    wacht.achter.append("intake: 5000 berichten achter met publiceren")
    await wacht.kijk()
    await wacht.kijk()
    assert geopend(keten) == []
    for _ in range(4):
        await wacht.kijk()
    assert geopend(keten) == ["meldketen-achter"]
    [feit] = [feit.fact for feit in keten.feiten() if isinstance(feit.fact, DrempelOverschreden)]
    assert (feit.regel, feit.toelichting) == ("MK-6", "intake: 5000 berichten achter met publiceren")
    assert keten.geopend()[0].treden[0].rollen == ("beheer", "piket")
    await keten.bevestig(keten.geopend()[0].escalatie_id, "beheer")
    await keten.sluit_af(keten.geopend()[0].escalatie_id)
    await wacht.kijk()
    assert geopend(keten) == ["meldketen-achter"] * 2


async def test_even_achter_is_niets(zet_op: Opzetten) -> None:
    """Behind and up to date again within two minutes: nobody is disturbed. A jump of the clock alone is no lag."""
    wacht = Wacht(keten := zet_op())
    wacht.achter.append("rapportage: nog niet bij met verwerken")
    await wacht.kijk()
    wacht.achter.clear()
    await wacht.kijk()
    wacht.achter.append("rapportage: nog niet bij met verwerken")
    await wacht.kijk(timedelta(seconds=1))
    keten.nu += 3 * UUR
    await wacht.kijk(timedelta(seconds=1))
    assert geopend(keten) == []


async def test_wekkers_die_niet_afgaan(zet_op: Opzetten) -> None:
    """A step that was due and does not happen is lag too, and says for how long."""
    wacht = Wacht(keten := zet_op())
    await keten.hoor(incident())
    for _ in range(6):
        await wacht.kijk()
    [feit] = [
        feit.fact
        for feit in keten.feiten()
        if isinstance(feit.fact, DrempelOverschreden) and feit.fact.drempel == ACHTER
    ]
    assert feit.toelichting == "wat 4 minuten geleden moest gebeuren is nog niet gebeurd"


async def test_het_levensteken(zet_op: Opzetten) -> None:
    """Each look that finds all well calls the monitor; one that finds lag does not."""
    monitor = Monitor()
    server = await asyncio.start_server(monitor.antwoord, "127.0.0.1", 0)
    wacht = Wacht(zet_op(), f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/geheim-pad")
    await wacht.kijk()
    await wacht.kijk()
    wacht.achter.append("intake: gestopt")
    await wacht.kijk()
    server.close()
    assert monitor.gehoord == ["POST /geheim-pad HTTP/1.1"] * 2
    assert wacht.levensteken.gelukt == 2


async def test_een_monitor_die_weg_is_houdt_niets_op(zet_op: Opzetten, monkeypatch: pytest.MonkeyPatch) -> None:
    """A monitor that hangs, or is not there: the watch goes on, and the next look is set."""
    monkeypatch.setattr("services.escalatie.verzending.levensteken.GEDULD", 0.2)
    with socket.socket() as dicht:
        dicht.bind(("127.0.0.1", 0))
        weg = Wacht(keten := zet_op(), f"http://127.0.0.1:{dicht.getsockname()[1]}")
        await weg.kijk()
    async with hangend() as poort:
        await Wacht(keten, f"http://127.0.0.1:{poort}").kijk()
    [wekker] = [timer for timer in keten.ledger.due(keten.nu + UUR) if timer.soort == BEWAKING]
    assert wekker.op == keten.nu + MINUUT


def test_alleen_een_webadres(tmp_path: Path) -> None:
    """Anything but the web is refused at the start, not tried."""
    with pytest.raises(ValueError, match="http"):
        Levensteken(SecretStr(f"file://{tmp_path}"))

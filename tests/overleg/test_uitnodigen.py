"""Invitations to a real mail server on loopback: sent, changed, cancelled; and a server that is away."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP
from icalendar import Calendar  # type: ignore[import-untyped]

from services.overleg.application import Inzage
from services.overleg.application.uitnodigen import NODIG_UIT, te_versturen
from services.overleg.application.zicht import Zicht
from services.overleg.klok.post import Postbode
from services.overleg.klok.uitnodigingen import adres, nodigt_uit
from services.overleg.store.filters import Vraag
from shared.contracts.overleg import UitnodigingNietVerzonden, UitnodigingVerzonden
from shared.facts import Context
from shared.ledger import Timer
from tests.fixtures.opslag import MakeLedger
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.test_verzetten import DINSDAG, op
from tests.overleg.voorbeelden import DAG, IN_FEBRUARI, profielen

OMGEVING = {"MELDKETEN_POST_COA": "overleg@coa.example", "MELDKETEN_POST_TEAMCHEFS_POLITIE": "chefs@politie.example"}


@dataclass
class Brievenbus:
    """Keeps what is posted."""

    brieven: list[Message] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  aiosmtpd's name
        """Take a message."""
        self.brieven.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


@pytest.fixture
async def brievenbus() -> AsyncIterator[tuple[Brievenbus, int]]:
    """A mail server of our own, on a free port."""
    bus = Brievenbus()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(bus), "127.0.0.1", 0)
    async with server:
        yield bus, server.sockets[0].getsockname()[1]


@pytest.fixture
def proef(make_ledger: MakeLedger) -> Proef:
    """Two days after arrival, planned ahead."""
    proef = maak_proef(make_ledger, profielen(), IN_FEBRUARI)
    proef.plan()
    return proef


async def ronde(proef: Proef, poort: int) -> None:
    """Send what must go out now."""
    postbode = Postbode(f"smtp://127.0.0.1:{poort}", "meldketen@gemeente.example", "https://meldketen.example")
    inzage = Inzage(proef.ledger, profielen(), lambda: proef.nu)
    stuur = nodigt_uit(postbode, inzage, profielen(), proef.ledger, OMGEVING)
    await stuur(Timer(NODIG_UIT, NODIG_UIT, proef.nu, {}), Context(op=proef.nu, correlatie="0" * 32))


def afspraak(brief: Message) -> tuple[str, Any]:
    """The method and the entry of the calendar in a message; inside it says the same as around it."""
    (deel,) = [each for each in brief.walk() if each.get_content_type() == "text/calendar"]
    inhoud = deel.get_payload(decode=True)
    assert isinstance(inhoud, bytes)
    kalender: Any = Calendar.from_ical(inhoud)
    (enige,) = kalender.walk("VEVENT")
    assert str(kalender["METHOD"]) == deel.get_param("method")
    return str(kalender["METHOD"]), enige


def over(bus: Brievenbus, uid: str) -> list[tuple[str, Any]]:
    """What was posted about one meeting."""
    return [paar for paar in map(afspraak, bus.brieven) if str(paar[1]["UID"]) == uid]


async def test_uitnodigen_verzetten_afzeggen(proef: Proef, brievenbus: tuple[Brievenbus, int]) -> None:
    """The same UID each time, SEQUENCE up, once each, to who has an address (RFC 5546)."""
    bus, poort = brievenbus
    lvos = op(proef, "lvos", DINSDAG)
    for stap in (lambda: None, lambda: proef.verzet(lvos, DINSDAG + DAG), lambda: proef.annuleer(lvos)):
        stap()
        await ronde(proef, poort)
        await ronde(proef, poort)
    gekregen = over(bus, f"{lvos}@meldketen")
    assert [(methode, wat["SEQUENCE"]) for methode, wat in gekregen] == [("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2)]
    assert {str(wat["ATTENDEE"]) for _, wat in gekregen} == {"mailto:overleg@coa.example"}
    assert gekregen[1][1]["DTSTART"].dt == DINSDAG + DAG
    naar = {str(brief["To"]) for brief in bus.brieven}
    assert naar == {"overleg@coa.example", "chefs@politie.example"}
    assert "Gaat niet door: LVOS (Leefbaarheids" in str(bus.brieven[-1]["Subject"])
    assert any(each.get_filename() == "overleg.ics" for each in bus.brieven[0].walk())


async def test_alleen_wat_binnenkort_is(proef: Proef, brievenbus: tuple[Brievenbus, int]) -> None:
    """Two weeks ahead by the profile, not the whole quarter."""
    bus, poort = brievenbus
    await ronde(proef, poort)
    begin = [wat["DTSTART"].dt for _, wat in map(afspraak, bus.brieven)]
    assert max(begin) <= proef.nu + 14 * DAG
    assert all(b"@" not in recorded.data for recorded in proef.ledger.read(0, 10_000))


async def test_wie_niet_uitgenodigd_was_hoeft_niet_te_horen_dat_het_niet_doorgaat(
    proef: Proef, brievenbus: tuple[Brievenbus, int]
) -> None:
    """Cancelled before anybody was invited: nobody hears of it. Begun: nobody is invited any more."""
    bus, poort = brievenbus
    lvos = op(proef, "lvos", DINSDAG)
    proef.annuleer(lvos)
    await ronde(proef, poort)
    assert over(bus, f"{lvos}@meldketen") == []
    inzage = Inzage(proef.ledger, profielen(), lambda: proef.nu)
    alle = await inzage.overleggen(Vraag(), Zicht())
    eerste = min(each.aanvang for each in alle if each.overleg_id != lvos)
    nog = te_versturen(alle, {}, profielen(), lambda code: adres(code, OMGEVING), eerste)
    assert nog
    assert eerste not in {each.overleg.aanvang for each in nog}


async def test_een_mailserver_die_weg_is(proef: Proef, brievenbus: tuple[Brievenbus, int]) -> None:
    """Recorded once with the reason, and tried again until it is there (promise 6)."""
    bus, poort = brievenbus
    await ronde(proef, 1)
    eerste = len(proef.feiten(UitnodigingNietVerzonden))
    await ronde(proef, 1)
    assert len(proef.feiten(UitnodigingNietVerzonden)) == eerste > 0
    await ronde(proef, poort)
    assert len(proef.feiten(UitnodigingVerzonden)) == len(bus.brieven) == eerste
    assert proef.ledger.views_differ() == []

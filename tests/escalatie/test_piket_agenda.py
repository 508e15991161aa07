"""The rota as a calendar: read in, and given out."""

import httpx
import pytest

from shared.contracts.escalatie.piket import PiketGewijzigd
from tests.escalatie.opstelling import Opstelling
from tests.escalatie.piket import PAD, nu

AGENDA = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//proef//NL
BEGIN:VEVENT
UID:weekend@proef
DTSTART;TZID=Europe/Amsterdam:20261128T090000
DTEND;TZID=Europe/Amsterdam:20261130T090000
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE;TZID=Europe/Amsterdam:20261205T090000
SUMMARY:piket-c (J. Jansen)
END:VEVENT
BEGIN:VEVENT
UID:kerst@proef
DTSTART;VALUE=DATE:20261225
SUMMARY:piket-a
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


async def test_een_agenda_inlezen(piket: tuple[Opstelling, httpx.AsyncClient]) -> None:
    """Repeated events are written out, exceptions left out, a whole day lasts from midnight; twice adds nothing."""
    keten, client = piket
    eerst = await client.post(f"{PAD}/_importeer", json={"agenda": AGENDA})
    weer = await client.post(f"{PAD}/_importeer", json={"agenda": AGENDA})
    assert (eerst.json(), weer.json()) == ({"nieuw": 3, "alBekend": 0}, {"nieuw": 0, "alBekend": 3})
    stukken = [(een["dienst"], een["van"]) for een in (await nu(client))["wijzigingen"]]
    assert stukken == [
        ("piket-c", "2026-11-28T08:00:00Z"),
        ("piket-c", "2026-12-12T08:00:00Z"),
        ("piket-a", "2026-12-24T23:00:00Z"),
    ]
    assert "Jansen" not in "".join(feit.data.decode() for feit in keten.feiten())


@pytest.mark.parametrize(
    ("van", "naar", "reden"),
    [
        ("BEGIN:VCALENDAR", "ZOMAAR", "BEGIN:VCALENDAR"),
        ("piket-c", "onbekend", "kies uit"),
        ("FREQ=WEEKLY", "FREQ=SECONDLY", "elk uur of vaker"),
    ],
)
async def test_een_agenda_die_niet_kan(
    piket: tuple[Opstelling, httpx.AsyncClient], van: str, naar: str, reden: str
) -> None:
    """Not a calendar, an unknown seat, an event every second: all of it is refused, with the reason."""
    keten, client = piket
    antwoord = await client.post(f"{PAD}/_importeer", json={"agenda": AGENDA.replace(van, naar)})
    assert antwoord.status_code == 400
    assert reden in antwoord.json()["fouten"][0]["reden"]
    assert keten.feiten(PiketGewijzigd) == []


async def test_het_rooster_als_agenda(piket: tuple[Opstelling, httpx.AsyncClient]) -> None:
    """What is written can be read again: the same seats at the same moments."""
    keten, client = piket
    antwoord = await client.get(f"{PAD}/agenda.ics")
    assert antwoord.headers["content-type"] == "text/calendar; charset=utf-8"
    beurten = (await nu(client))["beurten"]
    assert antwoord.text.count("BEGIN:VEVENT") == len(beurten)
    gelezen = await client.post(f"{PAD}/_importeer", json={"agenda": antwoord.text})
    assert gelezen.json()["nieuw"] == len(beurten)
    assert [(een["dienst"], een["van"]) for een in (await nu(client))["wijzigingen"]] == [
        (een["dienst"], een["van"]) for een in beurten
    ]
    assert keten.ledger.views_differ() == []

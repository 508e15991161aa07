"""A COA location with a credentials file of its own: from the command line to the police, and back to the sender."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import nats
from nats.aio.client import Client

from shared.bus.api import ask
from shared.bus.client import NkeyClient
from shared.natsserver import Verbinding, lees_verbinding
from tests.fixtures.nats import verwerkt
from tests.journeys.conftest import ALLEEN_BESTANDEN
from tests.journeys.installatie import Installatie, incident
from tests.journeys.ontvanger import Ontvanger
from tests.wachten import wacht_tot, wacht_tot_async

pytestmark = ALLEEN_BESTANDEN

EIGEN = "coa.gm0637.rokkeveenseweg"
INCIDENTEN = "/intake/v1/meldingen?soort=incident"


def gebeurtenis(**anders: Any) -> bytes:
    """An incident as a CloudEvent."""
    kop = {"specversion": "1.0", "id": uuid4().hex, "source": "urn:proef", "type": "nl.coa.incident.v1"}
    return json.dumps({**kop, "data": {**incident(), **anders}}).encode()


def wordt_beluisterd(installatie: Installatie) -> bool:
    """Whether silence of the location would be noticed."""
    with sqlite3.connect(installatie.data / "intake.db", timeout=10) as database:
        return bool(database.execute("SELECT 1 FROM timers WHERE soort = 'coa-stil'").fetchall())


async def als_coa(verbinding: Verbinding, creds: Path) -> Client:
    """Connect as the system of the location does."""
    nc = NkeyClient()
    await nc.connect(
        f"nats://127.0.0.1:{verbinding.poort}",
        user_credentials=str(creds),
        inbox_prefix=b"_INBOX_coa-gm0637-rokkeveenseweg",
    )
    return nc


async def test_a_location_reports_corrects_and_hears_what_was_refused(
    maak: Callable[[], Installatie], ontvanger: Ontvanger, tmp_path: Path
) -> None:
    """What is taken leaves the buffer; false to true warns the police at once; a refusal names field and reason."""
    installatie, creds = maak().start(), tmp_path / "L.creds"
    gemaakt = installatie.opdracht("sleutel", "coa", "--locatie", "rokkeveenseweg", "--uit", str(creds))
    assert gemaakt.code == 0, gemaakt.fout
    verbinding = lees_verbinding(installatie.data / "nats")
    assert verbinding is not None
    coa = await als_coa(verbinding, creds)
    afgewezen = await coa.subscribe(f"{EIGEN}.afgewezen")
    await verwerkt(coa)
    await coa.publish(f"{EIGEN}.hartslag", b"")
    await coa.request(f"{EIGEN}.incident", gebeurtenis(gevolgenOpenbareOrde=False), timeout=5)
    gemeld = wacht_tot(lambda: installatie.get("oov", INCIDENTEN)["meldingen"], op="incident")[0]["meldingId"]
    wacht_tot(lambda: wordt_beluisterd(installatie), op="hartslag gehoord")
    assert not [tekst for tekst in ontvanger.teksten("politie") if "LVS-0.3" in tekst]

    correctie = {"gevolgenOpenbareOrde": True, "reden": "Het werd onrustig in de straat"}
    antwoord = installatie.post("coa", f"/intake/v1/meldingen/{gemeld}/_corrigeer", correctie)
    assert antwoord.status_code == 200, antwoord.text
    wacht_tot(lambda: [tekst for tekst in ontvanger.teksten("politie") if "LVS-0.3" in tekst], op="politie")

    await coa.request(f"{EIGEN}.incident", gebeurtenis(id="a1", ernst=9), timeout=5)
    gehoord = json.loads((await afgewezen.next_msg(timeout=10)).data)
    assert gehoord["veld"] in ("ernst", "id")
    assert "9" not in gehoord["reden"].replace("2-9", "")
    diensten = await nats.connect(verbinding.url)

    async def leeg() -> bool:
        return bool((await ask(diensten, "STREAM.INFO.COA"))["state"]["messages"] == 0)

    while not await leeg():
        await verwerkt(diensten)
    kenmerk = installatie.opdracht("sleutel", "lijst").uit.split("coa-")[1].split()[0]
    assert installatie.opdracht("sleutel", "trek-in", f"coa-{kenmerk}").code == 0
    await wacht_tot_async(lambda: not coa.is_connected)
    await coa.close()
    await diensten.close()

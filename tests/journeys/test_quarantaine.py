"""A message that could not be handled waits for a person, in sight, and is handled after all."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime

import nats
from nats.js.api import DeliverPolicy

from shared.bus import from_message
from shared.bus.quarantine import set_apart
from shared.natsserver import lees_verbinding
from tests.journeys.conftest import ALLEEN_BESTANDEN
from tests.journeys.installatie import Installatie, melding
from tests.journeys.test_melding import op_agenda
from tests.wachten import wacht_tot

pytestmark = ALLEEN_BESTANDEN


async def test_a_quarantined_message_is_seen_and_handled_again(maak: Callable[[], Installatie]) -> None:
    """`beheer` sees it with its reason and offers it again; once handled it is gone, and its effect is there once."""
    installatie = maak().start()
    gemeld = installatie.post("meldpunt", "/intake/v1/meldingen", melding()).json()["meldingId"]
    wacht_tot(lambda: op_agenda(installatie) == [gemeld], op="agenda")
    nc = await nats.connect(lees_verbinding(installatie.data / "nats").url)
    sub = await nc.jetstream().subscribe(
        "gebeurtenis.intake.*.*.MeldingOntvangen", ordered_consumer=True, deliver_policy=DeliverPolicy.ALL
    )
    message = await sub.next_msg(timeout=5)
    await nc.close()
    event = from_message(message.subject, message.headers, message.data)
    sql, values = set_apart(event, "proef", datetime.now(UTC))
    with sqlite3.connect(installatie.data / "overleg.db", timeout=10) as database:
        database.execute(sql, values)

    pad = f"/overleg/v1/quarantaine/{values[0]}/_verwerk"
    assert installatie.post("oov", pad).status_code == 403
    answer = installatie.post("beheer", pad)
    assert answer.status_code == 204, answer.text
    assert installatie.post("beheer", pad).status_code == 404
    assert op_agenda(installatie) == [gemeld]

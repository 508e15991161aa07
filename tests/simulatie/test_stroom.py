"""The simulated server answers as a real one does: the same script on both, the answers side by side."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from random import Random
from typing import Any

import nats.errors
import pytest
from nats.aio.client import Client
from nats.aio.msg import Msg

from shared.bus.api import get_message
from shared.bus.pull import pending_of, stream_seq
from shared.bus.streams import GEBEURTENISSEN, LOWEST, SPAN, STREAMS
from tests.simulatie.lus import VirtueleLus
from tests.simulatie.server import Server
from tests.simulatie.stroom import ACHTERAAN, GELDT_VOOR, VERWACHT

RUIMTE = "gebeurtenis.intake.>"
INTAKE, OVERLEG = "gebeurtenis.intake.gm0637.alle.Geteld", "gebeurtenis.overleg.gm0637.alle.Gezien"
SECONDE = 10**9
EERSTE = LOWEST + SPAN - 1
LEEFT = ("100", None)

Script = Callable[[Any], Awaitable[list[object]]]


def hek(seq: int, id: str = "") -> dict[str, str]:  # noqa: A002
    """Headers of a lone publish, or of the first of a batch."""
    naam = {"Nats-Msg-Id": id} if id else {}
    return {VERWACHT: str(seq), GELDT_VOOR: RUIMTE, **naam}


async def vraag(nc: Any, subject: str, body: object = None, kop: dict[str, str] | None = None) -> object:
    """Ask, and keep of the answer what is the same everywhere."""
    data = json.dumps(body).encode() if body is not None else b"{}"
    try:
        antwoord = json.loads((await nc.request(subject, data, timeout=2, headers=kop)).data)
    except nats.errors.Error as fout:
        return type(fout).__name__
    if "state" in antwoord:
        return {naam: antwoord["state"][naam] for naam in ("messages", "first_seq", "last_seq")}
    if "name" in antwoord:
        return {"num_pending": antwoord["num_pending"]}
    antwoord = {naam: waarde for naam, waarde in antwoord.items() if naam not in ("type", "total", "offset", "limit")}
    return antwoord if "config" not in antwoord else "gemaakt"


async def batch(nc: Any, naam: str, *koppen: dict[str, str], nummers: tuple[int, ...] = ()) -> object:
    """Publish a batch; `nummers` where it does not count 1, 2, 3."""
    laatste: object = None
    for plek, kop in enumerate(koppen):
        nummer = nummers[plek] if nummers else plek + 1
        deel = {**kop, "Nats-Batch-Id": naam, "Nats-Batch-Sequence": str(nummer)}
        if plek < len(koppen) - 1:
            await nc.publish(INTAKE, b"{}", headers=deel)
        else:
            laatste = await vraag(nc, INTAKE, {}, {**deel, "Nats-Batch-Commit": "1"})
    return laatste


async def schrijven(nc: Any) -> list[object]:
    """Everything that can come of publishing and of asking what stands there."""
    api, config = "$JS.API.", {**STREAMS[GEBEURTENISSEN], "name": GEBEURTENISSEN, "num_replicas": 1}
    found: list[object] = [
        await vraag(nc, INTAKE, {}, hek(0)),
        await vraag(nc, f"{api}STREAM.INFO.{GEBEURTENISSEN}"),
        await vraag(nc, f"{api}STREAM.MSG.GET.{GEBEURTENISSEN}", {"seq": 1}),
        await vraag(nc, f"{api}STREAM.CREATE.{GEBEURTENISSEN}", config),
        await vraag(nc, f"{api}STREAM.CREATE.{GEBEURTENISSEN}", config),
        await vraag(nc, f"{api}STREAM.INFO.{GEBEURTENISSEN}"),
        await vraag(nc, INTAKE, {}, hek(3)),
        await vraag(nc, INTAKE, {}, hek(0, "a")),
        await vraag(nc, INTAKE, {}, hek(1, "a")),
        await vraag(nc, INTAKE, {}, hek(0, "a")),
        await batch(nc, "b1", hek(1, "b"), {"Nats-Msg-Id": "c"}, {"Nats-Msg-Id": "d"}),
        await batch(nc, "b2", hek(1, "e"), {"Nats-Msg-Id": "f"}),
        await batch(nc, "b3", hek(4, "c"), {"Nats-Msg-Id": "g"}),
        await batch(nc, "b4", hek(4), {}, nummers=(1, 3)),
        await batch(nc, "b5", hek(4), nummers=(2,)),
        await vraag(nc, OVERLEG, {}, {}),
        await batch(nc, "b6", hek(4, "h"), {"Nats-Msg-Id": "i"}),
        await vraag(nc, f"{api}STREAM.INFO.{GEBEURTENISSEN}"),
    ]
    vragen: list[dict[str, object]] = [
        {"last_by_subj": RUIMTE},
        {"last_by_subj": "gebeurtenis.escalatie.>"},
        *({"seq": seq, "next_by_subj": RUIMTE} for seq in (1, 5, 7, 8, 99)),
        {"seq": 3},
        {"seq": 30},
    ]
    for each in vragen:
        stored = await get_message(nc, GEBEURTENISSEN, each)
        found.append(stored and (stored.seq, stored.subject, stored.data, sorted(stored.headers.items())))
    return found


async def beginnen(nc: Any) -> list[object]:
    """A stream that begins at a number of its own: its ends, what may be published behind them, what is found."""
    api = "$JS.API."
    config = {**STREAMS[GEBEURTENISSEN], "name": GEBEURTENISSEN, "num_replicas": 1, "first_seq": EERSTE}
    found: list[object] = [
        await vraag(nc, f"{api}STREAM.CREATE.{GEBEURTENISSEN}", config),
        await vraag(nc, f"{api}STREAM.CREATE.{GEBEURTENISSEN}", config),
        await vraag(nc, f"{api}STREAM.CREATE.{GEBEURTENISSEN}", {**config, "first_seq": EERSTE + 1}),
        await vraag(nc, f"{api}STREAM.INFO.{GEBEURTENISSEN}"),
        await vraag(nc, INTAKE, {}, {**hek(0), ACHTERAAN: "0"}),
        await vraag(nc, INTAKE, {}, {**hek(0), ACHTERAAN: str(EERSTE)}),
        await batch(nc, "b1", {**hek(0), ACHTERAAN: str(EERSTE)}, {}),
        await batch(nc, "b2", {**hek(0), ACHTERAAN: str(EERSTE - 1)}, {}),
        await vraag(nc, INTAKE, {}, {ACHTERAAN: str(EERSTE - 1)}),
        await vraag(nc, INTAKE, {}, {**hek(0), ACHTERAAN: str(EERSTE + 1)}),
        await vraag(nc, INTAKE, {}, hek(EERSTE + 1)),
        await vraag(nc, f"{api}STREAM.INFO.{GEBEURTENISSEN}"),
    ]
    for each in ({"last_by_subj": RUIMTE}, *({"seq": seq, "next_by_subj": RUIMTE} for seq in (1, EERSTE, EERSTE + 3))):
        stored = await get_message(nc, GEBEURTENISSEN, each)
        found.append(stored and stored.seq)
    return found


async def lezen(nc: Any) -> list[object]:
    """What a pull consumer gets: messages, signs of life, the end of a request, and the end of the stream."""
    config = {**STREAMS[GEBEURTENISSEN], "name": GEBEURTENISSEN, "num_replicas": 1}
    found: list[object] = [await vraag(nc, f"$JS.API.STREAM.CREATE.{GEBEURTENISSEN}", config)]
    for _ in range(3):
        await vraag(nc, INTAKE, {}, {})
        await vraag(nc, OVERLEG, {}, {})
    kwam: asyncio.Queue[tuple[Any, ...]] = asyncio.Queue()

    async def neem(msg: Msg) -> None:
        await kwam.put(wat_kwam(msg))

    inbox = nc.new_inbox()
    await nc.subscribe(inbox, cb=neem)
    naam = await afnemer(nc, 2)
    volgende = f"$JS.API.CONSUMER.MSG.NEXT.{GEBEURTENISSEN}.{naam}"
    for aantal in (2, 3):
        await nc.publish(volgende, greep(aantal, 30.0), reply=inbox)
    found += [await kwam.get() for _ in range(5)]  # five messages, from number 2 on
    await vraag(nc, "gebeurtenis.escalatie.gm0637.alle.Gemeld", {}, {})
    await nc.publish(volgende, greep(4, 1.5), reply=inbox)
    await vraag(nc, INTAKE, {}, {})
    rest = [each async for each in tot(kwam, "408")]  # one message, signs of life, and the request has ended
    found += [each for each in rest if each != LEEFT]
    assert LEEFT in rest
    await nc.publish(volgende, greep(1, 30.0), reply=inbox)
    found += [each async for each in tot(kwam, "100")]  # only then the server has surely taken the request
    await vraag(nc, f"$JS.API.STREAM.DELETE.{GEBEURTENISSEN}")
    found += [each async for each in tot(kwam, "409") if each != LEEFT]
    await nc.publish(volgende, greep(1, 30.0), reply=inbox)
    found.append(await kwam.get())
    return found


async def tot(kwam: "asyncio.Queue[tuple[Any, ...]]", status: str) -> AsyncIterator[tuple[Any, ...]]:
    """Give what comes, up to and with a status. How many signs of life come before it is a matter of time."""
    while True:
        yield (each := await kwam.get())
        if each[0] == status:
            return


async def afnemer(nc: Any, start: int) -> str:
    """Make a consumer as `Consumer` does."""
    config = {
        "deliver_policy": "by_start_sequence",
        "opt_start_seq": start,
        "ack_policy": "none",
        "filter_subjects": [RUIMTE, "gebeurtenis.overleg.>"],
        "mem_storage": True,
        "num_replicas": 1,
        "inactive_threshold": 10 * SECONDE,
    }
    body = json.dumps({"stream_name": GEBEURTENISSEN, "config": config}).encode()
    antwoord = json.loads((await nc.request(f"$JS.API.CONSUMER.CREATE.{GEBEURTENISSEN}", body, timeout=2)).data)
    assert antwoord["num_pending"] == 5
    return str(antwoord["name"])


def greep(aantal: int, seconden: float) -> bytes:
    """Ask for so many, for so long."""
    return json.dumps(
        {"batch": aantal, "expires": int(seconden * SECONDE), "idle_heartbeat": 3 * SECONDE // 10}
    ).encode()


def wat_kwam(msg: Msg) -> tuple[Any, ...]:
    """Return what is the same everywhere."""
    status = msg.headers.get("Status") if msg.headers and not msg.data else None
    if status is None:
        return msg.subject, stream_seq(msg), pending_of(msg)
    assert msg.headers is not None
    return status, msg.headers.get("Nats-Pending-Messages")


def nagebootst(script: Script) -> list[object]:
    """Run a script on the simulated server."""
    lus = VirtueleLus(Random(1))
    try:
        return lus.run_until_complete(asyncio.wait_for(script(Server(lus, Random(1)).verbind("proef")), 60))
    finally:
        lus.close()


@pytest.mark.parametrize("script", [schrijven, beginnen, lezen])
async def test_de_nabootsing_antwoordt_als_een_echte_server(nc: Client, script: Script) -> None:
    """Fences, batches, duplicates, look-ups, deliveries, signs of life, endings: the same answers, the same codes."""
    async with asyncio.timeout(20):
        echt = await script(nc)
    assert await asyncio.to_thread(nagebootst, script) == echt
    assert len(echt) > 10

"""The streams: made once, checked always."""

import asyncio
import json
import os
import signal

import pytest
from nats.aio.client import Client

from shared.bus import COA, GEBEURTENISSEN, StroomVerschilt, provision
from shared.bus.api import AWAY, Again, ApiError, ask, get_message
from shared.bus.streams import LOWEST
from shared.natsserver import NatsServer
from shared.natsserver.server import read_pid
from tests.wachten import wacht_tot_async


async def test_inrichten_mag_twee_keer(nc: Client) -> None:
    """Provisioning what is there changes nothing."""
    await provision(nc)
    await provision(nc)
    config = (await ask(nc, f"STREAM.INFO.{GEBEURTENISSEN}"))["config"]
    assert (config["storage"], config["discard"], config["allow_atomic"]) == ("file", "new", True)
    assert config["max_age"] == 0


async def _begin(nc: Client, stroom: str) -> int:
    return int((await ask(nc, f"STREAM.INFO.{stroom}"))["state"]["first_seq"])


@pytest.mark.parametrize("stroom", [GEBEURTENISSEN, COA])
async def test_een_nieuwe_stroom_begint_bij_een_eigen_nummer(nc: Client, stroom: str) -> None:
    """What was meant for a stream that was emptied finds none of its numbers on the next."""
    begin = []
    for _ in range(2):
        await provision(nc)
        begin.append(await _begin(nc, stroom))
        await ask(nc, f"STREAM.DELETE.{stroom}")
    assert min(begin) > LOWEST
    assert abs(begin[0] - begin[1]) > 1_000_000


async def test_een_lege_stroom_houdt_zijn_nummer_als_de_server_valt(nc: Client, nats_server: NatsServer) -> None:
    """Where a stream begins is on disk, also before anything stands on it."""
    await provision(nc)
    begin = await _begin(nc, GEBEURTENISSEN)
    pid = read_pid(nats_server.map)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    await wacht_tot_async(lambda: not nats_server.alive(), op="de server is weg")
    nats_server.start()

    async def terug() -> bool:
        try:
            return await _begin(nc, GEBEURTENISSEN) == begin
        except (Again, *AWAY):
            return False

    await wacht_tot_async(terug, op="hetzelfde begin")


async def test_wie_tegelijk_inricht_krijgt_dezelfde_stroom(nc: Client) -> None:
    """Each asks for a number of its own; who comes second takes the stream of the first."""
    await asyncio.gather(*(provision(nc) for _ in range(6)))
    assert await _begin(nc, GEBEURTENISSEN) > LOWEST


async def test_een_stroom_van_een_oudere_versie_blijft_goed(nc: Client) -> None:
    """A stream that was made before streams had a number of their own is no reason to stop."""
    await provision(nc)
    config = (await ask(nc, f"STREAM.INFO.{GEBEURTENISSEN}"))["config"]
    await ask(nc, f"STREAM.DELETE.{GEBEURTENISSEN}")
    del config["first_seq"]
    await ask(nc, f"STREAM.CREATE.{GEBEURTENISSEN}", config)
    await provision(nc)
    assert await _begin(nc, GEBEURTENISSEN) == 0


@pytest.mark.parametrize(
    ("instelling", "waarde", "woorden"),
    [
        ("discard", "old", "discard is old, moet zijn new"),
        ("max_age", 3_600_000_000_000, "max_age is 3600000000000, moet zijn 0"),
        ("allow_atomic", False, "allow_atomic is uit, moet zijn aan"),
        ("storage", "memory", "storage is memory, moet zijn file"),
        ("max_msgs_per_subject", 1, "max_msgs_per_subject is 1, moet zijn -1"),
        ("deny_purge", False, "deny_purge is uit, moet zijn aan"),
    ],
)
async def test_een_stroom_die_kan_verliezen_wordt_geweigerd(
    nc: Client, instelling: str, waarde: object, woorden: str
) -> None:
    """A stream that somebody made otherwise is refused, and the message says which setting."""
    eigen: dict[str, object] = {"name": GEBEURTENISSEN, "subjects": ["gebeurtenis.>"], "storage": "file"}
    eigen |= {
        "discard": "new",
        "deny_delete": True,
        "deny_purge": True,
        "allow_atomic": True,
        "duplicate_window": 1_000_000_000,
    }
    await ask(nc, f"STREAM.CREATE.{GEBEURTENISSEN}", {**eigen, "num_replicas": 1, instelling: waarde})
    with pytest.raises(StroomVerschilt, match=woorden) as fout:
        await provision(nc)
    assert str(fout.value).count("moet zijn") == 1


async def test_op_gebeurtenissen_valt_niets_te_wissen(nc: Client) -> None:
    """No client can delete or purge what was told."""
    await provision(nc)
    seq = json.loads((await nc.request("gebeurtenis.intake.gm0637.alle.Geteld", b"{}", timeout=5)).data)["seq"]
    with pytest.raises(ApiError):
        await ask(nc, f"STREAM.MSG.DELETE.{GEBEURTENISSEN}", {"seq": seq})
    with pytest.raises(ApiError):
        await ask(nc, f"STREAM.PURGE.{GEBEURTENISSEN}")
    assert await get_message(nc, GEBEURTENISSEN, {"seq": seq}) is not None


async def test_coa_bewaart_incidenten_en_geen_hartslag(nc: Client) -> None:
    """Only incidents are buffered, and they can be erased one by one."""
    await provision(nc)
    seq = json.loads((await nc.request("coa.gm0637.rokkeveenseweg.incident", b"{}", timeout=5)).data)["seq"]
    await nc.publish("coa.gm0637.rokkeveenseweg.hartslag", b"")
    await nc.flush()
    assert (await ask(nc, f"STREAM.INFO.{COA}"))["state"]["messages"] == 1
    await ask(nc, f"STREAM.MSG.DELETE.{COA}", {"seq": seq, "no_erase": False})
    assert (await ask(nc, f"STREAM.INFO.{COA}"))["state"]["messages"] == 0

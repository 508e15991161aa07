"""The streams: made once, checked always."""

import pytest
from nats.aio.client import Client

from shared.bus import COA, GEBEURTENISSEN, StroomVerschilt, provision
from shared.bus.api import ApiError, ask


async def test_inrichten_mag_twee_keer(nc: Client) -> None:
    """Provisioning what is there changes nothing."""
    await provision(nc)
    await provision(nc)
    config = (await ask(nc, f"STREAM.INFO.{GEBEURTENISSEN}"))["config"]
    assert (config["storage"], config["discard"], config["allow_atomic"]) == ("file", "new", True)
    assert config["max_age"] == 0


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
    await nc.request("gebeurtenis.intake.gm0637.alle.Geteld", b"{}", timeout=5)
    with pytest.raises(ApiError):
        await ask(nc, f"STREAM.MSG.DELETE.{GEBEURTENISSEN}", {"seq": 1})
    with pytest.raises(ApiError):
        await ask(nc, f"STREAM.PURGE.{GEBEURTENISSEN}")


async def test_coa_bewaart_incidenten_en_geen_hartslag(nc: Client) -> None:
    """Only incidents are buffered, and they can be erased one by one."""
    await provision(nc)
    await nc.request("coa.gm0637.rokkeveenseweg.incident", b"{}", timeout=5)
    await nc.publish("coa.gm0637.rokkeveenseweg.hartslag", b"")
    await nc.flush()
    assert (await ask(nc, f"STREAM.INFO.{COA}"))["state"]["messages"] == 1
    await ask(nc, f"STREAM.MSG.DELETE.{COA}", {"seq": 1, "no_erase": False})
    assert (await ask(nc, f"STREAM.INFO.{COA}"))["state"]["messages"] == 0

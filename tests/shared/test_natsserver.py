"""The embedded server: safe, private, and never left behind."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import nats
import pytest
from nats.errors import NoServersError

from shared.bus import provision
from shared.natsserver import (
    CoaUser,
    NatsServer,
    OnveiligeServer,
    StartMislukt,
    check_server,
    lees_verbinding,
    monitors_for,
)
from shared.natsserver.server import find_binary, read_pid
from tests.wachten import wacht_tot

ROOT = Path(__file__).parents[2]


def _leeft(pid: int) -> bool:
    try:
        staat = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return staat != "Z"


async def test_gereed_en_veilig(tmp_path: Path, gestart: list[NatsServer]) -> None:
    """It takes connections once `start` returns, and syncs every write before it acknowledges (promise 1)."""
    server = NatsServer(tmp_path)
    gestart.append(server)
    verbinding = server.start()
    nc = await nats.connect(verbinding.url)
    await check_server([verbinding.monitor], nc._server_info["server_id"])
    await provision(nc)
    await nc.close()


@pytest.mark.parametrize(
    ("gezet", "geldt"),
    [({}, {b"GOMEMLIMIT=48MiB", b"GOGC=50"}), ({"GOMEMLIMIT": "1GiB"}, {b"GOMEMLIMIT=1GiB", b"GOGC=50"})],
)
def test_het_geheugen_wordt_opgeruimd(
    tmp_path: Path, gestart: list[NatsServer], monkeypatch: pytest.MonkeyPatch, gezet: dict[str, str], geldt: set[bytes]
) -> None:
    """It is told from where on to tidy its memory; an operator who says otherwise is heard."""
    for naam, waarde in gezet.items():
        monkeypatch.setenv(naam, waarde)
    server = NatsServer(tmp_path)
    gestart.append(server)
    server.start()
    pid = read_pid(tmp_path)
    assert geldt <= set(Path(f"/proc/{pid}/environ").read_bytes().split(b"\0"))


async def test_een_server_die_te_vroeg_bevestigt_wordt_geweigerd(tmp_path: Path, gestart: list[NatsServer]) -> None:
    """A server with the usual settings of NATS may lose what it acknowledged, and is refused with what to do."""
    server = NatsServer(tmp_path, sync_interval="2m")
    gestart.append(server)
    with pytest.raises(OnveiligeServer, match="sync_interval: always"):
        await check_server([server.start().monitor])


async def test_wat_niet_te_controleren_is_wordt_geweigerd(tmp_path: Path, gestart: list[NatsServer]) -> None:
    """Without a monitoring port, or with that of another server, nothing is taken on trust."""
    server = NatsServer(tmp_path)
    gestart.append(server)
    verbinding = server.start()
    with pytest.raises(OnveiligeServer, match="MELDKETEN_NATS_MONITOR"):
        await check_server([f"http://127.0.0.1:{verbinding.poort}"])
    with pytest.raises(OnveiligeServer, match="niet een van"):
        await check_server([verbinding.monitor], "NIETDEZE")


def test_waar_de_monitor_van_een_server_is() -> None:
    """The setting names the monitoring ports; without it the usual port of each server is tried."""
    assert monitors_for("nats://u:w@a.intern:4222,nats://b.intern") == ["http://a.intern:8222", "http://b.intern:8222"]
    assert monitors_for("nats://a", "http://m1:1/, http://m2:2") == ["http://m1:1", "http://m2:2"]


def test_wachtwoorden_zijn_alleen_voor_de_eigenaar(tmp_path: Path, gestart: list[NatsServer]) -> None:
    """Configuration and connection file cannot be read by others, and credentials stay the same after a restart."""
    server = NatsServer(tmp_path, coa=[CoaUser("gm0637", "rokkeveenseweg", "geheim-een")])
    gestart.append(server)
    verbinding = server.start()
    for naam in ("nats.conf", "verbinding.json"):
        assert (tmp_path / naam).stat().st_mode & 0o777 == 0o600
    assert lees_verbinding(tmp_path) == verbinding
    server.stop()
    assert server.start() == verbinding


async def test_zonder_wachtwoord_komt_niemand_binnen(tmp_path: Path, gestart: list[NatsServer]) -> None:
    """The port is for who has the credentials."""
    server = NatsServer(tmp_path)
    gestart.append(server)
    verbinding = server.start()
    with pytest.raises((NoServersError, nats.errors.Error)):
        await nats.connect(f"nats://127.0.0.1:{verbinding.poort}", allow_reconnect=False, connect_timeout=1)


async def test_na_een_kill_9_komt_de_server_terug_op_dezelfde_poort(tmp_path: Path, gestart: list[NatsServer]) -> None:
    """A server that dies is started again where clients look for it."""
    server = NatsServer(tmp_path)
    gestart.append(server)
    verbinding = server.start()
    terug = asyncio.Event()
    wacht = asyncio.create_task(server.bewaak(terug.set))
    pid = read_pid(tmp_path)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    await asyncio.wait_for(terug.wait(), 10)
    nc = await nats.connect(verbinding.url)
    await nc.close()
    assert read_pid(tmp_path) != pid
    server.stop()
    await asyncio.wait_for(wacht, 5)


START_EN_WACHT = """
import sys, threading
from pathlib import Path
from shared.natsserver import NatsServer
from shared.natsserver.server import read_pid
server = NatsServer(Path(sys.argv[1]))
starter = threading.Thread(target=server.start)
starter.start(); starter.join()
print(read_pid(server.map), flush=True)
sys.stdin.read()
"""


def test_de_server_sterft_met_wie_hem_startte(tmp_path: Path) -> None:
    """After `kill -9` of the starter nothing keeps running; the thread that started it ending does it no harm."""
    starter = subprocess.Popen(
        [sys.executable, "-c", START_EN_WACHT, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    assert starter.stdout is not None
    pid = int(starter.stdout.readline())
    assert _leeft(pid)
    starter.kill()
    starter.communicate()
    wacht_tot(lambda: not _leeft(pid), op="nats-server is weg")


def test_de_server_sterft_ook_met_zijn_starter_ertussen(tmp_path: Path, gestart: list[NatsServer]) -> None:
    """Killing the small process in between does not leave a server behind either."""
    server = NatsServer(tmp_path)
    gestart.append(server)
    server.start()
    pid = read_pid(tmp_path)
    assert pid is not None
    assert server._launcher is not None
    server._launcher.kill()
    wacht_tot(lambda: not _leeft(pid), op="nats-server is weg")


def test_een_achtergebleven_server_wordt_beeindigd(tmp_path: Path, gestart: list[NatsServer]) -> None:
    """A server of this folder that still runs is ended by the next start, which then has the folder for itself."""
    server = NatsServer(tmp_path)
    gestart.append(server)
    server.start()
    server.stop()
    wees = subprocess.Popen([find_binary(), "-c", str(tmp_path / "nats.conf")])
    opruimer = threading.Thread(target=wees.wait, daemon=True)
    opruimer.start()
    wacht_tot(lambda: read_pid(tmp_path) == wees.pid, op="de wees draait")
    server.start()
    opruimer.join(10)
    assert wees.returncode is not None
    assert read_pid(tmp_path) != wees.pid


def test_een_proces_van_een_ander_blijft_leven(tmp_path: Path, gestart: list[NatsServer]) -> None:
    """A process id that now belongs to something else is left alone."""
    ander = subprocess.Popen(["sleep", "60"])
    (tmp_path / "nats.pid").write_text(str(ander.pid))
    server = NatsServer(tmp_path)
    gestart.append(server)
    server.start()
    assert ander.poll() is None
    ander.kill()
    ander.wait()


def test_een_bezette_poort_wordt_gezegd(tmp_path: Path) -> None:
    """When the chosen port is taken, the reason is in the message."""
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        with pytest.raises(StartMislukt, match="address already in use"):
            NatsServer(tmp_path, poort=bezet.getsockname()[1]).start()


def test_poorten_die_intussen_bezet_zijn_geven_andere(tmp_path: Path, gestart: list[NatsServer]) -> None:
    """When somebody else has the ports of the last time, it starts on others, with the same credentials."""
    server = NatsServer(tmp_path)
    gestart.append(server)
    eerst = server.start()
    server.stop()
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", eerst.poort))
        bezet.listen()
        daarna = server.start()
    assert daarna.poort != eerst.poort
    assert daarna.wachtwoord == eerst.wachtwoord
    assert lees_verbinding(tmp_path) == daarna

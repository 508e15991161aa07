"""Three real NATS servers on loopback, from the configuration that an operator gets: TLS, keys, rights, replicas."""

import os
import shutil
import signal
import socket
import subprocess
from contextlib import ExitStack
from pathlib import Path

import httpx

from shared.bus.streams import GEBEURTENISSEN
from shared.natsserver.server import find_binary
from shared.nkey import USER, Sleutelpaar, maak
from tests.faults.certificaten import maak_certificaten
from tests.faults.lijnen import Lijnen
from tests.wachten import wacht_tot

CONFIG = Path(__file__).parents[2] / "deploy" / "nats" / "cluster.conf"
SERVERS = range(3)
WIE = ("beheer", "intake", "overleg", "escalatie", "rapportage", "keten")


class Cluster:
    """Servers that can be killed, frozen, cut off, wiped and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.keys = {wie: self._sleutel(wie) for wie in WIE}
        self.ca = maak_certificaten(folder)
        poorten = _vrije_poorten(3 * len(SERVERS))
        self._client, self._monitor, self._route = poorten[:3], poorten[3:6], poorten[6:]
        self.lijnen = Lijnen(self._route)
        self._config = _zonder_rondvertellen(folder)
        self._processen: dict[int, subprocess.Popen[bytes]] = {}

    @property
    def urls(self) -> str:
        """Addresses for clients."""
        return ",".join(f"tls://127.0.0.1:{poort}" for poort in self._client)

    @property
    def monitors(self) -> str:
        """Addresses for `MELDKETEN_NATS_MONITOR`."""
        return ",".join(f"http://127.0.0.1:{poort}" for poort in self._monitor)

    def seed(self, wie: str) -> Path:
        """Return the file with the seed of a process."""
        return self.folder / f"{wie}.nk"

    def instellingen(self, wie: str = "keten") -> dict[str, str]:
        """Settings of a process that uses this cluster."""
        return {
            "MELDKETEN_NATS": self.urls,
            "MELDKETEN_NATS_MONITOR": self.monitors,
            "MELDKETEN_NATS_REPLICAS": "3",
            "MELDKETEN_NATS_NKEY": str(self.seed(wie)),
            "MELDKETEN_NATS_CA": str(self.ca),
        }

    def start(self, *welke: int) -> None:
        """Start these servers (all without a name), and wait until each knows who leads."""
        for nummer in welke or SERVERS:
            uit = (self.folder / f"{nummer}.log").open("ab")
            self._processen[nummer] = subprocess.Popen(
                [find_binary(), "-c", str(self._config)], env=self._omgeving(nummer), stdout=uit, stderr=uit
            )
        self._wacht_op_leider()

    def kill(self, nummer: int) -> None:
        """End a server as a power cut does."""
        proces = self._processen.pop(nummer)
        proces.kill()
        proces.wait(10)

    def bevries(self, nummer: int) -> None:
        """Let a server hang: it keeps its connections and says nothing any more."""
        self._processen[nummer].send_signal(signal.SIGSTOP)

    def ontdooi(self, nummer: int) -> None:
        """Let it go on, with the ideas that it had."""
        self._processen[nummer].send_signal(signal.SIGCONT)

    def knip(self, nummer: int) -> None:
        """Cut a server off from the others; whoever speaks with it from outside still does."""
        self.lijnen.knip(nummer)

    def verbind(self) -> None:
        """Mend every line, and wait until each knows who leads."""
        self.lijnen.herstel()
        wacht_tot(
            lambda: len({self._leider_volgens(nummer) for nummer in self._processen} - {None}) == 1, 60, op="eens"
        )
        self._wacht_op_leider()

    def wis(self, nummer: int) -> None:
        """Throw away everything that a stopped server kept."""
        shutil.rmtree(self.folder / f"map{nummer}")

    def stop(self) -> None:
        """End all."""
        with ExitStack() as stack:
            stack.callback(self.lijnen.stop)
            for nummer in list(self._processen):
                stack.callback(self.kill, nummer)

    def _wacht_op_leider(self) -> None:
        wacht_tot(lambda: all(map(self._leider_volgens, self._processen)), 30, op="leider")

    def _leider_volgens(self, nummer: int) -> str | None:
        leider: str | None = self._jsz(nummer).get("meta_cluster", {}).get("leader")
        return leider

    def stroomleider(self) -> int:
        """Return which server leads the stream of events."""
        return wacht_tot(lambda: [n for n in self._processen if self._stroom(n).get("leider") == f"nats-{n}"], 30)[0]

    def berichten(self) -> list[int]:
        """Return how many events each server holds."""
        return [self._stroom(nummer).get("berichten", 0) for nummer in self._processen]

    def _sleutel(self, wie: str) -> Sleutelpaar:
        key = maak(USER)
        self.seed(wie).write_text(key.seed)
        return key

    def _stroom(self, nummer: int) -> dict:
        for account in self._jsz(nummer).get("account_details", []):
            for stroom in account.get("stream_detail", []):
                if stroom["name"] == GEBEURTENISSEN:
                    cluster = stroom.get("cluster") or {}
                    return {"leider": cluster.get("leader"), "berichten": stroom["state"]["messages"]}
        return {}

    def _jsz(self, nummer: int) -> dict:
        adres = f"http://127.0.0.1:{self._monitor[nummer]}/jsz"
        try:
            return httpx.get(adres, params={"streams": "1", "accounts": "1"}, timeout=1).json()
        except httpx.HTTPError:
            return {}

    def _omgeving(self, nummer: int) -> dict[str, str]:
        routes = ", ".join(f'"tls://127.0.0.1:{poort}"' for poort in self.lijnen.vanaf(nummer))
        return {
            **os.environ,
            **{f"MELDKETEN_NKEY_{wie.upper()}": key.publiek for wie, key in self.keys.items()},
            "MELDKETEN_NATS_NAAM": f"nats-{nummer}",
            "MELDKETEN_NATS_LUISTERT": f'"127.0.0.1:{self._client[nummer]}"',
            "MELDKETEN_NATS_MONITOR_OP": f'"127.0.0.1:{self._monitor[nummer]}"',
            "MELDKETEN_NATS_CLUSTER_OP": f'"127.0.0.1:{self._route[nummer]}"',
            "MELDKETEN_NATS_ROUTES": f"[ {routes} ]",
            "MELDKETEN_NATS_MAP": f'"{self.folder}/map{nummer}"',
            "MELDKETEN_NATS_CERTIFICAAT": f'"{self.folder}/server.pem"',
            "MELDKETEN_NATS_CERTIFICAATSLEUTEL": f'"{self.folder}/server.key"',
            "MELDKETEN_NATS_CA": f'"{self.ca}"',
        }


def _zonder_rondvertellen(folder: Path) -> Path:
    """Return the operator's configuration, but servers do not tell each other addresses that go past the lines."""
    for deel in CONFIG.parent.glob("*.conf"):
        shutil.copy(deel, folder)
    config, cluster = folder / CONFIG.name, "cluster {\n"
    tekst = CONFIG.read_text()
    assert cluster in tekst
    config.write_text(tekst.replace(cluster, f"{cluster}  no_advertise: true\n"))
    return config


def _vrije_poorten(aantal: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(aantal)]
        for sock in sockets:
            sock.bind(("127.0.0.1", 0))
        return [sock.getsockname()[1] for sock in sockets]

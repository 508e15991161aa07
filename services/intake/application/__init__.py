"""What intake does: accept what comes in at any door, and look it up."""

from services.intake.application.behandeling import Behandeling
from services.intake.application.dienst import FORMULIER, IEDEREEN, Afzender, Intakedienst, Ontvangst, UseCase
from services.intake.application.doorzetten import Doorzetting
from services.intake.application.gelijkend import Gelijkenissen
from services.intake.application.hartslag import Hartslagen
from services.intake.application.inzage import Filter, Inzage, Melding
from services.intake.application.lezen import Gelezen, lees, lees_json
from services.intake.application.quarantaine import ALSNOG, Apart, Quarantaine, Wachtend
from services.intake.application.verband import Doorgezet, Gekoppeld, Verband
from services.intake.application.vraag import Vraag

__all__ = [
    "ALSNOG",
    "FORMULIER",
    "IEDEREEN",
    "Afzender",
    "Apart",
    "Behandeling",
    "Doorgezet",
    "Doorzetting",
    "Filter",
    "Gekoppeld",
    "Gelezen",
    "Gelijkenissen",
    "Hartslagen",
    "Intakedienst",
    "Inzage",
    "Melding",
    "Ontvangst",
    "Quarantaine",
    "UseCase",
    "Verband",
    "Vraag",
    "Wachtend",
    "lees",
    "lees_json",
]

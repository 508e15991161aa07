"""What rapportage keeps: the log of what it received, and the views made of it."""

from services.rapportage.store.bewaren import bewaar, bewaar_samen
from services.rapportage.store.herbouw import herbouw, verschillen
from services.rapportage.store.kerncijfers import Cijfervragen
from services.rapportage.store.publicaties import PUBLICATIES
from services.rapportage.store.staten import Staatvragen
from services.rapportage.store.tabellen import LOGBOEK
from services.rapportage.store.verloop import Verloopvragen
from services.rapportage.store.vorm import schik
from services.rapportage.store.vormen import gebeurd
from services.rapportage.store.vragen import Vragen
from services.rapportage.store.weekvragen import Weekvragen
from services.rapportage.store.zaken import Zaakvragen

__all__ = [
    "LOGBOEK",
    "PUBLICATIES",
    "Cijfervragen",
    "Staatvragen",
    "Verloopvragen",
    "Vragen",
    "Weekvragen",
    "Zaakvragen",
    "bewaar",
    "bewaar_samen",
    "gebeurd",
    "herbouw",
    "schik",
    "verschillen",
]

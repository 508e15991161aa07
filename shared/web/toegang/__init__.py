"""Who may do what, and who is who: the table of actions, keys, sessions and sign-in links."""

from shared.web.toegang.acties import ACTIES, OPENBAAR
from shared.web.toegang.keys import Sleutel
from shared.web.toegang.store import Toegang, open_toegang
from shared.web.toegang.wie import Wie, eis_locatie, mag, mag_locatie, wie

__all__ = [
    "ACTIES",
    "OPENBAAR",
    "Sleutel",
    "Toegang",
    "Wie",
    "eis_locatie",
    "mag",
    "mag_locatie",
    "open_toegang",
    "wie",
]

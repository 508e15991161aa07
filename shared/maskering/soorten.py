"""Every kind that is masked, the most certain first: a find keeps its piece from those after it."""

from collections.abc import Callable, Iterator

from shared.maskering.adres import adressen
from shared.maskering.kenteken import kentekens
from shared.maskering.nummers import bsns, ibans, v_nummers
from shared.maskering.online import emails, gebruikersnamen
from shared.maskering.telefoon import telefoonnummers

Zoeker = Callable[[str], Iterator[tuple[int, int]]]
SOORTEN: tuple[tuple[str, Zoeker], ...] = (
    ("e-mail", emails),
    ("gebruikersnaam", gebruikersnamen),
    ("iban", ibans),
    ("telefoonnummer", telefoonnummers),
    ("bsn", bsns),
    ("v-nummer", v_nummers),
    ("kenteken", kentekens),
    ("adres", adressen),
)

"""Every kind that is masked, the most certain first: a find keeps its piece from those after it."""

from collections.abc import Callable, Iterator

from shared.maskering.accounts import accounts
from shared.maskering.adres import adressen
from shared.maskering.geboorte import geboortedatums
from shared.maskering.kenteken import kentekens
from shared.maskering.nummers import bsns, ibans, v_nummers
from shared.maskering.online import gebruikersnamen
from shared.maskering.post import emails
from shared.maskering.telefoon import telefoonnummers

Zoeker = Callable[[str], Iterator[tuple[int, int]]]
EMAIL, NAAM = "e-mail", "naam"
"""A name is found last, in what the others leave; an address may say what one is."""
ZELF_GEMASKEERD = ("weggehaald", "gemaskeerd")
"""What the person typing took out on the page, and what staff took out afterwards."""
SOORTEN: tuple[tuple[str, Zoeker], ...] = (
    (EMAIL, emails),
    ("gebruikersnaam", gebruikersnamen),
    ("iban", ibans),
    ("geboortedatum", geboortedatums),
    ("telefoonnummer", telefoonnummers),
    ("bsn", bsns),
    ("v-nummer", v_nummers),
    ("kenteken", kentekens),
    ("adres", adressen),
    ("gebruikersnaam", accounts),
)
ADRES = next(rang for rang, (soort, _) in enumerate(SOORTEN) if soort == "adres")
"""The place of addresses in it: a town may follow those."""

"""What a municipality promises its reporters: whom to call, what they hear, and how long anything is kept."""

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from shared.profiel.schema.basis import Deel, MetRegel
from shared.profiel.vormen import Code, Duur, Naam, Nummer, Zin

Aanleiding = Literal["ontvangen", "besproken", "gesloten", "vraag"]
Bewaarsoort = Literal["toelichting", "gesprek", "contact", "volgcode", "quarantaine"]
Kaartwoorden = Annotated[str, StringConstraints(min_length=1, max_length=60)]
"""A card is one page: its words are few."""
Berichttekst = Annotated[str, StringConstraints(min_length=1, max_length=600)]


class Goedkeuring(MetRegel):
    """COA and police were consulted beforehand, and then it was approved (LVS-4); without all three it is not used."""

    coa_geraadpleegd_op: date | None = None
    politie_geraadpleegd_op: date | None = None
    goedgekeurd_op: date | None = None


class Sjabloon(Goedkeuring):
    """A text that reporters get. `{gemeente}`, `{locatie}` and `{adres}` (of the page to follow) are filled in."""

    code: Code
    aanleiding: Aanleiding
    titel: Naam
    tekst: Berichttekst


class Lijn(Goedkeuring):
    """What a free question to a reporter keeps to."""

    tekst: Zin


class Melderzin(Goedkeuring):
    """A sentence that a meeting may let the reporter of a melding read; nothing is filled in."""

    code: Code
    tekst: Zin


class Terugkoppelen(Deel):
    """How reporters hear more (KG-2.3c).

    `mail` and `sms` name what in the environment holds the Apprise address; in that, `{aan}` is where it goes.
    """

    mail: str = "${MELDKETEN_TERUGKOPPELING_MAIL}"
    sms: str = "${MELDKETEN_TERUGKOPPELING_SMS}"
    sjablonen: tuple[Sjabloon, ...] = ()
    lijn: Lijn | None = None
    zinnen: tuple[Melderzin, ...] = ()


class Bewaartermijn(MetRegel):
    """How long something is kept, from receipt or from the end of the melding.

    `hoogstens` counts from receipt, for a melding that nobody ever closes.
    """

    soort: Bewaarsoort
    termijn: Duur
    vanaf: Literal["ontvangst", "einde"] = "ontvangst"
    hoogstens: Duur | None = None


class Meldkaartregel(Deel):
    """Where to go with one kind of thing: a number to call, a page to visit, or both."""

    waarvoor: Kaartwoorden
    wie: Kaartwoorden
    nummer: Nummer | None = None
    website: (
        Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+\.[a-z]{2,10}(/[a-z0-9/-]*)?$", max_length=40)] | None
    ) = None
    wanneer: Kaartwoorden = "dag en nacht"


class Meldkaart(MetRegel):
    """Whom to call for what around one location (TB-2.5): fits on one page."""

    locatie: Code
    regels: Annotated[tuple[Meldkaartregel, ...], Field(min_length=1, max_length=14)]
    onderaan: Annotated[str, StringConstraints(min_length=1, max_length=300)] | None = None


VANZELF: dict[Bewaarsoort, tuple[timedelta, timedelta]] = {
    "toelichting": (timedelta(days=365), timedelta(days=365)),
    "gesprek": (timedelta(days=365), timedelta(days=365)),
    "contact": (timedelta(days=14), timedelta(days=180)),
    "volgcode": (timedelta(days=365), timedelta(days=365)),
    "quarantaine": (timedelta(days=30), timedelta(days=30)),
}
"""Where a profile is silent: the term, and the most from receipt. Short, for nobody chose to keep it longer."""

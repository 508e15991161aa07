"""Whose melding it is: senders, and the places they may speak for and look at."""

from collections.abc import Mapping
from typing import Any

from services.intake.application.dienst import IEDEREEN, Afzender
from services.intake.application.inzage import Melding
from services.intake.behandeling import Stand
from services.intake.opgave import Opgave
from shared.facts import NietGevonden
from shared.profiel import Rol
from shared.web import Wie, eis_locatie, mag, mag_locatie
from shared.web.weigering import GeenToegang

ONBEKEND = "Deze melding kennen we niet. Controleer het nummer."


def afzender(wie: Wie) -> Afzender:
    """Who sends: a location stays the same sender when its key is renewed."""
    if not wie.aangemeld:
        return IEDEREEN
    return Afzender(f"{wie.rol}:{wie.gemeente or ''}:{wie.locatie}" if wie.locatie else wie.id, medewerker=True)


def eis_registreren(wie: Wie) -> None:
    """Refuse a role that does not register meldingen; the public may.

    Raises:
        GeenToegang: 403.
    """
    if wie.aangemeld and not mag(wie, "melding.registreren"):
        raise GeenToegang("Uw rol registreert geen meldingen.")


def eis_binnen(wie: Wie, opgave: Opgave) -> None:
    """Refuse a statement about another location or municipality than one's own.

    Raises:
        GeenToegang: 403.
    """
    eigen_locatie(wie, opgave.locatie)
    eigen_gemeente(wie, opgave.gemeente)


def eigen_locatie(wie: Wie, gevraagd: str | None) -> str | None:
    """Return which location to look at: the one asked for, or one's own.

    Raises:
        GeenToegang: it is not theirs.
    """
    if gevraagd is not None:
        eis_locatie(wie, gevraagd)
    return gevraagd or wie.locatie


def eigen_gemeente(wie: Wie, gevraagd: str | None) -> str | None:
    """Do the same for a municipality.

    Raises:
        GeenToegang: it is not theirs.
    """
    if gevraagd is not None and wie.gemeente not in (None, gevraagd):
        raise GeenToegang("U ziet alleen uw eigen gemeente.")
    return gevraagd or wie.gemeente


def eis_zichtbaar(wie: Wie, inhoud: Mapping[str, Any]) -> None:
    """Hide a melding of a place that is not theirs: for them it does not exist.

    Raises:
        NietGevonden: 404.
    """
    if not mag_zien(wie, gemeente=inhoud["gemeente"], locatie=inhoud["locatie"]):
        raise NietGevonden(ONBEKEND)


def mag_zien(wie: Wie, *, gemeente: str, locatie: str) -> bool:
    """Whether what happened there is theirs to see."""
    return mag_locatie(wie, locatie) and wie.gemeente in (None, gemeente)


def is_gewaarschuwd(wie: Wie, gevolgen: object) -> bool:
    """Whether they are of those who are warned about an incident with consequences for public order (LVS-0.3)."""
    return bool(gevolgen) and mag(wie, "alarmtekst.lezen")


def leest_incident(wie: Wie, melding: Melding) -> bool:
    """Whether they read what happened: as who is warned about it, or as the location that reported it."""
    eigen = melding.soort == "incident" and mag(wie, "incidenttekst.lezen")
    return eigen or is_gewaarschuwd(wie, melding.inhoud.get("gevolgenOpenbareOrde"))


def eis_wijzigen(wie: Wie, stand: Stand) -> None:
    """Let the COA change its own incidents alone; what else its location concerns it may read.

    Raises:
        GeenToegang: 403.
    """
    if wie.rol is Rol.COA and not stand.is_incident:
        raise GeenToegang("U kunt alleen incidenten van uw eigen locatie wijzigen.")

"""The one table: who may do what."""

import pytest

from shared.profiel.schema import Rol
from shared.web.toegang import ACTIES, OPENBAAR, Wie, mag, mag_locatie

GEVOELIG = {
    "incident.melden": {Rol.COA},
    "maatregel.opleggen": {Rol.BURGEMEESTER, Rol.OM, Rol.POLITIE, Rol.OOV},
    "contact.lezen": {Rol.MELDPUNT},
    "contact.wissen": {Rol.MELDPUNT},
    "betrokkene.lezen": {Rol.OOV, Rol.BURGEMEESTER},
    "toelichting.lezen": {Rol.MELDPUNT, Rol.OOV},
    "alarmtekst.lezen": {Rol.POLITIE, Rol.BURGEMEESTER, Rol.PIKET},
    "incidenttekst.lezen": {Rol.COA},
}


@pytest.mark.parametrize(("actie", "rollen"), GEVOELIG.items())
def test_wie_wat_gevoelig_is_mag(actie: str, rollen: set[Rol]) -> None:
    """What the contract says about who sees and does what, role by role."""
    assert {rol for rol in Rol if mag(Wie(rol), actie)} == rollen
    assert not mag(Wie(), actie)


@pytest.mark.parametrize("actie", [actie for actie, rollen in ACTIES.items() if rollen is not OPENBAAR])
def test_zonder_aanmelding_gaat_alleen_open_wat_open_is(actie: str) -> None:
    """Nobody without a key or a session does what is not open."""
    assert not mag(Wie(), actie)


def test_openbaar_is_een_korte_lijst() -> None:
    """What is open to everyone is decided one by one, here."""
    assert {actie for actie, rollen in ACTIES.items() if rollen is OPENBAAR} == {
        "melding.doen",
        "melding.volgen",
        "groep.melden",
        "meldkaart.lezen",
        "agenda.volgen",
        "open-data.lezen",
        "escalatie.bevestigen-met-link",
        "vandaag.lezen",
        "uitleg.lezen",
        "gezondheid.lezen",
        "metingen.lezen",
        "aanmelden",
        "aanmelden.extern",
    }


@pytest.mark.parametrize("rol", Rol)
def test_een_onbekende_actie_mag_niemand(rol: Rol) -> None:
    """What is not in the table is not allowed, to anyone."""
    assert not mag(Wie(rol), "wissen.alles")


def test_een_lege_verzameling_is_niet_openbaar() -> None:
    """Open is a word of its own: no roles means nobody."""
    assert ACTIES["melding.doen"] is OPENBAAR
    assert frozenset[Rol]() is not OPENBAAR


def test_locatie_is_een_grens() -> None:
    """Who is bound to a location sees that one; coa is always bound; others without one see all."""
    assert mag_locatie(Wie(Rol.COA, "a"), "a")
    assert not mag_locatie(Wie(Rol.COA, "a"), "b")
    assert not mag_locatie(Wie(Rol.COA), "a")
    assert not mag_locatie(Wie(Rol.POLITIE, "a"), "b")
    assert mag_locatie(Wie(Rol.OOV), "a")

"""A contact goes into the vault before its melding is taken: of what is not taken anew, nothing stays there."""

import sqlite3

import pytest

from shared.profiel import Rol
from tests.intake.melderpost import ADRES
from tests.intake.proef import MELDING, MELDINGEN, Proef

MET_CONTACT = {**MELDING, "bron": "app", "kenmerk": "1", "terugkoppeling": {"email": ADRES}}


def in_de_kluis(proef: Proef) -> tuple[int, int]:
    """How many contacts there are, and how many keys."""
    aantallen = []
    for bestand, vraag in (
        ("kluis.db", "SELECT count(*) FROM kluis_inhoud"),
        ("sleutels.db", "SELECT count(*) FROM kluis_sleutels"),
    ):
        with sqlite3.connect(proef.omgeving.instellingen.data / bestand) as verbinding:
            aantallen.append(verbinding.execute(vraag).fetchone()[0])
    return aantallen[0], aantallen[1]


@pytest.mark.parametrize(("anders", "code"), [({}, 200), ({"thema": "geluid"}, 409)])
async def test_een_herhaling_laat_geen_tweede_contact_achter(proef: Proef, anders: dict[str, str], code: int) -> None:
    """The same again is the same melding; another under its reference is refused; the first contact is the only one."""
    meldpunt = proef.als(Rol.MELDPUNT)
    assert (await meldpunt.post(MELDINGEN, json=MET_CONTACT)).status_code == 201
    assert in_de_kluis(proef) == (1, 1)
    assert (await meldpunt.post(MELDINGEN, json={**MET_CONTACT, **anders})).status_code == code
    assert in_de_kluis(proef) == (1, 1)


async def test_een_weigering_laat_geen_contact_achter(proef: Proef) -> None:
    """What is refused leaves nothing of who sent it."""
    geweigerd = {**MET_CONTACT, "locatie": "bestaat-niet"}
    assert (await proef.als(Rol.MELDPUNT).post(MELDINGEN, json=geweigerd)).status_code == 400
    assert in_de_kluis(proef) == (0, 0)


async def test_een_regeleinde_telt_als_een_teken(proef: Proef) -> None:
    """A form sends two characters for each: the longest text that a page lets somebody type is taken."""
    tekst = "ab\r\n" * 1333
    assert (await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": tekst})).status_code == 201
    assert proef.rijen("SELECT tekst FROM teksten") == [(("ab\n" * 1333).strip(),)]

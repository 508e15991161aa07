"""Who reads service times, with which period, and in which words."""

import pytest

from services.rapportage.verloop.duren import in_woorden, procent
from shared.profiel import Rol
from tests.rapportage.deur import Deur
from tests.rapportage.feiten import LOCATIE
from tests.web import bezoeker

PAD = "/rapportage/v1/doorlooptijden"


@pytest.mark.parametrize(
    ("vraag_", "status", "veld"),
    [
        ({"van": "gisteren"}, 400, "van"),
        ({"tot": "2026-11-31"}, 400, "tot"),
        ({"van": "2026-11-20", "tot": "2026-11-19"}, 400, "van"),
        ({"van": "2001-01-01"}, 400, "van"),
        ({"peildatum": "2030-01-01"}, 400, "peildatum"),
        ({"locatie": "utopia"}, 404, None),
    ],
)
async def test_een_verkeerde_periode_krijgt_een_duidelijk_antwoord(
    deur: Deur, vraag_: dict[str, str], status: int, veld: str | None
) -> None:
    """A problem that names the field."""
    async with deur.sleutel(Rol.OOV) as client:
        antwoord = await client.get(PAD, params={"locatie": LOCATIE, **vraag_})
    assert antwoord.status_code == status
    assert [fout["veld"] for fout in antwoord.json().get("fouten") or []] == ([veld] if veld else [])


async def test_wie_doorlooptijden_mag_lezen(deur: Deur) -> None:
    """Who may read the weekbeeld, of the own location alone."""
    async with bezoeker(deur.app) as client:
        assert (await client.get(PAD, params={"locatie": LOCATIE})).status_code == 401
    for rol, plek, status in ((Rol.RAAD, None, 403), (Rol.COA, "zoetermeer", 403), (Rol.COA, LOCATIE, 200)):
        async with deur.sleutel(rol, plek) as client:
            assert (await client.get(PAD, params={"locatie": LOCATIE})).status_code == status


async def test_doorlooptijden_als_pagina(deur: Deur) -> None:
    """Each step in a table with its words; a wrong date stands at its field."""
    client = await deur.sessie(Rol.OOV)
    html = (await client.get("/rapportage/doorlooptijden")).text
    fout = await client.get("/rapportage/doorlooptijden?van=9")
    await client.aclose()
    for tekst in ("Doorlooptijden Noodopvang", "Op een agenda gezet", "te weinig gevallen", "Hoe dit is berekend"):
        assert tekst in html
    assert html.count("<table") == html.count("<caption>")
    assert (fout.status_code, "Er klopt iets niet" in fout.text) == (400, True)


@pytest.mark.parametrize(
    ("seconden", "woorden"),
    [
        (None, "te weinig gevallen"),
        (0, "minder dan een minuut"),
        (60, "1 minuut"),
        (3_600, "1 uur"),
        (5_400, "1 uur en 30 minuten"),
        (86_400, "1 dag"),
        (183_600, "2 dagen en 3 uur"),
    ],
)
def test_een_duur_in_woorden(seconden: int | None, woorden: str) -> None:
    """In the two largest units."""
    assert in_woorden(seconden) == woorden


def test_een_aandeel_in_woorden() -> None:
    """As a percentage with a comma."""
    assert [procent(deel) for deel in (None, 0.875, 1.0)] == ["te weinig gevallen", "87,5%", "100%"]

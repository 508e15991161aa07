"""What changes something over the API is JSON, and comes from no other site."""

import json

import pytest

from shared.profiel import Rol
from shared.web.problem import MEDIA_TYPE
from tests.intake.proef import MELDING, MELDINGEN, Proef

LIJF = json.dumps(MELDING).encode()
VERKEERD = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "image/jpeg", "")


@pytest.mark.parametrize("soort", VERKEERD)
async def test_een_ander_soort_inhoud(soort: str, proef: Proef) -> None:
    """415 with a problem that says what to send and why no files; with a key too; and nothing is stored."""
    for client in (proef.publiek, proef.als(Rol.MELDPUNT)):
        antwoord = await client.post(MELDINGEN, content=LIJF, headers={"Content-Type": soort})
        assert antwoord.status_code == 415
        assert antwoord.headers["content-type"] == MEDIA_TYPE
        assert "application/json" in antwoord.json()["detail"]
        assert "foto" in antwoord.json()["detail"]
    assert proef.feiten() == []


async def test_van_een_andere_site(proef: Proef) -> None:
    """A page elsewhere cannot let its visitors report here; a key may come from anywhere."""
    for waarvandaan in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elders.example"}):
        assert (await proef.publiek.post(MELDINGEN, json=MELDING, headers=waarvandaan)).status_code == 403
        assert (await proef.als(Rol.MELDPUNT).post(MELDINGEN, json=MELDING, headers=waarvandaan)).status_code == 201
    assert (await proef.publiek.post(MELDINGEN, json=MELDING)).status_code == 201


async def test_json_met_een_tekenset_of_een_eigen_naam(proef: Proef) -> None:
    """What is JSON by another name is taken."""
    for soort in ("application/json; charset=utf-8", "Application/JSON", "application/vnd.gemeente+json"):
        antwoord = await proef.publiek.post(MELDINGEN, content=LIJF, headers={"Content-Type": soort})
        assert antwoord.status_code == 201

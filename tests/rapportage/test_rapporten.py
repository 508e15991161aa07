"""A report in a file says what the API says to `oov`."""

import asyncio
import json

import pytest

from meldketen.rapporten import SOORTEN, rapport
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol
from tests.rapportage.deur import Deur
from tests.rapportage.feiten import LOCATIE
from tests.rapportage.verhaal import NU

API = {
    "week": "weekbeelden?",
    "kwartaal": "verslagen?soort=kwartaal&",
    "jaar": "verslagen?soort=jaar&",
    "evaluatie": "evaluaties?",
    "raad": "raadsverslagen?soort=jaar&",
    "tussentijds": "raadsverslagen?soort=tussentijds&",
    "eind": "raadsverslagen?soort=eind&",
}


@pytest.mark.parametrize("soort", SOORTEN)
async def test_elke_vorm_is_die_van_de_api(deur: Deur, ledger: Ledger, profielen: Profielen, soort: str) -> None:
    """JSON means the same, CSV is the same bytes, the sheets and the paper are what they claim to be."""
    pad = f"/rapportage/v1/{API[soort]}locatie={LOCATIE}&peildatum=2026-11-19"
    async with deur.sleutel(Rol.OOV) as client:
        als_json = (await client.get(pad)).json()
        als_csv = (await client.get(f"{pad}&formaat=csv")).content
    # In a thread: it starts a loop of its own, as a command does.
    stuk = await asyncio.to_thread(rapport, ledger, profielen, soort, LOCATIE, None, NU, "2026-11-19")
    assert json.loads(stuk.bytes_als("json")) == als_json
    assert stuk.bytes_als("csv") == als_csv
    assert stuk.bytes_als("pdf").startswith(b"%PDF")
    for einde in ("ods", "xlsx"):
        assert stuk.bytes_als(einde).startswith(b"PK")

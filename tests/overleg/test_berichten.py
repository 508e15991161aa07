"""What goes out about meldingen: consulted first, approved, or with a reason for the hurry (LVS-4)."""

from shared.contracts.overleg import (
    BerichtGepubliceerd,
)
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.voorbeelden import PLEK

API = "/overleg/v1"


async def test_met_spoed_alleen_met_reden_en_door_de_gemeente(kantoor: Kantoor) -> None:
    """Without both consultations nothing goes out, save with a recorded reason of who approves (LVS-4)."""
    schrijft, keurt = kantoor.als(Rol.COMMUNICATIE), kantoor.als(Rol.BURGEMEESTER)
    wat = {"onderwerp": "Rust", "tekst": "Blijf thuis.", "publiek": ["media"], "locatie": PLEK}
    pad = f"{API}/berichten/{(await schrijft.post(f'{API}/berichten', json=wat)).json()['berichtId']}"
    spoed = {"spoedReden": "Er is gevaar."}
    assert (await keurt.post(f"{pad}/_publiceer", json=spoed)).status_code == 409
    await schrijft.post(f"{pad}/_leg-voor")
    await kantoor.als(Rol.COA, PLEK).post(f"{pad}/_raadpleeg", json={"instemming": False, "opmerking": "Wacht."})
    zonder = await keurt.post(f"{pad}/_publiceer")
    assert (zonder.status_code, zonder.json()["regel"]) == (409, "LVS-4")
    assert (await schrijft.post(f"{pad}/_publiceer", json=spoed)).status_code == 403
    uit = (await keurt.post(f"{pad}/_publiceer", json=spoed)).json()
    assert (uit["stap"], uit["spoed"], uit["spoedreden"]) == ("gepubliceerd", True, "Er is gevaar.")
    (feit,) = kantoor.proef.feiten(BerichtGepubliceerd)
    assert isinstance(feit, BerichtGepubliceerd)
    assert feit.niet_geraadpleegd == ("politie",)


async def test_een_andere_tekst_is_een_nieuwe_raadpleging(kantoor: Kantoor) -> None:
    """Who agreed to an earlier text did not agree to this one (LVS-4)."""
    schrijft = kantoor.als(Rol.COMMUNICATIE)
    wat = {"onderwerp": "Rust", "tekst": "Eerste.", "publiek": ["raad"], "locatie": PLEK}
    pad = f"{API}/berichten/{(await schrijft.post(f'{API}/berichten', json=wat)).json()['berichtId']}"
    await schrijft.post(f"{pad}/_leg-voor")
    for rol, plek in ((Rol.COA, PLEK), (Rol.POLITIE, None)):
        assert (await kantoor.als(rol, plek).post(f"{pad}/_raadpleeg", json={"instemming": True})).status_code == 200
    await schrijft.post(f"{pad}/_wijzig", json={**wat, "tekst": "Tweede."})
    await schrijft.post(f"{pad}/_leg-voor")
    keur = await kantoor.als(Rol.OOV).post(f"{pad}/_keur-goed")
    assert (keur.status_code, keur.json()["regel"]) == (409, "LVS-4")

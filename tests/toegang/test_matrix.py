"""Who may do what, tried: every role on every way in, as the site itself names them."""

import pytest

from shared.web.toegang import ACTIES, OPENBAAR
from tests.toegang.asgi import Antwoord
from tests.toegang.huis import PUBLIEK, ROLLEN, Huis

pytestmark = pytest.mark.asyncio(loop_scope="module")
ZONDER_REGEL = {"/intake/v1", "/overleg/v1", "/escalatie/v1", "/rapportage/v1"}
"""Whose description everybody may read."""
NIET_GEREED = {"/gereed"}
"""There is no message server here, and it says so."""
KOPPEN = {
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=31536000",
    "cache-control": ("no-store", "private, no-cache"),  # a step of the public form can be gone back to
}
COOKIE = ("Secure", "HttpOnly", "SameSite=lax", "Path=/")
ROL = "Uw rol mag dit niet"


def _oordeel(weg: str, antwoord: Antwoord, *, mag: bool, publiek: bool) -> str:
    """Say what is wrong with an answer; empty: nothing."""
    if not mag:
        goed = antwoord.status == 401 if publiek else antwoord.status == 403 and ROL in antwoord.tekst
        return "" if goed else f"{antwoord.status}, moet geweigerd zijn"
    if antwoord.status >= 500 and weg not in NIET_GEREED:
        return f"{antwoord.status}, valt om"
    return f"{antwoord.status}, mag wel" if antwoord.status in {401, 405} or ROL in antwoord.tekst else ""


def _koppen(antwoord: Antwoord) -> str:
    """Say what an answer lacks that keeps a browser from being used against somebody; empty: nothing."""
    kop = antwoord.headers
    mist = [naam for naam, begin in KOPPEN.items() if not kop.get(naam, "").startswith(begin)]
    los = [een for een in antwoord.cookies if not een.startswith("__Host-") or not all(d in een for d in COOKIE)]
    elders = [kop["location"]] if kop.get("location", "/")[:1] != "/" or kop.get("location", "/")[1:2] == "/" else []
    return ", ".join([*mist, *los, *elders])


@pytest.mark.parametrize("rol", ROLLEN)
async def test_elke_weg_naar_binnen_kent_elke_rol(huis: Huis, rol: str) -> None:
    """What the table grants is open to a role, all else is refused, nothing falls over, and each answer is guarded."""
    anders = []
    for methode, weg, actie in huis.wegen:
        if not actie:
            continue
        toegelaten = ACTIES[actie]
        mag = toegelaten is OPENBAAR or rol in toegelaten
        antwoord = await huis.ga(await huis.bezoeker(rol), methode, huis.pad(weg))
        if fout := _oordeel(weg, antwoord, mag=mag, publiek=rol == PUBLIEK):
            anders.append(f"{methode} {weg}: {fout}")
        if fout := _koppen(antwoord):
            anders.append(f"{methode} {weg}: {fout}")
        if weg.startswith("/afmelden"):
            huis.vergeet(rol)
    assert anders == []


async def test_de_matrix_is_heel(huis: Huis) -> None:
    """Every way in has an action of the table; only the descriptions of the APIs, for everybody, have none."""
    zonder = {weg for _, weg, actie in huis.wegen if not actie}
    assert zonder == {f"{dienst}/openapi.json" for dienst in ZONDER_REGEL}
    assert {actie for _, _, actie in huis.wegen if actie} <= ACTIES.keys()
    assert len({(methode, weg) for methode, weg, _ in huis.wegen}) * len(ROLLEN) > 3_000

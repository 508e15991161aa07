"""Who does not know the time names a part of the day: nobody is told of an hour that nobody named."""

from typing import Any

import pytest

from services.intake.behandeling import stand_van
from services.intake.behandeling.bericht import bericht
from shared.contracts.intake import Dagdeel, MeldingDoorgezet, MeldingGecorrigeerd, MeldingOntvangen
from shared.profiel import Rol
from tests.intake.bezoek import Bezoek, code_op, ingevuld, tekst
from tests.intake.proef import MELDING, MELDINGEN, Proef, fouten
from tests.intake.test_behandelen import doe, meld
from tests.web import csrf_uit, met_sessie

AVOND = {"voorgevallenOp": "2026-11-21T18:00:00+01:00", "dagdeel": "avond"}
LANG, KORT = "zaterdag 21 november 2026, avond", "21-11-2026, avond"
UUR = ("18.00", "18:00")
"""What nobody said."""


async def test_elke_pagina_zegt_het_deel_van_de_dag(proef: Proef) -> None:
    """From the form of a resident to every page of the desk, its list, its search and what others read."""
    bezoek = await (await ingevuld(proef, datum="2026-11-21", tijd="", dagdeel="avond")).verstuur()
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert (feit.dagdeel, feit.voorgevallen_op.hour) == (Dagdeel.AVOND, 17)
    volgt = await _gevolgd(proef, bezoek)
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    lang = [f"/meldingen/{feit.melding_id}", f"/meldingen/{feit.melding_id}/melder"]
    lezen = [volgt, *[(await meldpunt.get(pad)).text for pad in lang]]
    assert [LANG in tekst(pagina) for pagina in lezen] == [True] * 3
    lijst = (await meldpunt.get("/meldingen")).text
    assert KORT in tekst(lijst).replace(" ,", ",")
    assert 'datetime="2026-11-21"' in lijst
    assert not [uur for pagina in (*lezen, lijst) for uur in UUR if f"2026 {uur}" in pagina or f"T{uur}" in pagina]


async def test_ook_in_een_andere_taal(proef: Proef) -> None:
    """In the words of the language of the page."""
    bezoek = await (await ingevuld(proef, datum="2026-11-21", tijd="", dagdeel="nacht")).verstuur()
    assert "Saturday 21 November 2026, night (midnight to 06:00)" in tekst(await _gevolgd(proef, bezoek, "?taal=en"))


async def test_wie_de_tijd_verbetert_haalt_het_deel_van_de_dag_weg(proef: Proef) -> None:
    """The same moment, but now it is known; another correction leaves it, and a new part of the day replaces it."""
    melding = await meld(proef, **AVOND)
    await doe(proef, melding, "_corrigeer", gebied="dorp", reden="Verkeerd ingevuld")
    assert (await _nu(proef, melding))["dagdeel"] == "avond"
    precies = AVOND["voorgevallenOp"]
    for _ in range(2):  # said again it is no new fact
        await doe(proef, melding, "_corrigeer", voorgevallenOp=precies, reden="De melder belde: het was om zes uur")
    assert len(proef.feiten()) == 3
    assert (await _nu(proef, melding))["dagdeel"] is None
    feit = proef.feiten()[-1]
    assert isinstance(feit, MeldingGecorrigeerd)
    assert (feit.voorgevallen_op is not None, feit.dagdeel) == (True, None)
    middag = {"voorgevallenOp": "2026-11-20T12:00:00+01:00", "dagdeel": "middag"}
    await doe(proef, melding, "_corrigeer", **middag, reden="Toch niet precies")
    assert (await _nu(proef, melding))["dagdeel"] == "middag"
    assert proef.dienst.ledger.views_differ() == []
    proef.dienst.ledger.rebuild()
    assert (await _nu(proef, melding))["dagdeel"] == "middag"


async def test_de_pagina_van_de_melding_verbetert_het_ook(proef: Proef) -> None:
    """A day with a part of it, or with a time; not with both."""
    melding = await meld(proef)
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    pad = f"/meldingen/{melding}"
    velden = {"datum": "2026-11-21", "dagdeel": "avond", "reden": "De melder weet het niet precies"}
    velden |= {"csrf": csrf_uit((await meldpunt.get(pad)).text)}
    beide = await meldpunt.post(f"{pad}/corrigeer", data={**velden, "tijd": "19:30"})
    assert (beide.status_code, "Kies een van de twee" in tekst(beide.text)) == (400, True)
    assert (await meldpunt.post(f"{pad}/corrigeer", data={**velden, "tijd": ""})).status_code == 303
    gelezen = tekst((await meldpunt.get(pad)).text)
    assert LANG in gelezen
    assert "Verbeterd: tijdstip." in gelezen


async def test_het_moment_ernaast_is_waar_dat_deel_begint(proef: Proef) -> None:
    """Through the API too: another time beside it would be a time that is kept and never told."""
    for anders in ({"voorgevallenOp": "2026-11-21T23:10:00+01:00"}, {"dagdeel": "ochtend"}, {"dagdeel": "nooit"}):
        antwoord = await proef.publiek.post(MELDINGEN, json={**MELDING, **AVOND, **anders})
        assert (antwoord.status_code, set(fouten(antwoord))) == (400, {"dagdeel"})
    lijst = await proef.als(Rol.OOV).get(MELDINGEN)
    assert lijst.json()["meldingen"] == []


async def test_een_bureau_kiest_wat_een_inwoner_ook_mag(proef: Proef) -> None:
    """A part of the day, and a kind that the caller does not know: it waits for the meldpunt. A key must say it."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    velden = {"kanaal": "telefoon", "locatie": "gm0637:rokkeveenseweg", "plaats": "buiten-noodopvang"}
    velden |= {"sleutel": "0d3a4a52-3f0b-4c1e-9d55-6d0b2a8f4c11", "aard": "nog-te-bepalen", "datum": "2026-11-21"}
    velden |= {"csrf": csrf_uit((await meldpunt.get("/melden")).text), "dagdeel": "avond"}
    beide = await meldpunt.post("/melden", data={**velden, "tijd": "19:30"})
    assert (beide.status_code, 'id="tijd-fout"' in beide.text) == (400, True)
    assert '<option value="avond" selected>' in beide.text
    assert (await meldpunt.post("/melden", data=velden)).status_code == 200
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert (feit.aard, feit.dagdeel) == ("nog-te-bepalen", "avond")
    sleutel = await proef.als(Rol.MELDPUNT).post(MELDINGEN, json={**MELDING, "aard": "nog-te-bepalen"})
    assert (sleutel.status_code, set(fouten(sleutel))) == (400, {"aard"})


@pytest.mark.parametrize(
    ("anders", "zegt"), [({}, "21-11-2026 om 18.00 uur"), ({"dagdeel": "avond"}, "21-11-2026, avond")]
)
def test_het_bericht_aan_een_partner(proef: Proef, anders: dict[str, Any], zegt: str) -> None:
    """An older fact says nothing of it, and is told as it always was."""
    wat: dict[str, Any] = {"gemeente": "gm0637", "locatie": "rokkeveenseweg", "meldingId": "0" * 32}
    gemeld = {**wat, "aard": "overlast", "kanaal": "telefoon", "voorgevallenOp": AVOND["voorgevallenOp"], **anders}
    gezet = {"aan": "politie", "weg": "kanaal", "uitkomst": "aangeboden", "automatisch": True, "regel": "LVS-2.3"}
    stand = stand_van([MeldingOntvangen.model_validate(gemeld)])
    profiel = proef.omgeving.profielen.van("gm0637")
    over = MeldingDoorgezet.model_validate({**wat, **gezet, "door": "meldpunt"})
    assert f"Wanneer: {zegt}\n" in bericht(stand, over, profiel, url="https://x.example").tekst


async def _gevolgd(proef: Proef, bezoek: Bezoek, taal: str = "") -> str:
    return (await proef.publiek.post(f"/volgen{taal}", data={"volgcode": code_op(bezoek.html)})).text


async def _nu(proef: Proef, melding: str) -> dict[str, Any]:
    gelezen: dict[str, Any] = (await proef.als(Rol.OOV).get(f"{MELDINGEN}/{melding}")).json()
    return gelezen

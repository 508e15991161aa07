"""What a reporter tells by telephone: written down by staff, with its own origin (KG-2.3c)."""

from uuid import uuid4

from shared.contracts.intake import AanvullingOntvangen
from shared.profiel import Rol
from tests.intake.proef import BEKIJK, MELDINGEN, Proef
from tests.intake.test_gesprek import gemeld, vraag
from tests.web import csrf_uit, met_sessie


async def test_wat_een_melder_aan_de_telefoon_vertelt(overal: Proef) -> None:
    """Staff write it down: masked, once, with its own origin; the reporter reads it back."""
    bon = await gemeld(overal)
    await vraag(overal, bon["meldingId"], "Hoe laat was het?")
    meldpunt, pad = overal.als(Rol.MELDPUNT), f"{MELDINGEN}/{bon['meldingId']}"
    (gevraagd,) = (await meldpunt.get(f"{pad}/gesprek")).json()["gesprek"]
    erbij = {"tekst": "Om elf uur. Bel 06 12345678.", "antwoordOp": gevraagd["id"], "sleutel": str(uuid4())}
    for _ in range(2):
        gezegd = (await meldpunt.post(f"{pad}/_vul-aan", json=erbij)).json()["gesprek"]
    assert [(een["soort"], een["opgeschreven"]) for een in gezegd] == [("vraag", False), ("antwoord", True)]
    assert gezegd[1]["tekst"] == "Om elf uur. Bel [telefoonnummer]."
    assert not gezegd[0]["open"]
    assert [feit.door for feit in overal.feiten() if isinstance(feit, AanvullingOntvangen)] == ["meldpunt"]
    assert (await meldpunt.get("/intake/v1/aanvullingen")).json()["meldingen"] == []
    stand = (await overal.publiek.post(BEKIJK, json={"volgcode": bon["volgcode"]})).json()
    assert stand["stappen"][-1]["wat"] == "Een medewerker schreef op wat u vertelde."
    assert stand["gesprek"] == gezegd
    assert (await overal.als(Rol.POLITIE).post(f"{pad}/_vul-aan", json=erbij)).status_code == 403
    assert (await overal.als(Rol.OOV, "ergens-anders").post(f"{pad}/_vul-aan", json=erbij)).status_code == 404


async def test_opschrijven_op_de_pagina(proef: Proef) -> None:
    """Shown before it is kept where that is asked, a word about origin is pointed out once; then it stands there."""
    bon = await gemeld(proef)
    kant = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    pad = f"/meldingen/{bon['meldingId']}"
    assert f'href="{pad}/melder#toevoegen"' in (await kant.get(pad)).text
    velden = {"csrf": csrf_uit((await kant.get(f"{pad}/melder")).text), "sleutel": str(uuid4())}
    velden |= {"tekst": "Het was Kevin de Bruin, een Pool.", "antwoordOp": ""}
    vooraf = (await kant.post(f"{pad}/melder/aanvulling", data={**velden, "ga": "bekijk"})).text
    assert "<mark>[naam]</mark>" in vooraf
    assert "Zo wordt de tekst bewaard" in vooraf
    assert "U schrijft ‘Pool’" in (await kant.post(f"{pad}/melder/aanvulling", data=velden)).text
    assert _aangevuld(proef) == 0
    leeg = await kant.post(f"{pad}/melder/aanvulling", data={**velden, "tekst": ""})
    assert (leeg.status_code, 'id="tekst-fout"' in leeg.text) == (400, True)
    for _ in range(2):
        klaar = (await kant.post(f"{pad}/melder/aanvulling", data={**velden, "gezien": "pool"})).text
    assert "Toegevoegd." in klaar
    assert "de melder vertelde ons: " in klaar
    assert _aangevuld(proef) == 1
    assert "De melder vertelde ons iets erbij." in (await kant.get(pad)).text


def _aangevuld(proef: Proef) -> int:
    return sum(isinstance(feit, AanvullingOntvangen) for feit in proef.feiten())

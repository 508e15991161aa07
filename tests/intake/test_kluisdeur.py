"""Contact details through the doors: in from everybody, out to the desk alone, with a purpose and a line first."""

import sqlite3
from pathlib import Path

import pytest

from services.intake.kluis import DOELEN, WISGRONDEN, Wisgrond
from shared.contracts.elk import GegevensVernietigd
from shared.contracts.intake import MeldingOntvangen
from shared.profiel import Rol
from tests.intake.proef import INCIDENT, INCIDENTEN, MELDING, MELDINGEN, Proef, fouten
from tests.web import bezoeker

ADRES, NUMMER = "kanarie@voorbeeld.nl", "06-81542793"
TRACE = "0af7651916cd43dd8448eb211c80319c"
LOGBOEK = "/intake/v1/verwerkingen"


async def gemeld(proef: Proef) -> str:
    """A melding of somebody who can be reached."""
    lijf = {**MELDING, "terugkoppeling": {"email": ADRES, "telefoon": NUMMER}}
    antwoord = await proef.publiek.post(MELDINGEN, json=lijf)
    assert antwoord.status_code == 201, antwoord.text
    melding_id: str = antwoord.json()["meldingId"]
    return f"{MELDINGEN}/{melding_id}/_bekijk-contact"


@pytest.mark.parametrize("doel", list(DOELEN))
async def test_het_meldpunt_leest_met_een_doel(overal: Proef, doel: str) -> None:
    """The desk says why, and reads; the logbook has the purpose, the role, the key and the trace of this request."""
    pad = await gemeld(overal)
    spoor = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"}
    antwoord = await overal.als(Rol.MELDPUNT).post(pad, json={"doel": doel}, headers=spoor)
    assert antwoord.json() == {"email": ADRES, "telefoon": "+31681542793"}
    assert antwoord.headers["cache-control"] == "no-store"
    [regel] = (await overal.als(Rol.BEHEER).get(LOGBOEK)).json()
    assert (regel["traceId"], regel["status"]) == (TRACE, "Ok")
    assert regel["attributes"]["meldketen.doel"] == doel
    assert regel["attributes"]["meldketen.rol"] == "meldpunt"
    assert regel["attributes"]["meldketen.wie"] != ""
    assert regel["attributes"]["dpl.core.processing_activity_id"].endswith(doel)


@pytest.mark.parametrize("lijf", [{}, {"doel": ""}, {"doel": "nieuwsgierig"}, {"doel": "terugkoppeling-versturen"}])
async def test_zonder_doel_leest_niemand(proef: Proef, lijf: dict[str, str]) -> None:
    """No purpose, one that is not on the list, or the one of the installation itself: nothing is read."""
    pad = await gemeld(proef)
    antwoord = await proef.als(Rol.MELDPUNT).post(pad, json=lijf)
    assert (antwoord.status_code, set(fouten(antwoord))) == (400, {"doel"})
    assert (await proef.als(Rol.BEHEER).get(LOGBOEK)).json() == []


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.MELDPUNT])
async def test_een_andere_rol_leest_niet(proef: Proef, rol: Rol) -> None:
    """Every other role is refused, also the cluster and who supervises; so is the public."""
    pad = await gemeld(proef)
    wie = proef.als(rol, "rokkeveenseweg" if rol is Rol.COA else None)
    assert (await wie.post(pad, json={"doel": "meer-informatie"})).status_code == 403
    assert (await proef.publiek.post(pad, json={"doel": "meer-informatie"})).status_code == 401
    if rol is not Rol.BEHEER:
        assert (await wie.get(LOGBOEK)).status_code == 403


async def test_wie_niets_achterliet(proef: Proef) -> None:
    """Of who left nothing there is nothing to read, and that is said."""
    bon = (await proef.publiek.post(MELDINGEN, json=MELDING)).json()
    pad = f"{MELDINGEN}/{bon['meldingId']}/_bekijk-contact"
    assert (await proef.als(Rol.MELDPUNT).post(pad, json={"doel": "meer-informatie"})).status_code == 404


async def test_het_feit_zegt_of_en_nooit_hoe(proef: Proef) -> None:
    """The melding knows that feedback was asked for; how to reach somebody stands in the vault alone."""
    pad = await gemeld(proef)
    feit = next(feit for feit in proef.feiten() if isinstance(feit, MeldingOntvangen))
    assert feit.terugkoppeling_gewenst
    een = await proef.als(Rol.MELDPUNT).get(pad.removesuffix("/_bekijk-contact"))
    assert een.json()["terugkoppelingGewenst"] is True
    assert "kanarie" not in een.text + feit.model_dump_json()


async def test_op_de_pagina_kijkt_alleen_wie_op_de_knop_drukt(proef: Proef) -> None:
    """Opening the page reads nothing; the button with a purpose does, and a missing purpose is named."""
    melding = (await gemeld(proef)).split("/")[-2]
    pad, meldpunt = f"/meldingen/{melding}/melder", proef.als(Rol.MELDPUNT)
    assert ADRES not in (await meldpunt.get(pad)).text
    assert (await proef.als(Rol.BEHEER).get(LOGBOEK)).json() == []
    zonder = await meldpunt.post(f"{pad}/contact", data={})
    assert (zonder.status_code, ADRES in zonder.text) == (400, False)
    assert ADRES in (await meldpunt.post(f"{pad}/contact", data={"doel": "meer-informatie"})).text
    assert len((await proef.als(Rol.BEHEER).get(LOGBOEK)).json()) == 1
    voor_oov = (await proef.als(Rol.OOV).get(pad)).text
    assert "De melder bereiken" not in voor_oov
    assert (await proef.als(Rol.OOV).post(f"{pad}/contact", data={"doel": "meer-informatie"})).status_code == 403


async def test_als_het_logboek_niet_kan_ziet_niemand_iets(proef: Proef, tmp_path: Path) -> None:
    """A logbook that takes no line lets nothing be shown: no address in the answer, and nothing halfway."""
    pad = await gemeld(proef)
    with sqlite3.connect(tmp_path / "logboek.db") as verbinding:
        verbinding.execute("CREATE TRIGGER vol BEFORE INSERT ON stored_events BEGIN SELECT RAISE(ABORT, 'vol'); END")
    antwoord = await proef.als(Rol.MELDPUNT).post(pad, json={"doel": "meer-informatie"})
    assert antwoord.status_code >= 500
    assert "kanarie" not in antwoord.text


@pytest.mark.parametrize(
    "contact", [{"email": "geen adres"}, {"telefoon": "12"}, {"email": 3}, {"adres": "x"}, "bel me"]
)
async def test_een_contact_dat_niet_klopt(proef: Proef, contact: object) -> None:
    """What cannot reach anybody is refused by field, and never repeated."""
    antwoord = await proef.publiek.post(MELDINGEN, json={**MELDING, "terugkoppeling": contact})
    assert antwoord.status_code == 400
    assert all(veld.startswith("terugkoppeling") for veld in fouten(antwoord))
    assert "geen adres" not in antwoord.text


async def test_het_coa_geeft_geen_contact_van_een_melder(proef: Proef) -> None:
    """An incident has no reporter to call back: the field is refused."""
    lijf = {**INCIDENT, "terugkoppeling": {"email": ADRES}}
    antwoord = await proef.als(Rol.COA, "rokkeveenseweg").post(INCIDENTEN, json=lijf)
    assert (antwoord.status_code, set(fouten(antwoord))) == (400, {"terugkoppeling"})


async def test_elk_antwoord_verzwijgt_waar_iemand_vandaan_komt(proef: Proef) -> None:
    """No browser passes on to another site that somebody was here."""
    for pad in ("/volgen", "/melden", "/meldkaart"):
        assert (await proef.publiek.get(pad)).headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("grond", list(WISGRONDEN))
async def test_het_meldpunt_wist_voor_wie_geen_code_heeft(proef: Proef, grond: str) -> None:
    """With a reason from the list: gone, a fact by the role, a line in the logbook that opened nothing; once."""
    bekijk = await gemeld(proef)
    wis, meldpunt = bekijk.replace("_bekijk", "_wis"), proef.als(Rol.MELDPUNT)
    assert (await meldpunt.post(wis, json={"grond": grond})).status_code == 204
    assert (await meldpunt.post(bekijk, json={"doel": "meer-informatie"})).status_code == 404
    assert (await meldpunt.post(wis, json={"grond": grond})).status_code == 404
    [feit] = [een for een in proef.feiten() if isinstance(een, GegevensVernietigd)]
    assert (feit.soort, feit.door, feit.reden) == ("contact", "meldpunt", WISGRONDEN[Wisgrond(grond)])
    [regel] = (await proef.als(Rol.BEHEER).get(LOGBOEK)).json()
    assert (regel["name"], regel["status"]) == ("contactgegevens wissen", "Ok")
    assert regel["attributes"]["dpl.core.processing_activity_id"].endswith(":meldketen-contact-wissen")
    assert regel["attributes"]["meldketen.wie"] != ""


async def test_zonder_reden_en_op_een_persoon_wist_niemand(proef: Proef) -> None:
    """No reason, one that is not on the list, or an address to look for: nothing is erased, nothing repeated."""
    bekijk = await gemeld(proef)
    for lijf in ({}, {"grond": ""}, {"grond": "zomaar"}, {"grond": "verzoek-melder", "email": ADRES}):
        antwoord = await proef.als(Rol.MELDPUNT).post(bekijk.replace("_bekijk", "_wis"), json=lijf)
        assert antwoord.status_code == 400, lijf
        assert ADRES not in antwoord.text
    assert (await proef.als(Rol.MELDPUNT).post(bekijk, json={"doel": "meer-informatie"})).status_code == 200


async def test_een_andere_rol_wist_niet(proef: Proef) -> None:
    """Every other role is refused; so is the public, and a desk of another municipality finds no such melding."""
    wis = (await gemeld(proef)).replace("_bekijk", "_wis")
    for rol in set(Rol) - {Rol.MELDPUNT}:
        wie = proef.als(rol, "rokkeveenseweg" if rol is Rol.COA else None)
        assert (await wie.post(wis, json={"grond": "verzoek-melder"})).status_code == 403, rol
    assert (await proef.publiek.post(wis, json={"grond": "verzoek-melder"})).status_code == 401
    elders = proef.omgeving.toegang.maak_sleutel(Rol.MELDPUNT, label="elders", gemeente="gm1598")
    ander = bezoeker(proef.app, Authorization=f"Bearer {elders}")
    assert (await ander.post(wis, json={"grond": "verzoek-melder"})).status_code == 404
    assert [een for een in proef.feiten() if isinstance(een, GegevensVernietigd)] == []


async def test_zonder_regel_in_het_logboek_wist_niemand(proef: Proef, tmp_path: Path) -> None:
    """A logbook that takes no line: nothing is erased."""
    bekijk = await gemeld(proef)
    with sqlite3.connect(tmp_path / "logboek.db") as verbinding:
        verbinding.execute("CREATE TRIGGER vol BEFORE INSERT ON stored_events BEGIN SELECT RAISE(ABORT, 'vol'); END")
    wis = await proef.als(Rol.MELDPUNT).post(bekijk.replace("_bekijk", "_wis"), json={"grond": "verzoek-melder"})
    assert wis.status_code >= 500
    assert proef.rijen("SELECT COUNT(*) FROM contactnummers") == [(1,)]


async def test_de_pagina_om_te_wissen(proef: Proef) -> None:
    """A reason and a tick; without either it says so and erases nothing. Then it is gone, and the page says so."""
    pad = f"/meldingen/{(await gemeld(proef)).split('/')[-2]}/melder"
    meldpunt = proef.als(Rol.MELDPUNT)
    assert f'href="{pad}/wissen"' in (await meldpunt.get(pad)).text
    assert ADRES not in (await meldpunt.get(f"{pad}/wissen")).text
    for half in ({}, {"grond": "verzoek-melder"}, {"zeker": "true"}):
        assert (await meldpunt.post(f"{pad}/wissen", data=half)).status_code == 400
    assert proef.rijen("SELECT COUNT(*) FROM contactnummers") == [(1,)]
    heel = {"grond": "verzoek-melder", "zeker": "true"}
    assert "De contactgegevens zijn gewist" in (await meldpunt.post(f"{pad}/wissen", data=heel)).text
    assert (await meldpunt.post(f"{pad}/wissen", data=heel)).status_code == 404
    assert "of ze zijn gewist" in (await meldpunt.get(f"{pad}/wissen")).text
    assert "Om ze te laten wissen" in (await proef.als(Rol.BEHEER).get("/beheer/bewaren")).text
    assert (await proef.als(Rol.OOV).get(f"{pad}/wissen")).status_code == 403

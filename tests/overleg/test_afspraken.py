"""Agreements, messages and the vault on a real ledger: terms, reminders, exports, erasure."""

import csv
import sqlite3
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from services.overleg.application.vergaderen import Notitie
from shared.contracts.elk import GegevensVernietigd
from shared.contracts.overleg import (
    AfspraakHerinnerd,
    AfspraakNagekomen,
    AfspraakTeLaat,
    BerichtGepubliceerd,
    MaatregelIngetrokken,
    MaatregelLooptAf,
)
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.voorbeelden import DAG, PLEK, UUR, lokaal, melding
from tests.web import bezoeker

API = "/overleg/v1"
FORMULES = ("=1+1", "+31", "-1", "@SOM(A1)", "\t=1", "  =HYPERLINK(1)")


async def afspraak(kantoor: Kantoor, **anders: Any) -> dict[str, Any]:
    """An agreement with the police for 12 February, made by oov."""
    wat = {"wat": "Extra toezicht", "wie": "politie", "uiterlijk": "2026-02-12", **anders}
    antwoord = await kantoor.als(Rol.OOV).post(f"{API}/afspraken", json=wat)
    assert antwoord.status_code == 201, antwoord.text
    return dict(antwoord.json())


def sporen(folder: Path, bytes_: bytes) -> list[Path]:
    """Every file of a store in which these bytes stand."""
    return [bestand for bestand in folder.rglob("*.db*") if bytes_ in bestand.read_bytes()]


async def wek(kantoor: Kantoor) -> None:
    """The clock of the service handles what is due now."""
    await kantoor.proef.wek()


async def test_herinnerd_en_dan_te_laat_een_keer(kantoor: Kantoor) -> None:
    """Two days before the term a reminder, after it the fact that it is late; each once (KG-2.2.1)."""
    proef = kantoor.proef
    gemaakt = await afspraak(kantoor)
    proef.nu = lokaal(2026, 2, 11)
    for _ in range(2):
        await wek(kantoor)
    assert [len(proef.feiten(feit)) for feit in (AfspraakHerinnerd, AfspraakTeLaat)] == [1, 0]
    proef.nu = lokaal(2026, 2, 13, 0, 1)
    for _ in range(2):
        await wek(kantoor)
    (laat,) = proef.feiten(AfspraakTeLaat)
    assert isinstance(laat, AfspraakTeLaat)
    assert (laat.wie, laat.uiterlijk, laat.regel) == ("politie", lokaal(2026, 2, 12, 23, 59), "KG-2.2.1")
    stand = (await kantoor.als(Rol.OOV).get(f"{API}/afspraken/{gemaakt['afspraakId']}")).json()
    assert stand["status"] == "te-laat"


async def test_wat_klaar_is_wordt_niet_te_laat(kantoor: Kantoor) -> None:
    """Done in time: no reminder, no lateness, and it cannot be dropped afterwards."""
    pad = f"{API}/afspraken/{(await afspraak(kantoor))['afspraakId']}"
    politie, oov = kantoor.als(Rol.POLITIE), kantoor.als(Rol.OOV)
    assert (await politie.post(f"{pad}/_kom-na", json={"uitkomst": "Gedaan."})).json()["status"] == "nagekomen"
    assert (await politie.post(f"{pad}/_kom-na")).status_code == 200
    assert (await oov.post(f"{pad}/_laat-vervallen")).status_code == 409
    kantoor.proef.nu = lokaal(2026, 3, 1)
    await wek(kantoor)
    assert [len(kantoor.proef.feiten(feit)) for feit in (AfspraakNagekomen, AfspraakTeLaat, AfspraakHerinnerd)] == [
        1,
        0,
        0,
    ]


async def test_verzetten_geeft_een_nieuwe_termijn(kantoor: Kantoor) -> None:
    """A moved agreement is late by its new day."""
    pad = f"{API}/afspraken/{(await afspraak(kantoor))['afspraakId']}"
    oov = kantoor.als(Rol.OOV)
    assert (await oov.post(f"{pad}/_verzet", json={"uiterlijk": "2026-02-20"})).status_code == 200
    assert (await oov.post(f"{pad}/_verzet", json={"uiterlijk": "2026-01-20"})).status_code == 409
    kantoor.proef.nu = lokaal(2026, 2, 14)
    await wek(kantoor)
    assert kantoor.proef.feiten(AfspraakTeLaat) == []
    kantoor.proef.nu = lokaal(2026, 2, 21)
    await wek(kantoor)
    assert len(kantoor.proef.feiten(AfspraakTeLaat)) == 1


async def test_een_partner_ziet_de_zijne_en_die_van_zijn_overleggen(kantoor: Kantoor) -> None:
    """Of an LVOS item everybody at that table; without a meeting only who does it; the COA only its own location."""
    id_ = kantoor.proef.ontvang(melding(kantoor.proef.nu))
    await afspraak(kantoor, agendapuntId=str(kantoor.proef.punt(id_)))
    await afspraak(kantoor, wie="handhaving")
    gezien = {
        rol: len((await kantoor.als(rol, plek).get(f"{API}/afspraken")).json()["afspraken"])
        for rol, plek in ((Rol.POLITIE, None), (Rol.HANDHAVING, None), (Rol.COA, PLEK), (Rol.OM, None), (Rol.OOV, None))
    }
    assert gezien == {Rol.POLITIE: 1, Rol.HANDHAVING: 2, Rol.COA: 1, Rol.OM: 0, Rol.OOV: 2}


@pytest.mark.parametrize("geheim", ["bevinding", "besluit"])
async def test_een_afspraak_bij_iets_vertrouwelijks_is_dat_ook(kantoor: Kantoor, geheim: str) -> None:
    """What follows from a confidential finding or decision stays with who may know it, and with who must do it."""
    proef = kantoor.proef
    id_ = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    await afspraak(kantoor, agendapuntId=str(proef.punt(id_)), wie="handhaving")
    proef.open(lvos)
    for tekst, vertrouwelijk, politie in (("Open.", False, 1), ("Alleen voor ons.", True, 0)):
        velden = {"bevinding": tekst, "besluit": ""} if geheim == "bevinding" else {"bevinding": "", "besluit": tekst}
        proef.noteer(lvos, [Notitie(proef.punt(id_), **velden, vertrouwelijk=vertrouwelijk)])
        for rol, aantal in ((Rol.POLITIE, politie), (Rol.HANDHAVING, 1), (Rol.OOV, 1)):
            als = kantoor.als(rol)
            assert len((await als.get(f"{API}/afspraken")).json()["afspraken"]) == aantal
        schakels = (await kantoor.als(Rol.POLITIE).get(f"{API}/draden/{id_}")).json()["schakels"]
        assert len([each for each in schakels if each["soort"] == "afspraak"]) == politie


@pytest.mark.parametrize("formaat", ["csv", "ods"])
async def test_geen_cel_wordt_een_formule(kantoor: Kantoor, formaat: str) -> None:
    """What somebody typed stays text in any sheet, and a day is a day."""
    for tekst in FORMULES:
        await afspraak(kantoor, wat=tekst)
    oov = kantoor.als(Rol.OOV)
    antwoord = await oov.get(f"{API}/afspraken/_exporteer", params={"formaat": formaat, "wie": "politie"})
    assert antwoord.status_code == 200
    if formaat == "csv":
        rijen = list(csv.reader(StringIO(antwoord.content.decode("utf-8-sig"))))
        cellen = [cel for rij in rijen for cel in rij]
        assert [rij[2] for rij in rijen[1:]] == ["2026-02-12"] * len(FORMULES)
    else:
        gelezen = CalamineWorkbook.from_filelike(BytesIO(antwoord.content)).get_sheet_by_index(0).to_python()
        cellen = [cel for rij in gelezen for cel in rij if isinstance(cel, str)]
        assert date(2026, 2, 12) in {cel for rij in gelezen for cel in rij}
        with ZipFile(BytesIO(antwoord.content)) as bestand:
            assert bestand.namelist()[0] == "mimetype"
            assert b":formula=" not in bestand.read("content.xml")
    assert not [cel for cel in cellen if cel.lstrip().startswith(("=", "+", "-", "@"))]


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


async def test_een_dossier_een_kenmerk_en_weg_is_weg(kantoor: Kantoor, tmp_path: Path) -> None:
    """The same case gives the same random id; nothing of it is in a fact; erased leaves no bytes (promise 7)."""
    oov = kantoor.als(Rol.OOV)
    ids = {
        (await oov.post(f"{API}/betrokkenen", json={"dossier": nr})).json()["betrokkene"] for nr in ("Z-77-A", "z-77-a")
    }
    (betrokkene,) = ids
    assert UUID(betrokkene).version == 4
    pad = f"{API}/betrokkenen/{betrokkene}"
    assert (await oov.post(f"{pad}/_bekijk")).json()["dossier"] == "Z-77-A"
    assert (await kantoor.als(Rol.POLITIE).post(f"{pad}/_bekijk")).status_code == 403
    assert all(b"Z-77-A" not in recorded.data for recorded in kantoor.proef.ledger.read(0, 10_000))
    assert not sporen(tmp_path, b"Z-77-A")
    assert (await oov.post(f"{pad}/_vernietig")).status_code == 204
    assert (await oov.post(f"{pad}/_bekijk")).status_code == 404
    assert (await oov.post(f"{pad}/_vernietig")).status_code == 404
    assert len(kantoor.proef.feiten(GegevensVernietigd)) == 1
    nieuw = (await oov.post(f"{API}/betrokkenen", json={"dossier": "Z-77-A"})).json()["betrokkene"]
    assert nieuw != betrokkene
    assert kantoor.proef.ledger.views_differ() == []


async def test_elke_lezing_van_de_dossierkluis_is_een_regel(kantoor: Kantoor, tmp_path: Path) -> None:
    """Who looks up a case or an id stands in a logbook that names neither; so does who found none."""
    oov, beheer = kantoor.als(Rol.OOV), kantoor.als(Rol.BEHEER)
    betrokkene = (await oov.post(f"{API}/betrokkenen", json={"dossier": "Z-77-A"})).json()["betrokkene"]
    assert (await beheer.get(f"{API}/verwerkingen")).json() == []
    await kantoor.als(Rol.BURGEMEESTER).post(f"{API}/betrokkenen/{betrokkene}/_bekijk")
    await oov.post(f"{API}/betrokkenen", json={"dossier": "z-77-a"})
    await oov.post(f"{API}/betrokkenen/{betrokkene}/_vernietig")
    await oov.post(f"{API}/betrokkenen/{betrokkene}/_bekijk")
    assert (await oov.post(f"{API}/betrokkenen/{uuid4()}/_bekijk")).status_code == 404
    regels = (await beheer.get(f"{API}/verwerkingen")).json()
    gezien = [(regel["attributes"]["meldketen.doel"], regel["attributes"]["meldketen.rol"]) for regel in regels]
    assert gezien == [("inzien", "burgemeester"), ("opzoeken", "oov"), ("inzien", "oov")]
    assert [regel["status"] for regel in regels] == ["Ok", "Ok", "Error"]
    assert {regel["name"] for regel in regels} == {"dossierverwijzing lezen"}
    activiteit = regels[0]["attributes"]["dpl.core.processing_activity_id"]
    assert activiteit.startswith("urn:nld:oin:")
    assert activiteit.endswith(":verwerking:meldketen-dossier-inzien")
    assert all(regel["attributes"]["meldketen.wie"] for regel in regels)
    assert not any(wat in str(regels) for wat in ("Z-77-A", betrokkene))
    assert (await oov.get(f"{API}/verwerkingen")).status_code == 403
    assert kantoor.dienst.verschillen is not None
    assert kantoor.dienst.verschillen() == []
    with sqlite3.connect(tmp_path / "dossierlogboek.db") as verbinding:
        verbinding.execute("UPDATE stored_events SET state = CAST(replace(state, 'burgemeester', 'oov') AS BLOB)")
    assert "logboek van de dossierkluis breekt bij plaats 1" in kantoor.dienst.verschillen()[0]


async def test_zonder_regel_in_het_logboek_ziet_niemand_een_dossier(kantoor: Kantoor, tmp_path: Path) -> None:
    """When the logbook cannot take the line, nothing is shown."""
    oov = kantoor.als(Rol.OOV)
    betrokkene = (await oov.post(f"{API}/betrokkenen", json={"dossier": "Z-77-A"})).json()["betrokkene"]
    with sqlite3.connect(tmp_path / "dossierlogboek.db") as verbinding:
        verbinding.execute("CREATE TRIGGER vol BEFORE INSERT ON stored_events BEGIN SELECT RAISE(ABORT, 'vol'); END")
    for antwoord in (
        await oov.post(f"{API}/betrokkenen/{betrokkene}/_bekijk"),
        await oov.post(f"{API}/betrokkenen", json={"dossier": "Z-77-A"}),
    ):
        assert not antwoord.is_success
        assert "Z-77-A" not in antwoord.text
        assert betrokkene not in antwoord.text


async def test_een_dossier_is_van_een_gemeente(kantoor: Kantoor) -> None:
    """A key that is bound to another municipality neither reads nor destroys it (404: it does not even learn of it)."""
    betrokkene = (await kantoor.als(Rol.OOV).post(f"{API}/betrokkenen", json={"dossier": "Z-77-A"})).json()[
        "betrokkene"
    ]
    sleutel = kantoor.toegang.maak_sleutel(Rol.OOV, label="elders", gemeente="gm1598")
    elders = bezoeker(kantoor.app, Authorization=f"Bearer {sleutel}")
    for stap in ("_bekijk", "_vernietig"):
        assert (await elders.post(f"{API}/betrokkenen/{betrokkene}/{stap}")).status_code == 404
    assert (await kantoor.als(Rol.OOV).post(f"{API}/betrokkenen/{betrokkene}/_bekijk")).status_code == 200


@pytest.mark.parametrize("dossier", ["Pietersen", "111222333", "111.222.333", "01-02-1990", "jan 1", "AB"])
async def test_geen_naam_en_geen_bsn_in_de_kluis(kantoor: Kantoor, dossier: str) -> None:
    """Only the number of a case (LVS-2.2); the refusal does not repeat it."""
    antwoord = await kantoor.als(Rol.OOV).post(f"{API}/betrokkenen", json={"dossier": dossier})
    assert antwoord.status_code in {400, 409}
    assert dossier not in antwoord.text


async def test_de_draad_van_melding_tot_maatregel_en_terug(kantoor: Kantoor) -> None:
    """From a melding to item, agreement, measure, request and message; each names the meldingen it came from."""
    proef, id_ = kantoor.proef, kantoor.proef.ontvang(melding(kantoor.proef.nu))
    oov, burgemeester = kantoor.als(Rol.OOV), kantoor.als(Rol.BURGEMEESTER)
    punt, van = str(proef.punt(id_)), [str(id_)]
    await afspraak(kantoor, agendapuntId=punt)
    plicht = {"soort": "meldplicht", "betrokkene": str(uuid4()), "meldingen": van, "ingaande": proef.nu.isoformat()}
    plicht |= {"eindigt": (proef.nu + 30 * DAG).isoformat(), "agendapuntId": punt}
    assert (await burgemeester.post(f"{API}/maatregelen", json=plicht)).status_code == 201
    spuk = {"soort": "spuk", "toelichting": "Toezicht", "plan": "Boa's", "begrotingEuro": 1000, "meldingen": van}
    assert (await oov.post(f"{API}/verzoeken", json=spuk)).status_code == 201
    bericht = {"onderwerp": "A", "tekst": "B", "publiek": ["raad"], "locatie": PLEK, "meldingen": van}
    assert (await oov.post(f"{API}/berichten", json=bericht)).status_code == 201
    draad = (await oov.get(f"{API}/draden/{id_}")).json()["schakels"]
    assert {schakel["soort"] for schakel in draad} == {"agendapunt", "afspraak", "maatregel", "verzoek", "bericht"}
    assert all(van[0] in schakel["meldingen"] for schakel in draad)
    politie = (await kantoor.als(Rol.POLITIE).get(f"{API}/draden/{id_}")).json()["schakels"]
    assert {schakel["soort"] for schakel in politie} == {"agendapunt", "afspraak", "maatregel"}


async def test_effect_telt_voor_tijdens_en_na(kantoor: Kantoor) -> None:
    """Equally long before, during and after, in the area, with the caveat that it proves nothing."""
    proef, burgemeester = kantoor.proef, kantoor.als(Rol.BURGEMEESTER)
    begin = proef.nu
    for dagen in (-1, -1, 1, 5, 9):
        feit = melding(begin + dagen * DAG).model_copy(update={"gebied": "rokkeveen" if dagen < 9 else "dorp"})
        proef.ontvang(feit)
    verbod = {"soort": "alcoholverbod", "gerichtOp": "gebied", "gebied": "rokkeveen", "ingaande": begin.isoformat()}
    gemaakt = await burgemeester.post(f"{API}/maatregelen", json=verbod | {"eindigt": (begin + 4 * DAG).isoformat()})
    proef.nu = begin + 30 * DAG
    effect = (await burgemeester.get(f"{API}/maatregelen/{gemaakt.json()['maatregelId']}/effect")).json()
    assert [effect[deel]["meldingen"] for deel in ("voor", "tijdens", "na")] == [2, 1, 1]
    assert "geen bewijs" in effect["kanttekening"]


async def test_de_termijnklok_waarschuwt_en_vergeet_wat_is_ingetrokken(kantoor: Kantoor) -> None:
    """A week before its end a measure is announced, once for each end; a withdrawn one never (KN-4)."""
    proef, burgemeester = kantoor.proef, kantoor.als(Rol.BURGEMEESTER)
    plicht = {"soort": "meldplicht", "ingaande": proef.nu.isoformat(), "eindigt": (proef.nu + 60 * DAG).isoformat()}
    paden = []
    for _ in range(2):
        gemaakt = await burgemeester.post(f"{API}/maatregelen", json=plicht | {"betrokkene": str(uuid4())})
        paden.append(f"{API}/maatregelen/{gemaakt.json()['maatregelId']}")
    weg = await burgemeester.post(f"{paden[0]}/_trek-in", json={"toelichting": "Niet meer nodig."})
    assert weg.json()["status"] == "ingetrokken"
    proef.nu += 54 * DAG
    for _ in range(2):
        await wek(kantoor)
    assert [len(proef.feiten(feit)) for feit in (MaatregelLooptAf, MaatregelIngetrokken)] == [1, 1]
    eind = (proef.nu + 40 * DAG).isoformat()
    assert (await burgemeester.post(f"{paden[1]}/_verleng", json={"eindigt": eind})).status_code == 200
    proef.nu += 34 * DAG + UUR
    await wek(kantoor)
    assert len(proef.feiten(MaatregelLooptAf)) == 2

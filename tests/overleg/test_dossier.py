"""The vault of case numbers: a random id, a line for each reading, and gone is gone."""

import hmac
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from shared.contracts.elk import GegevensVernietigd
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.web import bezoeker

API = "/overleg/v1"


def sporen(folder: Path, bytes_: bytes) -> list[Path]:
    """Every file of a store in which these bytes stand."""
    return [bestand for bestand in folder.rglob("*.db*") if bytes_ in bestand.read_bytes()]


async def test_een_dossier_een_kenmerk_en_weg_is_weg(eigen_kantoor: Kantoor) -> None:
    """The same case gives the same random id; nothing of it is in a fact; erased leaves no bytes (promise 7)."""
    kantoor = eigen_kantoor
    oov = kantoor.als(Rol.OOV)
    ids = {
        (await oov.post(f"{API}/betrokkenen", json={"dossier": nr})).json()["betrokkene"]
        for nr in ("Z-77-A", "z-77-a", "Z77/a", "z-077-a")
    }
    (betrokkene,) = ids
    assert UUID(betrokkene).version == 4
    pad = f"{API}/betrokkenen/{betrokkene}"
    assert (await oov.post(f"{pad}/_bekijk")).json()["dossier"] == "Z-77-A"
    assert (await kantoor.als(Rol.POLITIE).post(f"{pad}/_bekijk")).status_code == 403
    assert all(b"Z-77-A" not in recorded.data for recorded in kantoor.proef.ledger.read(0, 10_000))
    assert not sporen(kantoor.map, b"Z-77-A")
    assert (await oov.post(f"{pad}/_vernietig")).status_code == 204
    assert (await oov.post(f"{pad}/_bekijk")).status_code == 404
    assert (await oov.post(f"{pad}/_vernietig")).status_code == 404
    assert len(kantoor.proef.feiten(GegevensVernietigd)) == 1
    nieuw = (await oov.post(f"{API}/betrokkenen", json={"dossier": "Z-77-A"})).json()["betrokkene"]
    assert nieuw != betrokkene
    assert kantoor.proef.ledger.views_differ() == []


async def test_wat_eerder_is_bewaard_wordt_teruggevonden(eigen_kantoor: Kantoor) -> None:
    """A case put away by its exact spelling, as versions before this one did, is still the same case (TB-3.2)."""
    oov = eigen_kantoor.als(Rol.OOV)
    vraag = {"dossier": "Z-077-A"}
    betrokkene = (await oov.post(f"{API}/betrokkenen", json=vraag)).json()["betrokkene"]
    toen = hmac.new(b"alleen voor deze proef", b"7:overleg4:zoek6:gm06377:Z-077-A", "sha256").hexdigest()
    with closing(sqlite3.connect(eigen_kantoor.map / "dossierkluis.db")) as db, db:
        assert db.execute("UPDATE dossierkluis_inhoud SET zoek = ?", (toen,)).rowcount == 1
    assert (await oov.post(f"{API}/betrokkenen", json=vraag)).json()["betrokkene"] == betrokkene


async def test_elke_lezing_van_de_dossierkluis_is_een_regel(eigen_kantoor: Kantoor) -> None:
    """Who looks up a case or an id stands in a logbook that names neither; so does who found none."""
    kantoor = eigen_kantoor
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
    with sqlite3.connect(kantoor.map / "dossierlogboek.db") as verbinding:
        verbinding.execute("UPDATE stored_events SET state = CAST(replace(state, 'burgemeester', 'oov') AS BLOB)")
    assert "logboek van de dossierkluis breekt bij plaats 1" in kantoor.dienst.verschillen()[0]


async def test_zonder_regel_in_het_logboek_ziet_niemand_een_dossier(eigen_kantoor: Kantoor) -> None:
    """When the logbook cannot take the line, nothing is shown."""
    kantoor = eigen_kantoor
    oov = kantoor.als(Rol.OOV)
    betrokkene = (await oov.post(f"{API}/betrokkenen", json={"dossier": "Z-77-A"})).json()["betrokkene"]
    with sqlite3.connect(kantoor.map / "dossierlogboek.db") as verbinding:
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

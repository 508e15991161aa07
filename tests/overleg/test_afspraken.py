"""Agreements on a real ledger: terms, reminders, who sees them, and the matrix as a file."""

import csv
from datetime import date
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from services.overleg.application.vergaderen import Notitie
from shared.contracts.overleg import (
    AfspraakHerinnerd,
    AfspraakNagekomen,
    AfspraakTeLaat,
)
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.voorbeelden import PLEK, lokaal, melding

API = "/overleg/v1"
FORMULES = ("=1+1", "+31", "-1", "@SOM(A1)", "\t=1", "  =HYPERLINK(1)")


async def afspraak(kantoor: Kantoor, **anders: Any) -> dict[str, Any]:
    """An agreement with the police for 12 February, made by oov."""
    wat = {"wat": "Extra toezicht", "wie": "politie", "uiterlijk": "2026-02-12", **anders}
    antwoord = await kantoor.als(Rol.OOV).post(f"{API}/afspraken", json=wat)
    assert antwoord.status_code == 201, antwoord.text
    return dict(antwoord.json())


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

"""Who sees which meeting over HTTP, and who may close one."""

from uuid import uuid4

import pytest

from shared.contracts.overleg import AgendapuntToegevoegd
from shared.facts import Context
from shared.ledger import Transaction
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.voorbeelden import GEMEENTE, PLEK, escalatie, melding

WEG = "/overleg/v1"


def _driehoek(kantoor: Kantoor) -> str:
    kantoor.proef.escaleer(escalatie())
    sql = "SELECT overleg_id FROM overleggen WHERE reeks = 'driehoek'"
    return str(kantoor.proef.ledger.query_sync(sql)[0][0])


@pytest.mark.parametrize(("rol", "ziet"), [(Rol.OM, True), (Rol.OOV, True), (Rol.COA, False), (Rol.HANDHAVING, False)])
async def test_een_partner_ziet_de_overleggen_waar_hij_zit(kantoor: Kantoor, rol: Rol, ziet: bool) -> None:
    """The driehoek is not for the COA; for who does not sit there, it does not exist."""
    overleg_id = _driehoek(kantoor)
    als = kantoor.als(rol, PLEK if rol is Rol.COA else None)
    assert (await als.get(f"{WEG}/overleggen/{overleg_id}")).status_code == (200 if ziet else 404)
    lijst = (await als.get(f"{WEG}/overleggen")).json()["overleggen"]
    assert ("driehoek" in {o["reeks"] for o in lijst}) is ziet
    reeksen = (await als.get(f"{WEG}/reeksen")).json()["reeksen"]
    assert ("driehoek" in {r["reeks"] for r in reeksen}) is ziet


async def test_een_vertrouwelijk_punt_is_niet_voor_partners(kantoor: Kantoor) -> None:
    """Who may not read it, does not see that it is there; oov does."""
    proef = kantoor.proef
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    geheim = AgendapuntToegevoegd(
        gemeente=GEMEENTE,
        locatie=PLEK,
        overleg_id=overleg_id,
        agendapunt_id=uuid4(),
        regel="LVS-2.4",
        vertrouwelijk=True,
    )

    def zet_erbij(tx: Transaction) -> None:
        tx.facts(overleg_id)
        tx.append(overleg_id, geheim)

    proef.ledger.run_sync(zet_erbij, Context(op=proef.nu, correlatie="0" * 32))
    aantal = {
        rol: len(_eigen((await kantoor.als(rol).get(f"{WEG}/overleggen/{overleg_id}")).json()["agendapunten"]))
        for rol in (Rol.POLITIE, Rol.MELDPUNT, Rol.OOV, Rol.BURGEMEESTER)
    }
    assert aantal == {Rol.POLITIE: 1, Rol.MELDPUNT: 1, Rol.OOV: 2, Rol.BURGEMEESTER: 2}


def _eigen(punten: list[dict[str, str]]) -> list[dict[str, str]]:
    return [punt for punt in punten if punt["soort"] != "vast"]


async def test_het_coa_ziet_alleen_zijn_locatie(kantoor: Kantoor) -> None:
    """A key that is bound to another location sees nothing here, and may not ask for it."""
    elders = kantoor.als(Rol.COA, "zoetermeer")
    assert (await elders.get(f"{WEG}/overleggen")).json()["overleggen"] == []
    assert (await elders.get(f"{WEG}/overleggen", params={"locatie": PLEK})).status_code == 403
    hier = kantoor.als(Rol.COA, PLEK)
    assert {o["reeks"] for o in (await hier.get(f"{WEG}/overleggen")).json()["overleggen"]} == {
        "lvos",
        "ambtelijk-overleg",
        "casusoverleg",
        "evaluatie",
    }


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.OOV])
async def test_alleen_oov_sluit(kantoor: Kantoor, rol: Rol) -> None:
    """Who may not close a meeting, does not."""
    (overleg_id,) = kantoor.proef.staat_op(kantoor.proef.ontvang(melding(kantoor.proef.nu)))
    als = kantoor.als(rol, PLEK if rol is Rol.COA else None)
    for stap in ("_open", "_sluit"):
        assert (await als.post(f"{WEG}/overleggen/{overleg_id}/{stap}")).status_code == 403


async def test_een_onbekend_overleg_bestaat_niet(kantoor: Kantoor) -> None:
    """404 with a sentence; an id that is no id is 400."""
    als = kantoor.als(Rol.OOV)
    for weg in ("", "/agendapunten"):
        assert (await als.get(f"{WEG}/overleggen/{uuid4()}{weg}")).status_code == 404
    assert (await als.post(f"{WEG}/overleggen/{uuid4()}/_sluit", json={})).status_code == 404
    assert (await als.get(f"{WEG}/overleggen/volgende")).status_code == 400

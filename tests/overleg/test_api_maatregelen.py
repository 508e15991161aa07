"""Measures over HTTP: imposed, refused with the rule, and who may know whom they concern."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from shared.contracts.overleg import MaatregelIngetrokken, MaatregelLooptAf, MaatregelOpgelegd
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.voorbeelden import DAG, UUR, melding

WEG = "/overleg/v1/maatregelen"


def kort(kantoor: Kantoor, **anders: Any) -> dict[str, Any]:
    """A short gebiedsverbod as a program sends it."""
    nu = kantoor.proef.nu
    return {
        "soort": "gebiedsverbod-kort",
        "gerichtOp": "persoon",
        "gebied": "rokkeveen",
        "betrokkene": str(uuid4()),
        "ingaande": (nu + UUR).isoformat(),
        "eindigt": (nu + 25 * UUR).isoformat(),
        "omGeraadpleegdOp": (nu - UUR).isoformat(),
        **anders,
    }


def meldplicht(kantoor: Kantoor, wie: str) -> dict[str, Any]:
    """A meldplicht of a month."""
    nu = kantoor.proef.nu
    return {
        "soort": "meldplicht",
        "betrokkene": wie,
        "ingaande": nu.isoformat(),
        "eindigt": (nu + 30 * DAG).isoformat(),
    }


async def test_opleggen_geeft_de_maatregel_terug(kantoor: Kantoor) -> None:
    """201 with its address and everything that explains it."""
    als = kantoor.als(Rol.BURGEMEESTER)
    id_ = kantoor.proef.ontvang(melding(kantoor.proef.nu))
    (overleg_id,) = kantoor.proef.staat_op(id_)
    body = kort(kantoor, meldingen=[str(id_)], overlegId=str(overleg_id), bevoegdGezag="burgemeester", grondslag="APV")
    antwoord = await als.post(WEG, json=body)
    inhoud = antwoord.json()
    assert antwoord.status_code == 201
    assert antwoord.headers["location"] == f"{WEG}/{inhoud['maatregelId']}"
    assert (inhoud["grondslag"], inhoud["regel"], inhoud["status"]) == ("APV", "TB-3.2", "komt-nog")
    assert (inhoud["overlegId"], inhoud["meldingen"]) == (str(overleg_id), [str(id_)])
    assert (await als.get(antwoord.headers["location"])).json() == inhoud


@pytest.mark.parametrize("andersom", [False, True])
async def test_een_verboden_combinatie_is_409_met_de_regel(kantoor: Kantoor, andersom: bool) -> None:
    """Combined with a meldplicht of the same betrokkene: refused with TB-3.2, in both directions."""
    als, wie = kantoor.als(Rol.BURGEMEESTER), str(uuid4())
    paar = [meldplicht(kantoor, wie), kort(kantoor, betrokkene=wie)][:: -1 if andersom else 1]
    assert (await als.post(WEG, json=paar[0])).status_code == 201
    geweigerd = await als.post(WEG, json=paar[1])
    assert geweigerd.status_code == 409
    assert geweigerd.headers["content-type"] == "application/problem+json"
    assert geweigerd.json()["regel"] == "TB-3.2"
    assert "dezelfde betrokkene" in geweigerd.json()["detail"]
    assert wie not in geweigerd.text
    assert len(kantoor.proef.feiten(MaatregelOpgelegd)) == 1


@pytest.mark.parametrize(
    ("anders", "regel"),
    [
        ({"gebied": "delft"}, "TB-3.2"),
        ({"gebied": None}, "TB-3.2"),
        ({"omGeraadpleegdOp": None}, "TB-3.2"),
        ({"betrokkene": None}, "TB-3.2"),
        ({"betrokkene": "00000000-0000-0000-0000-000123456782"}, "LVS-2.2"),
        ({"gerichtOp": "gebied", "betrokkene": None}, "TB-3.2"),
        ({"eindigt": None}, "TB-3.2"),
        ({"bevoegdGezag": "coa"}, "TB-3.2"),
    ],
)
async def test_elke_grens_noemt_zijn_regel(kantoor: Kantoor, anders: dict[str, Any], regel: str) -> None:
    """409 with the rule, nothing imposed."""
    antwoord = await kantoor.als(Rol.BURGEMEESTER).post(WEG, json=kort(kantoor, **anders))
    assert (antwoord.status_code, antwoord.json().get("regel")) == (409, regel)
    assert kantoor.proef.feiten(MaatregelOpgelegd) == []


async def test_langer_dan_de_raad_bepaalde(kantoor: Kantoor) -> None:
    """The reason says how long is allowed."""
    te_lang = kort(kantoor, eindigt=(kantoor.proef.nu + UUR + timedelta(days=28, minutes=1)).isoformat())
    antwoord = await kantoor.als(Rol.BURGEMEESTER).post(WEG, json=te_lang)
    assert antwoord.status_code == 409
    assert "28 dagen" in antwoord.json()["detail"]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"naam": "Jan Jansen"}, "naam"),
        ({"betrokkene": "Jan Jansen"}, "betrokkene"),
        ({"betrokkene": "123456782"}, "betrokkene"),
        ({"gebied": "Dorpsstraat 12"}, "gebied"),
        ({"soort": "verbanning"}, "soort"),
        ({"meldingen": ["Jan"]}, "meldingen"),
        ({"overlegId": str(uuid4())}, "overlegId"),
        ({"ingaande": "2026-02-04T12:00:00"}, "ingaande"),
        ({"gemeente": "gm9999"}, "gemeente"),
        ({"nationaliteit": "x"}, "nationaliteit"),
    ],
)
async def test_een_naam_past_in_geen_veld(kantoor: Kantoor, anders: dict[str, Any], veld: str) -> None:
    """Fields are ids, codes and moments: anything else is 400, and the value is not repeated."""
    antwoord = await kantoor.als(Rol.BURGEMEESTER).post(WEG, json=kort(kantoor, **anders))
    assert antwoord.status_code == 400
    assert next(fout["veld"] for fout in antwoord.json()["fouten"]).startswith(veld)
    assert "Jan" not in antwoord.text
    assert "Dorpsstraat" not in antwoord.text
    assert kantoor.proef.feiten(MaatregelOpgelegd) == []


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.BURGEMEESTER])
async def test_alleen_de_burgemeester_legt_op(kantoor: Kantoor, rol: Rol) -> None:
    """Another role is 403."""
    als = kantoor.als(rol, "rokkeveenseweg" if rol is Rol.COA else None)
    assert (await als.post(WEG, json=kort(kantoor))).status_code == 403


@pytest.mark.parametrize(
    ("rol", "ziet"), [(Rol.OOV, True), (Rol.BURGEMEESTER, True), (Rol.POLITIE, False), (Rol.OM, False)]
)
async def test_wie_de_betrokkene_kent(kantoor: Kantoor, rol: Rol, ziet: bool) -> None:
    """Only oov and burgemeester; for others the field is not there."""
    await kantoor.als(Rol.BURGEMEESTER).post(WEG, json=kort(kantoor))
    (maatregel,) = (await kantoor.als(rol).get(WEG)).json()["maatregelen"]
    een = (await kantoor.als(rol).get(f"{WEG}/{maatregel['maatregelId']}")).json()
    assert ("betrokkene" in maatregel, "betrokkene" in een) == (ziet, ziet)


async def test_een_herhaalde_aanvraag_legt_een_keer_op(kantoor: Kantoor) -> None:
    """The same Idempotency-Key gives the same measure (200); with another content it is a conflict."""
    als, body = kantoor.als(Rol.BURGEMEESTER), kort(kantoor)
    headers = {"Idempotency-Key": str(uuid4())}
    eerste, tweede = [await als.post(WEG, json=body, headers=headers) for _ in range(2)]
    ander = await als.post(WEG, json={**body, "gebied": "dorp"}, headers=headers)
    assert [a.status_code for a in (eerste, tweede, ander)] == [201, 200, 409]
    assert eerste.json() == tweede.json()
    assert len(kantoor.proef.feiten(MaatregelOpgelegd)) == 1


async def test_de_lijst_zegt_wat_er_loopt(kantoor: Kantoor) -> None:
    """Filtered on kind and on what is in force now."""
    als = kantoor.als(Rol.BURGEMEESTER)
    await als.post(WEG, json=kort(kantoor))
    await als.post(WEG, json=meldplicht(kantoor, str(uuid4())))
    kantoor.proef.nu += 2 * DAG
    stand = {m["soort"]: m["status"] for m in (await als.get(WEG)).json()["maatregelen"]}
    assert stand == {"gebiedsverbod-kort": "verlopen", "meldplicht": "loopt"}
    lopend = (await als.get(WEG, params={"loopt": "true"})).json()["maatregelen"]
    van_soort = (await als.get(WEG, params={"soort": "gebiedsverbod-kort"})).json()["maatregelen"]
    assert [m["soort"] for m in lopend + van_soort] == ["meldplicht", "gebiedsverbod-kort"]


async def test_een_onbekende_maatregel(kantoor: Kantoor) -> None:
    """404."""
    assert (await kantoor.als(Rol.OOV).get(f"{WEG}/{uuid4()}")).status_code == 404


async def test_de_termijnklok_waarschuwt_en_vergeet_wat_is_ingetrokken(kantoor: Kantoor) -> None:
    """A week before its end a measure is announced, once for each end; a withdrawn one never (KN-4)."""
    proef, burgemeester = kantoor.proef, kantoor.als(Rol.BURGEMEESTER)
    plicht = {"soort": "meldplicht", "ingaande": proef.nu.isoformat(), "eindigt": (proef.nu + 60 * DAG).isoformat()}
    paden = []
    for _ in range(2):
        gemaakt = await burgemeester.post(f"{WEG}", json=plicht | {"betrokkene": str(uuid4())})
        paden.append(f"{WEG}/{gemaakt.json()['maatregelId']}")
    weg = await burgemeester.post(f"{paden[0]}/_trek-in", json={"toelichting": "Niet meer nodig."})
    assert weg.json()["status"] == "ingetrokken"
    proef.nu += 54 * DAG
    for _ in range(2):
        await proef.wek()
    assert [len(proef.feiten(feit)) for feit in (MaatregelLooptAf, MaatregelIngetrokken)] == [1, 1]
    eind = (proef.nu + 40 * DAG).isoformat()
    assert (await burgemeester.post(f"{paden[1]}/_verleng", json={"eindigt": eind})).status_code == 200
    proef.nu += 34 * DAG + UUR
    await proef.wek()
    assert len(proef.feiten(MaatregelLooptAf)) == 2

"""From a melding to everything that followed, and what was reported around a measure."""

from typing import Any
from uuid import uuid4

import pytest

from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.voorbeelden import DAG, PLEK, melding

API = "/overleg/v1"


async def afspraak(kantoor: Kantoor, **anders: Any) -> dict[str, Any]:
    """An agreement with the police for 12 February, made by oov."""
    wat = {"wat": "Extra toezicht", "wie": "politie", "uiterlijk": "2026-02-12", **anders}
    antwoord = await kantoor.als(Rol.OOV).post(f"{API}/afspraken", json=wat)
    assert antwoord.status_code == 201, antwoord.text
    return dict(antwoord.json())


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


@pytest.mark.parametrize("soort", ["afspraak", "maatregel", "verzoek", "bericht"])
async def test_wat_uit_een_punt_volgt_hoort_bij_zijn_meldingen(kantoor: Kantoor, soort: str) -> None:
    """Only the item is named: its meeting and every melding behind it come along, and back (the thread)."""
    proef, nu = kantoor.proef, kantoor.proef.nu
    id_ = proef.ontvang(melding(nu))
    (lvos,) = proef.staat_op(id_)
    uit = {"agendapuntId": str(proef.punt(id_))}
    wie, pad, wat = {
        "afspraak": (Rol.OOV, "afspraken", {"wat": "Toezicht", "wie": "politie", "uiterlijk": "2026-02-12"}),
        "maatregel": (
            Rol.BURGEMEESTER,
            "maatregelen",
            {"soort": "meldplicht", "betrokkene": str(uuid4()), "ingaande": nu.isoformat()}
            | {"eindigt": (nu + 30 * DAG).isoformat()},
        ),
        "verzoek": (Rol.BURGEMEESTER, "verzoeken", {"soort": "politiecapaciteit", "toelichting": "Druk."}),
        "bericht": (Rol.OOV, "berichten", {"onderwerp": "A", "tekst": "B", "publiek": ["raad"], "locatie": PLEK}),
    }[soort]
    als = kantoor.als(wie)
    for punt, antwoord in ((uit, 201), ({"agendapuntId": str(uuid4())}, 400)):
        gemaakt = await als.post(f"{API}/{pad}", json={**wat, **punt})
        assert gemaakt.status_code == antwoord, gemaakt.text
    schakels = (await kantoor.als(Rol.OOV).get(f"{API}/draden/{id_}")).json()["schakels"]
    (schakel,) = [each for each in schakels if each["soort"] == soort]
    assert (schakel["meldingen"], schakel["overlegId"]) == ([str(id_)], str(lvos))


async def test_een_herhaalde_oplegging_na_doorschuiven_is_dezelfde(kantoor: Kantoor) -> None:
    """The item moved to the next meeting in the meantime: the same request is still the same measure."""
    proef, als = kantoor.proef, kantoor.als(Rol.BURGEMEESTER)
    id_ = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    plicht = {"soort": "meldplicht", "betrokkene": str(uuid4()), "agendapuntId": str(proef.punt(id_))}
    plicht |= {"ingaande": proef.nu.isoformat(), "eindigt": (proef.nu + 30 * DAG).isoformat()}
    sleutel = {"Idempotency-Key": str(uuid4())}
    eerst = await als.post(f"{API}/maatregelen", json=plicht, headers=sleutel)
    proef.open(lvos)
    proef.sluit(lvos, [proef.punt(id_)])
    weer = await als.post(f"{API}/maatregelen", json=plicht, headers=sleutel)
    assert (eerst.status_code, weer.status_code) == (201, 200)
    assert eerst.json()["maatregelId"] == weer.json()["maatregelId"]
    anders = await als.post(
        f"{API}/maatregelen", json=plicht | {"overlegId": str(proef.staat_op(id_)[0])}, headers=sleutel
    )
    assert anders.status_code == 409


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

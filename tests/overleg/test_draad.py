"""From a melding to everything that followed, and what was reported around a measure."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from services.overleg.application import vergaderen
from services.overleg.application.agenderen import zet_op
from services.overleg.application.draad import Draden
from services.overleg.application.zicht import Zicht
from services.overleg.overleg import Agendapunt
from shared.facts import Context
from shared.ledger import Transaction
from shared.profiel import Profielen, Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.test_verzetten import DINSDAG, op
from tests.overleg.voorbeelden import DAG, PLEK, UUR, escalatie, meegeleverd, melding, profielen

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
    keuze: dict[str, tuple[Rol, str, dict[str, Any]]] = {
        "afspraak": (Rol.OOV, "afspraken", {"wat": "Toezicht", "wie": "politie", "uiterlijk": "2026-02-12"}),
        "maatregel": (
            Rol.BURGEMEESTER,
            "maatregelen",
            {"soort": "meldplicht", "betrokkene": str(uuid4()), "ingaande": nu.isoformat()}
            | {"eindigt": (nu + 30 * DAG).isoformat()},
        ),
        "verzoek": (Rol.BURGEMEESTER, "verzoeken", {"soort": "politiecapaciteit", "toelichting": "Druk."}),
        "bericht": (Rol.OOV, "berichten", {"onderwerp": "A", "tekst": "B", "publiek": ["raad"], "locatie": PLEK}),
    }
    wie, pad, wat = keuze[soort]
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


async def schakels(
    kantoor: Kantoor, id_: UUID, rol: Rol = Rol.OOV, plek: str | None = None
) -> dict[str, dict[str, Any]]:
    """The thread of a melding as a role sees it, by kind; of a kind that is there twice the last."""
    antwoord = await kantoor.als(rol, plek).get(f"{API}/draden/{id_}")
    assert antwoord.status_code == 200, antwoord.text
    return {each["soort"]: each for each in antwoord.json()["schakels"]}


async def test_elke_schakel_zegt_hoe_het_ermee_staat(kantoor: Kantoor) -> None:
    """In words and with its rule, in order of time; a measure runs, is withdrawn or is over."""
    proef = kantoor.proef
    id_ = proef.ontvang(melding(proef.nu))
    ander = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    burgemeester, uit = kantoor.als(Rol.BURGEMEESTER), {"agendapuntId": str(proef.punt(id_))}
    proef.nu += UUR
    gemaakt = await afspraak(kantoor, **uit)
    proef.nu += UUR
    plicht = {"soort": "meldplicht", "ingaande": proef.nu.isoformat(), "eindigt": (proef.nu + 5 * DAG).isoformat()}
    eerste, tweede = [
        (await burgemeester.post(f"{API}/maatregelen", json={**plicht, **uit, "betrokkene": str(uuid4())})).json()
        for _ in range(2)
    ]
    proef.nu += UUR
    vraag = {"soort": "politiecapaciteit", "toelichting": "Druk.", **uit}
    verzoek = (await burgemeester.post(f"{API}/verzoeken", json=vraag)).json()["verzoekId"]
    proef.nu += UUR
    bericht = {"onderwerp": "A", "tekst": "B", "publiek": ["raad"], "locatie": PLEK, **uit}
    await kantoor.als(Rol.COMMUNICATIE).post(f"{API}/berichten", json=bericht)
    alle = (await kantoor.als(Rol.OOV).get(f"{API}/draden/{id_}")).json()["schakels"]
    assert [(each["soort"], each["status"], each["regel"]) for each in alle] == [
        ("agendapunt", "open", "LVS-2.4"),
        ("afspraak", "open", "KG-2.2.1"),
        ("maatregel", "loopt", "TB-3.5"),
        ("maatregel", "loopt", "TB-3.5"),
        ("verzoek", "open", "LVS-0.1"),
        ("bericht", "concept", "LVS-4"),
    ]
    assert [each["omschrijving"] for each in alle] == [
        "Op de agenda: LVOS (Leefbaarheids- en veiligheidsoverleg Statushouders)",
        "Afspraak met Politie",
        *["Meldplicht"] * 2,
        "Tijdelijk meer politie",
        "Bericht",
    ]
    assert [each["op"] for each in alle] == sorted(each["op"] for each in alle)
    assert {each["overlegId"] for each in alle} == {str(lvos)}
    assert (alle[1]["id"], {alle[2]["id"], alle[3]["id"]}) == (
        gemaakt["afspraakId"],
        {eerste["maatregelId"], tweede["maatregelId"]},
    )
    assert list(await schakels(kantoor, ander)) == ["agendapunt"]
    await burgemeester.post(f"{API}/maatregelen/{eerste['maatregelId']}/_trek-in", json={})
    await burgemeester.post(f"{API}/verzoeken/{verzoek}/_beantwoord", json={"uitkomst": "deels"})
    proef.nu += 6 * DAG
    await proef.wek()
    later = (await kantoor.als(Rol.OOV).get(f"{API}/draden/{id_}")).json()["schakels"]
    standen = {each["id"]: each["status"] for each in later}
    assert (standen[eerste["maatregelId"]], standen[tweede["maatregelId"]]) == ("ingetrokken", "verlopen")
    assert standen[verzoek] == "deels"


async def test_wie_ziet_welke_schakel(kantoor: Kantoor) -> None:
    """Of a meeting who sits there; of a place who belongs to it; of a message who is asked, and not before."""
    proef = kantoor.proef
    id_ = proef.ontvang(melding(proef.nu))
    proef.escaleer(escalatie().model_copy(update={"meldingen": (id_,)}))
    uit = {"agendapuntId": str(proef.punt(id_))}
    bericht = {"onderwerp": "A", "tekst": "B", "publiek": ["raad"], "locatie": PLEK, **uit}
    oov = kantoor.als(Rol.OOV)
    nummer = (await oov.post(f"{API}/berichten", json=bericht)).json()["berichtId"]

    async def reeksen(rol: Rol, plek: str | None = None) -> list[str]:
        draad = (await kantoor.als(rol, plek).get(f"{API}/draden/{id_}")).json()["schakels"]
        return sorted(each["omschrijving"].rpartition(" ")[2] for each in draad)

    assert await reeksen(Rol.OOV) == ["Bericht", "Statushouders)", "overleg)"]
    assert await reeksen(Rol.POLITIE) == ["Statushouders)", "overleg)"]
    assert await reeksen(Rol.HANDHAVING) == await reeksen(Rol.COA, PLEK) == ["Statushouders)"]
    assert await reeksen(Rol.COA, "zoetermeer") == []
    await oov.post(f"{API}/berichten/{nummer}/_leg-voor")
    assert await reeksen(Rol.POLITIE) == ["Bericht", "Statushouders)", "overleg)"]
    assert await reeksen(Rol.COA, PLEK) == ["Bericht", "Statushouders)"]
    assert await reeksen(Rol.COA, "zoetermeer") == []
    assert await reeksen(Rol.HANDHAVING) == ["Statushouders)"]


async def test_een_vertrouwelijk_punt_is_geen_schakel_voor_partners(kantoor: Kantoor) -> None:
    """What stands confidentially on an agenda, and an agreement made there, is known to the municipality alone."""
    proef, id_, geheim = kantoor.proef, uuid4(), uuid4()
    punt = Agendapunt(geheim, (id_,), "LVS-0.2", vertrouwelijk=True, soort="verzoek", onderwerp="maatregelgesprek")

    def zet(tx: Transaction) -> None:
        zet_op(tx, vergaderen.lees(tx, op(proef, "lvos", DINSDAG)), [punt])

    kantoor.dienst.ledger.run_sync(zet, Context(op=proef.nu, correlatie="0" * 32))
    await afspraak(kantoor, agendapuntId=str(geheim), wie="handhaving")
    assert (
        set(await schakels(kantoor, id_))
        == set(await schakels(kantoor, id_, Rol.BURGEMEESTER))
        == {"agendapunt", "afspraak"}
    )
    assert await schakels(kantoor, id_, Rol.POLITIE) == {}
    plicht = {"soort": "meldplicht", "betrokkene": str(uuid4()), "agendapuntId": str(geheim)}
    plicht |= {"ingaande": proef.nu.isoformat(), "eindigt": (proef.nu + DAG).isoformat()}
    assert (await kantoor.als(Rol.BURGEMEESTER).post(f"{API}/maatregelen", json=plicht)).status_code == 201
    assert set(await schakels(kantoor, id_, Rol.POLITIE)) == {"maatregel"}  # that one it carries out


async def test_een_afspraak_uit_een_ander_overleg_is_van_wie_daar_zit(kantoor: Kantoor) -> None:
    """Made in the driehoek: the police sits there, handhaving and the COA do not; without a meeting it is nobody's."""
    proef = kantoor.proef
    id_ = proef.ontvang(melding(proef.nu))
    proef.escaleer(escalatie().model_copy(update={"meldingen": (id_,)}))
    sql = "SELECT agendapunt_id FROM agendapunten WHERE soort = 'escalatie' AND meldingen LIKE ?"
    ((punt,),) = proef.ledger.query_sync(sql, (f"%{id_}%",))
    await afspraak(kantoor, agendapuntId=punt)
    for rol, plek, ziet in ((Rol.POLITIE, None, True), (Rol.HANDHAVING, None, False), (Rol.COA, PLEK, False)):
        assert ("afspraak" in await schakels(kantoor, id_, rol, plek)) is ziet
    ander = proef.ontvang(melding(proef.nu))
    await afspraak(kantoor, meldingen=[str(ander)])
    assert set(await schakels(kantoor, ander)) == {"agendapunt", "afspraak"}
    assert set(await schakels(kantoor, ander, Rol.POLITIE)) == {"agendapunt"}


async def test_de_draad_van_wie_nergens_zit_en_van_een_gemeente_die_weg_is(kantoor: Kantoor) -> None:
    """No series is no item; without its profile a code stands where the name was."""
    proef = kantoor.proef
    id_ = proef.ontvang(melding(proef.nu))
    ledger, soorten = kantoor.dienst.ledger, {"agendapunt"}
    assert (await Draden(ledger, profielen()).draad(id_, Zicht(reeksen=()), soorten)).schakels == []
    weg = Draden(ledger, Profielen([meegeleverd("koggenland")]))
    (schakel,) = (await weg.draad(id_, Zicht(), soorten)).schakels
    assert schakel.omschrijving == "Op de agenda: lvos"

"""Meetings and agendas over HTTP."""

from uuid import uuid4

import pytest

from shared.facts import Context
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.voorbeelden import UUR, incident, lokaal, melding

WEG = "/overleg/v1"


async def test_de_lijst_staat_op_volgorde(kantoor: Kantoor) -> None:
    """The meetings of a quarter, the first at the top, with who sits there and why."""
    antwoord = await kantoor.als(Rol.OOV).get(f"{WEG}/overleggen", params={"reeks": "lvos", "perPagina": 5})
    overleggen = antwoord.json()["overleggen"]
    assert antwoord.status_code == 200
    assert [o["aanvang"] for o in overleggen[:2]] == ["2026-02-10T09:00:00Z", "2026-02-17T09:00:00Z"]
    assert len(overleggen) == 5
    assert overleggen[0]["deelnemers"] == ["coa", "politie", "handhaving", "gemeente"]
    assert (overleggen[0]["status"], overleggen[0]["regel"], overleggen[0]["nogTeSluiten"]) == (
        "gepland",
        "LVS-1.1",
        False,
    )


async def test_bladeren_en_filteren(kantoor: Kantoor) -> None:
    """By period and by page."""
    als = kantoor.als(Rol.OOV)
    vraag = {"reeks": "lvos", "vanaf": "2026-02-11T00:00:00+01:00", "tot": "2026-03-05T00:00:00+01:00"}
    eerste, tweede = [
        (await als.get(f"{WEG}/overleggen", params={**vraag, "perPagina": 2, "pagina": n})).json()["overleggen"]
        for n in (1, 2)
    ]
    assert [o["aanvang"][:10] for o in eerste + tweede] == ["2026-02-17", "2026-02-24", "2026-03-03"]


async def test_de_volgende_agenda_toont_wat_er_gemeld_is(kantoor: Kantoor) -> None:
    """The agenda of the next meeting, with the few attributes of each melding, never a text (LVS-2.4)."""
    kantoor.proef.ontvang(melding(kantoor.proef.nu))
    kantoor.proef.ontvang(incident(kantoor.proef.nu))
    antwoord = await kantoor.als(Rol.POLITIE).get(f"{WEG}/agendas", params={"reeks": "lvos"})
    (agenda,) = antwoord.json()["agendas"]
    gemeld = [punt for punt in agenda["agendapunten"] if punt["bekend"]]
    soorten = {punt["bekend"][0]["soort"]: punt["bekend"][0] for punt in gemeld}
    assert agenda["overleg"]["openPunten"] == 2
    assert (soorten["melding"]["thema"], soorten["melding"]["gerichtTegen"]) == ("geluid", "omwonenden")
    assert (soorten["incident"]["gevolgenOpenbareOrde"], soorten["incident"]["ernst"]) == (True, 3)
    assert {punt["regel"] for punt in gemeld} == {"LVS-2.4"}
    assert [(groep["soort"], groep["aard"], groep["aantal"]) for groep in agenda["telling"]] == [
        ("incident", "crimineel", 1),
        ("melding", "overlast", 1),
    ]


async def test_openen_en_sluiten(kantoor: Kantoor) -> None:
    """Opened, closed with one item left: that stands on the next agenda with the same id (LVS-2.4)."""
    proef, als = kantoor.proef, kantoor.als(Rol.OOV)
    wel, niet = proef.ontvang(melding(proef.nu)), proef.ontvang(melding(proef.nu))
    (overleg_id,) = proef.staat_op(wel)
    geopend = await als.post(f"{WEG}/overleggen/{overleg_id}/_open", json={"zeker": True})
    punt = str(proef.punt(niet))
    body: dict[str, object] = {"nietBesproken": [punt], "bevindingen": "Mail jan@example.nl over de lampen."}
    body["reden"] = "Eerder gehouden."
    gesloten = await als.post(f"{WEG}/overleggen/{overleg_id}/_sluit", json=body)
    assert (geopend.status_code, geopend.json()["status"]) == (200, "geopend")
    assert (gesloten.status_code, gesloten.json()["overleg"]["status"]) == (200, "gesloten")
    assert (gesloten.json()["overleg"]["besproken"], gesloten.json()["overleg"]["doorgeschoven"]) == (1, 1)
    volgende = await als.get(f"{WEG}/overleggen/{gesloten.json()['naarOverlegId']}/agendapunten")
    doorgeschoven = [p for p in volgende.json()["agendapunten"] if p["soort"] == "melding"]
    assert [(p["agendapuntId"], p["vanOverlegId"]) for p in doorgeschoven] == [(punt, str(overleg_id))]
    terug = (await als.get(f"{WEG}/overleggen/{overleg_id}")).json()
    assert terug["bevindingen"] == "Mail [e-mail] over de lampen."
    assert terug["redenSluiten"] == "Eerder gehouden."
    assert {p["status"] for p in terug["agendapunten"]} == {"besproken", "doorgeschoven"}


async def test_wie_het_vraagt_opent_niet_te_vroeg(kantoor: Kantoor) -> None:
    """Who asks for that is refused, in words, and nothing changes; who says nothing means it, as before."""
    proef, als = kantoor.proef, kantoor.als(Rol.OOV)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    weg = f"{WEG}/overleggen/{overleg_id}/_open"
    te_vroeg = await als.post(weg, json={"zeker": False})
    assert (te_vroeg.status_code, te_vroeg.json()["regel"]) == (409, "LVS-2.4")
    assert "'zeker'" in te_vroeg.json()["detail"]
    assert proef.staat_op(proef.ontvang(melding(proef.nu))) == [overleg_id]
    assert (await als.post(weg)).json()["status"] == "geopend"
    proef.nu = lokaal(2026, 2, 17, 9, 45)
    (volgende,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    assert proef.aanvang(volgende) == lokaal(2026, 2, 17)
    op_tijd = await als.post(f"{WEG}/overleggen/{volgende}/_open", json={"zeker": False})
    assert op_tijd.json()["status"] == "geopend"


async def test_sluiten_zonder_iets_te_zeggen_bespreekt_alles(kantoor: Kantoor) -> None:
    """No body: every item was discussed."""
    proef, als = kantoor.proef, kantoor.als(Rol.OOV)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    await als.post(f"{WEG}/overleggen/{overleg_id}/_open", json={"zeker": True})
    gesloten = await als.post(f"{WEG}/overleggen/{overleg_id}/_sluit")
    assert (gesloten.json()["overleg"]["besproken"], gesloten.json()["naarOverlegId"]) == (1, None)


async def test_een_gesloten_overleg_weigert_met_de_regel(kantoor: Kantoor) -> None:
    """A second closing is a conflict that names its rule."""
    proef, als = kantoor.proef, kantoor.als(Rol.OOV)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    nog_niet = await als.post(f"{WEG}/overleggen/{overleg_id}/_sluit", json={})
    await als.post(f"{WEG}/overleggen/{overleg_id}/_open", json={"zeker": True})
    vreemd = await als.post(f"{WEG}/overleggen/{overleg_id}/_sluit", json={"nietBesproken": [str(uuid4())]})
    await als.post(f"{WEG}/overleggen/{overleg_id}/_sluit", json={})
    dubbel = await als.post(f"{WEG}/overleggen/{overleg_id}/_sluit", json={})
    for antwoord in (nog_niet, vreemd, dubbel):
        assert antwoord.status_code == 409
        assert antwoord.headers["content-type"] == "application/problem+json"
        assert antwoord.json()["regel"] == "LVS-2.4"


@pytest.mark.parametrize(
    "body", [{"nietBesproken": ["x"]}, {"naam": "Jan"}, {"bevindingen": "x" * 4001}, {"nietBesproken": "alles"}]
)
async def test_een_verkeerd_verzoek_verandert_niets(kantoor: Kantoor, body: dict[str, object]) -> None:
    """Bad input is 400 with the field, and the meeting stays open."""
    proef, als = kantoor.proef, kantoor.als(Rol.OOV)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    await als.post(f"{WEG}/overleggen/{overleg_id}/_open", json={"zeker": True})
    antwoord = await als.post(f"{WEG}/overleggen/{overleg_id}/_sluit", json=body)
    assert antwoord.status_code == 400
    assert antwoord.json()["fouten"]
    assert (await als.get(f"{WEG}/overleggen/{overleg_id}")).json()["overleg"]["status"] == "geopend"


async def test_een_vergeten_overleg_staat_bij_nog_te_sluiten(kantoor: Kantoor) -> None:
    """Passed and not closed: the list says so until somebody closes it (LVS-2.4)."""
    proef, als = kantoor.proef, kantoor.als(Rol.OOV)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    proef.nu = lokaal(2026, 2, 10) + UUR
    lijst = (await als.get(f"{WEG}/overleggen", params={"teSluiten": "true"})).json()["overleggen"]
    vergeten = {o["overlegId"]: o for o in lijst}[str(overleg_id)]
    assert (vergeten["nogTeSluiten"], vergeten["openPunten"]) == (True, 1)
    await als.post(f"{WEG}/overleggen/{overleg_id}/_sluit", json={})
    lijst = (await als.get(f"{WEG}/overleggen", params={"teSluiten": "true"})).json()["overleggen"]
    assert str(overleg_id) not in {o["overlegId"] for o in lijst}


async def test_een_melding_zonder_overleg_is_zichtbaar(kantoor: Kantoor) -> None:
    """A location without a series: not silent (LVS-2.4)."""
    id_ = kantoor.proef.ontvang(melding(kantoor.proef.nu, locatie="zoetermeer"))
    antwoord = await kantoor.als(Rol.OOV).get(f"{WEG}/meldingen-zonder-overleg")
    assert [m["meldingId"] for m in antwoord.json()["meldingen"]] == [str(id_)]


async def test_reeksen_zeggen_in_welke_fase_ze_zijn(kantoor: Kantoor) -> None:
    """The series of the profile with the rhythm of today."""
    reeksen = (await kantoor.als(Rol.OOV).get(f"{WEG}/reeksen")).json()["reeksen"]
    lvos, driehoek = reeksen[0], reeksen[-1]
    assert (lvos["fase"], lvos["ritme"], lvos["weekdag"], lvos["tijd"]) == (
        "eerste-maanden",
        "wekelijks",
        "dinsdag",
        "10:00",
    )
    assert (driehoek["ritme"], driehoek["regel"]) == ("ad-hoc", "LVS-1.6")


async def test_de_planning_draait_bij_het_begin(kantoor: Kantoor) -> None:
    """What the runner calls at start plans ahead; again, it adds nothing."""
    voor = kantoor.dienst.ledger.last_place()
    assert kantoor.dienst.aan_het_begin is not None
    await kantoor.dienst.aan_het_begin(Context(op=kantoor.proef.nu, correlatie="0" * 32))
    assert kantoor.dienst.ledger.last_place() == voor

"""What an agenda finds by itself: agreements that are due, measures that end (KG-2.2.1, KG-2.2.2)."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from shared.contracts.overleg import AgendapuntToegevoegd
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.test_verzetten import DINSDAG, op
from tests.overleg.voorbeelden import DAG, PLEK, lokaal, melding

API = "/overleg/v1"


async def maak(kantoor: Kantoor, uiterlijk: str, **anders: object) -> str:
    """An agreement at the location."""
    wat = {"wat": "Extra toezicht", "wie": "politie", "uiterlijk": uiterlijk, "locatie": PLEK, **anders}
    antwoord = await kantoor.als(Rol.OOV).post(f"{API}/afspraken", json=wat)
    assert antwoord.status_code == 201, antwoord.text
    return str(antwoord.json()["afspraakId"])


async def leg_op(kantoor: Kantoor, dagen: float, gebied: str = "rokkeveen") -> str:
    """A prohibition of alcohol that ends so long after the LVOS."""
    wat = {"soort": "alcoholverbod", "gerichtOp": "gebied", "gebied": gebied, "ingaande": kantoor.proef.nu.isoformat()}
    eind = {"eindigt": (DINSDAG + dagen * DAG).isoformat()}
    antwoord = await kantoor.als(Rol.BURGEMEESTER).post(f"{API}/maatregelen", json=wat | eind)
    assert antwoord.status_code == 201, antwoord.text
    return str(antwoord.json()["maatregelId"])


async def agenda(kantoor: Kantoor, overleg_id: UUID, soort: str, rol: Rol = Rol.OOV) -> list[dict[str, Any]]:
    """The items of one kind on an agenda, as a role sees them."""
    antwoord = await kantoor.als(rol).get(f"{API}/overleggen/{overleg_id}/agendapunten")
    return [punt for punt in antwoord.json()["agendapunten"] if punt["soort"] == soort]


async def test_een_afspraak_die_afloopt_staat_op_de_agenda(kantoor: Kantoor) -> None:
    """Due by the hour of the meeting, or overdue; not what has time, what is done, or what is of another place."""
    lvos = op(kantoor.proef, "lvos", DINSDAG)
    precies = await maak(kantoor, DINSDAG.isoformat())
    bijna = await maak(kantoor, "2026-02-09")
    overal = await maak(kantoor, "2026-02-08", locatie="alle")
    for weg in (
        await maak(kantoor, (DINSDAG + timedelta(seconds=1)).isoformat()),
        await maak(kantoor, "2026-02-09", locatie="zoetermeer"),
    ):
        assert weg
    klaar = await maak(kantoor, "2026-02-07")
    await kantoor.als(Rol.POLITIE).post(f"{API}/afspraken/{klaar}/_kom-na")
    punten = await agenda(kantoor, lvos, "afspraak")
    assert {punt["afspraakId"] for punt in punten} == {precies, bijna, overal}
    assert {(punt["regel"], punt["naam"], punt["status"]) for punt in punten} == {("KG-2.2.1", "Politie", "open")}
    assert await agenda(kantoor, op(kantoor.proef, "politieoverleg", lokaal(2026, 2, 12, 9)), "afspraak") == []


async def test_een_maatregel_die_eindigt_staat_op_de_agenda(kantoor: Kantoor) -> None:
    """Within two weeks after the meeting, at this location; for who may know of measures, not for every partner."""
    lvos = op(kantoor.proef, "lvos", DINSDAG)
    bijna, precies = await leg_op(kantoor, 3), await leg_op(kantoor, 14)
    for dagen, gebied in ((14.001, "rokkeveen"), (-1, "rokkeveen")):
        await leg_op(kantoor, dagen, gebied)
    weg = await leg_op(kantoor, 5)
    ingetrokken = await kantoor.als(Rol.BURGEMEESTER).post(f"{API}/maatregelen/{weg}/_trek-in", json={})
    assert ingetrokken.json()["status"] == "ingetrokken"
    punten = await agenda(kantoor, lvos, "maatregel")
    assert {punt["maatregelId"] for punt in punten} == {bijna, precies}
    assert await agenda(kantoor, lvos, "maatregel", Rol.POLITIE) == []
    assert await agenda(kantoor, op(kantoor.proef, "politieoverleg", lokaal(2026, 2, 12, 9)), "maatregel") == []


async def test_bij_het_openen_staat_het_vast(kantoor: Kantoor) -> None:
    """Found once more at that moment, and facts from then on; they never move on, the next finds them itself."""
    proef, lvos = kantoor.proef, op(kantoor.proef, "lvos", DINSDAG)
    proef.nu = DINSDAG
    op_tijd = await maak(kantoor, (DINSDAG + timedelta(minutes=1)).isoformat())
    assert await agenda(kantoor, lvos, "afspraak") == []
    proef.nu = DINSDAG + timedelta(minutes=1)
    proef.open(lvos)
    await maak(kantoor, (DINSDAG + timedelta(minutes=2)).isoformat())
    (punt,) = await agenda(kantoor, lvos, "afspraak")
    assert punt["afspraakId"] == op_tijd
    feiten = [feit for feit in proef.feiten(AgendapuntToegevoegd) if isinstance(feit, AgendapuntToegevoegd)]
    assert [str(feit.afspraak_id) for feit in feiten if feit.soort == "afspraak"] == [op_tijd]
    assert proef.sluit(lvos, [UUID(punt["agendapuntId"])]) is None
    proef.nu = DINSDAG + DAG
    volgende = op(proef, "lvos", DINSDAG + 7 * DAG)
    assert len(await agenda(kantoor, volgende, "afspraak")) == 2


async def test_op_een_persoon_wel_over_gezondheid_of_thuis_niet(kantoor: Kantoor) -> None:
    """A meldplicht ends as well; what says something about somebody's health or home stands on no agenda (LVS-3.1)."""
    als, eind = kantoor.als(Rol.BURGEMEESTER), {"eindigt": (DINSDAG + 3 * DAG).isoformat()}
    begin = {"ingaande": kantoor.proef.nu.isoformat()}
    plicht = await als.post(
        f"{API}/maatregelen", json={"soort": "meldplicht", "betrokkene": str(uuid4()), **begin, **eind}
    )
    huis = await als.post(
        f"{API}/maatregelen",
        json={"soort": "tijdelijk-huisverbod", **begin, "eindigt": (kantoor.proef.nu + 10 * DAG).isoformat()},
    )
    assert (plicht.status_code, huis.status_code) == (201, 201), huis.text
    punten = await agenda(kantoor, op(kantoor.proef, "lvos", DINSDAG), "maatregel")
    assert [punt["maatregelId"] for punt in punten] == [plicht.json()["maatregelId"]]


@pytest.mark.parametrize("rol", [Rol.POLITIE, Rol.OOV])
async def test_de_telling_telt_alleen_meldingen(kantoor: Kantoor, rol: Rol) -> None:
    """What the agenda finds by itself is no melding; withdrawn ones were left out already (LVS-2.1)."""
    kantoor.proef.ontvang(melding(kantoor.proef.nu))
    await maak(kantoor, "2026-02-09")
    await leg_op(kantoor, 3)
    pad = f"{API}/overleggen/{op(kantoor.proef, 'lvos', DINSDAG)}"
    assert (await kantoor.als(rol).get(pad)).json()["telling"] == [
        {"soort": "melding", "aard": "overlast", "aantal": 1}
    ]

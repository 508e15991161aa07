"""From a melding to the agenda and the week's picture, on a real nats-server."""

from collections.abc import Callable

import pytest

from tests.journeys.installatie import Installatie, incident, melding
from tests.wachten import wacht_tot


def op_agenda(installatie: Installatie) -> list[str]:
    """Return what stands on the agendas of the LVOS; an incident is discussed with the COA as well (LVS-0.4)."""
    agendas = installatie.get("oov", "/overleg/v1/agendas", reeks="lvos")["agendas"]
    return [m for agenda in agendas for punt in agenda["agendapunten"] for m in punt["meldingen"]]


def weekbeeld(installatie: Installatie) -> dict:
    """Return the week's picture of the location."""
    return installatie.get("oov", "/rapportage/v1/weekbeelden", locatie="rokkeveenseweg")


def in_het_beeld(beeld: dict, soort: str = "meldingen") -> int:
    """How many it counts: what happened an hour ago is of last week, in the first hour of a Monday."""
    totaal = beeld[soort]["totaal"]
    return int(totaal["dezeWeek"]) + int(totaal["vorigeWeek"])


@pytest.mark.parametrize("opslag", ["sqlite", "postgres"], indirect=True)
def test_a_melding_reaches_the_agenda_and_the_week(maak: Callable[[], Installatie]) -> None:
    """A melding and an incident of the COA stand on the next LVOS and in the week, each once (LVS-2.1, LVS-2.4)."""
    installatie = maak().start()
    gemeld = installatie.post("publiek", "/intake/v1/meldingen", melding(kanaal="webformulier"))
    assert gemeld.status_code == 201, gemeld.text
    gebeurd = installatie.post("coa", "/intake/v1/incidenten", incident(gevolgenOpenbareOrde=False, ernst=1))
    assert gebeurd.status_code == 201, gebeurd.text
    ids = sorted([gemeld.json()["meldingId"], gebeurd.json()["meldingId"]])

    wacht_tot(lambda: sorted(op_agenda(installatie)) == ids, op="agenda")
    wacht_tot(lambda: _in_week_en_op_agenda(installatie) == ([1, 1], 2), op="weekbeeld")
    wacht_tot(installatie.is_rustig, op="rust")
    assert _in_week_en_op_agenda(installatie) == ([1, 1], 2), "nothing comes a second time"

    gevolgd = installatie.post(
        "publiek", "/intake/v1/terugkoppelingen/_bekijk", {"volgcode": gemeld.json()["volgcode"]}
    )
    assert gevolgd.status_code == 200, gevolgd.text


def _in_week_en_op_agenda(installatie: Installatie) -> tuple[list[int], int]:
    """Count meldingen and incidents of the week, and the items of the next meeting, as rapportage knows them now."""
    beeld = weekbeeld(installatie)
    geteld = [in_het_beeld(beeld, soort) for soort in ("meldingen", "incidenten")]
    return geteld, (beeld["volgendOverleg"] or {"agendapunten": 0})["agendapunten"]


def test_what_is_discussed_leaves_the_agenda_and_the_rest_moves_on(maak: Callable[[], Installatie]) -> None:
    """Closing the LVOS discusses its items, except the one that is kept: that stands on the next agenda (LVS-2.4)."""
    installatie = maak().start()
    ids = [installatie.post("meldpunt", "/intake/v1/meldingen", melding()).json()["meldingId"] for _ in range(2)]
    wacht_tot(lambda: len(op_agenda(installatie)) == 2, op="agenda")
    agenda = next(a for a in installatie.get("oov", "/overleg/v1/agendas", reeks="lvos")["agendas"])
    punten = {punt["meldingen"][0]: punt["agendapuntId"] for punt in agenda["agendapunten"] if punt["meldingen"]}
    pad = f"/overleg/v1/overleggen/{agenda['overleg']['overlegId']}"
    assert installatie.post("oov", f"{pad}/_open").status_code == 200
    gesloten = installatie.post("oov", f"{pad}/_sluit", {"nietBesproken": [punten[ids[1]]]})
    assert gesloten.status_code == 200, gesloten.text

    assert op_agenda(installatie) == [ids[1]]
    assert installatie.post("oov", f"{pad}/_sluit").status_code == 409

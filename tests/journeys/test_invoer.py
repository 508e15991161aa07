"""Real complaints of one day, imported twice."""

from collections.abc import Callable

from tests.faults.bewijs import events
from tests.journeys.installatie import REPO, Installatie
from tests.wachten import wacht_tot

BESTAND = REPO / "tests" / "data" / "ny311-2025-03-24.csv"
KAART = REPO / "tests" / "data" / "ny311.toml"


def test_an_import_beside_a_running_chain_and_again(maak: Callable[[], Installatie]) -> None:
    """The second run adds nothing; imported history is on no agenda and alarms nobody, and counts in the reports."""
    installatie = maak().start()
    woorden = ("importeer", str(BESTAND), "--veldkaart", str(KAART), "--locatie", "rokkeveenseweg")
    eerste, tweede = installatie.opdracht(*woorden), installatie.opdracht(*woorden)
    assert eerste.code == 0, eerste.uit + eerste.fout
    assert tweede.code == 0, tweede.uit + tweede.fout
    opgenomen = events(installatie, "melding-ontvangen")
    assert len(opgenomen) > 50
    assert {data["registratie"] for data in opgenomen} == {"historisch"}
    assert len({data["meldingId"] for data in opgenomen}) == len(opgenomen)

    def geteld() -> int:
        beeld = installatie.get("oov", "/rapportage/v1/weekbeelden", locatie="rokkeveenseweg", week="2025-W13")
        return beeld["meldingen"]["totaal"]["dezeWeek"]

    wacht_tot(lambda: geteld() == len(opgenomen), op="weekbeeld")
    assert events(installatie, "agendapunt-toegevoegd") == []

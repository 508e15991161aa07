"""What happens to the chain when the bus or the process goes away in between."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

from shared.natsserver.server import read_pid
from tests.faults.bewijs import events
from tests.journeys.installatie import Installatie, incident, melding
from tests.journeys.ontvanger import Ontvanger
from tests.journeys.test_alarm import LINK, bevestig_met_link, escalatie
from tests.journeys.test_melding import op_agenda
from tests.wachten import wacht_tot

KLIM = ('{ rollen = ["politie"], wacht = "PT10M" }', '{ rollen = ["politie"], wacht = "PT5S" }')
"""Long enough to let the bus hang first."""


def meld(installatie: Installatie) -> str:
    """Report once; it must be taken."""
    answer = installatie.post("meldpunt", "/intake/v1/meldingen", melding())
    assert answer.status_code == 201, answer.text
    return answer.json()["meldingId"]


def nats_pid(installatie: Installatie) -> int:
    """Return the process of the embedded server."""
    pid = read_pid(installatie.data / "nats")
    assert pid is not None
    return pid


def test_killed_between_commit_and_publish(maak: Callable[[], Installatie]) -> None:
    """While the bus hangs a melding is still stored; after a power cut it reaches the agenda, once."""
    installatie = maak().start()
    eerste = meld(installatie)
    wacht_tot(lambda: op_agenda(installatie) == [eerste], op="agenda")
    server = nats_pid(installatie)
    os.kill(server, signal.SIGSTOP)
    try:
        tweede = meld(installatie)
        assert op_agenda(installatie) == [eerste]
    finally:
        installatie.kill()
        if Path(f"/proc/{server}").exists():
            os.kill(server, signal.SIGCONT)
    installatie.start()
    wacht_tot(lambda: sorted(op_agenda(installatie)) == sorted([eerste, tweede]), op="agenda")
    assert installatie.opdracht("controleer").code == 0


def test_while_the_bus_hangs_notices_climbs_and_confirmations_go_on(
    maak: Callable[[], Installatie], ontvanger: Ontvanger
) -> None:
    """Who was warned can confirm, who comes next is warned, reports are taken; then nothing is missing or double."""
    installatie = maak().pas_profiel_aan(KLIM).start()
    assert installatie.post("coa", "/intake/v1/incidenten", incident()).status_code == 201
    tekst = wacht_tot(lambda: ontvanger.teksten("politie"), op="politie")[0]
    server = nats_pid(installatie)
    os.kill(server, signal.SIGSTOP)
    try:
        wacht_tot(lambda: ontvanger.teksten("piket") and ontvanger.teksten("oov"), op="opschalen")
        link = LINK.search(tekst)
        assert link is not None
        assert bevestig_met_link(link[1]).status_code in {200, 303}
        assert escalatie(installatie)["bevestigdDoor"] == "politie"
        gemeld = meld(installatie)
        assert gemeld not in op_agenda(installatie)
    finally:
        os.kill(server, signal.SIGCONT)
    wacht_tot(lambda: gemeld in op_agenda(installatie), 40, op="agenda")
    wacht_tot(installatie.is_rustig, 40, op="rust")
    assert [len(ontvanger.teksten(rol)) for rol in ("politie", "piket", "oov")] == [1, 1, 1]
    assert len(events(installatie, "escalatie-bevestigd")) == 1
    gecontroleerd = installatie.opdracht("controleer")
    assert gecontroleerd.code == 0, gecontroleerd.uit


def test_the_jetstream_folder_is_lost_and_filled_again(maak: Callable[[], Installatie]) -> None:
    """The whole bus is thrown away while running: the ledgers publish again, nobody applies anything twice."""
    installatie = maak().start()
    eerste = [meld(installatie) for _ in range(5)]
    wacht_tot(lambda: sorted(op_agenda(installatie)) == sorted(eerste), op="agenda")
    server = nats_pid(installatie)
    shutil.rmtree(installatie.data / "nats" / "jetstream")
    os.kill(server, signal.SIGKILL)
    later = [meld(installatie) for _ in range(5)]
    wacht_tot(lambda: sorted(op_agenda(installatie)) == sorted(eerste + later), 40, op="agenda")
    wacht_tot(installatie.is_rustig, 40, op="rust")
    punten = events(installatie, "agendapunt-toegevoegd")
    assert sorted(m for punt in punten for m in punt["meldingen"]) == sorted(eerste + later)
    gecontroleerd = installatie.opdracht("controleer")
    assert gecontroleerd.code == 0, gecontroleerd.uit

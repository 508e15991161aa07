"""The message server away under load, for ten minutes: people report, the loop runs, and then all arrives, once."""

import os
import threading
from pathlib import Path

import pytest

from shared.natsserver import NatsServer
from tests.faults.bewijs import bewijs
from tests.faults.geschiedenis import ROLLEN
from tests.faults.lusmeter import Lusmeter
from tests.faults.melders import aan_het_melden, samen
from tests.journeys.installatie import Installatie
from tests.journeys.ontvanger import Ontvanger
from tests.wachten import wacht_tot

WEG = float(os.environ.get("BUS_WEG", "600"))
"""Seconds."""
VOORAF, MELDERS, RUST = 5.0, 3, 0.3
TRAAGST = 2.0
"""Seconds for one report, pause included, at worst."""
WAARSCHUWT_NA = 150.0
"""Seconds after which people are told that something lags: two minutes, and one look."""


@pytest.mark.lang
def test_the_message_server_is_away_and_people_go_on_reporting(tmp_path: Path) -> None:
    """No report is refused, the loop keeps nobody waiting, piket hears of it; then all arrives, once and in order."""
    server = NatsServer(tmp_path / "nats")
    nats = server.start()
    instellingen = {"MELDKETEN_NATS": nats.url, "MELDKETEN_NATS_MONITOR": nats.monitor}
    with Ontvanger() as mensen:
        kanalen = {rol: mensen.kanaal(rol) for rol in ROLLEN}
        installatie = Installatie(tmp_path, kanalen=kanalen, instellingen=instellingen).start()
        with aan_het_melden(installatie, MELDERS, incidenten=True, rust=RUST) as melders:
            with Lusmeter(installatie.url) as vooraf:
                threading.Event().wait(VOORAF)
            server.stop()
            begin = samen(melders)
            with Lusmeter(installatie.url) as meter:
                threading.Event().wait(WEG)  # nothing to look for: the time itself is the fault
            intussen = samen(melders) - begin
            server.start()
        assert intussen > MELDERS * WEG / TRAAGST, intussen
        assert not sum(melder.geweigerd for melder in melders)
        assert meter.houdt(vooraf), (meter.langste, vooraf.langste)
        if WEG > WAARSCHUWT_NA:
            wacht_tot(lambda: mensen.teksten("piket"), 10, op="bericht aan piket")
        standen, gevonden = bewijs(installatie, melders, mensen)
        assert gevonden.goed, gevonden
        assert standen.incidenten
        installatie.stop()
    server.stop()
    print(f"{intussen} meldingen intussen, langste wachttijd {meter.langste:.3f} s, vooraf {vooraf.langste:.3f} s")  # noqa: T201  `-s` shows the figure

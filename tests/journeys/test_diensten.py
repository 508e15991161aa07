"""Four processes, one service each, on a server of somebody else."""

import os
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from shared.natsserver import NatsServer, Verbinding
from tests.journeys.installatie import melding
from tests.programma import Proces, schone_omgeving, start, voer_uit
from tests.wachten import wacht_tot

NAMEN = ("intake", "overleg", "escalatie", "rapportage")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Verbinding]:
    nats = NatsServer(tmp_path / "nats")
    yield nats.start()
    nats.stop()


@pytest.fixture
def processen(tmp_path: Path, server: Verbinding) -> Iterator[dict[str, Proces]]:
    """Run each service alone."""
    omgeving = schone_omgeving(MELDKETEN_NATS=server.url, MELDKETEN_NATS_MONITOR=server.monitor)
    processen = {}
    for naam in NAMEN:
        uit, woorden = tmp_path / f"{naam}.txt", ("dienst", naam, "--data", "gegevens", "--poort", "0")
        processen[naam] = start(*woorden, plek=tmp_path, omgeving=omgeving, uit=uit, fout=uit)
    try:
        yield processen
    finally:
        for proces in processen.values():
            proces.terminate()
        assert [proces.wait(20) for proces in processen.values()] == [0, 0, 0, 0]


@pytest.fixture
def adressen(tmp_path: Path, processen: dict[str, Proces]) -> dict[str, str]:
    """Give where each answers, when it is ready."""
    return {naam: wacht_tot(lambda naam=naam: _adres(tmp_path / f"{naam}.txt"), 60, op=naam) for naam in processen}


def _adres(uitvoer: Path) -> str | None:
    regels = uitvoer.read_text().splitlines() if uitvoer.exists() else []
    return next((regel.split()[1] for regel in regels if regel.startswith("gereed:")), None)


def test_a_melding_goes_round_four_processes(
    adressen: dict[str, str], processen: dict[str, Proces], tmp_path: Path
) -> None:
    """Reported at one process, on the agenda of another, in the picture of a third; who warns nobody stands back."""
    voorrang = {naam: os.getpriority(os.PRIO_PROCESS, proces.pid) for naam, proces in processen.items()}
    gewoon = os.getpriority(os.PRIO_PROCESS, 0)
    achteraan = min(gewoon + 10, 19)
    assert voorrang == {"intake": gewoon, "overleg": achteraan, "escalatie": gewoon, "rapportage": achteraan}
    gemeld = httpx.post(f"{adressen['intake']}/intake/v1/meldingen", json=melding(kanaal="webformulier"))
    assert gemeld.status_code == 201, gemeld.text
    maak = ("sleutel", "maak", "--data", "gegevens", "--rol", "oov", "--naam", "proef")
    sleutel = voer_uit(*maak, plek=tmp_path, omgeving=schone_omgeving()).uit.strip()
    als_oov = {"Authorization": f"Bearer {sleutel}"}

    def agenda() -> str:
        return httpx.get(f"{adressen['overleg']}/overleg/v1/agendas", headers=als_oov).text

    wacht_tot(lambda: gemeld.json()["meldingId"] in agenda(), 20, op="agenda")
    pad = f"{adressen['rapportage']}/rapportage/v1/weekbeelden?locatie=rokkeveenseweg"
    wacht_tot(lambda: httpx.get(pad, headers=als_oov).json()["gelezen"].get("intake", 0) >= 2, 20, op="weekbeeld")

"""What the API of intake says of itself is what it does: schemathesis makes requests of every kind out of it."""

import asyncio
import os
import threading
from collections.abc import Iterator

import httpx
import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import SearchStrategy
from schemathesis import BaseSchema, Case, GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import positive_data_acceptance

from meldketen.webserver import bind
from shared.profiel import Rol
from shared.web import open_toegang
from tests.intake.proef import proef_intake
from tests.wachten import wacht_tot
from tests.web import nu

AANTAL = int(os.environ.get("MELDKETEN_SCHEMATHESIS", "3"))
"""How many requests each operation gets; `make schemathesis` makes many more."""
ROLLEN = (Rol.MELDPUNT, Rol.COA)


@pytest.fixture(scope="module")
def adres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[Rol, str]]]:
    """Intake, served on a port, and a key for each role."""
    folder = tmp_path_factory.mktemp("schema")
    toegang = open_toegang(str(folder), nu)
    proef = proef_intake(folder, toegang)
    sleutels = {rol: toegang.maak_sleutel(rol, label="proef", locatie=_plek(rol)) for rol in ROLLEN}
    with bind("127.0.0.1", 0) as sock:
        server = uvicorn.Server(uvicorn.Config(proef.app, log_level="critical", access_log=False))
        draad = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[sock])), daemon=True)
        draad.start()
        wacht_tot(lambda: server.started, 20, op="de server")
        yield f"http://127.0.0.1:{sock.getsockname()[1]}", sleutels
        server.should_exit = True
        draad.join(20)
    proef.sluit()
    toegang.close()


@pytest.fixture(scope="module")
def beschrijving(adres: tuple[str, dict[Rol, str]]) -> BaseSchema:
    """The description, as it is served."""
    document = httpx.get(f"{adres[0]}/intake/v1/openapi.json").json()
    return schemathesis.openapi.from_dict(document)


@pytest.mark.parametrize("soort", list(GenerationMode)[:2])
def test_de_api_doet_wat_hij_zegt(
    soort: GenerationMode, beschrijving: BaseSchema, adres: tuple[str, dict[Rol, str]]
) -> None:
    """No answer that the description does not know, whatever is sent: what it asks for, or anything else."""
    url, sleutels = adres
    fouten: list[str] = []
    for gelezen in beschrijving.get_all_operations():
        operatie = gelezen.ok()
        rol = Rol.COA if "incidenten" in operatie.path else Rol.MELDPUNT

        try:
            _probeer(operatie.as_strategy(generation_mode=soort), f"{url}/intake/v1", sleutels[rol])
        except Unsatisfiable:
            continue
        except FailureGroup as groep:
            fouten += [f"{operatie.label}: {fout}" for fout in groep.exceptions]
    assert not fouten, "\n\n".join(fouten)


# What the description allows the profile may still refuse: which locations, places and themes there are.
def _probeer(gevallen: SearchStrategy[Case], adres: str, sleutel: str) -> None:
    @settings(max_examples=AANTAL, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(gevallen)
    def probeer(case: Case) -> None:
        kop = {"Authorization": f"Bearer {sleutel}"}
        case.call_and_validate(base_url=adres, headers=kop, excluded_checks=[positive_data_acceptance])

    probeer()


def _plek(rol: Rol) -> str | None:
    return "rokkeveenseweg" if rol is Rol.COA else None

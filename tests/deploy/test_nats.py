"""The NATS servers of compose and Kubernetes: the real server takes their configuration, with that environment."""

import os
import subprocess
from pathlib import Path

import pytest

from shared.natsserver.server import find_binary
from shared.nkey import USER, maak
from tests.deploy.bestanden import DEPLOY, compose, object_van
from tests.faults.certificaten import maak_certificaten

BESTANDEN = {"CERTIFICAAT": "server.pem", "CERTIFICAATSLEUTEL": "server.key", "CA": "ca.pem"}


def _compose() -> tuple[str, dict[str, str]]:
    dienst = compose()["services"]["nats"]
    return dienst["command"][1], dienst["environment"]


def _kubernetes() -> tuple[str, dict[str, str]]:
    (container,) = object_van("StatefulSet", "nats")["spec"]["template"]["spec"]["containers"]
    return container["args"][1], {een["name"]: een.get("value", "nats-0") for een in container["env"]}


@pytest.mark.parametrize("plaats", [_compose, _kubernetes])
def test_de_server_neemt_de_configuratie_aan(plaats, tmp_path: Path) -> None:
    """Every variable that the configuration asks for is given, and what it says makes sense to the server."""
    bestand, omgeving = plaats()
    maak_certificaten(tmp_path)
    sleutels = object_van("ConfigMap", "nkeys")["data"]
    paden = {f"MELDKETEN_NATS_{naam}": str(tmp_path / pad) for naam, pad in BESTANDEN.items()}
    keur = subprocess.run(
        [find_binary(), "-t", "-c", DEPLOY / "nats" / Path(bestand).name],
        env={"PATH": os.environ["PATH"], **{naam: maak(USER).publiek for naam in sleutels}, **omgeving, **paden},
        capture_output=True,
        text=True,
    )
    assert keur.returncode == 0, keur.stderr
    assert omgeving.keys() >= paden.keys()

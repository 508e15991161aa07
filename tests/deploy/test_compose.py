"""The compose file: of the right shape, closed where it can be, and with secrets from elsewhere."""

import json
import re
from typing import Any

import pytest
from compose_spec import PyCompose

from tests.deploy.bestanden import DEPLOY, ROOT, compose

DIENSTEN: dict[str, Any] = compose()["services"]


def test_het_heeft_de_vorm_van_de_standaard() -> None:
    """A reader of the Compose Specification takes it, and every name it uses is declared."""
    gelezen = PyCompose.from_json(json.dumps(compose()))  # it does not know the anchors of YAML
    assert set(gelezen.service_names()) == {"meldketen", "postgres", "nats"}
    gelezen.validate()


@pytest.mark.parametrize("naam", DIENSTEN)
def test_elke_container_kan_zo_min_mogelijk(naam: str) -> None:
    """Not root, a root that cannot be written, no capabilities and no way to get them."""
    dienst = DIENSTEN[naam]
    assert int(dienst["user"].split(":")[0]) > 0
    assert dienst["read_only"] is True
    assert dienst["cap_drop"] == ["ALL"]
    assert dienst["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "cap_add", "network_mode", "pid"} & dienst.keys()
    assert ":" in dienst["image"]
    assert not dienst["image"].endswith(":latest")


def test_alleen_meldketen_is_van_buiten_te_bereiken_en_alleen_door_deze_machine() -> None:
    """A proxy with TLS stands in front; database and bus have no way out or in."""
    assert {naam for naam, dienst in DIENSTEN.items() if "ports" in dienst} == {"meldketen"}
    assert all(poort.startswith("127.0.0.1:") for poort in DIENSTEN["meldketen"]["ports"])
    assert compose()["networks"]["achter"]["internal"] is True
    assert DIENSTEN["postgres"]["networks"] == DIENSTEN["nats"]["networks"] == ["achter"]


def test_geen_geheim_staat_in_het_bestand() -> None:
    """Each secret is a file or must be given; without it compose refuses to start."""
    tekst = (DEPLOY / "compose.yaml").read_text()
    for naam in ("MELDKETEN_GEHEIM", "POSTGRES_WACHTWOORD"):
        assert set(re.findall(rf"\$\{{{naam}([^}}]{{2}})", tekst)) == {":?"}
    for geheim in compose()["secrets"].values():
        assert geheim["file"].startswith("./geheimen/")
    genegeerd = (ROOT / ".gitignore").read_text()
    for pad in ("deploy/geheimen/", "deploy/.env", "deploy/*.env"):
        assert pad in genegeerd

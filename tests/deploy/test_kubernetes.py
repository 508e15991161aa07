"""The manifests: of the right shape, and as closed as the strictest profile of Kubernetes asks."""

from typing import Any

import kubernetes_validate
import pytest

from tests.deploy.bestanden import DEPLOY, kubernetes, object_van

OBJECTEN = list(kubernetes())
WERK = [een for een in OBJECTEN if een["kind"] in {"Deployment", "StatefulSet"}]


def _naam(een: dict[str, Any]) -> str:
    return f"{een['kind']}-{een['metadata']['name']}"


def _pod(werk: dict[str, Any]) -> dict[str, Any]:
    spec: dict[str, Any] = werk["spec"]["template"]["spec"]
    return spec


@pytest.mark.parametrize("een", OBJECTEN, ids=_naam)
def test_elk_object_heeft_de_vorm_die_kubernetes_vraagt(een: dict[str, Any]) -> None:
    """The published schema knows every field; a field that it does not know would be passed over in silence."""
    kubernetes_validate.validate(een, "1.34", strict=True)


@pytest.mark.parametrize("werk", WERK, ids=_naam)
def test_elke_pod_kan_zo_min_mogelijk(werk: dict[str, Any]) -> None:
    """The profile 'restricted', a root that cannot be written, and no key to the cluster."""
    pod = _pod(werk)
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False
    for container in pod["containers"]:
        veilig = container["securityContext"]
        assert veilig["allowPrivilegeEscalation"] is False
        assert veilig["readOnlyRootFilesystem"] is True
        assert veilig["capabilities"] == {"drop": ["ALL"]}
        assert container["resources"]["limits"]["memory"]
        assert {"startupProbe", "livenessProbe", "readinessProbe"} <= container.keys()
        assert not container["image"].endswith(":latest")


def test_gereed_houdt_verkeer_tegen_en_start_niets_opnieuw() -> None:
    """Not ready may be because NATS is away: then a restart mends nothing, and takes the door of intake away."""
    (container,) = _pod(object_van("Deployment", "meldketen"))["containers"]
    assert container["readinessProbe"]["httpGet"]["path"] == "/gereed"
    assert container["livenessProbe"]["httpGet"]["path"] == "/gezond"


def test_twee_processen_op_een_postgresql() -> None:
    """A hot standby, one process replaced at a time, and never both away for maintenance of the cluster."""
    werk = object_van("Deployment", "meldketen")["spec"]
    assert werk["replicas"] == 2
    assert werk["strategy"]["rollingUpdate"] == {"maxSurge": 0, "maxUnavailable": 1}
    omgeving = {een["name"]: een for een in werk["template"]["spec"]["containers"][0]["env"]}
    for naam in ("MELDKETEN_DATABASE", "MELDKETEN_GEHEIM"):
        assert omgeving[naam]["valueFrom"]["secretKeyRef"]["name"] == "meldketen"
    assert object_van("PodDisruptionBudget", "meldketen")["spec"]["minAvailable"] == 1


def test_drie_nats_servers_op_drie_machines() -> None:
    """As many copies of each stream as servers, no two on one machine, one away at a time."""
    nats = object_van("StatefulSet", "nats")["spec"]
    omgeving = _pod(object_van("Deployment", "meldketen"))["containers"][0]["env"]
    assert {"name": "MELDKETEN_NATS_REPLICAS", "value": str(nats["replicas"])} in omgeving
    assert nats["template"]["spec"]["affinity"]["podAntiAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"]
    assert object_van("PodDisruptionBudget", "nats")["spec"]["maxUnavailable"] == 1


def test_niets_mag_met_iets_praten_tenzij_genoemd() -> None:
    """The first policy takes everything away from every pod; every workload has one that gives back what it needs."""
    alles = object_van("NetworkPolicy", "niets")["spec"]
    assert alles == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
    for werk in WERK:
        regels = object_van("NetworkPolicy", werk["metadata"]["name"])["spec"]
        assert regels["podSelector"]["matchLabels"] == werk["spec"]["selector"]["matchLabels"]


def test_elke_selector_wijst_iets_aan() -> None:
    """A service or budget that selects nothing looks right and does nothing."""
    labels = [werk["spec"]["template"]["metadata"]["labels"] for werk in WERK]
    for een in OBJECTEN:
        selector = een.get("spec", {}).get("selector", {})
        gezocht = selector.get("matchLabels", selector)
        assert not gezocht or gezocht in labels, _naam(een)


def test_een_geheim_is_een_sjabloon_zonder_waarden() -> None:
    """No value in git; and each key that a workload asks for is in the template."""
    geheimen = {een["metadata"]["name"]: een["stringData"] for een in OBJECTEN if een["kind"] == "Secret"}
    assert all(waarde == "" for inhoud in geheimen.values() for waarde in inhoud.values())
    (container,) = _pod(object_van("Deployment", "meldketen"))["containers"]
    for een in container["env"]:
        if "valueFrom" in een:
            assert een["valueFrom"]["secretKeyRef"]["key"] in geheimen["meldketen"]
    (geheim,) = [een["secret"] for een in _pod(object_van("Deployment", "meldketen"))["volumes"] if "secret" in een]
    assert {een["key"] for een in geheim["items"]} <= geheimen["meldketen"].keys()


def test_de_sleutels_zijn_die_van_de_nats_configuratie() -> None:
    """Every public key that the rights of NATS name is in the template, and no other."""
    gevraagd = {
        woord for woord in (DEPLOY / "nats" / "rechten.conf").read_text().split() if woord.startswith("$MELDKETEN")
    }
    assert {f"${naam}" for naam in object_van("ConfigMap", "nkeys")["data"]} == gevraagd

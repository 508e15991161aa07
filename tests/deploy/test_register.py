"""Wherever it runs, the erasure register stands on something that lasts, apart from the data."""

from pathlib import PurePosixPath

from tests.deploy.bestanden import DEPLOY, compose, eenheid, object_van

NAAM = "MELDKETEN_WISREGISTER"


def test_met_systemd_een_eigen_map() -> None:
    """Made for its user alone, and the same for each service."""
    for naam in ("meldketen.service", "meldketen-dienst@.service"):
        regels = eenheid(naam)
        gezet = dict(een.split("=", 1) for een in " ".join(regels["Environment"]).split())
        plek = PurePosixPath(gezet[NAAM]).parent
        assert plek.parent == PurePosixPath("/var/lib")
        assert plek.name in regels["StateDirectory"][0].split()
        assert str(plek) != gezet["MELDKETEN_DATA"]


def test_met_compose_een_eigen_volume() -> None:
    """It outlives the container, and is not that of PostgreSQL."""
    dienst = compose()["services"]["meldketen"]
    plek = str(PurePosixPath(dienst["environment"][NAAM]).parent)
    volumes = dict(reversed(een.split(":")) for een in dienst["volumes"])
    assert volumes[plek] == "register"
    assert f'"10001", "/gegevens", "{plek}"]' in (DEPLOY / "Containerfile").read_text()  # else it would be of root


def test_op_kubernetes_blijft_het_bij_een_nieuwe_pod() -> None:
    """What a pod keeps for itself is gone with it: a claim, that both processes may write to."""
    pod = object_van("Deployment", "meldketen")["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    plek = str(PurePosixPath(next(een["value"] for een in container["env"] if een["name"] == NAAM)).parent)
    (naam,) = [een["name"] for een in container["volumeMounts"] if een["mountPath"] == plek]
    (volume,) = [een for een in pod["volumes"] if een["name"] == naam]
    claim = object_van("PersistentVolumeClaim", volume["persistentVolumeClaim"]["claimName"])
    assert claim["spec"]["accessModes"] == ["ReadWriteMany"]

"""A measure that may be imposed, and one that may not."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from tests.journeys.installatie import Installatie
from tests.wachten import wacht_tot


def test_a_measure_is_imposed_and_a_forbidden_combination_refused(maak: Callable[[], Installatie]) -> None:
    """A short gebiedsverbod stands; together with a meldplicht it is refused with TB-3.2; only the burgemeester may."""
    installatie = maak().start()
    nu = datetime.now(UTC)
    verbod = {
        "soort": "gebiedsverbod-kort",
        "gebied": "rokkeveen",
        "betrokkene": str(uuid4()),
        "ingaande": (nu + timedelta(seconds=1)).isoformat(),
        "eindigt": (nu + timedelta(days=2)).isoformat(),
        "omGeraadpleegdOp": (nu - timedelta(hours=2)).isoformat(),
    }
    plicht = {k: v for k, v in verbod.items() if k not in {"gebied", "omGeraadpleegdOp"}} | {"soort": "meldplicht"}
    assert installatie.post("oov", "/overleg/v1/maatregelen", verbod).status_code == 403
    opgelegd = installatie.post("burgemeester", "/overleg/v1/maatregelen", verbod)
    assert opgelegd.status_code == 201, opgelegd.text
    geweigerd = installatie.post("burgemeester", "/overleg/v1/maatregelen", plicht)
    assert (geweigerd.status_code, geweigerd.json()["regel"]) == (409, "TB-3.2")
    assert "meldplicht" in geweigerd.json()["detail"].lower()

    def beeld() -> dict:
        return installatie.get("oov", "/rapportage/v1/weekbeelden", locatie="rokkeveenseweg")

    wacht_tot(lambda: beeld()["maatregelen"], op="weekbeeld")
    assert verbod["betrokkene"] not in str(beeld())

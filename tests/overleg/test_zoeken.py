"""Finding meetings, agreements and measures, and never what is not theirs."""

from shared.profiel import Rol
from shared.web import Wie
from shared.zoeken import lees_zoekvraag
from tests.overleg.conftest import Kantoor
from tests.overleg.test_afspraken import afspraak


async def zoek(kantoor: Kantoor, rol: Rol, term: str) -> list[str]:
    """What kinds are found."""
    vraag = lees_zoekvraag(term)
    assert vraag is not None
    assert kantoor.dienst.zoek is not None
    return [een.soort for een in await kantoor.dienst.zoek(Wie(rol), vraag, kantoor.proef.nu)]


async def test_een_overleg_op_naam_en_dag(kantoor: Kantoor) -> None:
    """By words of its name and its date, for who sits there."""
    assert await zoek(kantoor, Rol.OOV, "veiligheidsoverleg 10 februari") == ["Overleg"]
    assert await zoek(kantoor, Rol.OOV, "LVOS 10 februari") == ["Overleg"], "as people call it"
    assert await zoek(kantoor, Rol.OM, "veiligheidsoverleg 10 februari") == []
    assert await zoek(kantoor, Rol.RAAD, "veiligheidsoverleg") == []


async def test_een_afspraak_op_zijn_woorden(kantoor: Kantoor) -> None:
    """By what was agreed, for who keeps or does it."""
    await afspraak(kantoor, wat="Twee avonden surveilleren op het plein")
    assert await zoek(kantoor, Rol.OOV, "surveilleren plein") == ["Afspraak"]
    assert await zoek(kantoor, Rol.POLITIE, "surveilleren") == ["Afspraak"]
    assert await zoek(kantoor, Rol.HANDHAVING, "surveilleren") == []
    assert await zoek(kantoor, Rol.OOV, "surveilleren strand") == []

"""BIO2 8.15 over the whole table of ways in: who was let in leaves a line, and who was refused as well."""

import pytest

from shared.web.audit import Resultaat
from shared.web.audit.vraag import Vraag
from shared.web.toegang import ACTIES, OPENBAAR
from tests.toegang.huis import PUBLIEK, ROLLEN, Huis

pytestmark = pytest.mark.asyncio(loop_scope="module")
TRAAG = (".pdf", ".{formaat}")
"""What takes long to make: that the refusal of these is a line shows that they have one."""


def _beperkt(huis: Huis) -> list[tuple[str, str, str]]:
    """Every way in that is not open to everybody, but what ends the session."""
    alle = [
        weg for weg in huis.wegen if weg[2] and ACTIES[weg[2]] is not OPENBAAR and not weg[1].startswith("/afmelden")
    ]
    assert len(alle) > 150
    return alle


async def _regels(huis: Huis, methode: str, weg: str, rol: str) -> list[tuple[str, Resultaat]]:
    """What stands in the audit of one visit, without the line that says that it began."""
    antwoord = await huis.ga(await huis.bezoeker(rol), methode, huis.pad(weg))
    regels = await huis.toegang.audit.regels(Vraag(hoogstens=10))
    nieuw = [een for een in regels if een.spoor == antwoord.headers["x-trace-id"]]
    assert {een.rol for een in nieuw} <= {rol}, (methode, weg, [een.rij() for een in nieuw])
    assert all(een.op and een.wie and een.herkomst and een.betreft.startswith(methode) for een in nieuw)
    return [(een.actie, een.resultaat) for een in nieuw if een.resultaat is not Resultaat.BEGONNEN]


async def test_elke_blik_en_daad_laat_een_regel_na(huis: Huis) -> None:
    """Each way in that is not open to all, tried by somebody who may: one line, with its action and a result."""
    fouten = []
    for methode, weg, actie in _beperkt(huis):
        if weg.endswith(TRAAG):
            continue
        rol = next(rol for rol in ROLLEN if rol in ACTIES[actie])
        regels = await _regels(huis, methode, weg, rol)
        if [een for een, _ in regels] != [actie] or regels[0][1] is Resultaat.NIET_AANGEMELD:
            fouten.append(f"{methode} {weg} als {rol}: {regels}")
    assert not fouten, "\n".join(fouten)


async def test_elke_weigering_laat_een_regel_na(huis: Huis) -> None:
    """Each of them, tried by a role that may not: one line that says so."""
    fouten = []
    for methode, weg, actie in _beperkt(huis):
        rol = next((rol for rol in ROLLEN if rol != PUBLIEK and rol not in ACTIES[actie]), None)
        if rol and (regels := await _regels(huis, methode, weg, rol)) != [(actie, Resultaat.GEWEIGERD)]:
            fouten.append(f"{methode} {weg} als {rol}: {regels}")
    assert not fouten, "\n".join(fouten)

"""What rapportage says waits for somebody today."""

from datetime import datetime

import pytest

from services.rapportage.application import op
from services.rapportage.paginas.taken import Rapportagetaken
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol
from shared.taken import Taak
from shared.web import Wie
from tests.rapportage.deur import Deur
from tests.rapportage.verhaal import NU

KWARTAAL = {"locatie": "rokkeveenseweg", "kwartaal": "2026-K3"}


async def taken(ledger: Ledger, profielen: Profielen, rol: Rol, nu: datetime = NU) -> list[Taak]:
    """What waits for a role."""
    toepassing = op(ledger, profielen)
    return list(await Rapportagetaken(toepassing.dienst, toepassing.uitgever)(Wie(rol), nu))


async def test_een_kwartaal_dat_om_is_wacht_op_publicatie(deur: Deur, ledger: Ledger, profielen: Profielen) -> None:
    """For who publishes; the link fills in the form; published, the card is gone and the council is told."""
    (taak,) = [taak for taak in await taken(ledger, profielen, Rol.COMMUNICATIE) if taak.soort == "doen"]
    assert taak.wat == "Publiceer de cijfers van het derde kwartaal van 2026"
    html = (await (await deur.sessie(Rol.COMMUNICATIE)).get(taak.pad)).text
    assert 'value="2026-K3"' in html
    assert not [taak for taak in await taken(ledger, profielen, Rol.POLITIE) if taak.soort == "doen"]
    assert await taken(ledger, profielen, Rol.RAAD) == []
    antwoord = await deur.sleutel(Rol.COMMUNICATIE).post("/rapportage/v1/open-data/_publiceer", json=KWARTAAL)
    assert antwoord.status_code == 201, antwoord.text
    assert not [taak for taak in await taken(ledger, profielen, Rol.COMMUNICATIE) if taak.soort == "doen"]
    (nieuw,) = await taken(ledger, profielen, Rol.RAAD)
    assert (nieuw.wat, nieuw.pad) == ("Nieuwe openbare cijfers: derde kwartaal van 2026", "/open-data")


@pytest.mark.parametrize(("rol", "ziet"), [(Rol.OOV, True), (Rol.RAAD, False), (Rol.BEHEER, False)])
async def test_wat_vandaag_gebeurde_ziet_wie_het_weekbeeld_ziet(
    deur: Deur, ledger: Ledger, profielen: Profielen, rol: Rol, ziet: bool
) -> None:
    """Whole numbers are for who works with them; the others get the shielded tables."""
    assert deur
    gebeurd = [taak for taak in await taken(ledger, profielen, rol) if taak.wat.startswith("Vandaag gebeurd")]
    assert bool(gebeurd) is ziet

"""A meeting that an escalation asks for: found from there, and decided by who sits at its head (LVS-1.6)."""

from uuid import UUID

import httpx

from services.overleg.overleg import Status
from shared.contracts.overleg import OverlegBevestigd, OverlegGeannuleerd, OverlegVoorgesteld
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.test_taken import taken
from tests.overleg.voorbeelden import escalatie
from tests.web import csrf_uit


async def voorstel(kantoor: Kantoor, reeks: str = "driehoek") -> tuple[str, UUID]:
    """The way from an escalation to its meeting, and the meeting that it leads to."""
    kantoor.proef.escaleer(geval := escalatie(reeks))
    weg = f"/overleg/bij-escalatie/{geval.escalatie_id}"
    (feit,) = (feit for feit in kantoor.proef.feiten(OverlegVoorgesteld) if isinstance(feit, OverlegVoorgesteld))
    return weg, feit.overleg_id


async def beslis(scherm: httpx.AsyncClient, overleg_id: UUID, **velden: str) -> httpx.Response:
    """Send the form of the page."""
    csrf = csrf_uit((await scherm.get("/overleg")).text)
    return await scherm.post(f"/overleg/{overleg_id}/beslis", data={"csrf": csrf, **velden})


async def test_de_burgemeester_laat_de_driehoek_doorgaan(kantoor: Kantoor) -> None:
    """From the alert to the meeting, one button, and everybody sees who decided; a second time is refused."""
    burgemeester, (weg, overleg_id) = await kantoor.scherm(Rol.BURGEMEESTER), await voorstel(kantoor)
    assert (await burgemeester.get(weg)).headers["location"] == f"/overleg/{overleg_id}"
    assert "Beslis of dit doorgaat: Lokale driehoek (extra overleg)" in [
        taak.wat for taak in await taken(kantoor, Rol.BURGEMEESTER)
    ]
    politie = await kantoor.scherm(Rol.POLITIE)
    assert "Of het doorgaat, beslist: burgemeester." in (await politie.get(f"/overleg/{overleg_id}")).text
    assert (await beslis(burgemeester, overleg_id, besluit="gaat-door")).status_code == 303
    (feit,) = kantoor.proef.feiten(OverlegBevestigd)
    assert isinstance(feit, OverlegBevestigd)
    assert (feit.overleg_id, feit.door, feit.regel) == (overleg_id, "burgemeester", "LVS-1.6")
    html = (await politie.get(f"/overleg/{overleg_id}")).text
    assert "Gaat door. Dat besliste: burgemeester" in html
    assert "<dd>Gepland</dd>" in html
    assert "Beslis" not in "".join(taak.wat for taak in await taken(kantoor, Rol.BURGEMEESTER))
    dubbel = await beslis(burgemeester, overleg_id, besluit="niet-nodig", toelichting="Toch niet.")
    assert (dubbel.status_code, "al beslist" in dubbel.text) == (409, True)
    assert kantoor.proef.ledger.views_differ() == []


async def test_niet_nodig_vraagt_een_reden_en_roept_geen_nieuw_voorstel_op(kantoor: Kantoor) -> None:
    """Without a reason nothing is called off; with one the participants read it, masked, and no other is proposed."""
    burgemeester, (_, overleg_id) = await kantoor.scherm(Rol.BURGEMEESTER), await voorstel(kantoor)
    zonder = await beslis(burgemeester, overleg_id, besluit="niet-nodig", toelichting="  ")
    assert (zonder.status_code, "waarom het overleg niet nodig is" in zonder.text) == (400, True)
    assert kantoor.proef.feiten(OverlegGeannuleerd) == []
    reden = "Al besproken; bel 06-12345678."
    assert (await beslis(burgemeester, overleg_id, besluit="niet-nodig", toelichting=reden)).status_code == 303
    html = (await (await kantoor.scherm(Rol.OM)).get(f"/overleg/{overleg_id}")).text
    assert "Niet nodig. Dat besliste: burgemeester." in html
    assert "Al besproken" in html
    assert "06-12345678" not in html
    assert len(kantoor.proef.feiten(OverlegVoorgesteld)) == 1
    sql = "SELECT status FROM overleggen WHERE overleg_id = ?"
    assert kantoor.proef.ledger.query_sync(sql, (str(overleg_id),)) == [(Status.GEANNULEERD,)]


async def test_wie_er_niet_over_gaat_beslist_niet(kantoor: Kantoor) -> None:
    """OOV prepares the driehoek and does not decide about it; police and OM not at all."""
    _, overleg_id = await voorstel(kantoor)
    for rol in (Rol.OOV, Rol.POLITIE, Rol.OM, Rol.PIKET):
        scherm = await kantoor.scherm(rol)
        csrf = csrf_uit((await scherm.get("/zoeken")).text)
        velden = {"csrf": csrf, "besluit": "gaat-door"}
        assert (await scherm.post(f"/overleg/{overleg_id}/beslis", data=velden)).status_code == 403, rol
    assert kantoor.proef.feiten(OverlegBevestigd) == []


async def test_over_een_extra_lvos_beslist_wie_het_voorbereidt(kantoor: Kantoor) -> None:
    """The burgemeester does not sit there; a meeting that is not there yet is said to be, not a fault (LVS-1.4)."""
    oov, (weg, overleg_id) = await kantoor.scherm(Rol.OOV), await voorstel(kantoor, "lvos")
    assert (await oov.get(weg)).status_code == 303
    assert (await beslis(await kantoor.scherm(Rol.BURGEMEESTER), overleg_id, besluit="gaat-door")).status_code == 403
    assert (await beslis(oov, overleg_id, besluit="gaat-door")).status_code == 303
    leeg = await oov.get(f"/overleg/bij-escalatie/{UUID(int=1)}")
    assert (leeg.status_code, "nog geen overleg klaar" in leeg.text) == (404, True)

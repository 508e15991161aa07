"""Who reads what happened in an incident: who is warned about it (LVS-0.3), and the location that reported it."""

from typing import Any

import httpx
import pytest

from shared.profiel import Rol
from shared.web import Toegang, Wie
from shared.web.audit.vraag import Vraag
from tests.intake.bezoek import tekst
from tests.intake.proef import INCIDENT, INCIDENTEN, MELDING, MELDINGEN, Proef
from tests.intake.test_zoeken import zoek
from tests.web import met_sessie

EIGEN = "rokkeveenseweg"
WAT = "In de keuken zwaaide iemand met een mes."
GEWAARSCHUWD = (Rol.POLITIE, Rol.BURGEMEESTER, Rol.PIKET)
ANDEREN = (Rol.HANDHAVING, Rol.OM, Rol.ZORG, Rol.JONGERENWERK, Rol.COMMUNICATIE, Rol.RAAD, Rol.BEHEER)


async def gemeld(proef: Proef, **anders: Any) -> str:
    """An incident of the location; give its number."""
    lijf = {**INCIDENT, "toelichting": WAT, **anders}
    antwoord = await proef.als(Rol.COA, EIGEN).post(INCIDENTEN, json=lijf)
    assert antwoord.is_success, antwoord.text
    return str(antwoord.json()["meldingId"])


async def open_(proef: Proef, rol: Rol, nummer: str, locatie: str | None = None) -> httpx.Response:
    """Look at it over the API."""
    return await proef.als(rol, locatie).get(f"{MELDINGEN}/{nummer}")


@pytest.mark.parametrize("rol", GEWAARSCHUWD)
async def test_wie_gewaarschuwd_is_leest_wat_er_gebeurde(proef: Proef, toegang: Toegang, rol: Rol) -> None:
    """With consequences for public order: over the API, on the page, found by its words, and in the audit."""
    nummer = await gemeld(proef)
    assert (await open_(proef, rol, nummer)).json()["toelichting"] == WAT
    bezoeker = await met_sessie(proef.app, toegang, rol)
    assert WAT in tekst((await bezoeker.get(f"/meldingen/{nummer}")).text)
    assert await zoek(proef, Wie(rol), "keuken mes") == [f"/meldingen/{nummer}"]
    assert await zoek(proef, Wie(rol), nummer[:8]) == [f"/meldingen/{nummer}"]
    regels = [een for een in await toegang.audit.regels(Vraag()) if een.betreft == f"GET /meldingen/{nummer}"]
    assert [(een.rol, een.actie, een.resultaat) for een in regels] == [(rol, "melding.lezen", "gelukt")]


@pytest.mark.parametrize("rol", ANDEREN)
async def test_een_ander_leest_het_niet(proef: Proef, rol: Rol) -> None:
    """Consequences open the text to who is warned, and to nobody else: the OM neither."""
    nummer = await gemeld(proef)
    antwoord = await open_(proef, rol, nummer)
    assert "keuken" not in antwoord.text
    assert await zoek(proef, Wie(rol), "keuken mes") == []
    assert (await proef.publiek.get(f"{MELDINGEN}/{nummer}")).status_code == 401


async def test_elders_gaat_niets_open(overal: Proef) -> None:
    """Who is bound to another place is told that there is no such thing."""
    nummer = await gemeld(overal)
    for rol in (*GEWAARSCHUWD, Rol.COA):
        assert (await open_(overal, rol, nummer, "zoetermeer")).status_code == 404, rol
        assert await zoek(overal, Wie(rol, "zoetermeer"), "keuken") == []
        assert await zoek(overal, Wie(rol, EIGEN, gemeente="gm1598"), "keuken") == []


@pytest.mark.parametrize("rol", GEWAARSCHUWD)
async def test_een_verbetering_opent_en_sluit_de_tekst(proef: Proef, rol: Rol) -> None:
    """Without consequences nobody is warned, so nobody reads it; said later, it opens; taken back, it closes."""
    nummer = await gemeld(proef, gevolgenOpenbareOrde=False)
    dicht = 404 if rol is Rol.PIKET else 200
    for gevolgen, status in ((None, dicht), (True, 200), (False, dicht)):
        if gevolgen is not None:
            lijf = {"gevolgenOpenbareOrde": gevolgen, "reden": "Zo bleek later"}
            verbeterd = await proef.als(Rol.COA, EIGEN).post(f"{MELDINGEN}/{nummer}/_corrigeer", json=lijf)
            assert verbeterd.is_success, verbeterd.text
        antwoord = await open_(proef, rol, nummer)
        assert (antwoord.status_code, "keuken" in antwoord.text) == (status, bool(gevolgen))
        assert bool(await zoek(proef, Wie(rol), "keuken")) is bool(gevolgen)


@pytest.mark.parametrize("gevolgen", [True, False])
async def test_de_locatie_leest_haar_eigen_incidenten_terug(proef: Proef, toegang: Toegang, gevolgen: bool) -> None:
    """The colleague of the next shift reads what was reported; what a neighbour wrote about the location not."""
    nummer = await gemeld(proef, gevolgenOpenbareOrde=gevolgen)
    bezoeker = await met_sessie(proef.app, toegang, Rol.COA, EIGEN)
    assert WAT in tekst((await bezoeker.get(f"/meldingen/{nummer}")).text)
    assert (await open_(proef, Rol.COA, nummer, EIGEN)).json()["toelichting"] == WAT
    assert await zoek(proef, Wie(Rol.COA, EIGEN), "keuken") == [f"/meldingen/{nummer}"]
    klacht = (await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "Lawaai bij het hek."})).json()
    assert "hek" not in (await open_(proef, Rol.COA, klacht["meldingId"], EIGEN)).text
    assert await zoek(proef, Wie(Rol.COA, EIGEN), "hek") == []


async def test_wie_het_niet_leest_ziet_wie_wel(proef: Proef, toegang: Toegang) -> None:
    """The page tells truly who reads the text: of an incident more than of a melding."""
    nummer = await gemeld(proef)
    klacht = (await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "Lawaai."})).json()["meldingId"]
    boa = await met_sessie(proef.app, toegang, Rol.HANDHAVING)
    incident, melding = [tekst((await boa.get(f"/meldingen/{een}")).text) for een in (nummer, klacht)]
    assert "het COA van deze locatie, en de partner" in incident
    assert "lezen ook de politie, de burgemeester en het piket" in incident
    assert "piket" not in melding

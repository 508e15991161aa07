"""The doors by which an escalation is split, and what its page shows of what was put together."""

import re
from contextlib import aclosing

import pytest
from starlette.types import ASGIApp

from shared.contracts.intake import MeldingIngetrokken
from shared.kortnummer import kortnummer
from shared.profiel.schema import Rol
from shared.web import Toegang
from tests.escalatie.gegeven import GEMEENTE, LOCATIE, melding
from tests.escalatie.opstelling import Opstelling, Opzetten
from tests.web import bezoeker, csrf_uit, met_sessie, met_sleutel, proefsite

PLEK = {"gemeente": GEMEENTE, "locatie": LOCATIE}


@pytest.fixture
def keten(zet_op: Opzetten) -> Opstelling:
    """Escalatie with channels that only store."""
    return zet_op(**dict.fromkeys(("politie", "oov", "burgemeester", "om", "piket"), "bewaar://"))


@pytest.fixture
def site(keten: Opstelling, toegang: Toegang) -> ASGIApp:
    """The site as the product serves it."""
    assert keten.dienst.paginas is not None
    return proefsite(toegang, apis={"escalatie": keten.dienst.api}, paginas=[keten.dienst.paginas])


async def test_splitsen_over_http(keten: Opstelling, site: ASGIApp, toegang: Toegang) -> None:
    """OOV splits: 201 with the new one; the police may not, and all of it at once is refused."""
    await keten.hoor(*(melding(n) for n in range(6)))
    pad = f"/escalatie/v1/escalaties/{keten.geopend()[0].escalatie_id}/_splits"
    apart = [str(melding(n).melding_id) for n in (0, 5)]
    async with met_sleutel(site, toegang, Rol.POLITIE) as politie:
        assert (await politie.post(pad, json={"meldingen": apart})).status_code == 403
    async with met_sleutel(site, toegang, Rol.OOV) as oov:
        nieuw = await oov.post(pad, json={"meldingen": apart})
        assert nieuw.status_code == 201, nieuw.text
        assert sorted(nieuw.json()["uitleg"]["meldingen"]) == sorted(apart)
        over = [str(melding(n).melding_id) for n in range(1, 5)]
        assert (await oov.post(pad, json={"meldingen": over})).status_code == 409
        assert (await oov.post(pad, json={"meldingen": []})).status_code == 400


async def test_splitsen_op_de_pagina(keten: Opstelling, site: ASGIApp, toegang: Toegang) -> None:
    """The page shows every melding that was put together, and splits what is ticked."""
    await keten.hoor(*(melding(n) for n in range(6)))
    pad = f"/escalaties/{keten.geopend()[0].escalatie_id}"
    async with aclosing(await met_sessie(site, toegang, Rol.OOV)) as oov:
        pagina = (await oov.get(pad)).text
        assert pagina.count('name="meldingen"') == 6
        assert "erbij op zondag 22 november 2026" in pagina
        velden = {"csrf": csrf_uit(pagina), "meldingen": [str(melding(n).melding_id) for n in (1, 2)]}
        klaar = await oov.post(f"{pad}/splits", data=velden)
        assert klaar.status_code == 303, klaar.text
        assert "Afgesplitst van een andere escalatie" in (await oov.get(klaar.headers["location"])).text
        assert (await oov.get(pad)).text.count('name="meldingen"') == 4
        niets = await oov.post(f"{pad}/splits", data={"csrf": csrf_uit(pagina), "meldingen": "x"})
        assert niets.status_code == 409
    async with bezoeker(site) as gast:
        assert (await gast.post(f"{pad}/splits", data={})).status_code in (303, 401, 403)


async def test_wat_meetelt_staat_er_met_onderwerp_en_getroffene(
    keten: Opstelling, site: ASGIApp, toegang: Toegang
) -> None:
    """LVS-1.6: against whom, in the notice and on the page as they stand now; each one in words, not "Melding 1"."""
    bewoners = [melding(n, thema="intimidatie", gericht_tegen="bewoners", kanaal="winkeliers") for n in range(2)]
    await keten.hoor(*bewoners, *(melding(n) for n in range(2, 6)))
    await keten.verloop()
    (bericht,) = [pad.read_text() for pad in (keten.data / "berichten").iterdir() if "-om-" in pad.name]
    assert "Tegen wie: 2 tegen bewoners van de opvang en van 3 is dat niet bekend." in bericht
    pad = f"/escalaties/{keten.geopend()[0].escalatie_id}"
    await keten.hoor(MeldingIngetrokken(**PLEK, melding_id=bewoners[1].melding_id, reden="vergissing", door="meldpunt"))
    async with aclosing(await met_sessie(site, toegang, Rol.OOV)) as oov:
        pagina = (await oov.get(pad)).text
    assert "1 tegen bewoners van de opvang en van 3 is dat niet bekend." in pagina
    assert "Een melding telt ook mee als de gemeente haar nog niet heeft bekeken." in pagina
    namen = re.findall(r'<a href="/meldingen/[^"]+">([^<]+)</a>', pagina)
    assert {naam.partition(": ")[0] for naam in namen} == {
        kortnummer(een) for een in keten.geopend()[0].meldingen if een
    }
    assert {"Intimidatie, getroffen: bewoners van de opvang, via Winkeliers", "Overig, getroffen: onbekend"} <= {
        naam.partition(": ")[2].removesuffix(", via Telefoon") for naam in namen
    }
    assert "Intimidatie, getroffen: bewoners van de opvang, via Winkeliers, ingetrokken, bij de opening" in pagina

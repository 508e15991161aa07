"""The doors by which an escalation is split, and what its page shows of what was put together."""

from contextlib import aclosing

import pytest
from starlette.types import ASGIApp

from shared.profiel.schema import Rol
from shared.web import Toegang
from tests.escalatie.gegeven import melding
from tests.escalatie.opstelling import Opstelling, Opzetten
from tests.web import bezoeker, csrf_uit, met_sessie, met_sleutel, proefsite


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

"""Guides for everybody, by what they come to do."""

import re

import pytest

from shared.profiel import laad
from shared.profiel.schema import Rol
from shared.web import Toegang, Wie
from shared.web.handleidingen import HANDLEIDINGEN
from shared.web.toegang.acties import ACTIES
from shared.web.vaak import vaak_voor
from tests.web import bezoeker, met_sessie, proefsite


@pytest.mark.parametrize("rol", ["inwoner", *map(str, Rol)])
async def test_elke_rol_heeft_een_handleiding(rol: str, toegang: Toegang) -> None:
    """More than how to search, and each with steps and a way to begin."""
    eigen = [een for een in HANDLEIDINGEN if rol in een.voor and een.code != "zoeken"]
    assert eigen
    html = (await bezoeker(proefsite(toegang)).get(f"/hulp/{rol}")).text
    for een in eigen:
        assert f'id="{een.code}"' in html
        assert html.count(f'href="{een.pad}"') >= 1


async def test_hulp_begint_bij_de_eigen_rol(toegang: Toegang) -> None:
    """Who signed in finds their own tasks first; the public how to report; another guide can be read too."""
    app = proefsite(toegang)
    assert 'href="/hulp/inwoner#melden"' in (await bezoeker(app).get("/hulp")).text
    oov = (await (await met_sessie(app, toegang, Rol.OOV)).get("/hulp")).text
    assert 'href="/hulp/oov#lvos"' in oov
    assert 'href="/hulp/raad"' in oov
    assert (await bezoeker(app).get("/hulp/koning")).status_code == 404


async def test_het_coa_leest_wat_gevolgen_zijn(toegang: Toegang) -> None:
    """LVS-0.3: examples, and what to choose in doubt."""
    html = (await bezoeker(proefsite(toegang)).get("/hulp/coa")).text
    assert "Gevolgen heeft bijvoorbeeld een steekpartij" in html
    assert "Twijfelt u? Kies Ja." in html


async def test_het_meldpunt_leest_hoe_het_iets_onleesbaar_maakt(toegang: Toegang) -> None:
    """No masker finds everything: who may mend that finds how, and nobody else reads of it."""
    zin = "Zo maakt u achteraf iets onleesbaar"
    wie = {rol: zin in (await bezoeker(proefsite(toegang)).get(f"/hulp/{rol}")).text for rol in Rol}
    assert {rol for rol, leest in wie.items() if leest} == set(ACTIES["tekst.verbergen"])


def test_de_zinnen_zijn_kort() -> None:
    """Level B1: no sentence of more than twenty words, no step of more than four sentences."""
    zinnen = [zin for een in HANDLEIDINGEN for stap in een.stappen for zin in re.split(r"(?<=[.?])\s", stap)]
    assert [zin for zin in zinnen if len(zin.split()) > 20] == []


async def test_woorden_en_codes_worden_uitgelegd(toegang: Toegang) -> None:
    """Who meets LVS-0.3 or a word of the trade finds what it means; every document that a profile cites is named."""
    html = (await bezoeker(proefsite(toegang)).get("/hulp")).text
    for woord in ("LVOS", "Parate peloton", "Sociaal Calamiteitenplan", "KN-besluit-2"):
        assert woord in html
    for profiel in map(laad, ("zoetermeer", "leidschendam-voorburg", "koggenland")):
        genoemd = {drempel.regel.partition("-")[0] for drempel in profiel.drempels}
        genoemd |= {soort.regel.partition("-")[0] for soort in profiel.maatregelen}
        assert all(f"<dt>{letters}</dt>" in html for letters in genoemd)


def test_beheer_vindt_wat_het_doet_en_niets_anders() -> None:
    """Its six tasks each have a guide; confirming a notice, which it is never asked, has none for it."""
    eigen = {een.code for een in HANDLEIDINGEN if str(Rol.BEHEER) in een.voor}
    assert {"toegang", "toegang-intrekken", "sleutel", "winkelcode", "bewaren", "quarantaine"} <= eigen
    assert "bevestigen" not in eigen
    assert "Bevestig een waarschuwing" not in {weg.woorden for weg in vaak_voor(Wie(Rol.BEHEER))}
    assert "Bevestig een waarschuwing" in {weg.woorden for weg in vaak_voor(Wie(Rol.POLITIE))}

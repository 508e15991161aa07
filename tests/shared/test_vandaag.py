"""The start page: what each service says waits, without one holding up another."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from shared.profiel.schema import Rol
from shared.taken import Deel, Soort, Taak, Taken, geteld
from shared.web import Toegang, Wie, vandaag
from shared.web.vaak import vaak_voor
from shared.web.vandaag import verzamel
from tests.web import bezoeker, met_sessie, proefsite

NU = datetime(2026, 11, 22, 9, tzinfo=UTC)
OOV = Wie(Rol.OOV)


def geeft(*taken: Taak) -> Taken:
    """A service with these tasks."""

    async def taken_(lezer: Wie, nu: datetime) -> Sequence[Taak]:
        return taken

    return taken_


async def breekt(lezer: Wie, nu: datetime) -> Sequence[Taak]:
    """A service whose store is away."""
    raise OSError("een geheim dat niemand hoeft te lezen")


async def zwijgt(lezer: Wie, nu: datetime) -> Sequence[Taak]:
    """A service that never answers."""
    await asyncio.Event().wait()
    return ()


def test_niets_te_doen_is_geen_taak() -> None:
    """A count of nought leaves no card on the page."""
    assert geteld(0, "Doe iets", "/") == ()
    assert geteld(2, "Doe iets", "/") == (Taak("Doe iets", "/", 2),)


async def test_wat_het_eerst_moet_staat_bovenaan() -> None:
    """By the moment it is due; without one, what waits longest first."""
    straks, laat = Taak("straks", "/", uiterlijk=NU), Taak("later", "/", uiterlijk=NU + timedelta(days=1))
    lang, kort = Taak("lang", "/", sinds=NU - timedelta(days=2)), Taak("kort", "/", sinds=NU)
    nu = Taak("nu", "/", soort=Soort.NU)
    dag = await verzamel([Deel("a", "A", geeft(laat, kort)), Deel("b", "B", geeft(nu, lang, straks))], OOV, NU)
    assert [taak.wat for taak in dag.van("doen")] == ["straks", "later", "lang", "kort"]
    assert dag.van("nu") == [nu]


@pytest.mark.parametrize("kapot", [breekt, zwijgt])
async def test_een_dienst_die_uitvalt_neemt_niets_van_de_andere_weg(
    kapot: Taken, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named, the rest stands there, and nothing that it said is in the log."""
    monkeypatch.setattr(vandaag, "GEDULD_SECONDS", 0.01)
    with capture_logs() as log:
        dag = await verzamel([Deel("a", "A", kapot), Deel("b", "B", geeft(Taak("Doe dit", "/")))], OOV, NU)
    assert (dag.onleesbaar, [taak.wat for taak in dag.taken]) == (["A"], ["Doe dit"])
    assert [regel["event"] for regel in log] == ["onverwachte fout"]
    assert "geheim" not in str(log)


async def test_leeg_is_alleen_wat_zeker_leeg_is() -> None:
    """Nothing waits only where every part answered here; what is merely good to know is no work."""
    weten = Deel("a", "A", geeft(Taak("Weet dit", "/", soort=Soort.WETEN)))
    assert (await verzamel([weten], OOV, NU)).leeg
    for ander in (Deel("b", "B", breekt), Deel("b", "B"), Deel("b", "B", geeft(Taak("Doe dit", "/")))):
        assert not (await verzamel([weten, ander], OOV, NU)).leeg


async def test_de_pagina_zegt_wat_er_niet_op_staat(toegang: Toegang) -> None:
    """A part that broke, one that is old, and one that runs elsewhere each say so in words."""
    oud = Deel("c", "Rapportage", geeft(Taak("Doe dit", "/doe")), lambda: "gat in de keten")
    delen = [Deel("a", "Overleg", breekt), Deel("b", "Escalaties"), oud]
    client = await met_sessie(proefsite(toegang, vandaag=delen), toegang, Rol.OOV)
    html = (await client.get("/")).text
    assert "Overleg is nu niet te lezen" in html
    assert "Rapportage loopt achter" in html
    assert 'href="/vandaag/b"' in html
    assert 'href="/doe"' in html
    assert "Er wacht nu niets op u" not in html
    assert (await client.get("/vandaag/c")).status_code == 200
    assert (await client.get("/vandaag/b")).status_code == 404


async def test_wie_niet_is_aangemeld_ziet_112_en_waar_te_melden(toegang: Toegang) -> None:
    """Nobody's tasks: the public finds the form."""
    app = proefsite(toegang, vandaag=[Deel("a", "A", geeft(Taak("Doe dit", "/doe")))])
    html = (await bezoeker(app).get("/")).text
    assert "<h1>Overlast of onveiligheid melden</h1>" in html, "nobody is named as the source beforehand"
    assert html.index('bel <a href="tel:112">112</a>') < html.index('href="/melden"')
    assert "/doe" not in html
    assert (await bezoeker(app).get("/vandaag/a")).status_code == 401


@pytest.mark.parametrize("rol", Rol)
async def test_elke_rol_vindt_een_begin(rol: Rol, toegang: Toegang) -> None:
    """Also on a day on which nothing waits: what this role does often, and help."""
    assert vaak_voor(Wie(rol))
    client = await met_sessie(proefsite(toegang), toegang, rol, "rokkeveenseweg" if rol is Rol.COA else None)
    html = (await client.get("/")).text
    assert "<h1>Vandaag</h1>" in html
    assert "Er wacht nu niets op u" in html

"""Erasing on the pages, and what who supervises sees of it."""

from uuid import UUID

from shared.contracts.intake import MeldingOntvangen
from shared.profiel import Rol
from tests.intake.bewaard import ADRES, ga_door, gemeld, heeft_contact, vernietigd
from tests.intake.proef import MELDINGEN, Proef


async def test_wissen_op_de_pagina_vraagt_een_vinkje(proef: Proef) -> None:
    """Who did not tick that it is sure still has the details; who did has them erased."""
    bon = await gemeld(proef)
    velden = {"volgcode": bon["volgcode"]}
    onzeker = await proef.publiek.post("/volgen/wissen", data=velden)
    assert (onzeker.status_code, "Kruis aan dat u het zeker weet" in onzeker.text) == (400, True)
    assert await heeft_contact(proef, bon)
    zeker = await proef.publiek.post("/volgen/wissen", data=velden | {"zeker": "true"})
    assert "zijn gewist" in zeker.text
    assert vernietigd(proef) == [("contact", 1)]


async def test_onleesbaar_maken_op_de_pagina_vraagt_een_vinkje(proef: Proef) -> None:
    """Without the tick the text stays and the words stay in the form; with it the whole text goes."""
    bon, oov = await gemeld(proef), proef.als(Rol.OOV)
    zegel = next(feit.tekstzegel for feit in proef.feiten() if isinstance(feit, MeldingOntvangen)) or ""
    pad, velden = f"/meldingen/{bon['meldingId']}/melder/verberg", {"zegel": zegel, "wat": "alles", "woorden": "gebonk"}
    onzeker = await oov.post(pad, data=velden)
    assert (onzeker.status_code, "Kruis aan dat u het zeker weet" in onzeker.text) == (400, True)
    assert ">gebonk</textarea>" in onzeker.text, "nothing is lost"
    assert vernietigd(proef) == []
    assert (await oov.post(pad, data=velden | {"zeker": "true"})).status_code == 200
    assert vernietigd(proef) == [("tekst", 1)]


async def test_onleesbaar_maken_is_te_vinden_op_de_pagina_van_de_melding(proef: Proef) -> None:
    """At what can be done with a melding stands a link to it, that leads to the heading; for who may do it alone."""
    pad = f"/meldingen/{(await gemeld(proef))['meldingId']}"
    oov, politie = proef.als(Rol.OOV), proef.als(Rol.POLITIE)
    html = (await oov.get(pad)).text
    doen = html[html.index('id="doen"') : html.index('id="doorgezet"')]
    assert f'href="{pad}/melder#onleesbaar"' in doen
    assert '<h2 id="onleesbaar">' in (await oov.get(f"{pad}/melder")).text
    assert "#onleesbaar" not in (await politie.get(pad)).text


async def test_wie_toezicht_houdt_ziet_termijnen_en_lezers(proef: Proef) -> None:
    """The page of `beheer` shows the terms, what was erased, and every reading of contact details."""
    bon = await gemeld(proef)
    pad = f"{MELDINGEN}/{bon['meldingId']}/_bekijk-contact"
    gelezen = await proef.als(Rol.MELDPUNT).post(pad, json={"doel": "meer-informatie"})
    assert gelezen.json() == {"email": ADRES}
    await ga_door(proef, days=181)
    pagina = (await proef.als(Rol.BEHEER).get("/beheer/bewaren")).text
    for woorden in ("14 dagen na het sluiten", "E-mailadres en telefoonnummer", "Meldpunt", "meer te vragen"):
        assert woorden in pagina
    assert ADRES not in pagina
    assert UUID(bon["meldingId"]).hex not in pagina
    assert (await proef.als(Rol.OOV).get("/beheer/bewaren")).status_code == 403

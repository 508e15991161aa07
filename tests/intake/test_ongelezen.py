"""What a reporter says is seen by somebody: it waits in a list until then (KG-2.3c)."""

from typing import Any

import pytest

from shared.contracts.intake import AanvullingGezien
from shared.profiel import Rol
from tests.intake.proef import MELDINGEN, Proef
from tests.intake.test_gesprek import VUL_AAN, gemeld, vraag
from tests.web import csrf_uit, met_sessie

LIJST = "/intake/v1/aanvullingen"


async def wacht(proef: Proef) -> list[dict[str, Any]]:
    """What nobody saw yet."""
    antwoord = await proef.als(Rol.MELDPUNT).get(LIJST)
    assert antwoord.status_code == 200, antwoord.text
    meldingen: list[dict[str, Any]] = antwoord.json()["meldingen"]
    return meldingen


async def zeg(proef: Proef, bon: dict[str, str], tekst: str = "Nu is het weer zo.") -> None:
    """A minute later the reporter says something."""
    proef.klok.verder(minutes=1)
    antwoord = await proef.publiek.post(VUL_AAN, json={"volgcode": bon["volgcode"], "tekst": tekst})
    assert antwoord.status_code == 200, antwoord.text


async def test_wat_een_melder_zegt_wacht_tot_iemand_het_ziet(overal: Proef) -> None:
    """Counted per melding, the longest waiting first; seen once is enough, and that is a fact."""
    eerste, ander = await gemeld(overal), await gemeld(overal)
    assert await wacht(overal) == []
    await zeg(overal, eerste)
    await zeg(overal, ander)
    await zeg(overal, eerste)
    assert [(een["meldingId"], een["aantal"]) for een in await wacht(overal)] == [
        (eerste["meldingId"], 2),
        (ander["meldingId"], 1),
    ]
    for _ in range(2):
        gezien = await overal.als(Rol.OOV).post(f"{MELDINGEN}/{eerste['meldingId']}/_gezien")
        assert gezien.status_code == 200, gezien.text
    assert [een["meldingId"] for een in await wacht(overal)] == [ander["meldingId"]]
    assert [feit.door for feit in overal.feiten() if isinstance(feit, AanvullingGezien)] == ["oov"]
    await zeg(overal, eerste, "Nog iets.")
    assert {een["meldingId"] for een in await wacht(overal)} == {eerste["meldingId"], ander["meldingId"]}


@pytest.mark.parametrize(("pad", "reden"), [("_sluit", "afgehandeld"), ("_trek-in", "vergissing")])
async def test_wie_de_melding_afrondt_zag_het_gesprek(proef: Proef, pad: str, reden: str) -> None:
    """What is over waits no more."""
    bon = await gemeld(proef)
    await zeg(proef, bon)
    gedaan = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{bon['meldingId']}/{pad}", json={"reden": reden})
    assert gedaan.status_code == 200, gedaan.text
    assert await wacht(proef) == []


async def test_wie_iets_vraagt_zag_het_gesprek(proef: Proef) -> None:
    """A question is asked with what was said before one's eyes."""
    bon = await gemeld(proef)
    await zeg(proef, bon)
    await vraag(proef, bon["meldingId"])
    assert await wacht(proef) == []


async def test_wie_het_gesprek_niet_mag_lezen_ziet_ook_de_lijst_niet(proef: Proef) -> None:
    """That somebody wrote is told to who may read what."""
    bon = await gemeld(proef)
    await zeg(proef, bon)
    for rol in (Rol.POLITIE, Rol.BURGEMEESTER, Rol.RAAD):
        assert (await proef.als(rol).get(LIJST)).status_code == 403
    elders = await proef.als(Rol.MELDPUNT, "zoetermeer").get(LIJST)
    assert elders.json() == {"meldingen": []}


async def test_de_pagina_zet_het_bovenaan_en_heeft_een_knop(proef: Proef) -> None:
    """At the top of the list for the desk; one button on the page of the conversation takes it away."""
    bon = await gemeld(proef)
    await zeg(proef, bon)
    balie = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    pad = f"/meldingen/{bon['meldingId']}/melder"
    assert f'href="{pad}">1 bericht, ' in (await balie.get("/meldingen")).text
    pagina = (await balie.get(pad)).text
    assert "Ik heb dit gezien" in pagina
    gedaan = await balie.post(f"{pad}/gezien", data={"csrf": csrf_uit(pagina)})
    assert "dit is gezien" in gedaan.text
    assert "Ik heb dit gezien" not in gedaan.text
    assert "Melders schreven iets" not in (await balie.get("/meldingen")).text

"""The page with COA messages that could not be taken: read, mended, and offered again."""

import json
from uuid import uuid4

import pytest

from services.intake.paginas.coabericht import leesbaar
from services.intake.paginas.woorden import Woorden
from shared.coaberichten import BESCHADIGD, EIGEN_STORING, INHOUD, STORING, in_gewone_woorden
from shared.contracts.elk import GegevensVernietigd
from shared.contracts.intake import CoaAfhandeling, CoaBerichtAfgehandeld, IncidentGemeld, IncidentGeweigerd
from shared.profiel import Rol
from tests.intake.coa import Afzender, bericht
from tests.intake.proef import INCIDENT, Proef, profielen
from tests.web import csrf_uit, met_sessie

PAGINA = "/coa-berichten"


async def weiger(proef: Proef, **anders: object) -> str:
    """Let a message be refused; give its number."""
    assert proef.dienst.coa is not None
    await proef.dienst.coa(bericht({**INCIDENT, **anders}), Afzender())
    geweigerd = proef.feiten()[-1]
    assert isinstance(geweigerd, IncidentGeweigerd)
    return str(geweigerd.quarantaine_id)


async def test_wie_wordt_gebeld_kan_het_bericht_lezen(proef: Proef) -> None:
    """Piket sees why it was refused and reads it masked; beheer sees that it waits, not what it says."""
    nummer = await weiger(proef, ernst=9, toelichting="Bel 06-12345678, twee mensen vechten")
    piket = await met_sessie(proef.app, proef.omgeving.toegang, Rol.PIKET)
    lijst = (await piket.get(PAGINA)).text
    assert "ernst:" in lijst
    assert "vechten" not in lijst
    tekst = (await piket.get(f"{PAGINA}/{nummer}")).text
    assert "twee mensen vechten" in tekst
    assert "12345678" not in tekst
    assert "<dt>Toelichting</dt><dd>Bel [telefoonnummer], twee mensen vechten</dd>" in tekst
    assert "<dt>Gebeurd op</dt><dd>zondag 22 november 2026 10.30 uur</dd>" in tekst
    beheer = await met_sessie(proef.app, proef.omgeving.toegang, Rol.BEHEER)
    assert "Verwerk opnieuw" in (await beheer.get(PAGINA)).text
    assert (await beheer.get(f"{PAGINA}/{nummer}")).status_code == 403
    politie = await met_sessie(proef.app, proef.omgeving.toegang, Rol.POLITIE)
    assert (await politie.get(PAGINA)).status_code == 403


@pytest.mark.parametrize(
    "inhoud",
    [b"geen json", b"[1]", b'"tekst"', b'{"data": [1]}', b"[" * 3000, b"\xff\xfe"],
)
def test_wat_niet_te_lezen_is_heeft_geen_velden(inhoud: bytes) -> None:
    """Then the message is shown as it came."""
    assert leesbaar(inhoud, "gm0637", Woorden(profielen("zoetermeer"))) == []


def test_een_vreemd_veld_wordt_getoond_zoals_het_is() -> None:
    """A code that nobody knows, a time without a zone or from another era, and an answer that is none: all masked."""
    data = {
        "thema": "onbekend-ding",
        "voorgevallenOp": "2026-11-22T10:00:00",
        "politieGebeldOp": "0001-01-01T00:00:00+14:00",
        "wapen": "ja",
        "gevolgenOpenbareOrde": False,
        "ernst": [3],
        "toelichting": "Bel 06-12345678",
    }
    gezien = leesbaar(json.dumps(data).encode(), "gm0637", Woorden(profielen("zoetermeer")))
    assert gezien == [
        ("Thema", "onbekend-ding"),
        ("Gebeurd op", "2026-11-22T10:00:00 (zonder tijdzone)"),
        ("Politie gebeld op", "0001-01-01T00:00:00+14:00"),
        ("Gevolgen voor de openbare orde", "Nee"),
        ("Wapen gezien of genoemd", "Ja"),
        ("Ernst", "[3]"),
        ("Toelichting", "Bel [telefoonnummer]"),
    ]


async def test_opnieuw_aanbieden(proef: Proef) -> None:
    """What still cannot be taken stays, with the reason; what can is taken once, and its copy is gone."""
    nummer = await weiger(proef, voorgevallenOp="2026-11-22T14:00:00Z")
    oov = await met_sessie(proef.app, proef.omgeving.toegang, Rol.OOV)
    csrf = {"csrf": csrf_uit((await oov.get(PAGINA)).text)}
    nee = await oov.post(f"{PAGINA}/{nummer}/verwerk", data=csrf)
    assert (nee.status_code, "Het COA moet het verbeteren" in nee.text) == (409, True)
    proef.klok.verder(hours=3)
    assert (await oov.post(f"{PAGINA}/{nummer}/verwerk", data=csrf)).status_code == 303
    gemeld, vernietigd = proef.feiten()[-2:]
    assert isinstance(gemeld, IncidentGemeld)
    assert isinstance(vernietigd, GegevensVernietigd)
    assert (str(vernietigd.betreft), vernietigd.reden) == (nummer, "het bericht is alsnog verwerkt")
    assert proef.rijen("SELECT id FROM coa_quarantaine") == []
    assert proef.rijen("SELECT id FROM timers WHERE soort = 'coa-quarantaine-verloopt'") == []
    assert (await oov.post(f"{PAGINA}/{nummer}/verwerk", data=csrf)).status_code == 404
    assert "Er wachten geen berichten" in (await oov.get(PAGINA)).text


async def test_wie_belde_zegt_wat_ermee_is_gebeurd(proef: Proef) -> None:
    """Plain words instead of fields; a choice of the list ends it, is a fact, and its copy is gone; not by beheer.

    Nobody says that it was sent again while nothing came: with the copy the last trace of it would go.
    """
    nummer = await weiger(proef, ernst=9)
    piket = await met_sessie(proef.app, proef.omgeving.toegang, Rol.PIKET)
    html = (await piket.get(PAGINA)).text
    assert "wat erin staat klopt niet. Het COA moet het verbeteren en opnieuw sturen." in html
    csrf = {"csrf": csrf_uit(html)}
    leeg = await piket.post(f"{PAGINA}/{nummer}/handel-af", data=csrf)
    assert (leeg.status_code, "Kies wat er is gebeurd." in leeg.text) == (400, True)
    beheer = await met_sessie(proef.app, proef.omgeving.toegang, Rol.BEHEER)
    keus = {"uitkomst": "opnieuw-gestuurd", "zeker": "true"}
    van_beheer = {"csrf": csrf_uit((await beheer.get(PAGINA)).text)} | keus
    assert (await beheer.post(f"{PAGINA}/{nummer}/handel-af", data=van_beheer)).status_code == 403
    onzeker = await piket.post(f"{PAGINA}/{nummer}/handel-af", data=csrf | keus | {"zeker": ""})
    assert (onzeker.status_code, "Kruis aan dat u het zeker weet." in onzeker.text) == (400, True)
    niets = await piket.post(f"{PAGINA}/{nummer}/handel-af", data=csrf | keus)
    assert (niets.status_code, "kwam er van deze locatie geen incident binnen" in niets.text) == (400, True)
    assert len(proef.rijen("SELECT id FROM coa_quarantaine")) == 1
    assert proef.dienst.coa is not None
    await proef.dienst.coa(bericht(INCIDENT), Afzender())
    gedaan = await piket.post(f"{PAGINA}/{nummer}/handel-af", data=csrf | keus)
    assert (gedaan.status_code, gedaan.headers["location"]) == (303, f"{PAGINA}?afgehandeld={nummer}")
    afgehandeld, vernietigd = proef.feiten()[-2:]
    assert isinstance(afgehandeld, CoaBerichtAfgehandeld)
    assert (str(afgehandeld.quarantaine_id), afgehandeld.uitkomst, afgehandeld.door) == (
        nummer,
        CoaAfhandeling.OPNIEUW_GESTUURD,
        "piket",
    )
    assert isinstance(vernietigd, GegevensVernietigd)
    assert vernietigd.reden == "het bericht is afgehandeld"
    assert proef.rijen("SELECT id FROM coa_quarantaine") == []
    assert proef.rijen("SELECT id FROM timers WHERE soort = 'coa-quarantaine-verloopt'") == []
    assert (await piket.post(f"{PAGINA}/{nummer}/handel-af", data=csrf | keus)).status_code == 404
    klaar = (await piket.get(gedaan.headers["location"])).text
    assert "Het bericht is afgehandeld" in klaar
    assert "Het COA heeft het opnieuw gestuurd. Vastgelegd door Piket" in klaar
    later = (await beheer.get(PAGINA)).text
    assert "Het bericht is afgehandeld" not in later
    assert "Afgehandelde berichten" in later
    assert "ernst:" not in later
    elders = await met_sessie(proef.app, proef.omgeving.toegang, Rol.OOV, gemeente="gm1598")
    assert "Afgehandelde berichten" not in (await elders.get(PAGINA)).text, "of another municipality"
    proef.klok.verder(days=29)
    assert "Afgehandelde berichten" not in (await piket.get(PAGINA)).text


@pytest.mark.parametrize(
    ("reden", "woorden"),
    [
        ("specversion: verplicht in een CloudEvent; id: verplicht in een CloudEvent", BESCHADIGD),
        ("verzoek: geen geldige JSON", BESCHADIGD),
        ("ernst: kies 1, 2, 3 of 4", INHOUD),
        ("ernst: kies 1, 2, 3 of 4; verzoek: en nog 3 andere fouten", INHOUD),
        (f"verzoek: {STORING}", EIGEN_STORING),
    ],
)
def test_in_gewone_woorden(reden: str, woorden: str) -> None:
    """What is the matter, and who must do something about it."""
    assert in_gewone_woorden(reden) == woorden


async def test_een_verzonnen_nummer_bestaat_niet(proef: Proef) -> None:
    """Nothing is told about a number that is not there."""
    piket = await met_sessie(proef.app, proef.omgeving.toegang, Rol.PIKET)
    assert (await piket.get(f"{PAGINA}/{uuid4()}")).status_code == 404


async def test_onleesbaar_blijft_onleesbaar(proef: Proef) -> None:
    """What is no JSON cannot be taken after all, and is not lost either."""
    assert proef.dienst.coa is not None
    await proef.dienst.coa(bericht(rauw=b"\xff{"), Afzender())
    oov = await met_sessie(proef.app, proef.omgeving.toegang, Rol.OOV)
    nummer = proef.rijen("SELECT id FROM coa_quarantaine")[0][0]
    html = (await oov.get(PAGINA)).text
    assert "Verwerk opnieuw" not in html + (await oov.get(f"{PAGINA}/{nummer}")).text
    beheer = await met_sessie(proef.app, proef.omgeving.toegang, Rol.BEHEER)
    assert "Het piket of OOV handelt dit af." in (await beheer.get(PAGINA)).text
    csrf = {"csrf": csrf_uit(html)}
    assert (await oov.post(f"{PAGINA}/{nummer}/verwerk", data=csrf)).status_code == 409
    assert proef.rijen("SELECT COUNT(*) FROM coa_quarantaine") == [(1,)]


async def test_doorzettingen_die_wachten_staan_op_een_pagina(proef: Proef) -> None:
    """What was handed over and did not arrive is in sight of who handles meldingen."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    leeg = (await meldpunt.get("/doorzettingen")).text
    assert ("Alles wat is doorgezet, is bezorgd." in leeg, "Deze meldingen zijn doorgezet" in leeg) == (True, False)
    antwoord = await proef.als(Rol.COA, "rokkeveenseweg").post("/intake/v1/incidenten", json=INCIDENT)
    nummer = json.loads(antwoord.text)["meldingId"]
    csrf = {"csrf": csrf_uit((await meldpunt.get(f"/meldingen/{nummer}")).text)}
    gedaan = await meldpunt.post(f"/meldingen/{nummer}/zet-door", data={**csrf, "aan": "politie"})
    assert gedaan.status_code == 303, gedaan.text
    pagina = (await meldpunt.get("/doorzettingen")).text
    assert "Politie" in pagina
    assert "Onderweg" in pagina

"""The pages of intake, as a browser without JavaScript uses them."""

from html import unescape
from re import findall
from typing import Any

import pytest

from services.intake import volgcode
from shared.kortnummer import kortnummer
from shared.profiel import Rol
from shared.web.toegang.acties import ACTIES
from tests.intake.bezoek import tekst
from tests.intake.proef import INCIDENT, INCIDENTEN, MELDING, MELDINGEN, Proef
from tests.web import met_sessie


async def test_volgen(proef: Proef) -> None:
    """With the code, however typed, the reporter sees what was done; the code stands in no address."""
    code = (await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "Bel 06 12345678"})).json()["volgcode"]
    assert (await proef.publiek.get("/volgen")).status_code == 200
    antwoord = await proef.publiek.post("/volgen", data={"volgcode": f" {code.lower()} "})
    assert f"<dd>{code}</dd>" in antwoord.text, "as it was given out, however it was typed"
    assert antwoord.status_code == 200
    assert "Uw melding is ontvangen" in tekst(antwoord.text)
    gelezen = tekst(antwoord.text)
    assert "Gebeurd zondag 22 november 2026 10.30 uur" in gelezen
    assert "Gemeld zondag 22 november 2026 13.00 uur" in gelezen
    assert "Noodopvang Rokkeveenseweg" in gelezen
    assert "Bel [telefoonnummer]" in gelezen
    assert "Namen, nummers en adressen zijn weggehaald. Geen programma vindt alles." in gelezen
    assert "Wat is er met uw melding gedaan?" in gelezen
    assert "12345678" not in antwoord.text
    assert code not in str(antwoord.url)


@pytest.mark.parametrize(
    ("getypt", "status", "woorden"),
    [
        ("", 400, "Vul uw volgcode in"),
        ("x" * 65, 404, "alle 20 tekens"),
        ("FEVSC-WT4VW", 404, "alle 20 tekens"),
        (volgcode.maak(b"nergens voor mensen"), 404, "hoort geen melding"),
    ],
)
async def test_een_verkeerde_code(proef: Proef, getypt: str, status: int, woorden: str) -> None:
    """What is wrong with the code, beside the field."""
    antwoord = await proef.publiek.post("/volgen", data={"volgcode": getypt})
    assert antwoord.status_code == status
    assert woorden in tekst(antwoord.text)
    oud = "Is uw melding ouder dan 1 jaar? Dan kan de code al zijn gewist."
    assert (oud in tekst(antwoord.text)) is (status == 404), "the term of the profile"


async def test_de_lijst(proef: Proef) -> None:
    """Staff see meldingen and incidents in words, and filter them."""
    await proef.publiek.post(MELDINGEN, json=MELDING)
    await proef.als(Rol.COA, "rokkeveenseweg").post(INCIDENTEN, json=INCIDENT)
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    lijst = tekst((await meldpunt.get("/meldingen")).text)
    for woorden in ("Incident (COA)", "Strafbaar gedrag", "Noodopvang Rokkeveenseweg", "Buiten de noodopvang", "10.30"):
        assert woorden in lijst
    vraag: dict[str, Any] = {"plek": "gm0637:rokkeveenseweg", "aard": "overlast", "soort": "", "vanaf": "2026-11-22"}
    gefilterd = (await meldpunt.get("/meldingen", params=vraag)).text
    assert gefilterd.count('<th scope="row"') == 1
    assert '<option value="overlast" selected>' in gefilterd
    tot_en_met = [(await meldpunt.get("/meldingen", params={"tm": dag})).text for dag in ("22-11-2026", "2026-11-21")]
    assert tot_en_met[0].count('<th scope="row"') == 2
    assert 'type="date" id="tm" name="tm" value="2026-11-22"' in tot_en_met[0]
    assert "geen meldingen die hierbij passen. Toon alle meldingen" in tekst(tot_en_met[1])
    assert "Bovenaan staat" not in tot_en_met[1], "nothing is above anything"


async def test_de_lijst_op_volgorde_van_binnenkomst(proef: Proef) -> None:
    """When each came in stands there; the order is in the address, beside the filters, and a filter keeps it."""
    await proef.publiek.post(MELDINGEN, json={**MELDING, "voorgevallenOp": "2026-11-20T10:30:00+01:00"})
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    html = (await meldpunt.get("/meldingen", params={"aard": "overlast"})).text
    assert "Ontvangen" in html
    (cel,) = findall(r'data-kop="Ontvangen"[^>]*>(.*?)</td>', html.replace("\n", " "))
    assert ("22-11-2026</span> 13.00" in cel, "Webformulier" in cel) == (True, True)
    assert "Filters (1 gekozen)</summary>" in html
    assert '<details class="filters">' in html
    (anders,) = findall(r'<a href="(/meldingen[^"]+)">Zet bovenaan wat het laatst binnenkwam</a>', html)
    assert unescape(anders) == "/meldingen?aard=overlast&volgorde=ontvangen"
    ontvangen = (await meldpunt.get(unescape(anders))).text
    assert '<input type="hidden" name="volgorde" value="ontvangen">' in ontvangen
    assert "Bovenaan staat wat het laatst binnenkwam." in ontvangen


@pytest.mark.parametrize(("naam", "waarde"), [("vanaf", "gisteren"), ("tm", "x"), ("plek", "a b")])
async def test_een_verkeerd_filter(proef: Proef, naam: str, waarde: str) -> None:
    """A filter that cannot be read is named, and the page still works."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    antwoord = await meldpunt.get("/meldingen", params={naam: waarde, "aard": "ggz"})
    assert antwoord.status_code == 400
    assert f'id="{naam}-fout"' in antwoord.text
    assert (await meldpunt.get("/meldingen", params={"tm": "9999-12-31"})).status_code == 200


async def test_bladeren(proef: Proef) -> None:
    """Fifty on a page, and a link to the next that keeps the filter."""
    for _ in range(51):
        await proef.publiek.post(MELDINGEN, json=MELDING)
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    eerste = (await meldpunt.get("/meldingen", params={"aard": "overlast"})).text
    (volgende,) = findall(r'<a href="([^"]+)" rel="next">', eerste)
    assert "aard=overlast" in volgende
    tweede = (await meldpunt.get(unescape(volgende))).text
    assert (eerste.count('<th scope="row"'), tweede.count('<th scope="row"')) == (50, 1)


async def test_een_melding(proef: Proef) -> None:
    """The meldpunt reads the masked text; the police sees the melding without it; another location sees nothing."""
    bon = (await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "<b>Bel 06 12345678</b>"})).json()
    pad = f"/meldingen/{bon['meldingId']}"
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    antwoord = (await meldpunt.get(pad)).text
    assert "&lt;b&gt;Bel [telefoonnummer]&lt;/b&gt;" in antwoord
    politie = await met_sessie(proef.app, proef.omgeving.toegang, Rol.POLITIE)
    zonder_tekst = (await politie.get(pad)).text
    assert "Toelichting" not in zonder_tekst
    assert "telefoonnummer" not in zonder_tekst
    elders = await met_sessie(proef.app, proef.omgeving.toegang, Rol.COA, "zoetermeer")
    assert (await elders.get(pad)).status_code == 404
    assert (await proef.publiek.get(pad)).status_code in (303, 401)


async def test_wie_een_melding_bekeek_ziet_beheer(proef: Proef) -> None:
    """No role reads both a melding and the audit: who handles it is told whom to ask, and with which number."""
    melding = (await proef.publiek.post(MELDINGEN, json=MELDING)).json()["meldingId"]
    assert not (ACTIES["melding.lezen"] & ACTIES["audit.lezen"])
    for rol in sorted(ACTIES["meldingen.lezen"]):
        kant = await met_sessie(proef.app, proef.omgeving.toegang, rol, "rokkeveenseweg" if rol is Rol.COA else None)
        html = (await kant.get(f"/meldingen/{melding}")).text
        assert "/beheer/audit" not in html
        zegt = f"Dat ziet de beheerder, bij Audit. Geef dit nummer door: {kortnummer(melding)}" in tekst(html)
        assert zegt is (rol in ACTIES["melding.behandelen"]), rol


async def test_een_nummer_dat_er_geen_is(proef: Proef) -> None:
    """Whoever mistypes an address reads that there is no such page; a program still hears what is wrong with it."""
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    for pad in ("/meldingen/xyz", "/meldingen/agenda/1234"):
        antwoord = await meldpunt.get(pad)
        assert (antwoord.status_code, "Niet gevonden" in antwoord.text, "UUID" in antwoord.text) == (404, True, False)
        assert (await meldpunt.head(pad)).status_code == 404
    assert (await proef.publiek.get("/meldingen/xyz")).status_code in (303, 401)
    assert (await proef.als(Rol.MELDPUNT).get(f"{MELDINGEN}/xyz")).status_code == 400


async def test_een_incident(proef: Proef) -> None:
    """An incident shows its weight and when the police was called."""
    coa = proef.als(Rol.COA, "rokkeveenseweg")
    incident = {**INCIDENT, "politieGebeldOp": "2026-11-22T11:00:00Z"}
    bon = (await coa.post(INCIDENTEN, json=incident)).json()
    meldpunt = await met_sessie(proef.app, proef.omgeving.toegang, Rol.MELDPUNT)
    gelezen = tekst((await meldpunt.get(f"/meldingen/{bon['meldingId']}")).text)
    assert "Gevolgen voor de openbare orde Ja" in gelezen
    assert "Politie gebeld zondag 22 november 2026 12.00 uur" in gelezen
